import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { type Bytes, own, sha256 } from '../bytes.ts';
import type { SigningKey } from './p12.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  ecPublicKey: '1.2.840.10045.2.1',
} as const;

/**
 * Signs bytes: detached CAdES-BES in DER (contentType, signingTime, messageDigest, signingCertificateV2), RSA PKCS #1 v1.5 or
 * EC P-256, SHA-256. `when` is the signer's claim; what counts is the portal's time of receipt.
 */
export async function signDetached(bytes: Uint8Array, key: SigningKey, when = new Date()): Promise<Bytes> {
  const [certificate] = key.certificates;
  if (!certificate) throw new TypeError('a signing key needs its certificate');
  const attributes = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.signingTime, new asn1js.UTCTime({ valueDate: when })),
    attribute(OID.messageDigest, octets(await sha256(bytes))),
    attribute(OID.signingCertificateV2, nested(octets(await sha256(new Uint8Array(certificate.toSchema(true).toBER(false)))))),
  ];
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: key.certificates,
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: inDerOrder(attributes) }),
      }),
    ],
  });
  const engine = new pkijs.CryptoEngine({ name: 'web', crypto });
  const isEc = certificate.subjectPublicKeyInfo.algorithm.algorithmId === OID.ecPublicKey;
  const algorithm = isEc ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const privateKey = await engine.importKey('pkcs8', key.pkcs8, algorithm, false, ['sign']);
  await signed.sign(privateKey, 0, 'SHA-256', own(bytes).buffer, engine);
  const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER(false));
}

const attribute = (type: string, value: asn1js.BaseBlock): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] });

const octets = (bytes: Bytes): asn1js.OctetString => new asn1js.OctetString({ valueHex: bytes.buffer });

/** SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }, RFC 5035. */
const nested = (certHash: asn1js.OctetString): asn1js.Sequence => sequence(sequence(sequence(certHash)));

const sequence = (value: asn1js.BaseBlock): asn1js.Sequence => new asn1js.Sequence({ value: [value] });

/** DER sorts the elements of a SET by their bytes, X.690 §11.6. */
function inDerOrder(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  const bytesOf = (one: pkijs.Attribute): Uint8Array => new Uint8Array(one.toSchema().toBER(false));
  return [...attributes].sort((a, b) => {
    const [left, right] = [bytesOf(a), bytesOf(b)];
    const at = left.findIndex((byte, i) => byte !== right[i]);
    return at < 0 ? 0 : left[at]! - (right[at] ?? 0);
  });
}
