import { createHmac } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
import type { Text } from '../domain/parties.ts';
import type { EarlierOffer } from '../db/intake.ts';
import { revisionsUnder } from '../db/my-quotations.ts';
import { blindTag } from '../trust/papers.ts';
import type { Receipt, SignedReceipt } from '../trust/receipt.ts';
import { openOwnReceipt, sealOwnReceipt } from '../trust/sealed-receipt.ts';
import type { Services } from './services.ts';

/** What a supplier's receipt confirms: handed in, put in place of the former one, taken back. */
export type OfferAct = 'submitted' | 'replaced' | 'withdrawn';

/** What lies sealed beside an offer for its supplier's own pages. */
interface KeptReceipt {
  act: OfferAct;
  by: { userId: string; name: Text };
  signed: SignedReceipt;
}

/** A receipt as its supplier finds it again. */
export interface OwnReceipt extends KeptReceipt {
  revision: number;
  receipt: Receipt;
}

// Crockford's alphabet: no letter that is taken for a digit when a receipt is read out.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * Number of a receipt: 80 bits of an HMAC under the blind key, as `7K2M-9QXD-01AF-CZ5T`. Counts nothing, cannot be guessed, and the
 * holder of the blind key can make it again.
 */
export function receiptNumber(blindKey: Uint8Array, tag: string, revision: number): string {
  const digest = createHmac('sha256', blindKey)
    .update(canonical(['zakup/receipt-number/1', tag, revision]))
    .digest();
  const symbols = Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');
  return symbols.match(/.{4}/g)!.join('-');
}

/** Seals a receipt for the own pages of its supplier. */
export const keepReceipt = (blindKey: Uint8Array, tag: string, kept: KeptReceipt): Buffer =>
  sealOwnReceipt(blindKey, tag, JSON.stringify(kept));

/** All receipts of a supplier in these windows, by window, oldest first. @throws Error when a stored receipt is not under the blind key. */
export async function ownReceipts(
  { db, blindKey }: Pick<Services, 'db' | 'blindKey'>,
  windowIds: string[],
  supplierBin: string,
): Promise<Map<string, OwnReceipt[]>> {
  const windowOf = new Map(windowIds.map((id) => [blindTag(blindKey, id, supplierBin), id]));
  const found = new Map<string, OwnReceipt[]>();
  for (const { tag, ...earlier } of await revisionsUnder(db.pool, [...windowOf.keys()])) {
    const windowId = windowOf.get(tag)!;
    found.set(windowId, [...(found.get(windowId) ?? []), readReceipt(blindKey, tag, earlier)]);
  }
  return found;
}

/** A receipt as it lies beside its offer. @throws Error when it is not under the blind key */
export function readReceipt(blindKey: Uint8Array, tag: string, { revision, receipt: sealed }: EarlierOffer): OwnReceipt {
  const text = openOwnReceipt(blindKey, tag, sealed);
  if (text === null) throw new Error('a stored receipt cannot be read: the blind key is not the one it was sealed under');
  const kept = JSON.parse(text) as KeptReceipt;
  return { ...kept, revision, receipt: JSON.parse(kept.signed.receipt) as Receipt };
}
