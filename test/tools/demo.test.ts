import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sendCommand } from '../../api/commands.ts';
import { passwordMatches } from '../../api/passwords.ts';
import type { Services } from '../../api/services.ts';
import { findCase } from '../../db/cases.ts';
import { connect } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { ensureDatabase } from '../../tools/postgres/index.ts';
import { legalNow, legalOffset } from '../../db/clock.ts';
import { findByLogin } from '../../db/people.ts';
import { dateOf, isWorkingDay, timeOf } from '../../domain/calendar.ts';
import { type ProcurementFile, shownStatus } from '../../domain/procurement/file.ts';
import { openP12 } from '../../trust/browser/p12.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { type SignatureProvider, fileSignatureProvider } from '../../trust/signature-provider.ts';
import { seedDemo } from '../../tools/demo/index.ts';
import { actorCalled } from '../../tools/demo/people.ts';
import { seededCalendar } from '../../tools/demo/seeds.ts';
import { storyStart, storyToday } from '../../tools/demo/timeline.ts';
import { openServices } from '../../tools/demo/world.ts';
import { readLauncherSettings } from '../../tools/settings.ts';
import { type Stack, startStack } from '../../tools/stack.ts';

const calendar = seededCalendar(1);
const at = (local: string) => Date.parse(`${local}+05:00`);

describe('the days of the story', () => {
  test('it ends on the last working day: Friday when today is Sunday, the day itself when it is a working one', () => {
    expect(storyToday(calendar, at('2026-11-22T11:00:00'))).toBe('2026-11-20');
    expect(storyToday(calendar, at('2026-11-20T23:59:00'))).toBe('2026-11-20');
    // 16 December is a holiday.
    expect(storyToday(calendar, at('2026-12-16T09:00:00'))).toBe('2026-12-15');
  });

  test('it begins twelve working days before: holidays and weekends are not counted', () => {
    expect(storyStart(calendar, '2026-11-20')).toBe('2026-11-04');
    // 31, 30, 27, 26, then Nauryz (23 to 25) and a weekend, 20 to 16, 13, 12, 11.
    expect(storyStart(calendar, '2026-04-01')).toBe('2026-03-11');
  });

  test('where the calendar has not been entered it happens in known days', () => {
    expect(storyToday(calendar, at('2034-05-10T09:00:00'))).toBe('2026-11-20');
    expect(storyToday(calendar, at('2027-12-20T09:00:00'))).toBe('2026-11-20');
  });
});

/** The first run on a machine may build the engine's server. */
const PATIENCE = 15 * 60_000;
const dataDir = mkdtempSync(join(tmpdir(), 'zakup-demo-'));
let stack: Stack;
let opened: Awaited<ReturnType<typeof openServices>>;
let services: Services;
let signatures: SignatureProvider;
const said: string[] = [];

const seed = (log: (line: string) => void) => seedDemo({ databaseUrl: stack.databaseUrl, dataDir, baseUrl: stack.baseUrl, log });

beforeAll(async () => {
  const settings = readLauncherSettings({});
  stack = await startStack({ dataDir, ports: 'free', demo: false, log: { line: () => undefined }, settings, fsync: 'off' });
  vi.stubEnv('TEMPORAL_ADDRESS', stack.temporalAddress);
  signatures = fileSignatureProvider(join(dataDir, 'ca', 'trust'));
  // The first run is broken off in the middle of the story, the second one tells it to its end.
  const broken = seed((line) => {
    if (line.startsWith('10/')) throw new Error('power failure');
  });
  await expect(broken).rejects.toThrow('power failure');
  await seed((line) => said.push(line));
  opened = await openServices({ databaseUrl: stack.databaseUrl, dataDir, baseUrl: stack.baseUrl });
  services = opened.services;
}, PATIENCE);

afterAll(async () => {
  await opened?.close();
  await stack?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

/** The first announcement of a name: a single source carries that of the request it follows. */
async function announced(name: string): Promise<ProcurementFile> {
  const { rows } = await services.db.pool.query<{ number: string }>(
    'select number from procurement_case where name_ru = $1 order by number',
    [name],
  );
  const file = rows[0] && (await findCase(services.db.pool, rows[0].number));
  if (!file) throw new Error(`no announcement ${name}`);
  return file;
}

const count = async (what: string): Promise<number> => {
  const { rows } = await services.db.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`);
  return rows[0]!.n;
};

describe('the training portal', () => {
  test('the last line sums up', () => {
    expect(said.at(-1)).toBe('10 procurements, 9 people, 43 lines of the plan');
  });

  test('shows an announcement in every status, numbered in the order of their making', async () => {
    const { rows } = await services.db.pool.query<{ number: string; file: ProcurementFile }>(
      'select number, file from procurement_case order by number',
    );
    expect(rows.map(({ number, file }) => [number, shownStatus(file)])).toEqual([
      ['1000001-1', 'completed'],
      ['1000002-1', 'completed'],
      ['1000003-1', 'completed'],
      ['1000004-1', 'completed'],
      ['1000005-1', 'taking-quotations'],
      ['1000006-1', 'suspended'],
      ['1000007-1', 'cancelled'],
      ['1000008-1', 'published'],
      ['1000009-1', 'draft'],
      ['1000010-1', 'draft'],
      // Made by the portal itself after № 1000003-1 (S1 §1.7.1).
      ['1000011-1', 'taking-applications'],
    ]);
  });

  test('one ended with a winner and a second place, the cheapest was rejected under restrictions', async () => {
    const file = await announced('Бумага и папки для архива');
    const bin = { supplier1: '140340990192', supplier3: '921003399644', supplier4: '120140990228' };
    expect(file.lots[0]?.decision).toMatchObject({
      outcome: 'held',
      winner: { supplier: bin.supplier3, price: '443664.00' },
      second: { supplier: bin.supplier1, price: '451152.00' },
    });
    expect(file.lots[1]?.decision).toMatchObject({ outcome: 'failed', ground: 'one-admitted' });
    expect(file.restrictions).toMatchObject([{ supplier: bin.supplier4, article: '7', subParagraph: '7' }]);
    expect(file.quotations?.map((q) => q.supplier.bin)).toEqual([bin.supplier1, bin.supplier3, bin.supplier4]);
  });

  test('one failed with one quotation, one with none', async () => {
    const [one, none] = [await announced('Уничтожители бумаги'), await announced('Оценка имущества')];
    expect(one.lots[0]?.decision).toEqual({ outcome: 'failed', ground: 'one-submitted', singleSource: 'due' });
    expect(none.lots[0]?.decision).toEqual({ outcome: 'failed', ground: 'none-submitted' });
  });

  test('the single source begins on a working day after the failed window, for five calendar days, and is open today (S1 §1.7.1)', async () => {
    const failed = await announced('Уничтожители бумаги');
    const { rows } = await services.db.pool.query<{ number: string }>(
      `select number from procurement_case where method = 'single-source'`,
    );
    const { window, invited } = (await findCase(services.db.pool, rows[0]!.number))!;
    expect(failed.quotations?.map(({ supplier }) => supplier.bin)).toEqual([invited?.bin]);
    const { opensAt, closesAt } = window!;
    expect(opensAt).toBeGreaterThanOrEqual(failed.window!.closesAt);
    expect(isWorkingDay(calendar, dateOf(calendar, opensAt))).toBe(true);
    expect(closesAt - opensAt).toBe(5 * 24 * 3_600_000);
    const now = at(`${storyToday(calendar, Date.now())}T09:00:00`);
    expect(opensAt).toBeLessThan(now);
    expect(closesAt).toBeGreaterThan(now);
  });

  test('a lot cancelled after the results made a second version of the protocol', async () => {
    const file = await announced('Мебель для рабочих кабинетов');
    expect(file.lots.map((lot) => lot.status)).toEqual(['cancelled', 'held']);
    expect(file.protocols.map(({ version, state, validity, reason }) => [version, state, validity, reason])).toEqual([
      [1, 'published', 'not-valid', 'results'],
      [2, 'published', 'valid', 'lots-cancelled'],
    ]);
  });

  test('quotations inside a running window are sealed: opened are only those of closed ones', async () => {
    // Opened: paper 4 with the replacement, furniture 3, shredders 1. Sealed: equipment 2, materials 1.
    expect(await count('sealed_offer')).toBe(11);
    expect(await count('opened_offer')).toBe(7);
    const { intake } = await announced('Мониторы, принтеры и картриджи');
    expect(await count(`opened_offer where window_id = '${intake?.windowId}'`)).toBe(0);
  });

  test('documents are signed or sealed, acts have their scans', async () => {
    expect(await count(`document d where state in ('signed', 'sealed')`)).toBe(await count('document_signature'));
    expect(await count(`document where kind = 'protocol'`)).toBe(6);
    expect(await count(`document where kind = 'act-scan'`)).toBe(3);
  });

  test('the legal clock runs from nine in the morning of the last working day', async () => {
    const { ms } = await legalNow(services.db.pool);
    expect(dateOf(calendar, ms)).toBe(storyToday(calendar, Date.now()));
    expect(timeOf(calendar, ms)).toMatch(/^09:/);
    await expect.poll(async () => (await legalNow(services.db.pool)).ms).toBeGreaterThan(ms);
  });

  test('people sign in as the launcher says', async () => {
    for (const [login, password] of [
      ['organizer', 'demo-organizer'],
      ['supplier1', 'demo-supplier'],
      ['supplier4', 'demo-supplier'],
      ['operator', 'demo-operator'],
      ['customer2', 'demo-customer'],
      ['admin', 'demo-admin'],
    ] as const) {
      const found = await findByLogin(services.db, login);
      expect(await passwordMatches(found?.passwordHash ?? null, password), login).toBe(true);
    }
  });

  test.each([
    ['organizer', null],
    ['supplier3', null],
    ['organizer-expired', 'eds-expired'],
    ['organizer-revoked', 'eds-revoked'],
    ['organizer-foreign', 'eds-foreign-issuer'],
  ])('the key %s signs, or is refused: %s', async (key, reason) => {
    const opening = await openP12(await readFile(join(dataDir, 'ca', 'keys', `${key}.p12`)), 'Qwerty12');
    if (!opening.ok) throw new Error(opening.reason);
    const bytes = Buffer.from('a document');
    const verdict = await signatures.verify({ bytes, cms: await signDetached(bytes, opening.key), at: new Date() });
    expect(verdict.ok ? null : verdict.reason).toBe(reason);
  });

  test('the draft that is ready is published as it stands, the other one is refused', async () => {
    const publish = async (name: string) => {
      const { number } = await announced(name);
      const commandId = crypto.randomUUID();
      return sendCommand(services, { number, action: 'publish', actor: actorCalled('organizer'), commandId, input: {} });
    };
    expect(await publish('Канцелярские товары')).toMatchObject({
      kind: 'decided',
      outcome: { accepted: true, status: 'published' },
    });
    expect(await publish('Инвентарь для двора')).toMatchObject({ kind: 'refused', refusal: { code: 'delivery-terms-missing' } });
  });

  test('a database with procurements of its own keeps its clock and gets none of these', async () => {
    const folder = join(dataDir, 'other');
    const databaseUrl = await ensureDatabase(stack.databaseUrl, 'other');
    await migrate(databaseUrl);
    const other = connect(databaseUrl, 2);
    await other.pool.query(
      `insert into procurement_case (id, kind, method, number, status, file, organizer_bin, creator_id, name_kk, name_ru, total)
       values (gen_random_uuid(), 'procurement', 'price-quotations', '1000001-1', 'draft', '{}', '', gen_random_uuid(), '', '', 0)`,
    );
    const lines: string[] = [];
    await seedDemo({ databaseUrl, dataDir: folder, log: (line) => lines.push(line) });
    expect(lines.at(-1)).toBe('0 procurements, 9 people, 43 lines of the plan');
    expect(await legalOffset(other.pool)).toBe(0);
    await other.close();
  }, 180_000);

  test('laid again, nothing changes', async () => {
    const before = [await count('journal'), await count('command'), await count('document'), await legalOffset(services.db.pool)];
    await seed(() => undefined);
    const after = [await count('journal'), await count('command'), await count('document'), await legalOffset(services.db.pool)];
    expect(after).toEqual(before);
  }, 180_000);
});
