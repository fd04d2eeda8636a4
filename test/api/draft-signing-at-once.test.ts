import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transaction, type Tx } from '../../db/client.ts';
import { deleteDocument, signaturesOf } from '../../db/documents.ts';
import { townsperson } from '../support/people.ts';
import { eventually } from '../support/eventually.ts';
import { aDraftOffice, type DraftOffice } from './draft-office.ts';
import { aWizard, type Wizard } from './draft-wizard.ts';
import type { Answer, Visitor } from './visitor.ts';

let office: DraftOffice;
let creator: Visitor;
let wizard: Wizard;
let id: string;
let press: () => Promise<Answer>;

beforeAll(async () => {
  office = await aDraftOffice('2026-11-20T10:00');
  creator = await office.person('creator', 'organizer');
}, 60_000);
afterAll(() => office.stop());

beforeEach(async () => {
  wizard = await aWizard(office, creator);
  await wizard.fillIn();
  id = await wizard.approved('specification-1');
  const signature = await office.signed(creator, id, 'creator');
  press = () => creator.post(`${wizard.draft}/documents/${id}/sign`, { signature });
});

/** So many signings are under way, each past what it asked before it waits for the draft; meanwhile the draft is held and changed. */
async function signedWhile(times: number, meanwhile: (tx: Tx) => Promise<void>): Promise<Answer[]> {
  const answers = await transaction(office.db, async (tx) => {
    await tx.query('select 1 from procurement_case where number = $1 for update', [wizard.number]);
    const pressed = Array.from({ length: times }, press);
    await eventually(`${times} of them wait`, async () => {
      const { rows } = await office.db.pool.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]!.n === times;
    });
    await meanwhile(tx);
    // The promises are handed on unawaited: they settle once this transaction has ended.
    return { pressed };
  });
  return Promise.all(answers.pressed);
}

test('a document signed by a double click bears one signature (S1 §1.3.1.2)', async () => {
  const answers = await signedWhile(2, async () => {});
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const signatures = await signaturesOf(office.db.pool, id);
  expect(signatures.map(({ userId, role }) => [userId, role])).toEqual([[townsperson('creator').userId, 'creator']]);
  expect((await wizard.documents())[0]?.state).toBe('signed');
});

test('a document that was deleted while it was being signed is not found', async () => {
  const [answer] = await signedWhile(1, (tx) => deleteDocument(tx, id));
  expect(answer?.status).toBe(404);
  expect(await wizard.documents()).toEqual([]);
});
