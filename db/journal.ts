import { createHash, randomBytes } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
import type { Actor } from '../domain/parties.ts';

const sha256 = (...parts: (Buffer | string)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** First link of every case's chain. */
export const GENESIS = Buffer.alloc(32);

/** What a row of the journal commits to. The first of a case also commits to the file it was published with. */
export interface JournalEvent {
  caseId: string;
  seq: number;
  part: number;
  action: string;
  commandId: string | null;
  actor: Actor;
  fact: unknown;
  statusBefore: string;
  statusAfter: string;
  draft?: unknown;
}

/** Commitment to an event: reveals nothing without the salt; this is what a public log may carry later. */
export const leafOf = (salt: Buffer, event: JournalEvent): Buffer => sha256(salt, canonical(event));

/** A row's hash covers the row before it, so that no row can be changed, removed or slipped in unseen. */
export const linkOf = (prev: Buffer, leaf: Buffer): Buffer => sha256(prev, leaf);

export interface Link {
  salt: Buffer;
  leaf: Buffer;
  prev: Buffer;
  hash: Buffer;
}

/** Links one event to the chain that ends in `prev`. */
export function link(prev: Buffer, event: JournalEvent): Link {
  const salt = randomBytes(32);
  const leaf = leafOf(salt, event);
  return { salt, leaf, prev, hash: linkOf(prev, leaf) };
}
