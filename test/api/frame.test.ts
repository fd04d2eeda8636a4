import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPortal, type Portal } from './portal.ts';

let portal: Portal;

beforeAll(async () => {
  portal = await aPortal({ sandbox: true });
  await portal.user({ login: 'organizer', password: 'demo-organizer', roles: ['organizer'] });
  await portal.user({ login: 'supplier1', password: 'demo-supplier', roles: ['supplier'] });
  await portal.user({ login: 'supplier2', password: 'an own password', roles: ['supplier'] });
  await portal.user({ login: 'operator', password: 'demo-operator', roles: ['operator'] });
}, 60_000);
afterAll(() => portal.stop());

describe('language', () => {
  test.each([
    ['kk-KZ,kk;q=0.9,ru;q=0.8', 'kk', 'Порталға кіру'],
    ['ru-RU,ru;q=0.9', 'ru', 'Вход на портал'],
    ['en-GB,en;q=0.9,kk;q=0.1', 'en', 'Sign in to the portal'],
    ['de-DE,de;q=0.9', 'ru', 'Вход на портал'],
  ])('until a person chooses, the browser decides: %s gives %s', async (asked, language, heading) => {
    const page = await portal.visitor({ 'accept-language': asked }).get('/sign-in');
    expect(page.text).toContain(`<html lang="${language}"`);
    expect(page.text).toContain(`<h1 class="govuk-heading-l">${heading}</h1>`);
    expect(page.headers.get('content-language')).toBe(language);
  });

  test('a choice stays on the page with its query, and is kept', async () => {
    const visitor = portal.visitor({ 'accept-language': 'ru' });
    const answer = await visitor.post('/language', { language: 'kk', back: '/lots?q=%D0%BD&status=open' });
    expect([answer.status, answer.location]).toEqual([303, '/lots?q=%D0%BD&status=open']);
    expect((await visitor.get('/sign-in')).text).toContain('<html lang="kk"');
  });

  test('the choice of a signed-in person goes with them to another browser', async () => {
    const visitor = portal.visitor();
    await visitor.signIn('organizer', 'demo-organizer');
    await visitor.post('/language', { language: 'kk', back: '/' });
    const elsewhere = portal.visitor({ 'accept-language': 'ru' });
    await elsewhere.signIn('organizer', 'demo-organizer');
    expect((await elsewhere.get('/sign-in')).text).toContain('<html lang="kk"');
  });

  test('the way back leads nowhere else', async () => {
    const answer = await portal.visitor().post('/language', { language: 'ru', back: '//evil.example/' });
    expect(answer.location).toBe('/');
  });

  test('a language the portal does not speak is refused', async () => {
    expect((await portal.visitor().post('/language', { language: 'de', back: '/' })).status).toBe(400);
  });
});

describe('the frame', () => {
  test('a visitor sees what is public', async () => {
    const { text } = await portal.visitor({ 'accept-language': 'ru' }).get('/sign-in');
    expect(menuOf(text)).toEqual(['Лоты', 'Объявления']);
  });

  test.each([
    ['supplier1', 'demo-supplier', ['Лоты', 'Объявления', 'Мой кабинет', 'Мои предложения', 'Уведомления']],
    ['operator', 'demo-operator', ['Лоты', 'Объявления', 'Мой кабинет', 'Уведомления', 'Состояние портала']],
  ])('%s sees what the role needs', async (login, password, menu) => {
    const visitor = portal.visitor();
    await visitor.signIn(login, password);
    expect(menuOf((await visitor.get('/sign-in')).text)).toEqual(menu);
  });

  test('only the operator may go to the next deadline', async () => {
    const operator = portal.visitor();
    await operator.signIn('operator', 'demo-operator');
    expect((await operator.get('/sign-in')).text).toContain('action="/sandbox/next-deadline"');
    const supplier = portal.visitor();
    await supplier.signIn('supplier1', 'demo-supplier');
    expect((await supplier.get('/sign-in')).text).not.toContain('/sandbox/next-deadline');
  });

  test('the time on the page is the legal clock, not the machine’s', async () => {
    await portal.db.pool.query(`update legal_clock set stopped_at = '2027-03-15T04:30:00Z'`);
    const { text } = await portal.visitor({ 'accept-language': 'ru' }).get('/sign-in');
    expect(text).toContain('<time datetime="2027-03-15T09:30:00.000+05:00">15.03.2027 09:30</time>');
    expect(JSON.parse((await portal.visitor().get('/clock')).text)).toEqual({ now: Date.UTC(2027, 2, 15, 4, 30) });
    await portal.db.pool.query('update legal_clock set stopped_at = null');
  });

  test('the sandbox shows the people whose password is the demo one, and fills the form in', async () => {
    const visitor = portal.visitor({ 'accept-language': 'ru' });
    const page = await visitor.get('/sign-in');
    expect(page.text).toContain('organizer / demo-organizer');
    expect(page.text).toContain('supplier1 / demo-supplier');
    expect(page.text).not.toContain('supplier2');
    expect((await visitor.get('/sign-in?as=supplier1')).text).toContain('value="demo-supplier"');
    expect((await visitor.get('/sign-in?as=supplier2')).text).not.toContain('value="demo-supplier"');
  });
});

describe('what every answer carries', () => {
  test('nothing inline or foreign may run, and no other site may frame the portal', async () => {
    const page = await portal.visitor().get('/sign-in');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';object-src 'none';base-uri 'self';frame-ancestors 'none';form-action 'self'",
    );
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+="/);
  });

  test('styles and scripts are kept for a year under their digest, without a trace of the foreign font', async () => {
    const visitor = portal.visitor();
    const { text } = await visitor.get('/sign-in');
    const href = /href="(\/assets\/[0-9a-f]{16}\/portal\.css)"/.exec(text)![1]!;
    const styles = await visitor.get(href);
    expect(styles.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(styles.text).not.toMatch(/GDS Transport|url\(\/assets/);
    for (const [, name] of styles.text.matchAll(/url\(([\w.-]+)\)/g)) {
      if (name === 'govuk-crest.svg') continue; // the crest stands in the footer of the foreign service only
      expect([name, (await visitor.get(href.replace('portal.css', name!))).status]).toEqual([name, 200]);
    }
    expect((await visitor.get(href.replace(/[0-9a-f]{16}/, '0'.repeat(16)))).status).toBe(404);
  });

  test('a page that is not there says so in the person’s language, with status 404', async () => {
    const page = await portal.visitor({ 'accept-language': 'kk' }).get('/no/such/page');
    expect(page.status).toBe(404);
    expect(page.text).toContain('<h1 class="govuk-heading-l">Бет табылмады</h1>');
  });

  test('a script gets the main part alone, with the title', async () => {
    const part = await portal.visitor({ 'accept-language': 'ru', 'hx-request': 'true' }).get('/sign-in');
    expect(part.text.startsWith('<title>Вход на портал – Zakup</title>')).toBe(true);
    expect(part.text).not.toContain('<html');
    expect(part.headers.get('vary')).toContain('HX-Request');
  });

  test('a broken request is refused without a trace of the program', async () => {
    const answer = await fetch(`${portal.baseUrl}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/SyntaxError|node_modules|\.ts:/);
  });
});

const menuOf = (html: string): string[] =>
  [...html.matchAll(/<a class="govuk-service-navigation__link"[^>]*>([^<]+)</g)].map(([, text]) => text!.trim());
