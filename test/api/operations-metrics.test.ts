import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWebMetrics, measureOperations } from '../../api/metrics.ts';
import { insertDraft } from '../../db/cases.ts';
import { stopLegalClock } from '../../db/clock.ts';
import { writeColumns, writeWindows } from '../../db/projection.ts';
import { nextDeadline } from '../../domain/case.ts';
import { actors, aRequestForQuotations, at, type ProcurementInTest } from '../support/builders.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { townsperson } from '../support/people.ts';
import { settle } from '../support/townsfolk.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await aDatabase();
  await settle(own.db.pool);
});
afterAll(() => own.drop());

/** Values of the gauges as monitoring reads them, with the rights of the web process; read anew, past what a process keeps for seconds. */
async function read(): Promise<Record<string, number>> {
  const web = createWebMetrics();
  measureOperations(web, own.as('zakup_web').db);
  const lines = [...(await web.metrics.text()).matchAll(/^zakup_(\w+) (\S+)$/gm)];
  return Object.fromEntries(lines.map(([, name, value]) => [name!, Number(value)]));
}

/** A case in the database as the record of its last step leaves it; returns its id. */
async function stands(number: string, procurement: ProcurementInTest): Promise<string> {
  const { intake } = procurement.file;
  const file = { ...procurement.file, id: randomUUID(), number, intake: intake && { ...intake, windowId: randomUUID() } };
  const { pool } = own.db;
  await insertDraft(pool, file);
  await writeColumns(pool, file, nextDeadline(file));
  await writeWindows(pool, file);
  return file.id;
}

const document = (caseId: string, state: string, age: string) =>
  own.db.pool.query(
    `insert into document (id, case_id, kind, name, media_type, sha256, bytes, state, created_at, created_by)
     values ($1, $2, 'specification', 'Спецификация лота 1', 'application/pdf', '', 0, $3, legal_now() - $4::interval, 'x')`,
    [randomUUID(), caseId, state, age],
  );
const letter = (caseId: string, seq: number, age: string, sent: boolean) =>
  own.db.pool.query(
    `with told as (insert into notification (user_id, case_id, seq, event, params, at) values ($1, $2, $3, 'published', '{}', legal_now()) returning id)
     insert into outbox (notification_id, created_at, attempts, next_attempt_at, sent_at)
     select id, clock_timestamp() - $4::interval, 3, clock_timestamp(), case when $5 then clock_timestamp() end from told`,
    [townsperson('supplier1').userId, caseId, seq, age, sent],
  );

test('what is late has its number and its age: deadlines, letters, documents for the printer, commands, openings, protocols (docs/operations.md)', async () => {
  const watched = [
    ...['overdue_deadlines', 'outbox_letters', 'outbox_oldest_seconds', 'print_queue_documents', 'print_queue_oldest_seconds'],
    ...['waiting_commands', 'oldest_waiting_command_seconds', 'oldest_unopened_window_seconds'],
    ...['due_protocols', 'oldest_due_protocol_seconds'],
  ];
  const none = await read();
  expect(Object.fromEntries(watched.map((name) => [name, none[name]]))).toEqual(
    Object.fromEntries(watched.map((name) => [name, 0])),
  );

  // Two windows end on Wednesday 11 February at 18:00, one is suspended, one ends a day later.
  const taking = aRequestForQuotations().takingQuotations();
  const id = await stands('1000201-1', taking);
  await stands('1000202-1', taking);
  await stands('1000203-1', taking.suspended(at('2026-02-05', '12:00')));
  await stands(
    '1000204-1',
    aRequestForQuotations()
      .published({ closesAt: at('2026-02-12', '18:00') })
      .takingQuotations(),
  );
  await stopLegalClock(own.db.pool, at('2026-02-11', '18:00:30'));
  expect((await read())['overdue_deadlines']).toBe(0);
  await stopLegalClock(own.db.pool, at('2026-02-11', '18:00:31'));
  expect((await read())['overdue_deadlines']).toBe(2);

  // What has left, was printed or answered does not count, however old it is.
  await letter(id, 1, '10 minutes', false);
  await letter(id, 2, '2 minutes', false);
  await letter(id, 3, '3 hours', true);
  await document(id, 'to-print', '180 seconds');
  await document(id, 'to-print', '20 seconds');
  await document(id, 'printed', '3 hours');
  await own.db.pool.query(
    `insert into command (id, case_id, action, actor, input, digest, received_at, outcome)
     select gen_random_uuid(), $1, 'suspend', $2, '{}', 'd', legal_now() - age, outcome
     from (values (interval '45 seconds', null::jsonb), (interval '3 hours', '{}'::jsonb)) as of (age, outcome)`,
    [id, JSON.stringify(actors.creator)],
  );
  const unopened = await stands('1000205-1', aRequestForQuotations().closed());
  await own.db.pool.query('update intake_window set closes_at = $2 where case_id = $1', [
    unopened,
    new Date(at('2026-02-11', '18:00')),
  ]);
  // Decided, and its protocol due, at 18:00:05.
  await stands('1000206-1', aRequestForQuotations().decided());
  // Completed; then one of its two lots is cancelled, and version 2 of its protocol is due.
  const decided = aRequestForQuotations().lots(2).decided();
  const completed = decided.protocolPublished(at('2026-02-11', '18:00:10'));
  await stands('1000207-1', completed.cancelled({ lots: ['1'], on: at('2026-02-11', '18:00:20') }));

  const late = await read();
  expect(late).toMatchObject({
    ...{ overdue_deadlines: 2, outbox_letters: 2, print_queue_documents: 2, print_queue_oldest_seconds: 180 },
    ...{ waiting_commands: 1, oldest_waiting_command_seconds: 45, oldest_unopened_window_seconds: 31 },
    ...{ due_protocols: 2, oldest_due_protocol_seconds: 26 },
  });
  // Letters age by the clock of the machine, which does not stand.
  expect(late['outbox_oldest_seconds']).toBeGreaterThanOrEqual(600);
  expect(late['outbox_oldest_seconds']).toBeLessThan(660);
});
