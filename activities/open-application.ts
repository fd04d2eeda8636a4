import { loadCase } from '../db/cases.ts';
import { transaction, type Tx } from '../db/client.ts';
import { addDocument } from '../db/documents.ts';
import { sha256Hex } from '../db/file-store.ts';
import { offersUnder } from '../db/intake.ts';
import { openedContents, storeOpened } from '../db/opened-offers.ts';
import { fileName } from '../domain/file-name.ts';
import { readApplication, type SealedDocument } from '../domain/procurement/application-content.ts';
import type { ApplicationDocument, OpenedApplication } from '../domain/procurement/application.ts';
import type { ProcurementFile, Restriction } from '../domain/procurement/file.ts';
import { blindTag } from '../trust/papers.ts';
import { openFile } from '../trust/sealed-file.ts';
import { idFrom } from './ids.ts';
import { holdWindow, type Opener, proofOf, type ReadOffer, readOffers, restrictionsToday } from './open-window.ts';

interface Of {
  caseId: string;
  windowId: string;
}

/** Whether the invited supplier's application stands in the window: only the opener may read this outside the web process. */
export async function applicationIn(opener: Opener, { caseId, windowId }: Of): Promise<boolean> {
  return transaction(opener.db, async (tx) => {
    // Waits for what is being handed in; what comes later sees the command that asked (`acceptOffer`).
    await tx.query('select 1 from intake_window where id = $1 for update', [windowId]);
    const { invited } = await loadCase(tx, caseId);
    if (!invited) return false;
    const [offer] = await offersUnder(tx, [blindTag(opener.blindKey, windowId, invited.bin)]);
    return offer !== undefined && offer.row.envelope !== null;
  });
}

/** Bytes of a sealed file under their digest, or why there are none. Trouble with the store itself is thrown and retried. */
async function sealedBytes(opener: Opener, digest: string): Promise<Buffer | 'missing' | 'altered'> {
  try {
    return await opener.files.get(digest);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === undefined) return 'altered';
    if (code === 'ENOENT') return 'missing';
    throw error;
  }
}

/** Whether the store shows one of these files. Where its share is not mounted on the opener's machine, every file is "missing". */
async function storeIsThere(opener: Opener, digests: string[]): Promise<boolean> {
  for (const digest of digests) {
    const shown = await opener.files.get(digest).catch(() => null);
    if (shown) return true;
  }
  return false;
}

const MAGIC: [mediaType: string, begins: string][] = [
  ['application/pdf', '25504446'],
  ['image/png', '89504e47'],
  ['image/jpeg', 'ffd8ff'],
];
const mediaTypeOf = (bytes: Uint8Array): string => {
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return MAGIC.find(([, magic]) => begins.startsWith(magic))?.[0] ?? 'application/octet-stream';
};

/** Decrypts one document and keeps it as a document of the case. A file that cannot be read is an outcome with its reason. */
async function openDocument(
  opener: Opener,
  tx: Tx,
  given: { caseId: string; bin: string; order: number; document: SealedDocument },
) {
  const { caseId, bin, order, document } = given;
  const { kind, lot, sha256, size, key, sealed } = document;
  const id = idFrom(`${caseId}/application/${order}/${sealed}`);
  const said: ApplicationDocument = {
    id,
    kind,
    ...(lot === undefined ? {} : { lot }),
    name: fileName(document.name),
    sha256,
    size,
  };
  const bytes = await sealedBytes(opener, sealed);
  if (typeof bytes === 'string') return { ...said, unreadable: bytes };
  const plain = await openFile(key, bytes);
  if (!plain) return { ...said, unreadable: 'other-key' };
  if (plain.length !== size || sha256Hex(plain) !== sha256) return { ...said, unreadable: 'other-bytes' };
  await opener.files.put(plain);
  await addDocument(tx, {
    ...{ id, caseId, kind, lot: lot ?? null, version: 1, name: said.name, mediaType: mediaTypeOf(plain), sha256, bytes: size },
    ...{ payload: null, payloadSha256: null, state: 'uploaded', createdBy: bin },
  });
  return said;
}

async function applicationOf(opener: Opener, tx: Tx, file: ProcurementFile, read: ReadOffer): Promise<OpenedApplication> {
  const { supplier, receivedAt, receipt, opening } = read;
  const head = { supplier, receivedAt, receipt };
  if (!opening.ok) return { ...head, prices: [], documents: [], unreadable: opening.reason };
  const content = readApplication(opening.offer, file);
  if (!content) return { ...head, prices: [], documents: [], unreadable: 'not-an-application' };
  const documents: ApplicationDocument[] = [];
  for (const [order, document] of content.documents.entries())
    documents.push(await openDocument(opener, tx, { caseId: file.id, bin: supplier.bin, order, document }));
  // Final once committed, so it is believed only of a store that shows another file of the case; otherwise the opening is tried again.
  if (documents.some(({ unreadable }) => unreadable === 'missing')) {
    const named = [...file.documents.map(({ sha256 }) => sha256), ...content.documents.map(({ sealed }) => sealed)];
    if (!(await storeIsThere(opener, named))) throw new Error(`the file store is not there: it shows no file of ${file.number}`);
  }
  return { ...head, prices: content.prices, documents };
}

/**
 * Opens the invited supplier's application with its documents, in one transaction, and checks the supplier against the register of
 * restrictions. Safe to repeat: what was opened is read back; without an application there is nothing to read back and nothing is found again.
 * @returns null when the window is void
 */
export async function openApplication(
  opener: Opener,
  { caseId, windowId }: Of,
): Promise<{ application: OpenedApplication | null; restrictions: Restriction[] } | null> {
  return transaction(opener.db, async (tx) => {
    const file = await holdWindow(tx, caseId, windowId);
    if (!file) return null;
    const [known] = await openedContents<OpenedApplication>(tx, windowId);
    const application = known ?? (await openNow(opener, tx, file, windowId));
    return { application, restrictions: application ? await restrictionsToday(opener, tx, [application.supplier.bin]) : [] };
  });
}

async function openNow(opener: Opener, tx: Tx, file: ProcurementFile, windowId: string): Promise<OpenedApplication | null> {
  const [read] = await readOffers(opener, tx, file, windowId, file.invited ? [file.invited.bin] : []);
  if (!read) return null;
  const content = await applicationOf(opener, tx, file, read);
  const offer = read.opening.ok ? read.opening.offer : null;
  await storeOpened(tx, windowId, [{ order: 1, content, receipt: read.papers.receipt, offer, proof: proofOf(read) }]);
  return content;
}
