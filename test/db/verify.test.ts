import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileStore } from '../../db/file-store.ts';
import { CHECKS, verifyLedger } from '../../tools/verify/run.ts';
import { lineOf, textOf } from '../../tools/verify/say.ts';
import { differences } from '../../tools/verify/faults.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { storeNumberedDraft } from '../support/stored-draft.ts';

let own: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'zakup-verify-'));
beforeAll(async () => {
  own = await aDatabase();
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => own.db.pool.query('truncate procurement_case cascade'));

const verify = () => verifyLedger(own.db, { files: fileStore(folder), trust: { roots: [], issuers: [], lists: [] } });

/** A draft as the wizard leaves it; `status` of its row may be tampered with. */
async function draft(number: string, { status = 'draft', seq = 0 } = {}): Promise<string> {
  const file = { ...aDraftFile({ number }), documents: [] };
  await storeNumberedDraft(own.db.pool, file);
  await own.db.pool.query('update procurement_case set status = $2, seq = $3 where id = $1', [file.id, status, seq]);
  return file.id;
}

describe('the ledger', () => {
  test('an empty portal is clean', async () => {
    expect(await verify()).toMatchObject({ cases: 0, findings: [] });
  });

  test('more drafts than one batch are each looked at once', async () => {
    for (let n = 0; n < 95; n += 1) await draft(`${2_000_000 + n}-1`);
    const { cases, findings, tallies } = await verify();
    expect(findings).toEqual([]);
    expect(cases).toBe(95);
    expect(tallies.find(({ name }) => name === 'columns')?.count).toBe(95);
  });

  test('a draft that calls itself published has no history for it', async () => {
    await draft('1000001-1', { status: 'published' });
    expect((await verify()).findings).toEqual([
      { number: '1000001-1', check: 'journal', row: 'journal', expected: 'how it came to be published', found: 'no rows' },
      { number: '1000001-1', check: 'columns', row: 'case.status', expected: 'draft', found: 'published' },
    ]);
  });

  test('a step that is counted but has no row is missed', async () => {
    await draft('1000001-1', { seq: 1 });
    expect((await verify()).findings).toContainEqual({
      ...{ number: '1000001-1', check: 'journal', row: 'journal, last step' },
      ...{ expected: '1', found: '0' },
    });
  });

  test('a file of any other shape is a finding, not the end of the run', async () => {
    const id = await draft('1000001-1');
    await draft('1000002-1');
    await own.db.pool.query(`update procurement_case set file = '{}' where id = $1`, [id]);
    const { cases, findings } = await verify();
    expect(cases).toBe(2);
    expect(findings.map(({ number }) => number)).toContain('1000001-1');
    expect(findings.map(({ number }) => number)).not.toContain('1000002-1');
  });

  test('a command with an outcome and no row in the journal is found', async () => {
    const id = await draft('1000001-1');
    await own.db.pool.query(
      `insert into command (id, case_id, action, actor, input, digest, received_at, outcome, decided_at)
       values ('30000000-0000-4000-8000-000000000001', $1, 'publish', '{"userId":"u"}', '{}', 'd', now(), $2, now())`,
      [id, JSON.stringify({ accepted: true, status: 'published', facts: ['ProcurementPublished'] })],
    );
    expect((await verify()).findings).toMatchObject([
      { check: 'commands', row: 'command publish 30000000-0000-4000-8000-000000000001.digest', found: 'd' },
      { check: 'commands', expected: 'one step in the journal', found: '0 steps' },
    ]);
  });
});

describe('what is said', () => {
  test('differences are named by their place; absent and undefined are the same', () => {
    expect(differences('file', { a: [{ b: 1 }], c: undefined }, { a: [{ b: 2 }], d: 'x' })).toEqual([
      { row: 'file.a[0].b', expected: '1', found: '2' },
      { row: 'file.d', expected: 'nothing', found: 'x' },
    ]);
  });

  test('one line per check, with counts and seconds', () => {
    expect(CHECKS.map(({ name }) => name)).toEqual([
      ...['journal', 'fold', 'decisions', 'documents', 'signatures', 'columns', 'windows', 'commands'],
    ]);
    expect(lineOf({ name: 'fold', of: 'facts', count: 12, findings: 1, seconds: 0.26 })).toBe(
      '  FAIL  fold               12 facts           0.3 s   1 finding',
    );
    expect(textOf({ number: '1000001-1', check: 'fold', row: 'file.status', expected: 'completed', found: 'published' })).toBe(
      '  1000001-1  fold: file.status\n    expected  completed\n    found     published',
    );
  });
});
