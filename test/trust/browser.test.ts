import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headerOf, type Manifest, manifestBytes } from '../../trust/envelope.ts';
import { checkEnvelopeAtSubmission, openOffer, provesOffer } from '../../trust/open-envelope.ts';
import { verifySignature } from '../../trust/verify.ts';
import { openFile } from '../../trust/sealed-file.ts';
import { createWindowKey, releaseWindowKey } from '../../trust/window-key.ts';
import { DOCUMENT, NOW, type TestKeys, testKeys } from './keys.ts';
import { pageServer } from './page.ts';

const master = randomBytes(32);
let keys: TestKeys;
let browser: Browser;
let site: Awaited<ReturnType<typeof pageServer>>;
let record: Awaited<ReturnType<typeof createWindowKey>>['record'];
let window: Parameters<typeof headerOf>[0] & { publicKey: string; supplier: string; lots: object[] };

beforeAll(async () => {
  keys = await testKeys();
  ({ record } = await createWindowKey({ window: 'w1', kind: 'price', generation: 1, notBefore: 0, master }));
  const { key, generation } = record;
  const lots = [{ number: '1', amount: '1250000.00' }];
  window = {
    procurement: '1-1',
    lot: '*',
    kind: 'price',
    key,
    generation,
    publicKey: record.public,
    supplier: '230940990011',
    lots,
  };
  site = await pageServer(window);
  const fonts = existsSync('/etc/fonts') ? { FONTCONFIG_PATH: '/etc/fonts' } : {};
  const path = await chromium.executablePath();
  browser = await playwright.launch({ executablePath: path, args: chromium.args, env: { ...process.env, ...fonts } });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site?.server.close();
  await rm(keys.dir, { recursive: true });
});

async function opened(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.url + path);
  return { page, complaints };
}

async function giveKey(page: Page, password = keys.password): Promise<void> {
  await page.setInputFiles('[data-eds-file]', keys.files.asel!);
  await page.fill('[data-eds-password]', password);
}

test('a form is signed in the browser; password and key are not sent', async () => {
  const { page, complaints } = await opened('/sign');
  await giveKey(page);
  await page.click('button');
  await page.waitForURL('**/signed');
  const sent = site.postings.pop()!;
  const fields = new URLSearchParams(sent.body);
  expect([...fields.keys()].sort()).toEqual(['_csrf', 'choice', 'signature']);
  expect(fields.get('choice')).toBe('approve');
  const cms = Buffer.from(fields.get('signature')!, 'base64');
  expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toMatchObject({ ok: true });
  expect(complaints).toEqual([]);
});

test('a wrong password is said beside its field, and nothing is sent', async () => {
  const { page } = await opened('/sign');
  await giveKey(page, 'wrong');
  await page.click('button');
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert] li')).toBe('Пароль неверен');
  expect(await page.getAttribute('[data-eds-password]', 'aria-invalid')).toBe('true');
  expect(site.postings).toEqual([]);
});

test('a quotation above the amount of its lot does not leave the browser', async () => {
  const { page } = await opened('/quotation');
  await page.fill('#price-1', '1 250 000,01');
  await page.click('button:not([data-try])');
  await page.waitForSelector('[role=alert]');
  expect(await page.locator('[role=alert] li').allTextContents()).toEqual([
    'Лот 1: Цена выше суммы лота',
    'Выберите файл ключа',
    'Введите пароль',
  ]);
  expect(site.postings).toEqual([]);
});

test('a quotation is tried, sealed, signed and sent; its author keeps the proof', async () => {
  const { page, complaints } = await opened('/quotation');
  await page.fill('#price-1', '1 190 000,00');
  await giveKey(page);
  await page.click('[data-try]');
  await page.getByText('Проба удалась').first().waitFor();
  expect(site.postings).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.click('button:not([data-try])');
  const download = await downloading;
  await page.waitForURL('**/done');
  const sent = site.postings.pop()!;
  expect([sent.path, sent.token]).toEqual(['/quotations', 'token-1']);
  expect(sent.body).not.toContain('1190000');

  const body = JSON.parse(sent.body) as { envelope: string; manifest: Manifest; signature: string };
  const [envelope, cms] = [Buffer.from(body.envelope, 'base64'), Buffer.from(body.signature, 'base64')];
  const expectedHeader = headerOf(window, '230940990011');
  expect(checkEnvelopeAtSubmission({ envelope, manifest: body.manifest, expectedHeader })).toBeNull();
  const signed = verifySignature({ bytes: manifestBytes(body.manifest), cms, at: NOW, trust: keys.trust });
  expect(signed).toMatchObject({ ok: true, signer: { iin: '901105499037' } });
  const release = await releaseWindowKey({ record, master, now: 0 });
  if (!release.ok) throw new Error(release.reason);
  expect(await openOffer({ seed: release.seed, envelope, manifest: body.manifest, window })).toMatchObject({
    ok: true,
    offer: { prices: [{ lot: '1', price: '1190000.00' }] },
  });

  expect(download.suggestedFilename()).toBe('offer-1-1-230940990011.json');
  const kept = JSON.parse(await readFile(await download.path(), 'utf8')) as { offer: string; salt: string };
  expect(await provesOffer(body.manifest, kept)).toBe(true);
  expect(kept).toMatchObject({ receipt: { keyId: 'k' }, envelope: body.envelope });
  expect(complaints).toEqual([]);
});

const pdf = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${text}`) });

test('an application asks for its documents; an empty file and a missing one are said, and nothing is sent (S1 §1.7.2)', async () => {
  site.postings.length = 0;
  const { page } = await opened('/application');
  await page.fill('#price-1', '1 190 000,00');
  await page.setInputFiles('#d1', { name: 'пусто.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
  await giveKey(page);
  await page.click('button:not([data-try])');
  await page.waitForSelector('[role=alert]');
  expect(await page.locator('[role=alert] li').allTextContents()).toEqual([
    'Спецификация: Файл пуст: пусто.pdf',
    'Обоснование: Выберите документ',
  ]);
  expect(site.postings).toEqual([]);
});

test('each document is sealed under a key of its own, which only the sealed application holds', async () => {
  site.postings.length = 0;
  const { page, complaints } = await opened('/application');
  await page.fill('#price-1', '1190000');
  await page.setInputFiles('#d1', pdf('спецификация.pdf', 'мощность 5 кВт'));
  await page.setInputFiles('#d2', [pdf('расчёт.pdf', 'нормы'), pdf('прайс.pdf', 'цены')]);
  await giveKey(page);
  await page.click('[data-try]');
  await page.getByText('Проба удалась').first().waitFor();
  expect(site.postings).toEqual([]);
  await page.click('button:not([data-try])');
  await page.waitForURL('**/done');

  expect(site.postings.map(({ path, token }) => [path, token])).toEqual([
    ['/sealed-files', 'token-1'],
    ['/sealed-files', 'token-1'],
    ['/sealed-files', 'token-1'],
    ['/quotations', 'token-1'],
  ]);
  const [first, second, third, offer] = site.postings;
  for (const { bytes } of site.postings) expect(bytes.includes('%PDF') || bytes.includes('спецификация')).toBe(false);
  const body = JSON.parse(offer!.body) as { envelope: string; manifest: Manifest };
  const release = await releaseWindowKey({ record, master, now: 0 });
  if (!release.ok) throw new Error(release.reason);
  const envelope = Buffer.from(body.envelope, 'base64');
  const opening = await openOffer({ seed: release.seed, envelope, manifest: body.manifest, window });
  if (!opening.ok) throw new Error(opening.reason);
  const documents = opening.offer.documents as { kind: string; lot?: string; name: string; size: number; key: string }[];
  expect(documents.map(({ kind, lot, name, size }) => ({ kind, lot, name, size }))).toEqual([
    // "%PDF-1.7 " is 9 bytes; of the rest each Cyrillic letter takes two.
    { kind: 'technical-specification', lot: '1', name: 'спецификация.pdf', size: 9 + 16 + 3 + 6 },
    { kind: 'price-justification', lot: undefined, name: 'расчёт.pdf', size: 9 + 10 },
    { kind: 'price-justification', lot: undefined, name: 'прайс.pdf', size: 9 + 8 },
  ]);
  const plain = await Promise.all(documents.map(({ key }, at) => openFile(key, [first, second, third][at]!.bytes)));
  expect(plain.map((bytes) => Buffer.from(bytes!).toString())).toEqual([
    '%PDF-1.7 мощность 5 кВт',
    '%PDF-1.7 нормы',
    '%PDF-1.7 цены',
  ]);
  expect(new Set(documents.map(({ key }) => key)).size).toBe(3);
  expect(complaints).toEqual([]);
});
