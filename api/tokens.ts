import { createHash, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { findLiveToken } from '../db/api-tokens.ts';
import type { Database } from '../db/client.ts';
import { findPerson } from '../db/people.ts';
import { isAtAWindow } from './at-a-window.ts';

/** Tells scanners of leaked secrets what they have found. */
const PREFIX = 'zkp_';
const TOKEN_BYTES = 32;
const BEARER = /^bearer(?: +(\S+))? *$/i;

/** A fresh token; only its digest is ever stored. 256 bits of chance need no slow hash. */
export const newToken = (): string => PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');

export const digestOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A program that comes to the API with credentials of its own: sessions, cookies and form tokens are not for it. */
export const comesWithToken = (req: Request): boolean =>
  req.path.startsWith('/api/') && BEARER.test(req.get('authorization') ?? '');

/** Reads the token of a request and puts its person there; a token that is not accepted is noted as unknown. */
export async function recogniseToken(db: Database, req: Request): Promise<void> {
  req.token = 'unknown';
  const given = BEARER.exec(req.get('authorization') ?? '')?.[1];
  if (!given?.startsWith(PREFIX)) return;
  const token = await findLiveToken(db.pool, digestOfToken(given), { noted: !isAtAWindow(req.path) });
  const person = token && (await findPerson(db, token.userId));
  if (!token || !person) return;
  req.person = person;
  req.token = token;
}
