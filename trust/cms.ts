import { bits, children, context, type Der, DerFault, expectTag, integer, oid, readOrNull, sequence, TAG, whole } from './der.ts';

/** What a detached CAdES-BES signature says, unjudged. */
export interface Cms {
  /** SHA-256 of the signed bytes, as claimed. */
  messageDigest: Buffer;
  /** SHA-256 of the signer's certificate, signingCertificateV2 (RFC 5035). */
  certificateHash: Buffer;
  /** DER of the signer's issuer name, and content of the serial number. */
  issuer: Buffer;
  serial: Buffer;
  algorithm: 'rsa' | 'ec';
  /** The signed attributes as they were signed: tag SET, not [0]. */
  signedAttributes: Buffer;
  signature: Buffer;
  /** DER of the enclosed certificates. */
  certificates: Buffer[];
}

export type CmsReading = { ok: true; cms: Cms } | { ok: false; reason: 'eds-malformed' };

/** Largest signature read, bytes. */
export const LARGEST_CMS = 64 * 1024;

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const ALGORITHMS: Record<string, Cms['algorithm']> = {
  '1.2.840.113549.1.1.1': 'rsa',
  '1.2.840.113549.1.1.11': 'rsa',
  '1.2.840.10045.4.3.2': 'ec',
};

/**
 * Reads a detached CMS SignedData (RFC 5652) strictly: DER, one signer named by issuer and serial, SHA-256, RSA or EC, and the
 * attributes contentType, messageDigest and signingCertificateV2 exactly once. Only the byte walk is here; nothing is verified.
 */
export function readCms(der: Uint8Array): CmsReading {
  if (der.length > LARGEST_CMS) return { ok: false, reason: 'eds-malformed' };
  const cms = readOrNull(() => signedData(Buffer.from(der)));
  return cms ? { ok: true, cms } : { ok: false, reason: 'eds-malformed' };
}

function signedData(der: Buffer): Cms {
  const [type, content, ...rest] = sequence(whole(der, TAG.sequence));
  if (oid(type) !== OID.signedData || rest.length > 0) throw new DerFault('not signed data');
  const parts = sequence(whole(expectTag(content, context(0)).content, TAG.sequence));
  const [version, digests, encapsulated] = parts;
  if (integer(version) !== 1) throw new DerFault('version');
  const digest = children(expectTag(digests, TAG.set));
  if (digest.length !== 1 || algorithm(digest[0]) !== OID.sha256) throw new DerFault('digest algorithms');
  const [contentType, ...attached] = sequence(encapsulated);
  if (oid(contentType) !== OID.data || attached.length > 0) throw new DerFault('not detached');
  const signers = children(expectTag(parts.at(-1), TAG.set));
  const optional = parts.slice(3, -1);
  if (signers.length !== 1 || optional.some(({ tag }, at) => tag !== context(0) && !(tag === context(1) && at > 0))) {
    throw new DerFault('signers');
  }
  const certificates = optional[0]?.tag === context(0) ? children(optional[0]) : [];
  if (optional.length > 2 || certificates.length > 8) throw new DerFault('too many certificates');
  return { ...signerInfo(signers[0]), certificates: certificates.map((c) => expectTag(c, TAG.sequence).bytes) };
}

function signerInfo(element: Der | undefined): Omit<Cms, 'certificates'> {
  const [version, sid, digest, attributes, signing, signature, unsigned, ...rest] = sequence(element);
  if (integer(version) !== 1 || algorithm(digest) !== OID.sha256) throw new DerFault('signer info');
  if (rest.length > 0 || (unsigned && unsigned.tag !== context(1))) throw new DerFault('signer info');
  const [issuer, serial, ...more] = sequence(sid);
  if (more.length > 0) throw new DerFault('signer identifier');
  const kind = ALGORITHMS[algorithm(signing)];
  if (!kind) throw new DerFault('signature algorithm');
  const signed = expectTag(attributes, context(0));
  const values = attributeValues(signed);
  if (oid(values(OID.contentType)) !== OID.data) throw new DerFault('content type');
  const messageDigest = expectTag(values(OID.messageDigest), TAG.octetString).content;
  const signedAttributes = Buffer.from(signed.bytes);
  signedAttributes[0] = TAG.set;
  return {
    messageDigest,
    certificateHash: certificateHash(values(OID.signingCertificateV2)),
    issuer: expectTag(issuer, TAG.sequence).bytes,
    serial: expectTag(serial, TAG.integer).content,
    algorithm: kind,
    signedAttributes,
    signature: expectTag(signature, TAG.octetString).content,
  };
}

/** The one value of each attribute; an attribute that stands twice or has several values is a fault. */
function attributeValues(signed: Der): (type: string) => Der {
  const found = new Map<string, Der>();
  for (const attribute of children(signed)) {
    const [type, values, ...rest] = sequence(attribute);
    const [value, ...others] = children(expectTag(values, TAG.set));
    if (!value || others.length > 0 || rest.length > 0 || found.has(oid(type))) throw new DerFault('attribute');
    found.set(oid(type), value);
  }
  return (type) => {
    const value = found.get(type);
    if (!value) throw new DerFault(`attribute ${type} is missing`);
    return value;
  };
}

/** First ESSCertIDv2 of SigningCertificateV2; its hash algorithm is SHA-256 by default and must be. */
function certificateHash(value: Der): Buffer {
  const [identifiers] = sequence(value);
  const fields = sequence(sequence(identifiers)[0]);
  const named = fields[0]?.tag === TAG.sequence;
  if (named && algorithm(fields[0]) !== OID.sha256) throw new DerFault('certificate hash');
  return expectTag(fields[named ? 1 : 0], TAG.octetString).content;
}

/** Identifier of an AlgorithmIdentifier whose parameters are absent or NULL. */
export function algorithm(element: Der | undefined): string {
  const [identifier, parameters, ...rest] = sequence(element);
  if (rest.length > 0 || (parameters && (parameters.tag !== TAG.null || parameters.content.length > 0))) {
    throw new DerFault('algorithm parameters');
  }
  return oid(identifier);
}

/** Signature of a signed structure (certificate, revocation list): the signed part, its algorithm, the signature. */
export function signedStructure(der: Buffer): { signed: Der; kind: Cms['algorithm']; signature: Buffer } {
  const [signed, signing, signature, ...rest] = sequence(whole(der, TAG.sequence));
  const kind = ALGORITHMS[algorithm(signing)];
  if (!kind || rest.length > 0) throw new DerFault('signature algorithm');
  return { signed: expectTag(signed, TAG.sequence), kind, signature: bits(signature) };
}
