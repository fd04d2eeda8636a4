import { transaction } from '../db/client.ts';
import { registeredBins } from '../db/lookups.ts';
import { openedContents, type OpenedRow, storeOpened } from '../db/opened-offers.ts';
import type { OpenedQuotation, ProcurementFile, Restriction } from '../domain/procurement/file.ts';
import { readQuotation } from '../domain/procurement/quotation.ts';
import { holdWindow, type Opener, proofOf, type ReadOffer, readOffers, restrictionsToday } from './open-window.ts';

function quotationOf(file: ProcurementFile, { opening, order, supplier, receivedAt, receipt }: ReadOffer): OpenedQuotation {
  const prices = opening.ok ? readQuotation(opening.offer, file) : null;
  const unreadable = opening.ok ? (prices ? undefined : 'not-a-quotation') : opening.reason;
  return { order, supplier, receivedAt, receipt, prices: prices ?? [], ...(unreadable ? { unreadable } : {}) };
}

const rowOf = (content: OpenedQuotation, read: ReadOffer): OpenedRow<OpenedQuotation> => ({
  order: read.order,
  content,
  receipt: read.papers.receipt,
  offer: read.opening.ok ? read.opening.offer : null,
  proof: proofOf(read),
});

/**
 * Opens all quotations of a closed window in one transaction and checks the suppliers against the register of restrictions.
 * Safe to repeat: what was opened is read back. An unreadable offer is an outcome; a missing key is an error and is retried.
 * @returns null when the window is void
 */
export async function openQuotations(
  opener: Opener,
  { caseId, windowId }: { caseId: string; windowId: string },
): Promise<{ quotations: OpenedQuotation[]; restrictions: Restriction[] } | null> {
  return transaction(opener.db, async (tx) => {
    const file = await holdWindow(tx, caseId, windowId);
    if (!file) return null;
    let quotations = await openedContents<OpenedQuotation>(tx, windowId);
    if (quotations.length === 0) {
      const rows = (await readOffers(opener, tx, file, windowId, await registeredBins(tx))).map((read) =>
        rowOf(quotationOf(file, read), read),
      );
      await storeOpened(tx, windowId, rows);
      quotations = rows.map((row) => row.content);
    }
    const suppliers = quotations.map((q) => q.supplier.bin);
    return { quotations, restrictions: await restrictionsToday(opener, tx, suppliers) };
  });
}
