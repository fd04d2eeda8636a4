import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Reply } from '../client.ts';
import { type Attached, multipart } from '../encoding.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Stand } from '../stand.ts';

const MIB = 1024 * 1024;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SCRIPT = '<script>alert(document.cookie)</script>';
const file = (name: string, bytes: Buffer | string, type = 'application/pdf', field = 'file'): Attached => ({
  ...{ field, name, type },
  bytes: Buffer.from(bytes as string),
});

/** A ZIP of some 60 KB with one entry of 64 MiB of zeros, which by its head would be 4 GiB. */
function bomb(): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(64 * MIB), { level: 9 });
  const head = Buffer.alloc(30);
  head.write('PK\u0003\u0004', 0, 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(0xffff_fff0, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

/** What no announcement takes, whatever it is called and said to be. */
const REFUSED: [string, () => Attached][] = [
  ['HTML', () => file('page.html', SCRIPT, 'text/html')],
  ['HTML called a PDF', () => file('page.pdf', `<html>${SCRIPT}`)],
  ['SVG with a script', () => file('image.svg', `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`, 'image/svg+xml')],
  ['SVG called a PNG', () => file('image.png', `<svg onload="alert(1)"/>`, 'image/png')],
  ['a PDF called HTML', () => file('page.html', '%PDF-1.7', 'text/html')],
  ['a program', () => file('setup.pdf', 'MZ\u0090\u0000')],
  ['a ZIP', () => file('many.zip', 'PK\u0003\u0004', 'application/zip')],
  ['a ZIP called a PDF', () => file('many.pdf', 'PK\u0003\u0004')],
  ['nothing in it', () => file('empty.pdf', '')],
  ['a PDF whose head comes late', () => file('late.pdf', `\n\n${SCRIPT}%PDF-1.7`)],
];

/** What a name becomes: one name, without folders, lines, or turns of the direction of writing. */
const NAMES: [given: string, kept: RegExp][] = [
  ['../../../../etc/passwd.pdf', /^passwd\.pdf$/],
  ['..\\..\\windows\\win.pdf', /^win\.pdf$/],
  ['/etc/shadow.pdf', /^shadow\.pdf$/],
  ['a%0D%0ASet-Cookie: x=1.pdf', /^a__Set-Cookie: x=1\.pdf$/],
  ['отчёт\u202Efdp.exe.pdf', /^отчёт_fdp\.exe\.pdf$/],
  [`${'ұ'.repeat(300)}.pdf`, /^ұ{196}\.pdf$/],
  [`${'🧾'.repeat(210)}.pdf`, /^(?:🧾){196}\.pdf$/u],
  ['CON.pdf', /^CON\.pdf$/],
  ['"; filename=evil.html; x=".pdf', /^"; filename=evil\.html; x="\.pdf$/],
  ['<img src=x onerror=alert(1)>.pdf', /^<img src=x onerror=alert\(1\)>\.pdf$/],
  ['смета.PDF', /^смета\.PDF$/],
];

export function uploads(stand: () => Stand): void {
  const place = () => `/drafts/${stand().ground.draft}/papers/specification-1/files`;
  const attach = (files: Attached[], path = place(), fields: [string, string][] = []): Promise<Reply> =>
    stand().as('creator', { method: 'POST', path, ...multipart(fields, files) });
  const stored = async () => {
    const { ground } = stand();
    const { rows } = await ground.town.db.pool.query<{ id: string; name: string; media_type: string }>(
      `select d.id, d.name, d.media_type from document d join procurement_case c on c.id = d.case_id
       where c.number = $1 order by d.created_at`,
      [ground.draft],
    );
    return rows;
  };
  /** Sends, finds what was stored and deletes it again. */
  async function kept(attached: Attached): Promise<{ id: string; name: string; download: Reply }> {
    const { ground, as } = stand();
    const before = new Set((await stored()).map(({ id }) => id));
    const answer = await attach([attached]);
    expect([answer.status, answer.headers['location']]).toEqual([303, place().replace(/\/files$/, '')]);
    const found = (await stored()).find(({ id }) => !before.has(id))!;
    const download = await as('creator', { method: 'GET', path: `/files/${found.id}` });
    const page = await as('creator', { method: 'GET', path: place().replace(/\/files$/, '') });
    expect(page.body).not.toContain('<img src=x');
    await as('creator', { method: 'POST', path: `/drafts/${ground.draft}/documents/${found.id}/delete` });
    return { ...found, download };
  }

  test.each(REFUSED)('a specification that is %s is refused with its sentence, and nothing is stored', async (what, made) => {
    const { ground } = stand();
    const before = await fingerprint(ground);
    const { status, body } = await attach([made()]);
    expect(status).toBe(422);
    expect(body).toContain(what === 'nothing in it' ? 'Выберите файл' : 'Файлы такого вида не принимаются.');
    expect(body).not.toContain(SCRIPT);
    expect(await fingerprint(ground)).toEqual(before);
  });

  test.each(REFUSED.filter(([what]) => what !== 'a PDF called HTML'))(
    'a scan of an act that is %s is refused, on the page and by the API, and nothing is stored',
    async (_what, made) => {
      const { ground, as } = stand();
      const { number } = ground.requests.suspended;
      const before = await fingerprint(ground);
      const act = multipart([['commandId', randomUUID()]], [{ ...made(), field: 'scan' }]);
      expect((await as('creator', { method: 'POST', path: `/procurements/${number}/actions/resume`, ...act })).status).toBe(422);
      const program = multipart([], [made()]);
      const answer = await as('creator', {
        ...{ method: 'POST', path: `/api/v1/procurements/${number}/files`, body: program.body },
        headers: { ...program.headers, 'idempotency-key': randomUUID() },
      });
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
        answer.status === 415 ? 415 : 422,
        { status: answer.status },
      ]);
      expect(await fingerprint(ground)).toEqual(before);
    },
  );

  test.each(NAMES)('a file is kept under one name, and handed out under it: %j', async (given, name) => {
    const { name: found, download } = await kept(file(given, '%PDF-1.7'));
    expect(found).toMatch(name);
    const disposition = String(download.headers['content-disposition']);
    expect(disposition).toBe(`inline; filename*=UTF-8''${encodeURIComponent(found)}`);
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
  });

  test('a PDF that is HTML too is handed out as PDF alone; its script may not run by the policy of the answer', async () => {
    const { download } = await kept(file('both.pdf', `%PDF-1.7\n<html>${SCRIPT}`, 'text/html'));
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(String(download.headers['content-security-policy'])).toContain("script-src 'self'");
  });

  test('a document of an office is handed over as a file, into a sandbox, and is never unpacked', async () => {
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(MIB);
    const before = process.memoryUsage().rss;
    const { download } = await kept(file('смета.docx', bytes, 'text/html'));
    expect(download.headers).toMatchObject({ 'content-type': DOCX, 'x-content-type-options': 'nosniff' });
    expect(String(download.headers['content-disposition'])).toMatch(/^attachment; /);
    expect(download.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
  });

  test.each([
    [
      'a form with a file',
      () => place(),
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-',
    ],
    ['a form', () => '/my/plan', 'application/x-www-form-urlencoded', 'name='],
    ['JSON', () => '/eds', 'application/json', '{"signature":"'],
    ['a sealed file', () => '/sealed-files', 'application/octet-stream', '\u0001'],
  ])(
    '100 MB as %s are answered 413 before they have come; the memory of the portal does not follow',
    async (what, path, type, head) => {
      const { ground, caller } = stand();
      const as = caller(what === 'a sealed file' ? 'supplier who offered' : 'creator');
      const memory = process.memoryUsage().rss;
      const chunk = Buffer.alloc(256 * 1024, 'x');
      let [sent, most] = [0, memory];
      const status = await new Promise<number | string>((resolve) => {
        const outgoing = request(ground.baseUrl + path(), {
          method: 'POST',
          headers: { cookie: as.cookie, 'x-csrf-token': as.token, 'content-type': type, 'transfer-encoding': 'chunked' },
        });
        let answered = false;
        const push = () => {
          while (!answered && sent < 100 * MIB) {
            sent += chunk.length;
            most = Math.max(most, process.memoryUsage().rss);
            if (!outgoing.write(chunk)) return void outgoing.once('drain', push);
          }
          if (!answered) outgoing.end();
        };
        outgoing.on('response', (incoming) => {
          answered = true;
          resolve(incoming.statusCode ?? 0);
          incoming.resume();
          outgoing.destroy();
        });
        outgoing.on('error', (error: NodeJS.ErrnoException) => {
          answered = true;
          resolve(error.code ?? 'error');
        });
        outgoing.write(head);
        push();
      });
      expect(status).toBe(413);
      expect(sent).toBeLessThan(40 * MIB);
      expect(most - memory).toBeLessThan(80 * MIB);
      const { status: alive } = await stand().as('creator', { method: 'GET', path: '/my' });
      expect(alive).toBe(200);
    },
  );

  test('after a 413 the connection is over: the next request is not cut off behind a body that nobody reads', async () => {
    const { as } = stand();
    const large = { 'content-type': 'application/json', 'content-length': String(3 * MIB) };
    const answers = [];
    for (let round = 0; round < 5; round += 1) {
      answers.push(await as('creator', { method: 'POST', path: '/eds', headers: large, body: Buffer.alloc(3 * MIB, 'x') }));
      // The body is still on its way, or lies unread, for the time after which the portal closes.
      if (round === 0) await new Promise((resolve) => setTimeout(resolve, 2_500));
      answers.push(await as('creator', { method: 'GET', path: '/my' }));
    }
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill([413, 200]).flat());
    expect(answers.filter(({ status }) => status === 413).map(({ headers }) => headers['connection'])).toEqual(
      Array(5).fill('close'),
    );
  });

  test('many parts, many files and a file too large by a byte are 413, and nothing is stored', async () => {
    const { ground } = stand();
    const before = await fingerprint(ground);
    const many = Array.from({ length: 2_200 }, (_none, n): [string, string] => [`f${n}`, 'x']);
    const six = Array.from({ length: 6 }, () => file('a.pdf', '%PDF-1.7'));
    const large = file('large.pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(20 * MIB - 4)]));
    expect((await attach([], place(), many)).status).toBe(413);
    expect((await attach(six)).status).toBe(413);
    expect((await attach([large])).status).toBe(413);
    expect(await fingerprint(ground)).toEqual(before);
  });

  test('«Скачать все» holds names without folders of their own, whatever the files were called', async () => {
    const { ground, as } = stand();
    const { number } = ground.requests.suspended;
    const act = (scan: string) =>
      multipart(
        [
          ...Object.entries({ commandId: randomUUID(), number: '1', kind: 'decision', bodyKind: 'court', body: 'Суд' }),
          ...Object.entries({ 'date-day': '16', 'date-month': '11', 'date-year': '2026' }),
        ],
        [file(scan, '%PDF-1.7', 'application/pdf', 'scan')],
      );
    // `:` makes a stream of a file on Windows, `CON` is a device there.
    for (const [action, name] of [
      ['resume', '..\\..\\C:evil?.pdf'],
      ['suspend', 'CON.pdf'],
    ] as const) {
      const { status } = await as('creator', { method: 'POST', path: `/procurements/${number}/actions/${action}`, ...act(name) });
      expect(status).toBe(303);
      await expect.poll(async () => (await ground.requests.suspended.file()).suspension === null).toBe(action === 'resume');
    }
    const cookie = stand().caller('creator').cookie;
    const answer = await fetch(`${ground.baseUrl}/procurements/${number}/download-all`, { headers: { cookie } });
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=${number}.zip`);
    const folder = mkdtempSync(join(tmpdir(), 'zakup-zip-'));
    const zip = join(folder, 'all.zip');
    writeFileSync(zip, Buffer.from(await answer.arrayBuffer()));
    const names = execFileSync('unzip', ['-Z1', zip], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
      .toString()
      .trim()
      .split('\n');
    rmSync(folder, { recursive: true });
    expect(names.filter((name) => /evil|CON/.test(name)).map((name) => name.split('/').at(-1))).toEqual([
      'C_evil_.pdf',
      '_CON.pdf',
    ]);
    for (const name of names) expect(name).toMatch(/^(?!\/)(?!.*(?:^|\/)\.\.)[^\\:*?"<>|]+$/);
  });
}
