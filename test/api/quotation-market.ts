import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIntakeKeys } from '../../activities/create-intake-keys.ts';
import { platformSeal } from '../../activities/platform-seal.ts';
import { sealKeyList } from '../../activities/seal-key-list.ts';
import { shareKeys } from '../../api/share-keys.ts';
import { type OfferAnswer, submitOffer } from '../../api/offers.ts';
import type { Services } from '../../api/services.ts';
import { loadCase } from '../../db/cases.ts';
import { stopLegalClock } from '../../db/clock.ts';
import { fileStore } from '../../db/file-store.ts';
import { recordStep } from '../../db/record.ts';
import type { Derivation } from '../../domain/derivation.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import { type Actor, PORTAL } from '../../domain/parties.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { issueDevelopmentKeys } from '../../tools/certificate-authority/issue.ts';
import { openP12, type SigningKey } from '../../trust/browser/p12.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { loadOrCreatePortalKey } from '../../trust/receipt.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import { createLog } from '../../watch/log.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { aDraftFile, aLot, at } from '../support/draft-file.ts';
import { actor, townsperson } from '../support/people.ts';
import { storeNumberedDraft } from '../support/stored-draft.ts';
import { settle } from '../support/townsfolk.ts';

export const OPENS = '2026-11-23T09:00';
export const CLOSES = '2026-12-01T18:00';

const derivation: Derivation = { rule: 'start-chosen-by-organizer', article: 'S1 §1.3.1.4', inputs: {}, steps: [] };
const deadline = (key: string, local: string) => ({ key, at: at(local), derivation });

export type Prices = { lot: string; price: string }[];
export type Market = Awaited<ReturnType<typeof aMarket>>;

const SELLERS = ['supplier1', 'supplier2', 'supplier3', 'supplier4', 'creator'];

/** Signing keys of the sellers, and for the first one expired, revoked and foreign ones. */
async function keysOf(dir: string) {
  const people = SELLERS.map((key) => {
    const { name, iin, bin } = townsperson(key);
    return { key, name: name.ru, iin, bin };
  });
  const { iin, name, bin } = townsperson('supplier1');
  people.push({ key: 'supplier1-elsewhere', name: name.ru, iin, bin: townsperson('supplier2').bin });
  people.push({ key: 'colleague-of-supplier1', name: 'Коллега', iin: townsperson('supplier3').iin, bin });
  const issued = await issueDevelopmentKeys({ dir, people });
  const open = async (key: string): Promise<SigningKey> => {
    const opened = await openP12(readFileSync(issued.files[key]!), issued.password);
    if (!opened.ok) throw new Error(opened.reason);
    return opened.key;
  };
  return { ...issued, open };
}

/** A settled database (one of its own unless given), keys, and procurements that take quotations. */
export async function aMarket(given?: TestDatabase) {
  const folder = mkdtempSync(join(tmpdir(), 'zakup-market-'));
  const own = given ?? (await aDatabase());
  const { db } = own;
  const [web, worker] = [own.as('zakup_web'), own.as('zakup_worker')];
  const opener = {
    ...{ db: own.as('zakup_opener').db, files: fileStore(join(folder, 'files')) },
    ...{ master: Buffer.alloc(32, 7), blindKey: Buffer.alloc(32, 9) },
  };
  await settle(db.pool);
  const keys = await keysOf(join(folder, 'ca'));
  const desk: Pick<Services, 'db' | 'signatures' | 'blindKey' | 'receiptKey'> = {
    db: web.db,
    signatures: fileSignatureProvider(keys.trustDir),
    blindKey: opener.blindKey,
    receiptKey: await loadOrCreatePortalKey(join(folder, 'receipt.key')),
  };

  /** Facts become history as a step of the portal. */
  async function happen(file: ProcurementFile, ...facts: ProcurementFact[]): Promise<ProcurementFile> {
    const { seq } = await loadCase(db.pool, file.id);
    const recorded = await recordStep(worker.db, { caseId: file.id, seq: seq + 1, action: 'test-step', actor: PORTAL, facts });
    if (recorded.kind !== 'recorded') throw new Error(`not recorded: ${recorded.kind}`);
    return loadCase(db.pool, file.id);
  }

  return {
    db,
    url: web.url,
    desk,
    keys,
    opener: { ...opener, clock: (legal: number) => legal },
    happen,
    setClock: (local: string) => stopLegalClock(db.pool, at(local)),
    /** A request for quotations with two lots (1,000,000.00 and 500,000.00), published; `started` when its window is open. `changes`: of the draft. */
    async request(
      number: string,
      { started = true, changes = {} }: { started?: boolean; changes?: Partial<ProcurementFile> } = {},
    ): Promise<ProcurementFile> {
      const lots = [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })].map((lot) => ({
        ...lot,
        planItemId: randomUUID(),
      }));
      const draft = { ...aDraftFile({ number, lots, window: { opensAt: OPENS, closesAt: CLOSES } }), ...changes };
      const { start, end } = windowDeadlines(draft.method);
      await storeNumberedDraft(db.pool, draft);
      const intake = await createIntakeKeys(opener, { caseId: draft.id, procurement: number, notBefore: at(CLOSES) });
      const deadlines = [deadline(start, OPENS), deadline(end, CLOSES)];
      const publishedAt = at('2026-11-20T10:00');
      const published = await happen(draft, {
        type: 'ProcurementPublished',
        at: publishedAt,
        sheet: '2016-01-01',
        deadlines,
        intake,
        calendarVersion: 1,
      });
      const type = draft.method === 'single-source' ? 'ApplicationsStarted' : 'QuotationsStarted';
      return started ? happen(published, { type, at: at(OPENS) }) : published;
    },
    /** What the web does at its start and the worker every half minute: the list of public keys under the portal's seal. */
    async publishKeys(receiptKey = desk.receiptKey): Promise<void> {
      await shareKeys({ ...desk, receiptKey, log: createLog('web', 'silent') });
      await sealKeyList({ db: worker.db, seal: await platformSeal(join(folder, 'ca', 'platform')) });
    },
    /** What the page of this supplier seals and signs: real envelope, real signature. */
    async sealed(file: ProcurementFile, supplier: string, prices: Prices, options: { key?: string; bin?: string } = {}) {
      const { intake } = file;
      const window = {
        procurement: file.number,
        lot: '*',
        kind: 'price' as const,
        generation: intake!.generation,
        ...intake!.price,
      };
      const bin = options.bin ?? townsperson(supplier).bin;
      const { post } = await sealAndSign({ ...window, supplier: bin }, { prices }, await keys.open(options.key ?? supplier));
      return {
        envelope: Buffer.from(post.envelope, 'base64'),
        manifest: post.manifest,
        signature: Buffer.from(post.signature, 'base64'),
      };
    },
    /** Hands in at once. */
    async offer(file: ProcurementFile, supplier: string, prices: Prices, by: Actor = actor(supplier)): Promise<OfferAnswer> {
      return submitOffer(desk, { file, actor: by, ...(await this.sealed(file, supplier, prices)), commandId: randomUUID() });
    },
    async close() {
      await own.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
