import { expect, test } from 'vitest';
import type { DocumentPayload } from '../../../domain/procurement/documents.ts';
import { printDocument } from '../../../templates/documents/index.ts';
import { letterText } from '../../../templates/letters.ts';
import { NOTICE_EVENTS } from '../../../domain/procurement/notices.ts';
import { pagesByHand } from '../by-hand.ts';
import type { Caller } from '../client.ts';
import { sendAs } from '../client.ts';
import { multipart, urlencoded } from '../encoding.ts';
import { CALLERS, type CallerName, type Ground } from '../ground.ts';
import { placesOf } from '../places.ts';
import { filledIn, LINK, MARK, marksIn, PLANTED, planted, scanFor, wrongWith } from '../planted.ts';
import { nameOf, pathOf, type Route, routesOf } from '../routes.ts';
import type { Stand } from '../stand.ts';
import { asShownNow, targetsOf } from '../targets.ts';

/** Forms that end a session, delete, publish what shall stay hidden, or move the clock. */
const LEFT_ALONE =
  /^POST \/(?:sign-out|sign-in|role|language|sandbox|drafts\/:number\/(?:delete|documents|publish)|procurements\/:number\/unpublished)/;

/** First places of a route, and in each single source one. */
function somePlaces(ground: Ground, route: Route): Record<string, string>[] {
  const all = placesOf(ground, route);
  const ofSources = Object.values(ground.singleSources).map((each) => all.find(({ number }) => number === each.number));
  return [...new Set([...all.slice(0, 2), ...ofSources])].filter((place) => place !== undefined);
}

export function script(stand: () => Stand): void {
  test('every form shows what was typed as it was typed, also in its mistakes', async () => {
    const { ground, caller } = stand();
    const callers = new Map(CALLERS.map(([name]): [CallerName, Caller] => [name, caller(name)]));
    const wrong: string[] = [];
    const tried = new Set<string>();
    for (const target of await targetsOf(ground, callers)) {
      const name = nameOf(target.route);
      if (target.route.method !== 'POST' || LEFT_ALONE.test(name) || target.fields.size === 0) continue;
      const sections = target.fields.get('section') ?? [''];
      for (const [text, section] of [PLANTED, LINK].flatMap((each) => sections.map((of) => [each, of] as const))) {
        const shown = await asShownNow(ground.baseUrl, caller(target.by), target);
        const fields = filledIn(shown, text, section);
        const { headers, body } = target.multipart ? multipart(fields, scanFor(shown)) : urlencoded(fields);
        const reply = await sendAs(ground.baseUrl, caller(target.by), { method: 'POST', path: target.path, headers, body });
        tried.add(name);
        if (reply.status >= 500) wrong.push(`${name}: ${reply.status}`);
        wrong.push(...wrongWith(reply.body).map((what) => `${name}: ${what}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(tried.size).toBeGreaterThan(15);
  });

  test('what people write with their acts is kept as it was written: it is no harmless text that the pages show', async () => {
    const { ground } = stand();
    await ground.town.restAll();
    const { rows } = await ground.town.db.pool.query<{ file: unknown }>('select file from procurement_case');
    expect(rows.flatMap(({ file }) => marksIn(file))).toEqual(
      expect.arrayContaining([
        ...['/acts/number', '/acts/body', '/acts/scan/name', '/refusals/ground'],
        ...['/consideration/restrictions/reason', '/consideration/specifications/reason', '/declined/reason'],
      ]),
    );
  });

  test('wherever a text comes from, no page in any language takes it for code, and no answer to a program is a page', async () => {
    const { ground, caller } = stand();
    const { pool } = ground.town.db;
    const both = (...columns: string[]) => columns.flatMap((column) => [`${column}_kk = $1`, `${column}_ru = $1`]).join(', ');
    await pool.query(`update organization set ${both('name', 'address', 'place')}`, [PLANTED]);
    await pool.query(`update app_user set ${both('name', 'position')}, email = $1, phone = $1`, [PLANTED]);
    await pool.query(`update procurement_case set ${both('name')}`, [PLANTED]);
    await pool.query('update document set name = $1', [PLANTED]);
    await pool.query('update api_token set name = $1', [PLANTED]);
    for (const [table, id, column] of [
      ['procurement_case', 'id', 'file'],
      ['draft', 'case_id', 'body'],
      ['plan_item', 'id', 'body'],
      ['notification', 'id', 'params'],
      ['journal', 'id', 'fact'],
      ['journal', 'id', 'actor'],
      ['working_calendar', 'version', 'body'],
      ['document_signature', 'id', 'signer'],
    ] as const) {
      const { rows } = await pool.query<{ id: string; value: unknown }>(
        `select ${id}::text as id, ${column} as value from ${table}`,
      );
      for (const row of rows)
        await pool.query(`update ${table} set ${column} = $2 where ${id}::text = $1`, [
          row.id,
          JSON.stringify(planted(row.value)),
        ]);
    }
    const { rows: files } = await pool.query<{ file: unknown }>('select file from procurement_case');
    expect(files.flatMap(({ file }) => marksIn(file))).toContain('/application/documents/name');
    const wrong: string[] = [];
    let shown = 0;
    const look = async (name: CallerName, language: string, path: string) => {
      const { cookie } = caller(name);
      const headers = { cookie: [`zakup-language=${language}`, cookie].filter(Boolean).join('; ') };
      const reply = await sendAs(ground.baseUrl, caller(name), { method: 'GET', path, headers });
      if (reply.status >= 500) wrong.push(`${path}: ${reply.status}`);
      const isPage = String(reply.headers['content-type']).startsWith('text/html');
      if (isPage && path.startsWith('/api/v1')) wrong.push(`${path} is a page`);
      if (!isPage) return;
      if (reply.body.includes(MARK)) shown += 1;
      wrong.push(...wrongWith(reply.body).map((what) => `${path} (${language}): ${what}`));
    };
    const routes = routesOf(ground.app).filter(({ method }) => method === 'GET');
    for (const [name, language] of [
      ['creator', 'kk'],
      ['creator', 'ru'],
      ['creator', 'en'],
      ['visitor', 'kk'],
      ['supplier who offered', 'ru'],
      ['administrator', 'en'],
      ['operator', 'ru'],
    ] as const) {
      for (const route of routes) for (const place of somePlaces(ground, route)) await look(name, language, pathOf(route, place));
    }
    for (const language of ['kk', 'ru', 'en']) for (const [name, path] of pagesByHand(ground)) await look(name, language, path);
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(100);
  });

  test('no document takes it for code, and letters are plain text', async () => {
    const { ground } = stand();
    const { rows } = await ground.town.db.pool.query<{ payload: DocumentPayload }>(
      `select payload from document where payload->>'type' is not null`,
    );
    // What was written above for a refusal and for a participation declined stands in their protocols.
    expect(rows.flatMap(({ payload }) => marksIn(payload))).toEqual(
      expect.arrayContaining(['/lots/decision/refusal/text', '/singleSource/opening/reason']),
    );
    const all = rows.map(({ payload }) => planted(payload) as DocumentPayload);
    expect(all.flatMap((payload) => marksIn(payload))).toEqual(
      expect.arrayContaining(['/singleSource/review/specifications/reason', '/lots/decision/refusal/text']),
    );
    for (const payload of [...rows.map((row) => row.payload), ...all]) {
      const { html } = printDocument(payload);
      expect(html.includes(MARK)).toBe(marksIn(payload).length > 0);
      expect(wrongWith(html)).toEqual([]);
    }
    for (const event of NOTICE_EVENTS) {
      const params = { number: '1000001-1', name: { kk: `${PLANTED}\r\nBcc: x`, ru: PLANTED } };
      const { subject, text } = letterText({ event, params, at: new Date(0) }, 'http://zakup.example');
      expect(subject).not.toMatch(/[\r\n]|planted/);
      expect(text).toContain(PLANTED);
    }
  });
}
