import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPortal, type Portal } from './portal.ts';
import type { Visitor } from './visitor.ts';

let portal: Portal;
let asel: Visitor;

beforeAll(async () => {
  portal = await aPortal();
  await portal.user({ login: 'asel', password: 'Тулпар-2026', roles: ['supplier'] });
  asel = portal.visitor();
  await asel.signIn('asel', 'Тулпар-2026');
  await asel.get('/eds');
}, 60_000);
afterAll(() => portal.stop());

test.each([
  '/procurements/%ff',
  '/procurements/%zz/history',
  '/procurements/1000001%00-1',
  '/lots?q=%00',
  '/announcements?%00=1',
  '/assets/%zz/portal.css',
])('an address that cannot be read is answered 400: %s', async (path) => {
  expect((await asel.get(path)).status).toBe(400);
});

async function post(path: string, type: string, body: string): Promise<number> {
  const page = await asel.get('/eds');
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!;
  const cookie = [...asel.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { 'content-type': type, 'x-csrf-token': token, cookie };
  return (await fetch(portal.baseUrl + path, { method: 'POST', redirect: 'manual', headers, body })).status;
}

const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data; boundary=b';

test.each([
  ['a list where a form belongs', '/sign-in', JSON_TYPE, '[]'],
  ['a list where a form belongs', '/eds', JSON_TYPE, '["signature"]'],
  ['U+0000 in a field', '/sign-in', 'application/x-www-form-urlencoded', 'login=a%00b&password=x'],
  ['half of a surrogate pair', '/sign-in', JSON_TYPE, '{"login":"\\ud800","password":"x"}'],
  ['lists nested 100,000 times', '/eds', JSON_TYPE, `{"signature":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['a form that breaks off', '/eds', MULTIPART, '--b\r\nContent-Disposition: form-data; name="signature"\r\n\r\nabc'],
  ['a part with a broken head', '/eds', MULTIPART, '--b\r\nContent Disposition\r\n\r\nabc\r\n--b--\r\n'],
  ['a form without a boundary', '/eds', 'multipart/form-data', '--b--'],
])('%s is answered 400: %s', async (_what, path, type, body) => {
  expect(await post(path, type, body)).toBe(400);
});
