import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIntakeKeys } from '../../activities/create-intake-keys.ts';
import { startSingleSources } from '../../activities/start-single-sources.ts';
import { loadCase } from '../../db/cases.ts';
import type { Database } from '../../db/client.ts';
import { addDocument, addSignature } from '../../db/documents.ts';
import { recordStep } from '../../db/record.ts';
import type { Command } from '../../domain/case.ts';
import { PORTAL } from '../../domain/parties.ts';
import { lotListPaper, payloadOf } from '../../domain/procurement/draft.ts';
import type { DocumentRef, ProcurementFile } from '../../domain/procurement/file.ts';
import { keysNotBefore } from '../../domain/procurement/window-at-publication.ts';
import { aMarket, type Market } from '../api/quotation-market.ts';
import { calendar, factsOf } from '../support/builders.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { filledDraft, matterOf } from '../support/draft-body.ts';
import { at } from '../support/draft-file.ts';
import { dieEverywhere } from '../support/mortal.ts';
import { organization, townsperson } from '../support/people.ts';

let own: TestDatabase;
let market: Market;
let number = 1_000_300;
beforeAll(async () => {
  own = await aDatabase();
  market = await aMarket(own);
  await market.setClock('2026-12-02T10:00');
}, 120_000);
afterAll(() => market.close());

const paper = (kind: DocumentRef['kind'], lot?: string): DocumentRef => ({
  ...{ id: randomUUID(), kind, name: `${kind}.pdf`, sha256: '7'.repeat(64) },
  ...(lot === undefined ? {} : { lot }),
});

/** A request for quotations that failed after one quotation of supplier 1 for both lots; its papers are stored, one is signed. */
async function aFailedRequest(): Promise<ProcurementFile> {
  const documents = [paper('specification', '1'), paper('specification', '2'), paper('contract-draft')];
  const file = await market.request(`${(number += 1)}-1`, { changes: { documents } });
  const stored = [...documents, paper('lot-list')];
  for (const { id, kind, lot = null, name, sha256 } of stored) {
    await addDocument(own.db.pool, {
      ...{
        id,
        caseId: file.id,
        kind,
        lot,
        version: 1,
        name,
        mediaType: 'application/pdf',
        sha256,
        bytes: 7,
        payloadSha256: null,
      },
      ...{
        payload: kind === 'lot-list' ? payloadOf(matterOf(filledDraft()), lotListPaper) : null,
        state: 'signed',
        createdBy: 'town',
      },
    });
  }
  const { userId, iin, bin, name } = townsperson('creator');
  const signer = { iin, bin, name: name.ru, serial: '1', issuer: 'ca', validFrom: 0, validTo: 1 };
  const signature = { id: randomUUID(), documentId: documents[0]!.id, userId, role: 'creator', cms: Buffer.from('cms'), signer };
  await addSignature(own.db.pool, signature);
  const on = at('2026-12-01T18:00');
  const supplier = { bin: organization('S1').bin, name: organization('S1').name };
  const prices = [
    { lot: '1', price: '900000.00' },
    { lot: '2', price: '450000.00' },
  ];
  const quotation = { order: 1, supplier, receivedAt: '2026-11-25T10:00:00.001+05:00', receipt: '7K2M-9QXD-01AF-CZ5T', prices };
  const failed = { outcome: 'failed', ground: 'one-submitted', singleSource: 'due' } as const;
  const protocol = { type: 'results', version: 1 } as const;
  return market.happen(
    file,
    { type: 'QuotationsClosed', at: on },
    { type: 'QuotationsOpened', at: on, quotations: [quotation], restrictions: [] },
    { type: 'LotsDecided', at: on, decisions: ['1', '2'].map((lot) => ({ lot, decision: failed })) },
    { type: 'ProtocolDue', at: on, protocol: { ...protocol, state: 'due', validity: 'valid', reason: 'results', dueAt: on } },
    {
      type: 'ProtocolPublished',
      at: on,
      protocol,
      documentId: randomUUID(),
      sha256: '1'.repeat(64),
      payloadSha256: '2'.repeat(64),
    },
  );
}

/**
 * What the failed case does after its protocol: makes the single source and has it published, which the new case records, and notes
 * its number. As the engine repeats it: the same steps under the same numbers.
 */
async function whatFollows(db: Database, failed: ProcurementFile): Promise<void> {
  const carried: Command[] = [];
  const carry = (command: Command) => Promise.resolve(void carried.push(command));
  const started = await startSingleSources({ db, baseUrl: 'https://zakup.example', carry }, failed.id);
  for (const { actor, action, ...command } of carried) {
    const [draft] = await singleSourcesAfter(failed);
    const notBefore = keysNotBefore(draft!, command.receivedAt, calendar) ?? 0;
    const intakeKeys = await createIntakeKeys(market.opener, { caseId: draft!.id, procurement: draft!.number, notBefore });
    const facts = factsOf(draft!, action, { by: actor, at: command.receivedAt, consulted: { intakeKeys } });
    await recordStep(db, { caseId: draft!.id, seq: 1, action, actor, facts, command });
  }
  // The note stands: the engine repeats the record alone, which finds its own step.
  if (started.length === 0) return;
  const facts = factsOf(failed, 'note-single-source', { by: PORTAL, at: at('2026-12-02T10:00'), input: { started } });
  await recordStep(db, { caseId: failed.id, seq: failed.seq + 1, action: 'note-single-source', actor: PORTAL, facts });
}

async function singleSourcesAfter({ id }: ProcurementFile): Promise<ProcurementFile[]> {
  const { rows } = await own.db.pool.query<{ file: ProcurementFile }>(
    `select file from procurement_case where file->'origin'->>'caseId' = $1`,
    [id],
  );
  return rows.map((row) => row.file);
}

const column = async (sql: string, ...values: unknown[]): Promise<string[]> =>
  (await own.db.pool.query<{ v: string }>(sql, values)).rows.map((row) => row.v);

/** All that a single source and its failed procurement left in the ledger. */
async function traces(failed: ProcurementFile) {
  const made = await singleSourcesAfter(failed);
  const id = made[0]?.id ?? null;
  const items = failed.lots.map((lot) => lot.planItemId);
  const lots = made.map((file) => file.lots.map((lot) => lot.number));
  return {
    lots,
    documents: await column(`select concat_ws(' ', kind, lot, state) as v from document where case_id = $1 order by 1`, id),
    signatures: await column(
      `select s.role as v from document_signature s join document d on d.id = s.document_id where d.case_id = $1`,
      id,
    ),
    commands: await column(
      `select concat_ws(' ', action, actor->>'role', outcome->>'accepted') as v from command where case_id = $1`,
      id,
    ),
    items: await column(`select concat_ws(' ', status, case_id = $2) as v from plan_item where id = any($1::uuid[])`, items, id),
    journal: await column('select type as v from journal where case_id = $1', id),
    windows: await column(`select concat_ws(' ', kind, generation, state) as v from intake_window where case_id = $1`, id),
    invited: await column(`select count(*)::text as v from notification where case_id = $1 and event = 'invited'`, id),
    letters: await column(
      `select event as v from notification n where case_id = $1 and (select count(*) from outbox o where o.notification_id = n.id) <> 1`,
      id,
    ),
    successors: (await loadCase(own.db.pool, failed.id)).successors?.map((successor) => [
      successor.number === made[0]?.number,
      successor.lots,
    ]),
    noted: await column(`select type as v from journal where case_id = $1 and type = 'SingleSourceStarted'`, failed.id),
  };
}

const ONCE = {
  lots: [['1', '2']],
  documents: ['contract-draft signed', 'lot-list to-print', 'specification 1 signed', 'specification 2 signed'],
  signatures: ['creator'],
  commands: ['publish portal true'],
  items: ['published t', 'published t'],
  journal: ['ProcurementPublished'],
  windows: ['applications 1 planned'],
  invited: ['1'],
  letters: [],
  successors: [[true, ['1', '2']]],
  noted: ['SingleSourceStarted'],
};

describe.each(['before', 'after'] as const)(
  'a worker that dies %s any statement of the creation (S1 §1.7.1, ADR 0015)',
  (when) => {
    test('leaves one single source once the steps were repeated, with everything in it once', { timeout: 120_000 }, async () => {
      const { deaths, left } = await dieEverywhere(own.as('zakup_worker'), when, {
        prepare: aFailedRequest,
        act: whatFollows,
        left: traces,
      });
      expect(left).toEqual([ONCE]);
      expect(deaths).toBeGreaterThan(50);
    });
  },
);

describe('lots that a repeat purchase holds already', () => {
  test('are not in the single source, and not said to be when the steps are repeated', async () => {
    const failed = await aFailedRequest();
    const other = await market.request(`${(number += 1)}-1`);
    const taken = failed.lots[1]!.planItemId;
    await own.db.pool.query(`update plan_item set status = 'lot-draft', case_id = $2 where id = $1`, [taken, other.id]);
    const worker = own.as('zakup_worker').db;
    const carry = () => Promise.reject(new Error('the engine is away'));
    const starting = { db: worker, baseUrl: 'https://zakup.example', carry };
    const first = await startSingleSources(starting, failed.id);
    expect(first.map(({ lots }) => lots)).toEqual([['1']]);
    expect(await startSingleSources(starting, failed.id)).toEqual(first);
    const input = { started: first };
    await market.happen(failed, ...factsOf(failed, 'note-single-source', { by: PORTAL, at: at('2026-12-02T10:00'), input }));
    // A run that is continued as new asks again: lot 2 is still due, and still not to be had.
    expect(await startSingleSources(starting, failed.id)).toEqual([]);
  });
});
