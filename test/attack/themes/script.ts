import { expect, test } from 'vitest';
import type { DocumentPayload } from '../../../domain/procurement/documents.ts';
import { printDocument } from '../../../templates/documents/index.ts';
import { letterText } from '../../../templates/letters.ts';
import { NOTICE_EVENTS } from '../../../domain/procurement/notices.ts';
import type { Caller } from '../client.ts';
import { sendAs } from '../client.ts';
import { multipart, urlencoded } from '../encoding.ts';
import { CALLERS, type CallerName } from '../ground.ts';
import { placesOf } from '../places.ts';
import { nameOf, pathOf, routesOf } from '../routes.ts';
import type { Stand } from '../stand.ts';
import { asShownNow, targetsOf } from '../targets.ts';

/** What somebody would like other people's browsers, templates and links to take for code. */
const PLANTED = `Ә<script>planted()</script>"'><img src=x onerror=planted()>zk{{7*7}}zk{{{constructor}}}\${7*7}`;
const LINK = 'javascript:planted()//';

/** What a page does with a planted text but show it. */
const TAKEN_FOR_CODE: [string, RegExp][] = [
  ['a script runs', /<script>planted/i],
  ['an element is made', /<img src=x/i],
  ['an attribute ends', /"'>/],
  ['a template is evaluated', /zk49zk|function Object|\[object /],
  ['a link is code', /(?:href|src|action)="\s*javascript:/i],
];
const wrongWith = (html: string): string[] => TAKEN_FOR_CODE.filter(([, found]) => found.test(html)).map(([what]) => what);

/** Forms that end a session, delete or move the clock. */
const LEFT_ALONE = /^POST \/(?:sign-out|sign-in|role|language|sandbox|drafts\/:number\/(?:delete|documents|publish))/;

/** Fields that people write in freely: both languages, or nothing to choose from. */
const isFree = (name: string, values: string[]): boolean =>
  !['_csrf', 'seen', 'command', 'commandId', 'then', 'id', 'file', 'scan'].includes(name) &&
  (/-(?:kk|ru)$/.test(name) || values.every((value) => value === ''));

const VALID: Record<string, string> = { quantity: '1', unitPrice: '1000', catalogueCode: '172314.500.000002' };

/** Every text that somebody wrote inside a stored value. */
function planted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => planted(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each, name)]));
  if (typeof value !== 'string' || !/^(?:kk|ru|body|reason|email|phone|text|comment)$/.test(key)) return value;
  // The reason of a protocol is a code of ours; people write words.
  return key === 'reason' && /^[\w-]*$/.test(value) ? value : PLANTED;
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
      for (const text of [PLANTED, LINK]) {
        const shown = await asShownNow(ground.baseUrl, caller(target.by), target);
        const fields = [...shown.fields].map(([field, values]): [string, string] => {
          if (VALID[field]) return [field, VALID[field]];
          return [field, isFree(field, values) ? text : (values.find((value) => value !== '') ?? '')];
        });
        const { headers, body } = target.multipart ? multipart(fields) : urlencoded(fields);
        const reply = await sendAs(ground.baseUrl, caller(target.by), { method: 'POST', path: target.path, headers, body });
        tried.add(name);
        if (reply.status >= 500) wrong.push(`${name}: ${reply.status}`);
        wrong.push(...wrongWith(reply.body).map((what) => `${name}: ${what}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(tried.size).toBeGreaterThan(15);
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
    const wrong: string[] = [];
    let shown = 0;
    for (const [name, language] of [
      ['creator', 'kk'],
      ['creator', 'ru'],
      ['creator', 'en'],
      ['visitor', 'kk'],
      ['supplier who offered', 'ru'],
      ['administrator', 'en'],
      ['operator', 'ru'],
    ] as const) {
      for (const route of routesOf(ground.app).filter(({ method }) => method === 'GET')) {
        for (const place of placesOf(ground, route).slice(0, 2)) {
          const { cookie } = caller(name);
          const headers = { cookie: [`zakup-language=${language}`, cookie].filter(Boolean).join('; ') };
          const path = pathOf(route, place);
          const reply = await sendAs(ground.baseUrl, caller(name), { method: 'GET', path, headers });
          if (reply.status >= 500) wrong.push(`${path}: ${reply.status}`);
          const isPage = String(reply.headers['content-type']).startsWith('text/html');
          if (isPage && route.pattern.startsWith('/api/v1')) wrong.push(`${path} is a page`);
          if (!isPage) continue;
          if (reply.body.includes('planted()')) shown += 1;
          wrong.push(...wrongWith(reply.body).map((what) => `${path} (${language}): ${what}`));
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(100);
  });

  test('no document takes it for code, and letters are plain text', async () => {
    const { ground } = stand();
    const { rows } = await ground.town.db.pool.query<{ payload: DocumentPayload }>(
      `select payload from document where payload->>'type' is not null`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { payload } of rows) {
      const { html } = printDocument(planted(payload) as DocumentPayload);
      expect(html).toContain('planted()');
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
