import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseRole } from '../../db/grants.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await aDatabase();
});
afterAll(() => own.drop());

const NO_RIGHT = '42501';

/** What PostgreSQL says to a statement of this user: its code, or 'done'. Nothing is kept. */
async function answer(role: DatabaseRole, statement: string): Promise<string> {
  const client = await own.as(role).db.pool.connect();
  try {
    await client.query('begin');
    await client.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const ALL: DatabaseRole[] = ['zakup_web', 'zakup_worker', 'zakup_opener'];

describe('database users of the processes', () => {
  test('nobody but the owner changes or removes history', async () => {
    for (const role of ALL)
      for (const statement of [
        `update journal set fact = '{}'`,
        'delete from journal',
        'truncate journal',
        'delete from command',
        `update command set received_at = now()`,
        'delete from sealed_offer',
        `update sealed_offer set receipt = ''`,
        'delete from opened_offer',
        `update opened_offer set offer = '{}'`,
        'drop table journal',
        'create table mine (n integer)',
        'alter table journal disable trigger all',
      ])
        expect([role, statement, await answer(role, statement)]).toEqual([role, statement, NO_RIGHT]);
  });

  test('the wrapped keys are the opener’s alone', async () => {
    expect(await answer('zakup_web', 'select record from window_key')).toBe(NO_RIGHT);
    expect(await answer('zakup_worker', 'select record from window_key')).toBe(NO_RIGHT);
    expect(await answer('zakup_opener', 'select record from window_key')).toBe('done');
    expect(await answer('zakup_web', `update window_key set record = '{}'`)).toBe(NO_RIGHT);
  });

  test('the worker, which talks to the engine, sees no offer, sealed or opened', async () => {
    expect(await answer('zakup_worker', 'select tag from sealed_offer')).toBe(NO_RIGHT);
    expect(await answer('zakup_worker', 'select offer from opened_offer')).toBe(NO_RIGHT);
    expect(await answer('zakup_opener', 'select tag from sealed_offer')).toBe('done');
  });

  test('only the record of a step moves the end of a window', async () => {
    expect(await answer('zakup_web', 'update intake_window set closes_at = now()')).toBe(NO_RIGHT);
    expect(await answer('zakup_opener', 'update intake_window set closes_at = now()')).toBe(NO_RIGHT);
    expect(await answer('zakup_worker', 'update intake_window set closes_at = now()')).toBe('done');
  });

  test('people are not entered, unblocked or given roles by any process', async () => {
    for (const role of ALL)
      expect(await answer(role, `update app_user set roles = '{operator}', blocked = false`)).toBe(NO_RIGHT);
    expect(await answer('zakup_web', `update app_user set language = 'kk'`)).toBe('done');
  });

  test('every table gives each process what is listed, and a process without a line nothing', async () => {
    const { rows } = await own.db.pool.query<{ role: string; name: string }>(
      `select r.rolname as role, c.relname as name from pg_class c cross join pg_roles r
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and r.rolname = 'zakup_opener'
       and has_any_column_privilege(r.oid, c.oid, 'select') order by 2`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'canary',
      'document',
      'intake_window',
      'key_fingerprint',
      'legal_clock',
      'opened_offer',
      'organization',
      'process_heartbeat',
      'procurement_case',
      'restriction',
      'sealed_offer',
      'window_key',
      'working_calendar',
    ]);
  });
});
