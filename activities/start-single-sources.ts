import type { Command } from '../domain/case.ts';
import { dateOf } from '../domain/calendar.ts';
import { PORTAL } from '../domain/parties.ts';
import { documentFileName, type LotListPayload } from '../domain/procurement/documents.ts';
import type { DocumentRef, ProcurementFile } from '../domain/procurement/file.ts';
import { sheetOn } from '../domain/procurement/methods/index.ts';
import {
  type DueSingleSource,
  dueSingleSources,
  lotListAfter,
  singleSourceAfter,
} from '../domain/procurement/single-source-after.ts';
import { insertDraft, loadCase } from '../db/cases.ts';
import { type Database, transaction, type Tx } from '../db/client.ts';
import { legalNow } from '../db/clock.ts';
import { addDocument, documentsOf, type DocumentRow } from '../db/documents.ts';
import { currentCalendar } from '../db/lookups.ts';
import { receiveCommand } from '../db/receive.ts';
import * as store from '../db/single-source.ts';
import { idFrom } from './ids.ts';

export interface Starting {
  db: Database;
  baseUrl: string;
  /** Carries a received command to its case; the relay does it again when this fails. */
  carry: (command: Command, file: ProcurementFile) => Promise<void>;
}

export interface StartedSingleSource extends DueSingleSource {
  number: string;
}

const NOT_PRINTED = '0'.repeat(64);

/** Documents of the failed announcement that go with these lots: their specifications, and the draft contracts of their customers. */
function documentsFor(failed: ProcurementFile, rows: readonly DocumentRow[], lots: readonly string[]): DocumentRef[] {
  const customers = new Set(failed.lots.filter((lot) => lots.includes(lot.number)).map((lot) => lot.customer));
  const ofOther = ({ id }: DocumentRef) => {
    const payload = rows.find((row) => row.id === id)?.payload as { customer?: { bin?: string } } | null | undefined;
    return payload?.customer?.bin !== undefined && !customers.has(payload.customer.bin);
  };
  return failed.documents.filter(
    (ref) => (ref.kind === 'specification' && lots.includes(ref.lot ?? '')) || (ref.kind === 'contract-draft' && !ofOther(ref)),
  );
}

/** The part of these lots that an announcement took up; null where it took up none of them. */
function ownOf({ supplier, lots }: DueSingleSource, made: ProcurementFile): StartedSingleSource | null {
  const own = lots.filter((lot) => Object.values(made.origin?.lots ?? {}).includes(lot));
  return own.length > 0 ? { supplier, lots: own, number: made.number } : null;
}

/** Makes one announcement; what was made before under the same id is found again. Null when every lot was taken elsewhere. */
async function make(tx: Tx, failed: ProcurementFile, due: DueSingleSource, baseUrl: string): Promise<StartedSingleSource | null> {
  const id = idFrom(`${failed.id}/single-source/${due.supplier}`);
  const known = await store.announcementUnder(tx, id);
  // What was made before took up the lots that were free then: the others are not its own.
  if (known) return ownOf(due, known);
  const planItems = failed.lots.filter((lot) => due.lots.includes(lot.number));
  const taken = await store.takeFailedPlanItems(
    tx,
    failed.id,
    id,
    planItems.map((lot) => lot.planItemId),
  );
  const lots = planItems.filter((lot) => taken.includes(lot.planItemId)).map((lot) => lot.number);
  if (lots.length === 0) return null;
  const rows = await documentsOf(tx, failed.id);
  const copies = documentsFor(failed, rows, lots).map((from) => ({ from, ref: { ...from, id: idFrom(`${id}/${from.id}`) } }));
  const file = singleSourceAfter(failed, {
    id,
    number: await store.nextAnnouncementNumber(tx),
    invited: await store.getOrganization(tx, due.supplier),
    lots,
    creator: await store.getContacts(tx, failed.creator.userId),
    documents: copies.map(({ ref }) => ref),
  });
  await insertDraft(tx, file);
  for (const { from, ref } of copies)
    await store.copyDocument(tx, { from, id: ref.id, caseId: id, signatureId: (original) => idFrom(`${id}/${original}`) });
  await addLotList(tx, rows, file, baseUrl);
  return { supplier: due.supplier, lots, number: file.number };
}

/** Перечень лотов, to be printed by the queue. */
async function addLotList(tx: Tx, rows: readonly DocumentRow[], file: ProcurementFile, baseUrl: string): Promise<void> {
  const before = rows.filter((row) => row.kind === 'lot-list' && row.payload !== null).at(-1);
  if (!before) return;
  const now = await legalNow(tx);
  const { from: sheetVersion } = sheetOn(file.method, dateOf(await currentCalendar(tx), now.ms));
  const payload = lotListAfter(before.payload as LotListPayload, file, { formedAt: now.ms, sheetVersion, baseUrl });
  await addDocument(tx, {
    ...{ id: idFrom(`${file.id}/lot-list`), caseId: file.id, kind: 'lot-list', lot: null, version: 1 },
    ...{ name: documentFileName(payload.documentId, 'pdf'), mediaType: 'application/pdf', sha256: NOT_PRINTED, bytes: 0 },
    ...{ payload, payloadSha256: null, state: 'to-print', createdBy: 'portal' },
  });
}

/**
 * Makes the single-source announcements that follow a failed request for quotations, one per supplier, and receives the portal's
 * command that publishes each (S1 §1.7.1). Safe to repeat at any point: ids follow from the failed case.
 */
export async function startSingleSources({ db, baseUrl, carry }: Starting, caseId: string): Promise<StartedSingleSource[]> {
  const made = await transaction(db, async (tx) => {
    const failed = await store.holdCase(tx, caseId);
    const all: (StartedSingleSource | null)[] = [];
    for (const due of dueSingleSources(failed)) all.push(await make(tx, failed, due, baseUrl));
    return all.filter((each) => each !== null);
  });
  for (const { supplier } of made) {
    const id = idFrom(`${caseId}/single-source/${supplier}`);
    const request = { commandId: idFrom(`${id}/publish`), caseId: id, action: 'publish', actor: PORTAL, input: {} };
    const reception = await receiveCommand(db, request);
    if (!reception.ok) throw new Error(`publish of ${id}: ${reception.reason}`);
    const { command, outcome } = reception.received;
    // Received is received: the relay carries it when the engine does not answer now.
    if (!outcome) await carry(command, await loadCase(db.pool, id)).catch(() => undefined);
  }
  return made;
}
