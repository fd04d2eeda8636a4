import { canonical } from '../domain/canonical.ts';
import { isStorable } from '../domain/storable.ts';
import { type Bytes, fromHex, hex, hmacSha256, sha256, textOf } from './bytes.ts';
import {
  commitmentTo,
  type EnvelopeHeader,
  headerOf,
  LARGEST_OFFER,
  type Manifest,
  OFFER_INFO,
  SALT_LENGTH,
  type SealingWindow,
} from './envelope.ts';
import { hpkeOpen, POINT_LENGTH, TAG_LENGTH } from './hpke.ts';
import { lengthAt, paddedLength } from './padding.ts';

/** Why an envelope cannot be taken, or was found unreadable at the opening. */
export type UnreadableReason =
  | 'manifest-malformed'
  | 'other-window'
  | 'envelope-altered'
  | 'envelope-length'
  | 'envelope-point'
  | 'wrong-key-or-context'
  | 'padding'
  | 'commitment'
  | 'not-canonical'
  | 'other-context-inside';

/** The readable offer: what the supplier wrote, with the context it repeats. */
export interface OpenedOffer {
  procurement: string;
  lot: string;
  supplier: string;
  [field: string]: unknown;
}

export type Opening = { ok: true; offer: OpenedOffer; salt: string } | { ok: false; reason: UnreadableReason };

const FIELDS = 'commitment,envelope,generation,key,kind,lot,procurement,suite,supplier,v';
const isDigest = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** True for an object with exactly the fields of a manifest. */
export function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Record<string, unknown>;
  const texts = [given.procurement, given.lot, given.supplier, given.suite];
  return (
    Object.keys(given).sort().join() === FIELDS &&
    given.v === 1 &&
    texts.every((text) => typeof text === 'string' && text.length > 0 && text.length <= 200) &&
    (given.kind === 'price' || given.kind === 'documents') &&
    Number.isSafeInteger(given.generation) &&
    [given.key, given.commitment, given.envelope].every(isDigest)
  );
}

/** What an opening is computed with; the server has quicker ones than the browser (`hpke-node.ts`). */
export interface Primitives {
  open: (...of: Parameters<typeof hpkeOpen>) => Bytes | null | Promise<Bytes | null>;
  sha256: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  hmacSha256: (key: Uint8Array, bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

const OF_THE_BROWSER: Primitives = { open: hpkeOpen, sha256, hmacSha256 };

/**
 * Opens one envelope with the released seed of its window. Never throws for what a supplier could cause: an unreadable offer is
 * an outcome. The result is canonical JSON bound by the signed commitment; its own schema is the caller's to check.
 */
export async function openOffer(given: {
  seed: Uint8Array;
  envelope: Uint8Array;
  manifest: unknown;
  window: SealingWindow;
  /** Of the browser, unless others are given. */
  primitives?: Primitives;
}): Promise<Opening> {
  const { seed, envelope, manifest, window, primitives = OF_THE_BROWSER } = given;
  if (!isManifest(manifest)) return unreadable('manifest-malformed');
  const header = headerOf(window, manifest.supplier);
  const outside = outsideFault({ envelope, digest: hex(await primitives.sha256(envelope)), manifest, header });
  if (outside) return unreadable(outside);
  const plain = await primitives.open(seed, envelope, { info: OFFER_INFO, aad: canonical(header) });
  if (!plain) return unreadable('wrong-key-or-context');
  const start = SALT_LENGTH + 4;
  const length = lengthAt(plain, SALT_LENGTH);
  if (length > plain.length - start || plain.length !== paddedLength(start + length)) return unreadable('padding');
  if (plain.subarray(start + length).some((byte) => byte !== 0)) return unreadable('padding');
  const [salt, offer] = [plain.slice(0, SALT_LENGTH), plain.slice(start, start + length)];
  if ((await commitmentTo(offer, salt, primitives.hmacSha256)) !== manifest.commitment) return unreadable('commitment');
  const readable = canonicalObject(offer);
  if (!readable) return unreadable('not-canonical');
  const { procurement, lot, supplier } = readable;
  if (procurement !== header.procurement || lot !== header.lot || supplier !== header.supplier) {
    return unreadable('other-context-inside');
  }
  return { ok: true, offer: { ...readable, procurement, lot, supplier }, salt: hex(salt) };
}

/** True when the offer and salt a supplier kept are what the signed manifest commits to. */
export const provesOffer = async (manifest: Manifest, keep: { offer: string; salt: string }): Promise<boolean> =>
  (await commitmentTo(new TextEncoder().encode(keep.offer), fromHex(keep.salt))) === manifest.commitment;

const unreadable = (reason: UnreadableReason): Opening => ({ ok: false, reason });

/** What is wrong with an envelope as seen from outside; `digest` is its hex SHA-256. */
export function outsideFault(given: {
  envelope: Uint8Array;
  digest: string;
  manifest: Manifest;
  header: EnvelopeHeader;
}): UnreadableReason | null {
  const { commitment: _commitment, envelope: signedDigest, ...header } = given.manifest;
  if (canonical(header) !== canonical(given.header)) return 'other-window';
  if (given.digest !== signedDigest) return 'envelope-altered';
  const inside = given.envelope.length - POINT_LENGTH - TAG_LENGTH;
  const fits = inside >= 1024 && inside <= paddedLength(LARGEST_OFFER + SALT_LENGTH + 4) && paddedLength(inside) === inside;
  return fits ? null : 'envelope-length';
}

/** What no database keeps (U+0000, nested beyond 64 levels) is no offer either: it would hold up the opening of everybody's. */
function canonicalObject(bytes: Uint8Array): Record<string, unknown> | null {
  const text = textOf(bytes);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isStorable(value)) return null;
    return canonical(value) === text ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
