import * as pkijs from 'pkijs';
import { own, utf8 } from '../bytes.ts';

/** An opened EDS key: the private key (PKCS #8) and the certificates of the file, the owner's first. */
export interface SigningKey {
  pkcs8: ArrayBuffer;
  certificates: pkijs.Certificate[];
}

export type KeyOpening = { ok: true; key: SigningKey } | { ok: false; reason: 'wrong-password' | 'not-a-key-file' };

const DATA = '1.2.840.113549.1.7.1';
const BASIC_CONSTRAINTS = '2.5.29.19';

/**
 * Opens a .p12 with its password. Password and key stay in the memory of the page. Files encrypted by RC2 or 3DES are not read.
 */
export async function openP12(file: Uint8Array, password: string): Promise<KeyOpening> {
  let pfx: pkijs.PFX;
  try {
    pfx = pkijs.PFX.fromBER(own(file).buffer);
  } catch {
    return { ok: false, reason: 'not-a-key-file' };
  }
  const secret = utf8(password).buffer;
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
  } catch {
    return { ok: false, reason: 'wrong-password' };
  }
  const key = await readKey(pfx, secret).catch(() => null);
  return key ? { ok: true, key } : { ok: false, reason: 'not-a-key-file' };
}

async function readKey(pfx: pkijs.PFX, password: ArrayBuffer): Promise<SigningKey | null> {
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) return null;
  await safe.parseInternalValues({
    safeContents: safe.safeContents.map(({ contentType }) => (contentType === DATA ? {} : { password })),
  });
  const { safeContents: contents } = safe.parsedValue as { safeContents: { value: pkijs.SafeContents }[] };
  let pkcs8: ArrayBuffer | null = null;
  const certificates: pkijs.Certificate[] = [];
  for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
    if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag) {
      pkcs8 = await decrypted(bagValue, password);
    } else if (bagValue instanceof pkijs.PrivateKeyInfo) {
      pkcs8 = bagValue.toSchema().toBER(false);
    } else if (bagValue instanceof pkijs.CertBag && bagValue.parsedValue instanceof pkijs.Certificate) {
      certificates.push(bagValue.parsedValue);
    }
  }
  certificates.sort((a, b) => Number(isAuthority(a)) - Number(isAuthority(b)));
  return pkcs8 && certificates[0] && !isAuthority(certificates[0]) ? { pkcs8, certificates } : null;
}

/** A shrouded key is PKCS #8 encrypted by the password (RFC 7292 §4.2.2). */
const decrypted = (bag: pkijs.PKCS8ShroudedKeyBag, password: ArrayBuffer): Promise<ArrayBuffer> =>
  new pkijs.EncryptedData({
    encryptedContentInfo: new pkijs.EncryptedContentInfo({
      contentEncryptionAlgorithm: bag.encryptionAlgorithm,
      encryptedContent: bag.encryptedData,
    }),
  }).decrypt({ password });

const isAuthority = (certificate: pkijs.Certificate): boolean =>
  (certificate.extensions ?? []).some(
    ({ extnID, parsedValue }) => extnID === BASIC_CONSTRAINTS && parsedValue instanceof pkijs.BasicConstraints && parsedValue.cA,
  );
