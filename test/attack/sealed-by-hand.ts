import { randomBytes } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { concat, hex, sha256, utf8 } from '../../trust/bytes.ts';
import type { SigningKey } from '../../trust/browser/p12.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { commitmentTo, headerOf, type Manifest, manifestBytes, OFFER_INFO, SALT_LENGTH } from '../../trust/envelope.ts';
import { hpkeSeal } from '../../trust/hpke.ts';
import { lengthBytes, paddedLength } from '../../trust/padding.ts';

/** The window of a procurement as its page names it. */
export const windowOf = ({ number, intake }: ProcurementFile) => ({
  ...{ procurement: number, lot: '*', kind: 'price' as const, generation: intake!.generation },
  ...intake!.price,
});

/** Seals and signs any text for a window, as a supplier's own program may: the browser would refuse most of it. */
export async function sealByHand(file: ProcurementFile, supplier: string, text: string, key: SigningKey) {
  const window = windowOf(file);
  const header = headerOf(window, supplier);
  const [offer, salt] = [utf8(text), randomBytes(SALT_LENGTH)];
  const inner = concat(salt, lengthBytes(offer.length), offer);
  const plain = new Uint8Array(paddedLength(inner.length));
  plain.set(inner);
  const publicKey = Buffer.from(window.publicKey, 'base64');
  const envelope = await hpkeSeal(publicKey, plain, { info: OFFER_INFO, aad: canonical(header) });
  const commitment = await commitmentTo(offer, salt);
  const manifest: Manifest = { ...header, commitment, envelope: hex(await sha256(envelope)) };
  return { envelope, manifest, signature: await signDetached(manifestBytes(manifest), key) };
}
