import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPortal, type Portal } from './portal.ts';

/** What every recipient shall support (RFC 9110 §4.1), octets; Node as a client reads 16,384 octets of headers in all. */
const LONGEST = 8_000;
/** One letter is two octets, six characters of an address, ten of an address inside an address. */
const letters = (count: number): string => '%D1%8B'.repeat(count);

let portal: Portal;
beforeAll(async () => {
  portal = await aPortal({ sandbox: true });
  await portal.user({ login: 'operator', password: 'demo-operator', roles: ['operator', 'organizer'] });
}, 60_000);
afterAll(() => portal.stop());

/** An address of exactly so many octets. */
const ofLength = (start: string, length: number): string => start.padEnd(length, 'x');

describe('an address longer than 8,000 octets is answered 414 (RFC 9110 §15.5.15), wherever it leads', () => {
  test.each(['/lots?q=', '/drafts/1000001-1/people?seen=', '/my?', '/procurements/', '/sign-in?next=/', '/nowhere/', '/?'])(
    '%s…',
    async (start) => {
      const visitor = portal.visitor({ 'accept-language': 'en' });
      const page = await visitor.get(ofLength(start, LONGEST + 1));
      expect([page.status, page.location]).toEqual([414, null]);
      expect(page.text).toContain('<h1 class="govuk-heading-l">The address is too long</h1>');
      expect((await visitor.get(ofLength(start, LONGEST))).status).not.toBe(414);
    },
  );

  test('programs get problem details', async () => {
    const answer = await portal.visitor({ 'accept-language': 'ru' }).get(ofLength('/api/v1/lots?q=', LONGEST + 1));
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer.text)).toMatchObject({
      type: '/problems/address-too-long',
      title: 'Адрес слишком длинный',
      status: 414,
      code: 'address-too-long',
    });
  });

  test('a form sent there changes nothing', async () => {
    const visitor = portal.visitor({ 'accept-language': 'ru' });
    await visitor.get('/sign-in');
    expect((await visitor.post(ofLength('/language?', LONGEST + 1), { language: 'kk' })).status).toBe(414);
    expect((await visitor.get('/sign-in')).text).toContain('<html lang="ru"');
  });
});

describe('a redirect repeats what was asked only as far as the portal itself would take the address', () => {
  test('the way back through signing in: whole, else without its query', async () => {
    const visitor = portal.visitor();
    const whole = await visitor.get(`/drafts/1000001-1/people?seen=${letters(700)}`);
    expect([whole.status, whole.location]).toEqual([
      303,
      `/sign-in?next=%2Fdrafts%2F1000001-1%2Fpeople%3Fseen%3D${'%25D1%258B'.repeat(700)}`,
    ]);
    const short = await visitor.get(`/drafts/1000001-1/people?seen=${letters(1_000)}&seen=${letters(300)}`);
    expect([short.status, short.location]).toEqual([303, '/sign-in?next=%2Fdrafts%2F1000001-1%2Fpeople']);
    const path = await visitor.get(`/drafts/${'%25'.repeat(2_600)}/people`);
    expect([path.status, path.location]).toEqual([303, '/sign-in']);
  });

  test('the same for a part of a page that a script asks for', async () => {
    const part = await portal.visitor({ 'hx-request': 'true' }).get(`/my?${letters(1_300)}`);
    expect([part.status, part.headers.get('hx-redirect')]).toEqual([204, '/sign-in?next=%2Fmy']);
  });

  test('signing in leads back to a long search', async () => {
    const search = `/lots?q=${letters(200)}&customer=000000000000&order=newest`;
    const answer = await portal.visitor().signIn('operator', 'demo-operator', search);
    expect([answer.status, answer.location]).toEqual([303, search]);
  });

  test.each([
    ['/language', { language: 'ru' }],
    ['/role', { role: 'organizer' }],
    ['/sandbox/next-deadline', {}],
    ['/sign-in', { login: 'operator', password: 'demo-operator' }],
  ] as const)('the page to come back to after %s', async (path, fields) => {
    const visitor = portal.visitor();
    await visitor.signIn('operator', 'demo-operator');
    await visitor.get('/my');
    const name = path === '/sign-in' ? 'next' : 'back';
    const longest = ofLength('/lots?q=', LONGEST);
    const toTheLongest = await visitor.post(path, { ...fields, [name]: longest });
    expect([toTheLongest.status, toTheLongest.location]).toEqual([303, longest]);
    await visitor.get('/my');
    // Written out it is six times as long.
    const beyond = await visitor.post(path, { ...fields, [name]: `/lots?q=${'ы'.repeat(1_400)}` });
    expect([beyond.status, beyond.location]).toEqual([303, path === '/sign-in' ? '/my' : '/']);
  });
});
