import { randomBytes, webcrypto } from 'node:crypto';
import type { X509Certificate } from './x509.ts';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Issued } from './authority.ts';

const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
/** As OpenSSL has them by default. More would not protect development keys: their password stands in the documentation. */
const ITERATIONS = 2_048;

/** A key file (PKCS #12, AES-256, HMAC-SHA-256) with the owner's certificate and the authorities above it. */
export async function p12File(given: {
  owner: Issued;
  above: X509Certificate[];
  password: string;
  label: string;
}): Promise<Buffer> {
  const password = new TextEncoder().encode(given.password).buffer;
  const encryption = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  };
  const keyId = randomBytes(8);
  const attributes = [
    attribute(FRIENDLY_NAME, new asn1js.BmpString({ value: given.label })),
    attribute(LOCAL_KEY_ID, new asn1js.OctetString({ valueHex: new Uint8Array(keyId).buffer })),
  ];
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({
    parsedValue: pkijs.PrivateKeyInfo.fromBER(await webcrypto.subtle.exportKey('pkcs8', given.owner.privateKey)),
  });
  await shrouded.makeInternalValues(encryption);
  const certificates = [given.owner.certificate, ...given.above].map(
    ({ rawData }, at) =>
      new pkijs.SafeBag({
        bagId: CERTIFICATE_BAG,
        bagValue: new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(rawData) }),
        ...(at === 0 ? { bagAttributes: attributes } : {}),
      }),
  );
  const safe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 0,
          value: new pkijs.SafeContents({
            safeBags: [new pkijs.SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: shrouded, bagAttributes: attributes })],
          }),
        },
        { privacyMode: 1, value: new pkijs.SafeContents({ safeBags: certificates }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, encryption] });
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await pfx.makeInternalValues({
    password,
    iterations: ITERATIONS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(pfx.toSchema().toBER(false));
}

const attribute = (type: string, value: asn1js.BaseBlock): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] });
