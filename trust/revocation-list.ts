import { createHash, verify } from 'node:crypto';
import { extension, type Certificate, USAGE } from './certificate.ts';
import { signedStructure } from './cms.ts';
import {
  children,
  context,
  type Der,
  DerFault,
  elementAt,
  expectTag,
  integer,
  oid,
  readOrNull,
  sequence,
  TAG,
  time,
  whole,
} from './der.ts';

/** A complete certificate revocation list (RFC 5280 §5), its signature not yet judged. */
export interface RevocationList {
  /** Hex SHA-256 of the DER. */
  digest: string;
  /** DER of the issuer's name. */
  issuer: Buffer;
  /** Instants in ms since the epoch; the list speaks for [thisUpdate, nextUpdate). */
  thisUpdate: number;
  nextUpdate: number;
  /** Serial numbers, hex. */
  revoked: Set<string>;
  isSignedBy: (issuer: Certificate) => boolean;
}

/** Reads a list in DER; null when it is not strict, is a delta or a partial list, or has critical extensions. */
export function readRevocationList(der: Uint8Array): RevocationList | null {
  return readOrNull(() => revocationList(Buffer.from(der)));
}

function revocationList(der: Buffer): RevocationList {
  const { signed, kind, signature } = signedStructure(der);
  const parts = children(signed);
  if (parts[0]?.tag === TAG.integer && integer(parts.shift()) !== 1) throw new DerFault('version of the list');
  const [inner, issuer, from, to, ...rest] = parts;
  oid(sequence(inner)[0]);
  const entries = rest[0]?.tag === TAG.sequence ? rest.shift() : undefined;
  const extensions = rest[0]?.tag === context(0) ? sequence(whole(rest[0].content, TAG.sequence)) : [];
  // Delta and partial lists mark themselves by critical extensions, RFC 5280 §5.2.4, §5.2.5.
  if (extensions.some((element) => extension(element).critical)) throw new DerFault('not a complete list');
  return {
    digest: createHash('sha256').update(der).digest('hex'),
    issuer: expectTag(issuer, TAG.sequence).bytes,
    thisUpdate: time(from),
    nextUpdate: time(to),
    revoked: entries ? serialsOf(entries) : new Set(),
    isSignedBy: remembered(
      (authority) => mayIssueLists(authority) && signatureFits(authority, { kind, signed: signed.bytes, signature }),
    ),
  };
}

/** A list of 100,000 entries is megabytes long: its signature is judged once per authority. */
function remembered(judge: (authority: Certificate) => boolean): (authority: Certificate) => boolean {
  const known = new Map<string, boolean>();
  return (authority) => {
    const verdict = known.get(authority.digest) ?? judge(authority);
    if (known.size < 16) known.set(authority.digest, verdict);
    return verdict;
  };
}

/** Walks without building an array of elements: national lists have 100,000 entries. */
function serialsOf(entries: Der): Set<string> {
  const serials = new Set<string>();
  for (let at = 0; at < entries.content.length;) {
    const entry = elementAt(entries.content, at);
    const [serial, , extensions] = sequence(entry);
    if (extensions && children(extensions).some((element) => extension(element).critical)) {
      throw new DerFault('critical extension of an entry');
    }
    serials.add(expectTag(serial, TAG.integer).content.toString('hex'));
    at += entry.bytes.length;
  }
  return serials;
}

const mayIssueLists = (authority: Certificate): boolean => authority.isAuthority && (authority.keyUsage & USAGE.cRLSign) !== 0;

function signatureFits(authority: Certificate, list: { kind: 'rsa' | 'ec'; signed: Buffer; signature: Buffer }): boolean {
  const key = authority.publicKey;
  return key.asymmetricKeyType === list.kind && verify('sha256', list.signed, key, list.signature);
}
