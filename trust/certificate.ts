import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { children, context, type Der, DerFault, expectTag, integer, oid, readOrNull, sequence, TAG, time, whole } from './der.ts';

/** A certificate as far as signatures need it; read strictly from its DER. */
export interface Certificate {
  der: Buffer;
  /** Hex SHA-256 of the DER. */
  digest: string;
  x509: X509Certificate;
  /** Its public key; `x509` would read it anew each time. */
  publicKey: KeyObject;
  /** Content of the serial number. */
  serial: Buffer;
  /** DER of the names. */
  issuer: Buffer;
  subject: Buffer;
  /** Instants in ms since the epoch, both ends valid. */
  validFrom: number;
  validTo: number;
  isAuthority: boolean;
  /** How many authorities may follow; absent without a limit. */
  pathLength?: number;
  /** First byte of the keyUsage bits; 0 when the extension is absent. */
  keyUsage: number;
  /** A critical extension that is not understood here. */
  unknownCritical: boolean;
}

/** Bits of keyUsage (RFC 5280 §4.2.1.3) in its first byte. */
export const USAGE = { digitalSignature: 0x80, keyCertSign: 0x04, cRLSign: 0x02 } as const;

const EXTENSION = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19', extendedKeyUsage: '2.5.29.37' } as const;
const UNDERSTOOD: string[] = [EXTENSION.keyUsage, EXTENSION.basicConstraints, EXTENSION.extendedKeyUsage];

/** Certificates kept as read, by digest; beyond, all are forgotten and read again. One takes some 10 KB. */
const KEPT = 2_000;
const kept = new Map<string, Certificate>();

/** Reads a certificate, or null when it is not a strict one. The same bytes are read once: the signers of a day come again. */
export function readCertificate(der: Uint8Array): Certificate | null {
  const digest = createHash('sha256').update(der).digest('hex');
  const known = kept.get(digest);
  if (known) return known;
  const bytes = Buffer.from(der);
  const read = readOrNull(() => certificate(bytes));
  if (!read) return null;
  if (kept.size >= KEPT) kept.clear();
  kept.set(digest, read);
  return read;
}

/** Certificates of a PEM file, in its order. Throws when one cannot be read: such a store must not be used. */
export function certificatesOfPem(pem: string): Certificate[] {
  return Array.from(pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g), ([, body]) => {
    const read = readCertificate(Buffer.from(body!, 'base64'));
    if (!read) throw new Error('a certificate of the trust store cannot be read');
    return read;
  });
}

function certificate(der: Buffer): Certificate {
  const [tbs] = sequence(whole(der, TAG.sequence));
  const [version, serial, , issuer, validity, subject, , ...optional] = sequence(tbs);
  expectTag(version, context(0));
  const [from, to] = sequence(validity);
  const extensions = optional.find(({ tag }) => tag === context(3));
  return {
    der,
    digest: createHash('sha256').update(der).digest('hex'),
    ...parsed(der),
    serial: expectTag(serial, TAG.integer).content,
    issuer: expectTag(issuer, TAG.sequence).bytes,
    subject: expectTag(subject, TAG.sequence).bytes,
    validFrom: time(from),
    validTo: time(to),
    ...readExtensions(extensions ? sequence(whole(extensions.content, TAG.sequence)) : []),
  };
}

/** OpenSSL must know the certificate and its key. */
function parsed(der: Buffer): Pick<Certificate, 'x509' | 'publicKey'> {
  try {
    const x509 = new X509Certificate(der);
    const { publicKey } = x509;
    return publicKey.type === 'public' ? { x509, publicKey } : fault();
  } catch {
    return fault();
  }
}

function fault(): never {
  throw new DerFault('certificate');
}

type Extensions = Pick<Certificate, 'isAuthority' | 'pathLength' | 'keyUsage' | 'unknownCritical'>;

function readExtensions(list: Der[]): Extensions {
  const found: Extensions = { isAuthority: false, keyUsage: 0, unknownCritical: false };
  const seen = new Set<string>();
  for (const { id, critical, value } of list.map(extension)) {
    if (seen.has(id)) throw new DerFault('extension stands twice');
    seen.add(id);
    if (id === EXTENSION.keyUsage) found.keyUsage = expectTag(whole(value, TAG.bitString), TAG.bitString).content[1] ?? 0;
    if (id === EXTENSION.basicConstraints) Object.assign(found, basicConstraints(value));
    if (critical && !UNDERSTOOD.includes(id)) found.unknownCritical = true;
  }
  return found;
}

/** Extension ::= SEQUENCE { id, critical BOOLEAN DEFAULT FALSE, value OCTET STRING }. */
export function extension(element: Der): { id: string; critical: boolean; value: Buffer } {
  const [id, ...rest] = sequence(element);
  const critical = rest[0]?.tag === TAG.boolean ? rest.shift()!.content[0] !== 0 : false;
  return { id: oid(id), critical, value: expectTag(rest[0], TAG.octetString).content };
}

function basicConstraints(value: Buffer): Pick<Certificate, 'isAuthority' | 'pathLength'> {
  const [authority, length] = children(whole(value, TAG.sequence));
  const isAuthority = authority?.tag === TAG.boolean && authority.content[0] !== 0;
  return length ? { isAuthority, pathLength: integer(length) } : { isAuthority };
}
