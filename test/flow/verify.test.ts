import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyEngine } from '../../tools/verify/engine.ts';
import { aDraftFile, aLot, at } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { decision, findings, publish } from '../support/real-papers.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const UNDO = {
  journal: 'delete from journal; insert into journal overriding system value table kept_journal',
  lot: 'delete from lot; insert into lot table kept_lot',
  document_signature: 'delete from document_signature; insert into document_signature table kept_document_signature',
  command: 'delete from command; insert into command table kept_command',
  procurement_case: `update procurement_case c set file = k.file, next_deadline_at = k.next_deadline_at, draft_file = k.draft_file
    from kept_procurement_case k where k.id = c.id`,
  intake_window: 'update intake_window w set closes_at = k.closes_at from kept_intake_window k where k.id = w.id',
};

interface Planted {
  what: string;
  by: string;
  /** Check and row of a finding that must name it. */
  named: [check: string, row: string | RegExp][];
}

/** `held` went to its results, `open` is published and waits. */
const planted = (held: string, open: string): Planted[] => [
  {
    what: 'one byte of a fact',
    by: `update journal set fact = jsonb_set(fact, '{quotations,0,prices,0,price}', '"900000.01"') where type = 'QuotationsOpened'`,
    named: [
      ['journal', /^journal \d+\.0 QuotationsOpened$/],
      ['fold', 'file.quotations[0].prices[0].price'],
    ],
  },
  {
    what: 'a removed row',
    by: `delete from journal where type = 'QuotationsStarted'`,
    named: [['journal', /^journal \d+\.0 ProcurementSuspended$/]],
  },
  {
    what: 'the last row removed',
    by: `delete from journal where id = (select max(id) from journal where case_id = '${held}')`,
    named: [
      ['journal', 'journal, last step'],
      ['fold', 'file.status'],
    ],
  },
  {
    what: 'an inserted row, chained by its hash',
    by: `insert into journal (case_id, seq, part, type, fact, actor, action, command_id, status_before, status_after, at, salt, leaf, prev, hash)
      select case_id, seq + 1, 0, type, fact, actor, action, command_id, status_after, status_after, at, salt, leaf, hash, sha256(hash || leaf)
      from journal where id = (select max(id) from journal where case_id = '${held}')`,
    named: [
      ['journal', /^journal \d+\.0 ProtocolPublished$/],
      ['journal', 'journal, last step'],
    ],
  },
  {
    what: 'a deadline moved in file, column and window',
    by: `update procurement_case set file = jsonb_set(file, '{deadlines,1,at}', to_jsonb(${at('2026-05-12T18:00')})) where id = '${open}';
      update intake_window set closes_at = '2026-05-12T18:00+05:00' where case_id = '${open}'`,
    named: [
      ['fold', 'file.deadlines[1].at'],
      ['windows', 'window quotations 1.closesAt'],
    ],
  },
  {
    what: 'the amount of a lot in both files',
    by: `update procurement_case set file = jsonb_set(file, '{lots,0,amount}', '"2000000.00"'),
      draft_file = jsonb_set(draft_file, '{lots,0,amount}', '"2000000.00"') where id = '${open}'`,
    named: [
      ['journal', 'journal 1.0 ProcurementPublished'],
      ['columns', 'lot 2.amount'],
    ],
  },
  {
    what: 'winner and second place swapped in fact and file',
    by: `update journal set fact = jsonb_set(jsonb_set(fact, '{decisions,0,decision,winner}', fact #> '{decisions,0,decision,second}'),
        '{decisions,0,decision,second}', fact #> '{decisions,0,decision,winner}') where type = 'LotsDecided';
      update procurement_case set file = jsonb_set(jsonb_set(file, '{lots,0,decision,winner}', file #> '{lots,0,decision,second}'),
        '{lots,0,decision,second}', file #> '{lots,0,decision,winner}') where id = '${held}'`,
    named: [['decisions', /^journal \d+\.0 QuotationsOpened, decided again\[1\]\.decisions\[0\]\.decision\.winner\.order$/]],
  },
  {
    what: 'another reason for a decision, in fact and file',
    by: `update journal set fact = jsonb_set(fact, '{derivations,lots/1/decision,article}', '"S1 §9"') where type = 'LotsDecided';
      update procurement_case set file = jsonb_set(file, '{derivations,lots/1/decision,article}', '"S1 §9"') where id = '${held}'`,
    named: [['decisions', /^journal \d+\.0 QuotationsOpened, decided again\[1\]\.derivations\.lots\/1\/decision\.article$/]],
  },
  {
    what: 'what was left at a suspension, in fact and file of that step',
    by: `update journal set fact = jsonb_set(fact, '{frozen,0,workingLeft}', '1') where type = 'ProcurementSuspended'`,
    named: [['decisions', /^journal \d+\.0 ProcurementSuspended, decided again\[0\]\.frozen\[0\]\.workingLeft$/]],
  },
  {
    what: 'a swapped signature',
    by: `update document_signature s set cms = o.cms from document_signature o join document od on od.id = o.document_id, document d
      where d.id = s.document_id and d.case_id = '${open}' and d.kind = 'specification' and od.case_id = d.case_id and od.kind = 'contract-draft'`,
    named: [['signatures', /^signature of .+ on document specification «specification\.pdf»$/]],
  },
  {
    what: 'a removed seal',
    by: `delete from document_signature where role = 'portal'`,
    named: [['signatures', /^document protocol «.+\.pdf»$/]],
  },
  {
    what: 'the status of a lot',
    by: `update lot set status = 'failed' where case_id = '${held}'`,
    named: [['columns', 'lot 1.status']],
  },
  {
    what: 'a receipt taken away',
    by: `delete from command where action = 'suspend'`,
    named: [['commands', /^journal \d+\.0 ProcurementSuspended$/]],
  },
  {
    what: 'another body in a receipt',
    by: `update command set input = jsonb_set(input, '{act,number}', '"7"') where action = 'resume'`,
    named: [['commands', /^command resume .+\.digest$/]],
  },
];

test('a ledger after whole procurements is clean; each planted change is found and named', { timeout: 180_000 }, async () => {
  await inTown(room, { today: '2026-03-02T10:00' }, async (town) => {
    const held = await publish(town, 1, { opensAt: '2026-03-03T09:00', closesAt: '2026-03-16T18:00' });
    await town.goTo('2026-03-04T12:00');
    const suspend = { act: await decision(town, held, '11') };
    expect(await held.as('creator').send('suspend', suspend)).toMatchObject({ accepted: true });
    expect(await held.as('creator').send('suspend', suspend)).toMatchObject({ accepted: false });
    expect(await held.as('creator').send('resume', { act: await decision(town, held, '12') })).toMatchObject({ accepted: true });
    await held.offer('supplier1', { '1': '900000.00' });
    await held.offer('supplier2', { '1': '850000.50' });
    await town.goTo('2026-04-10T09:00');
    expect((await held.file()).status).toBe('completed');
    const open = await publish(town, 2, { opensAt: '2026-04-20T09:00', closesAt: '2026-05-04T18:00' });
    await town.draft({ ...aDraftFile({ lots: [aLot(3)] }), documents: [] });
    await town.restAll();

    expect(await findings(town)).toEqual([]);
    const running = new Set([`procurement-${held.number}`, `procurement-${open.number}`]);
    expect((await verifyEngine(town.db, town.client, running)).findings).toEqual([]);

    const { pool } = town.db;
    for (const table of Object.keys(UNDO)) await pool.query(`create table kept_${table} as table ${table}`);
    const missed: string[] = [];
    for (const { what, by, named } of planted(held.id, open.id)) {
      await pool.query(by);
      const found = await findings(town);
      const isNamed = ([check, row]: Planted['named'][number]) =>
        found.some((f) => f.check === check && (typeof row === 'string' ? f.row === row : row.test(f.row)));
      if (!named.every(isNamed)) missed.push(`${what}: ${found.map((f) => `${f.check} ${f.row}`).join('; ')}`);
      for (const undo of Object.values(UNDO)) await pool.query(undo);
    }
    expect(missed).toEqual([]);
    expect(await findings(town)).toEqual([]);

    const protocol = (await held.file()).protocols[0]!;
    const stream = town.files.stream(protocol.sha256!);
    const path = String(stream.path);
    stream.destroy();
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]));
    expect(await findings(town)).toMatchObject([
      {
        ...{ number: held.number, check: 'documents', expected: `the bytes of ${protocol.sha256}` },
        found: `the stored bytes of ${protocol.sha256} were changed`,
      },
    ]);
    await writeFile(path, bytes);

    await town.client.workflow.getHandle(`procurement-${open.number}`).terminate('by hand');
    running.delete(`procurement-${open.number}`);
    expect((await verifyEngine(town.db, town.client, running)).findings).toMatchObject([
      { number: open.number, row: `workflow procurement-${open.number}`, expected: 'running', found: 'not running' },
    ]);
  });
});
