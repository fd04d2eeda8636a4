import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIntakeKeys } from '../../activities/create-intake-keys.ts';
import { openQuotations } from '../../activities/open-quotations.ts';
import { postponeKeys } from '../../activities/postpone-keys.ts';
import type { Database } from '../../db/client.ts';
import { windowKeys } from '../../db/window-keys.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { canRelease, type WindowKeyRecord } from '../../trust/window-key.ts';
import { aMarket, CLOSES, type Market } from '../api/quotation-market.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { at } from '../support/draft-file.ts';
import { dieEverywhere } from '../support/mortal.ts';

let own: TestDatabase;
let market: Market;
let number = 1_000_500;
beforeAll(async () => {
  own = await aDatabase();
  market = await aMarket(own);
}, 120_000);
afterAll(() => market.close());

const next = () => `${(number += 1)}-1`;
const openerOver = (db: Database) => ({ ...market.opener, db });

/** The keys of a window as the opener will find them: purpose, end they are bound to, whether they can be used. */
async function keysIn(windowId: string): Promise<unknown[]> {
  const stored = await windowKeys(own.db.pool, windowId);
  return Promise.all(
    stored
      .sort((a, b) => (a.purpose < b.purpose ? -1 : 1))
      .map(async ({ purpose, record }) => {
        const { notBefore } = record as WindowKeyRecord;
        return [purpose, notBefore, await canRelease(record as WindowKeyRecord, market.opener.master)];
      }),
  );
}

const bothBoundTo = (local: string) => [
  ['documents', at(local), true],
  ['price', at(local), true],
];

/** A window whose end was moved by a resumption; its keys are bound to the former one. */
async function aMovedWindow(to: string): Promise<ProcurementFile> {
  const file = await market.request(next());
  await own.db.pool.query(`update intake_window set closes_at = to_timestamp($2::double precision / 1000) where id = $1`, [
    file.intake!.windowId,
    at(to),
  ]);
  return file;
}

/** A window that ended after two suppliers had offered. */
async function anEndedWindow(): Promise<ProcurementFile> {
  await market.setClock('2026-11-24T10:00');
  const file = await market.request(next());
  for (const supplier of ['supplier1', 'supplier2'])
    expect(await market.offer(file, supplier, [{ lot: '1', price: '900000.00' }])).toMatchObject({ ok: true });
  await market.setClock('2026-12-01T18:00');
  return market.happen(file, { type: 'QuotationsClosed', at: at(CLOSES) });
}

async function openedIn({ intake }: ProcurementFile): Promise<unknown> {
  const { rows } = await own.db.pool.query<{ v: string }>(
    `select concat_ws(' ', "order", supplier_bin, unreadable) as v from opened_offer where window_id = $1 order by "order"`,
    [intake!.windowId],
  );
  return rows.map((row) => row.v.replace(/\d{12}/, ''));
}

describe.each(['before', 'after'] as const)('an opener that dies %s any of its statements (trust.md §2.2)', (when) => {
  test('leaves both keys of a window once it was asked again: without one of them nothing could be published', async () => {
    const { deaths, left } = await dieEverywhere(own.as('zakup_opener'), when, {
      prepare: () => Promise.resolve({ caseId: randomUUID(), windowId: '' }),
      async act(db, of) {
        const { caseId } = of;
        const keys = await createIntakeKeys(openerOver(db), { caseId, procurement: '1000001-1', notBefore: at(CLOSES) });
        of.windowId = keys.windowId;
      },
      left: ({ windowId }) => keysIn(windowId),
    });
    expect(left).toEqual([bothBoundTo(CLOSES)]);
    expect(deaths).toBeGreaterThan(1);
  });

  test('leaves both keys bound to the later end of a window', async () => {
    const later = '2026-12-08T18:00';
    const { deaths, left } = await dieEverywhere(own.as('zakup_opener'), when, {
      prepare: () => aMovedWindow(later),
      act: (db, file) => postponeKeys(openerOver(db), { windowId: file.intake!.windowId, notBefore: at(later) }),
      left: (file) => keysIn(file.intake!.windowId),
    });
    expect(left).toEqual([bothBoundTo(later)]);
    expect(deaths).toBeGreaterThan(5);
  });

  test('leaves every quotation opened once', { timeout: 60_000 }, async () => {
    const { deaths, left } = await dieEverywhere(own.as('zakup_opener'), when, {
      prepare: anEndedWindow,
      act: (db, file) => openQuotations(openerOver(db), { caseId: file.id, windowId: file.intake!.windowId }),
      left: openedIn,
    });
    expect(left).toEqual([['1 ', '2 ']]);
    expect(deaths).toBeGreaterThan(10);
  });
});
