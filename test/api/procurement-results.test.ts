import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';
import { actForm, sendFiles, signedIn } from './board.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

const window = { opensAt: '2026-11-16T09:00', closesAt: '2026-11-24T18:00' };
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('acts are decided, results published, versions kept: as people see it on the pages', async () => {
  await inTown(room, { today: '2026-11-13T10:00' }, async (town) => {
    const portal = await portalOver(town);
    try {
      const request = await town.publish(
        aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] }),
      );
      await town.goTo('2026-11-17T12:00');
      const at = `/procurements/${request.number}`;
      const creator = await signedIn(portal.visitor(), 'creator');
      const visitor = portal.visitor();

      // Suspended: what is left is shown, and only resuming and cancelling are open (S1 §1.4.18).
      const suspended = randomUUID();
      const form = (id: string) => actForm(id, { 'date-day': '16' });
      expect((await sendFiles(portal.baseUrl, creator, `${at}/actions/suspend`, form(suspended))).location).toBe(
        `/commands/${suspended}`,
      );
      expect(words((await creator.get(`/commands/${suspended}`)).text)).toContain('Закупка успешно приостановлена');
      expect(words((await visitor.get(at)).text)).toMatch(/До окончания приёма осталось 7 дней 5 часов, отсчёт остановлен/);
      expect((await creator.get(`${at}/actions/change-representative`)).status).toBe(409);
      const resumed = randomUUID();
      expect((await sendFiles(portal.baseUrl, creator, `${at}/actions/resume`, form(resumed))).location).toBe(
        `/commands/${resumed}`,
      );
      expect(words((await visitor.get(`${at}/why/quotations-end`)).text)).toContain(
        'Остаток срока, сохранённый при приостановлении',
      );

      // Nobody may take home quotations before the opening.
      await request.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
      await request.offer('supplier2', { '1': '800000.00', '2': '460000.00' });
      expect(await names(portal.baseUrl, creator.cookies, at)).toEqual(
        expect.not.arrayContaining([expect.stringContaining('Ценовые предложения')]),
      );

      await town.goTo('2026-11-26T09:00');
      const one = await visitor.get(`${at}/protocols/results/1`);
      expect(words(one.text)).toContain('Победитель: ТОО «Көкжиек-Құрылыс 2030», 800 000,00 ₸');
      const cancelled = randomUUID();
      expect(
        (await sendFiles(portal.baseUrl, creator, `${at}/actions/cancel`, { ...form(cancelled), lots: ['2'] })).location,
      ).toBe(`/commands/${cancelled}`);
      await town.restAll();
      expect(words((await visitor.get(`${at}/protocols/results/1`)).text)).toContain('Не действительный');
      const two = words((await visitor.get(`${at}/protocols/results/2`)).text);
      expect(two).toContain('Действительный');
      expect(two).toContain('2 Решение Закупка состоялась Закупка отменена');
      expect(words((await visitor.get(`${at}/acts`)).text)).toContain('Отмена Акт Решение № 2-1187/2026, 16.11.2026');

      // The original, its seal and its twin belong together, and anyone can check them.
      const bytes = async (path: string) =>
        new Uint8Array(await (await fetch(`${portal.baseUrl}${at}/protocols/results/1${path}`)).arrayBuffer());
      const [pdf, p7s] = [await bytes('.pdf'), await bytes('.p7s')];
      expect(verifiedByOpenssl(pdf, p7s, join(town.keys, 'trust', 'roots', 'root.pem'))).toBe(true);
      const twin = JSON.parse(new TextDecoder().decode(await bytes('.json'))) as {
        documentId: string;
        original: { sha256: string; pages: number };
      };
      expect(twin).toMatchObject({
        documentId: `${request.number}/results/1`,
        original: { sha256: sha256(pdf), bytes: pdf.length },
        execution: { validity: 'not-valid' },
      });
      expect(words((await visitor.get(`/verify/${request.number}/results/1`)).text)).toContain('Документ есть на портале');
      expect(words((await visitor.get(`/verify?sha256=${sha256(pdf)}`)).text)).toContain('байты совпадают с оригиналом');
      const altered = await visitor.get(`/verify?sha256=${sha256(pdf.slice(1))}`);
      expect([altered.status, words(altered.text)]).toEqual([
        404,
        expect.stringContaining('Документа с такими байтами на портале нет.'),
      ]);
      expect((await visitor.get('/verify?sha256=xyz')).status).toBe(422);

      const all = await names(portal.baseUrl, creator.cookies, at);
      for (const name of ['Ценовые предложения/1 140340990192.json', 'Протоколы/', 'Акты/Сот шешімі № 2-1187.pdf', 'SHA256SUMS'])
        expect(all).toEqual(expect.arrayContaining([expect.stringContaining(name)]));
      const supplier = await signedIn(portal.visitor(), 'supplier1');
      expect((await supplier.get(`${at}/download-all`)).status).toBe(403);
      const scan = /href="(\/documents\/[^"]+)"/.exec((await creator.get(`${at}/acts`)).text)![1]!;
      expect((await creator.get(scan)).status).toBe(200);
      expect((await visitor.get(scan)).status).toBe(404);
    } finally {
      await portal.stop();
    }
  });
}, 180_000);

test('the sandbox goes to the nearest deadline, and only its operator may', async () => {
  await inTown(room, { today: '2026-11-13T10:00' }, async (town) => {
    const portal = await portalOver(town, { sandbox: true });
    try {
      const request = await town.publish(aDraftFile({ window }));
      const operator = await signedIn(portal.visitor(), 'operator');
      expect(words((await operator.get('/sandbox')).text)).toContain(
        `16.11.2026 09:00 начнётся приём ценовых предложений № ${request.number}`,
      );
      expect((await operator.post('/sandbox/next-deadline', { back: '/sandbox' })).location).toBe('/sandbox');
      expect(await town.now()).toBeGreaterThanOrEqual(Date.parse('2026-11-16T09:00:01+05:00'));
      expect(words((await operator.get('/sandbox')).text)).toContain('Время портала переведено: 16.11.2026 09:00.');
      const creator = await signedIn(portal.visitor(), 'creator');
      expect((await creator.get('/sandbox')).status).toBe(403);
      expect((await creator.post('/sandbox/next-deadline', {})).status).toBe(403);
    } finally {
      await portal.stop();
    }
  });
}, 120_000);

/** Names inside the archive «Скачать все», which must be whole. */
async function names(baseUrl: string, cookies: Map<string, string>, at: string): Promise<string[]> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${baseUrl}${at}/download-all`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return inFolder((folder) => {
    const zip = join(folder, 'all.zip');
    return answer.arrayBuffer().then((bytes) => {
      writeFileSync(zip, new Uint8Array(bytes));
      execFileSync('unzip', ['-tq', zip]);
      return execFileSync('unzip', ['-Z1', zip], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
        .toString()
        .trim()
        .split('\n');
    });
  });
}

function verifiedByOpenssl(pdf: Uint8Array, p7s: Uint8Array, root: string): Promise<boolean> | boolean {
  const folder = mkdtempSync(join(tmpdir(), 'zakup-p7s-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    writeFileSync(join(folder, 'a.p7s'), p7s);
    execFileSync(
      'openssl',
      [
        'cms',
        '-verify',
        '-inform',
        'DER',
        '-binary',
        '-purpose',
        'any',
        '-in',
        join(folder, 'a.p7s'),
        '-content',
        join(folder, 'a.pdf'),
        '-CAfile',
        root,
        '-out',
        join(folder, 'out'),
      ],
      { stdio: 'ignore' },
    );
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'zakup-zip-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
