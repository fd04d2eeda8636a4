import { createPublicKey, randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  SubjectKeyIdentifierExtension,
  type Name,
  KeyUsageFlags,
  KeyUsagesExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
  X509CrlReason,
} from './x509.ts';

/** A key pair with its certificate. */
export interface Issued {
  certificate: X509Certificate;
  privateKey: webcrypto.CryptoKey;
}

/** Validity in development: wide, because the legal clock of the training portal may be moved by years. */
export const VALID_FROM = new Date('2015-01-01T00:00:00Z');
export const VALID_TO = new Date('2045-01-01T00:00:00Z');

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;
const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

export const newKeys = (algorithm: 'rsa' | 'ec' = 'rsa'): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(algorithm === 'rsa' ? RSA : EC, true, ['sign', 'verify']);

/** A root (no `by`), or an authority below it that issues to people only. */
export async function newAuthority(name: Name, by?: Issued): Promise<Issued> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: name,
    issuer: by ? by.certificate.subjectName : name,
    notBefore: VALID_FROM,
    notAfter: VALID_TO,
    signingAlgorithm: SIGNING,
    publicKey: keys.publicKey,
    signingKey: by ? by.privateKey : keys.privateKey,
    extensions: [
      ...(await keyIdentifiers(keys, by)),
      new BasicConstraintsExtension(true, by ? 0 : undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return { certificate, privateKey: keys.privateKey };
}

/** A certificate for signing documents, for a new key pair unless one is given. */
export async function issue(
  by: Issued,
  name: Name,
  more: {
    algorithm?: 'rsa' | 'ec';
    validFrom?: Date;
    validTo?: Date;
    usage?: KeyUsageFlags;
    keys?: webcrypto.CryptoKeyPair;
  } = {},
): Promise<Issued> {
  const keys = more.keys ?? (await newKeys(more.algorithm));
  const usage = more.usage ?? KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: name,
    issuer: by.certificate.subjectName,
    notBefore: more.validFrom ?? VALID_FROM,
    notAfter: more.validTo ?? VALID_TO,
    signingAlgorithm: SIGNING,
    publicKey: keys.publicKey,
    signingKey: by.privateKey,
    extensions: [
      ...(await keyIdentifiers(keys, by)),
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(usage, true),
    ],
  });
  return { certificate, privateKey: keys.privateKey };
}

/**
 * The authority's revocation list in DER, naming serial numbers in hex. In development it stays fresh as long as the certificates:
 * nobody issues a new list while the training portal stands, and its legal clock may be moved.
 */
export async function revocationList(
  by: Issued,
  serials: string[],
  span: { thisUpdate?: Date; nextUpdate?: Date } = {},
): Promise<Buffer> {
  const list = await X509CrlGenerator.create({
    issuer: by.certificate.subjectName,
    thisUpdate: span.thisUpdate ?? VALID_FROM,
    nextUpdate: span.nextUpdate ?? VALID_TO,
    // An entry without a reason gets an empty extension list, which strict readers refuse.
    entries: serials.map((serialNumber) => ({
      serialNumber,
      revocationDate: VALID_FROM,
      reason: X509CrlReason.keyCompromise,
    })),
    signingAlgorithm: SIGNING,
    signingKey: by.privateKey,
  });
  return Buffer.from(list.rawData);
}

/** PEM (PKCS #8) of a private key. */
export async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${der.match(/.{1,64}/g)!.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

/** An RSA private key from its PEM, able to issue. */
export const privateKeyOf = (pem: string): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'), SIGNING, true, ['sign']);

/** True when the certificate is for this key's public half. */
export const belongsTogether = (certificate: X509Certificate, keyPem: string): boolean =>
  createPublicKey(keyPem).export({ type: 'spki', format: 'der' }).equals(Buffer.from(certificate.publicKey.rawData));

/** Identifiers of the owner's and the authority's key, RFC 5280 §4.2.1.1–2. */
const keyIdentifiers = async (keys: webcrypto.CryptoKeyPair, by?: Issued): Promise<Extension[]> => [
  await SubjectKeyIdentifierExtension.create(keys.publicKey),
  await AuthorityKeyIdentifierExtension.create(by ? by.certificate.publicKey : keys.publicKey),
];

/** 16 random bytes, positive and of fixed length as DER wants them. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.toString('hex');
}
