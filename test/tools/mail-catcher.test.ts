import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../tools/mail-catcher.ts';

let folder: string;
let mail: MailCatcher;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zakup-mail-'));
  mail = await startMailCatcher({ folder, smtpPort: 0, webPort: 0 });
});

afterEach(async () => {
  await mail.stop();
  rmSync(folder, { recursive: true, force: true });
});

const aLetter = {
  from: '"Портал закупок" <portal@example.kz>',
  to: 'supplier1@example.kz',
  subject: 'Өтінім қабылданды № 1000007-1, 1 250 000 ₸',
  text: 'Подробности: http://localhost:3000/procurements/1000007-1. <script>alert(1)</script>',
  attachments: [{ filename: 'Өтінім №1.pdf', content: Buffer.from('%PDF-1.7') }],
};

const send = (letter: object) => createTransport(mail.smtpUrl).sendMail(letter);
const open = async (path: string) => (await fetch(mail.url + path)).text();

test('a letter is kept as an .eml file and listed with its Kazakh subject', async () => {
  await send(aLetter);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\d{15}-0000-[0-9a-f]{8}\.eml$/)]);
  const [letter] = JSON.parse(await open('/messages.json')) as { to: string[]; subject: string; attachments: string[] }[];
  expect(letter).toMatchObject({
    to: ['supplier1@example.kz'],
    from: 'Портал закупок <portal@example.kz>',
    subject: 'Өтінім қабылданды № 1000007-1, 1 250 000 ₸',
    attachments: ['Өтінім №1.pdf'],
  });
  expect(await open('/')).toContain('Өтінім қабылданды № 1000007-1, 1 250 000 ₸');
});

test('the text of a letter is escaped, its addresses can be followed', async () => {
  await send({ ...aLetter, subject: '<img src=x onerror=alert(1)>' });
  const [{ id }] = JSON.parse(await open('/messages.json')) as [{ id: string }];
  const shown = await open(`/${id}`);
  expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(shown).toContain('<a href="http://localhost:3000/procurements/1000007-1" rel="noreferrer">');
  expect(shown).not.toContain('<script>');
  expect(await open(`/${id}/attachment/0`)).toBe('%PDF-1.7');
});

test('letters come newest first, those to one address alone on request', async () => {
  await send({ ...aLetter, subject: 'first' });
  await send({ ...aLetter, subject: 'second', to: 'organizer@example.kz' });
  await send({ ...aLetter, subject: 'third' });
  const subjects = async (query: string) =>
    (JSON.parse(await open(`/messages.json${query}`)) as { subject: string }[]).map((each) => each.subject);
  expect(await subjects('')).toEqual(['third', 'second', 'first']);
  expect(await subjects('?to=organizer@example.kz')).toEqual(['second']);
});

test('what is not a letter is not found, a path out of the folder neither', async () => {
  for (const path of ['/unknown', '/..%2f..%2fetc%2fpasswd', '/000000000000000-0000-00000000'])
    expect((await fetch(mail.url + path)).status).toBe(404);
});

test('letters are still there after a restart', async () => {
  await send(aLetter);
  await mail.stop();
  mail = await startMailCatcher({ folder, smtpPort: 0, webPort: 0 });
  expect(JSON.parse(await open('/messages.json'))).toHaveLength(1);
});
