// Signs bytes with an EDS key in PEM: detached CAdES-BES in DER, RSA or EC P-256 with SHA-256, of node:crypto alone.
// A .p12 becomes such a file by `openssl pkcs12 -in supplier.p12 -nodes -out supplier.pem`.
import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';

const { Buffer } = globalThis;

/** Content octets of the identifiers. */
const OID = {
  data: '2a864886f70d010701',
  signedData: '2a864886f70d010702',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingTime: '2a864886f70d010905',
  signingCertificateV2: '2a864886f70d010910022f',
  sha256: '608648016503040201',
  rsa: '2a864886f70d01010b',
  ecdsa: '2a8648ce3d040302',
};
const [INTEGER, OCTETS, IDENTIFIER, UTC_TIME, SEQUENCE, SET, CONTEXT_0] = [0x02, 0x04, 0x06, 0x17, 0x30, 0x31, 0xa0];

function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const size = content.length.toString(16);
  const length = Buffer.from(size.length % 2 ? `0${size}` : size, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}
const oid = (hex) => der(IDENTIFIER, Buffer.from(hex, 'hex'));
const algorithm = (hex) => der(SEQUENCE, oid(hex));
const one = der(INTEGER, Buffer.from([1]));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** The elements inside an element, each with its tag and length. */
function inside(bytes) {
  const read = (at) => {
    const short = bytes[at + 1] < 128;
    const more = short ? 0 : bytes[at + 1] & 0x7f;
    const length = short ? bytes[at + 1] : bytes.readUIntBE(at + 2, more);
    return { start: at + 2 + more, end: at + 2 + more + length };
  };
  const found = [];
  for (let { start, end } = read(0); start < end;) {
    const next = read(start).end;
    found.push(bytes.subarray(start, next));
    start = next;
  }
  return found;
}

/** Issuer name and serial number, as the certificate has them. */
function namedBy(certificate) {
  const fields = inside(inside(certificate)[0]);
  const [serial, , issuer] = fields[0][0] === CONTEXT_0 ? fields.slice(1) : fields;
  return der(SEQUENCE, issuer, serial);
}

/** The private key of a PEM file and its certificates; the owner's is the one that fits the key. */
export function readKey(pem) {
  const privateKey = createPrivateKey(pem);
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const all = blocks.map((block) => new X509Certificate(block));
  const owner = all.find((each) => each.checkPrivateKey(privateKey));
  if (!owner) throw new Error('the file has no certificate of its key');
  return { privateKey, certificates: [owner, ...all.filter((each) => each !== owner)].map(({ raw }) => raw) };
}

/** Detached signature over `bytes`; what counts is the portal's time of receipt, not the time written here. */
export function signDetached(bytes, { privateKey, certificates }) {
  const [owner] = certificates;
  const time = `${new Date().toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`;
  const attribute = (type, value) => der(SEQUENCE, oid(type), der(SET, value));
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.signingTime, der(UTC_TIME, Buffer.from(time))),
    attribute(OID.messageDigest, der(OCTETS, sha256(bytes))),
    attribute(OID.signingCertificateV2, der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, der(OCTETS, sha256(owner)))))),
  ].sort(Buffer.compare);
  const signature = sign('sha256', der(SET, ...attributes), privateKey);
  const signer = der(
    SEQUENCE,
    ...[one, namedBy(owner), algorithm(OID.sha256), der(CONTEXT_0, ...attributes)],
    ...[algorithm(privateKey.asymmetricKeyType === 'ec' ? OID.ecdsa : OID.rsa), der(OCTETS, signature)],
  );
  const signed = der(
    SEQUENCE,
    ...[one, der(SET, algorithm(OID.sha256)), der(SEQUENCE, oid(OID.data))],
    ...[der(CONTEXT_0, ...certificates), der(SET, signer)],
  );
  return der(SEQUENCE, oid(OID.signedData), der(CONTEXT_0, signed));
}
