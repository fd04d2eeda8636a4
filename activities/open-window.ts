import { loadCase } from '../db/cases.ts';
import type { Database, Tx } from '../db/client.ts';
import { legalNow } from '../db/clock.ts';
import type { FileStore } from '../db/file-store.ts';
import { dropSuperseded, findWindow, offersUnder } from '../db/intake.ts';
import { currentCalendar, findOrganizations, restrictionsOf } from '../db/lookups.ts';
import { markReleased, windowKeys } from '../db/window-keys.ts';
import { dateOf } from '../domain/calendar.ts';
import type { Organization } from '../domain/parties.ts';
import type { ProcurementFile, Restriction } from '../domain/procurement/file.ts';
import { OF_THE_SERVER } from '../trust/hpke-node.ts';
import { openOffer } from '../trust/open-offer.ts';
import { blindTag, openPapers } from '../trust/papers.ts';
import { releaseWindowKey, type WindowKeyRecord } from '../trust/window-key.ts';

/** Finds restrictions on participation («статья 6») of suppliers, as of a day 'YYYY-MM-DD'; the seam for national registers. */
export type RestrictionCheck = (tx: Tx, bins: string[], date: string, checkedAt: number) => Promise<Restriction[]>;

export interface Opener {
  db: Database;
  files: FileStore;
  /** Default: our own register (`db/lookups.ts`). */
  restrictions?: RestrictionCheck;
  master: Uint8Array;
  blindKey: Uint8Array;
  /** The opener's own clock, ms: in production the machine's, in the sandbox the legal clock. */
  clock: (legal: number) => number;
}

/** Papers of an offer, sealed to the documents key at submission. */
export interface OfferPapers {
  manifest: unknown;
  signature: string;
  signer: unknown;
  receipt: { receipt: string; signature: string; keyId: string };
}

interface Keys {
  price: Uint8Array;
  documents: Uint8Array;
  documentsPublic: Buffer;
}

/** All gates at once: window closed, legal clock past the end, own clock past `notBefore`. */
async function release(opener: Opener, tx: Tx, windowId: string): Promise<Keys> {
  const window = await findWindow(tx, windowId);
  const now = await legalNow(tx);
  if (!window || !['closed', 'opened'].includes(window.state) || now.ms < window.closesAt)
    throw new Error(`window ${windowId} is not to be opened yet`);
  const keys = await windowKeys(tx, windowId);
  const seed = async (purpose: 'price' | 'documents') => {
    const found = keys.find((k) => k.purpose === purpose);
    if (!found) throw new Error(`no ${purpose} key for ${windowId}`);
    const released = await releaseWindowKey({
      record: found.record as WindowKeyRecord,
      master: opener.master,
      now: opener.clock(now.ms),
    });
    if (!released.ok) throw new Error(`${purpose} key of ${windowId}: ${released.reason}`);
    return { seed: released.seed, publicKey: found.publicKey };
  };
  const [price, documents] = [await seed('price'), await seed('documents')];
  await markReleased(tx, windowId);
  return { price: price.seed, documents: documents.seed, documentsPublic: documents.publicKey };
}

const received = (papers: OfferPapers) => (JSON.parse(papers.receipt.receipt) as { received: string; number: string }).received;
const receiptNumber = (papers: OfferPapers) => (JSON.parse(papers.receipt.receipt) as { number: string }).number;

/** One offer as it was opened, in the order of receipt from 1. */
export interface ReadOffer {
  order: number;
  supplier: Pick<Organization, 'bin' | 'name'>;
  receivedAt: string;
  receipt: string;
  opening: Awaited<ReturnType<typeof openOffer>>;
  papers: OfferPapers;
}

/** Manifest, salt and signature of an offer: what proves it to anyone. */
export const proofOf = ({ papers: { manifest, signature, signer }, opening }: ReadOffer): object => ({
  ...{ manifest, signature, signer },
  ...(opening.ok ? { salt: opening.salt } : {}),
});

/** Releases the keys of a closed window and opens what stands under these suppliers' tags; what was replaced is deleted before. */
export async function readOffers(
  opener: Opener,
  tx: Tx,
  file: ProcurementFile,
  windowId: string,
  bins: readonly string[],
): Promise<ReadOffer[]> {
  const binOf = new Map(bins.map((bin) => [blindTag(opener.blindKey, windowId, bin), bin]));
  await dropSuperseded(tx, [...binOf.keys()]);
  const keys = await release(opener, tx, windowId);
  const rows = (await offersUnder(tx, [...binOf.keys()])).filter((offer) => offer.row.envelope !== null);
  const opened = rows.map(({ tag, row }) => {
    const sealed = openPapers({ seed: keys.documents, documentsKey: keys.documentsPublic, sealed: row.papers });
    if (!sealed) throw new Error('papers of an offer cannot be opened: the documents key is not theirs');
    return {
      bin: binOf.get(tag) ?? '',
      envelope: row.envelope ?? Buffer.alloc(0),
      papers: JSON.parse(Buffer.from(sealed).toString()) as OfferPapers,
    };
  });
  // Place by time of receipt in microseconds, then receipt number: recomputing ties needs no clock.
  opened.sort((a, b) =>
    `${received(a.papers)}/${receiptNumber(a.papers)}` < `${received(b.papers)}/${receiptNumber(b.papers)}` ? -1 : 1,
  );
  const known = await findOrganizations(
    tx,
    opened.map((each) => each.bin),
  );
  const names = new Map(known.map((organization) => [organization.bin, organization.name]));
  const key = file.intake?.price.key ?? '';
  const window = { procurement: file.number, lot: '*', kind: 'price' as const, key, generation: file.intake?.generation ?? 0 };
  return Promise.all(
    opened.map(async ({ bin, envelope, papers }, index): Promise<ReadOffer> => ({
      order: index + 1,
      supplier: { bin, name: names.get(bin) ?? { kk: bin, ru: bin } },
      receivedAt: withOffset(received(papers)),
      receipt: receiptNumber(papers),
      opening: await openOffer({ primitives: OF_THE_SERVER, seed: keys.price, envelope, manifest: papers.manifest, window }),
      papers,
    })),
  );
}

/**
 * Holds a window exclusively and gives its case; null when it is void: everything was cancelled meanwhile, or its key was declared lost,
 * after which it is never read, even if the key turns up (ADR 0021). That is an answer: a failure would end the case that asks.
 */
export async function holdWindow(tx: Tx, caseId: string, windowId: string): Promise<ProcurementFile | null> {
  await tx.query('select 1 from intake_window where id = $1 for update', [windowId]);
  const [file, window] = [await loadCase(tx, caseId), await findWindow(tx, windowId)];
  return file.intake?.windowId === windowId && window?.state !== 'void' ? file : null;
}

/** Restrictions on participation of these suppliers, as of today. */
export async function restrictionsToday(opener: Opener, tx: Tx, bins: string[]): Promise<Restriction[]> {
  const now = await legalNow(tx);
  const today = dateOf(await currentCalendar(tx), now.ms);
  return (opener.restrictions ?? restrictionsOf)(tx, bins, today, now.ms);
}

const ASTANA_OFFSET = 5 * 3_600_000;

/** Instant of a receipt (UTC, microseconds) in the form of the payloads: local, milliseconds, +05:00. */
const withOffset = (utc: string) =>
  new Date(Date.parse(utc.slice(0, 23) + 'Z') + ASTANA_OFFSET).toISOString().replace('Z', '+05:00');
