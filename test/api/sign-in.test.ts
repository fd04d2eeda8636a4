import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPortal, type Portal } from './portal.ts';

let portal: Portal;
let asel: string;

beforeAll(async () => {
  portal = await aPortal();
  asel = await portal.user({ login: 'asel', password: 'Тулпар-2026', roles: ['organizer', 'customer'] });
  await portal.user({ login: 'marat', password: 'Тулпар-2026', roles: ['supplier'], blocked: true });
  await portal.user({ login: 'gulnur', password: 'Тулпар-2026', roles: ['supplier'] });
}, 60_000);
afterAll(() => portal.stop());

describe('signing in (S4)', () => {
  test('the right pair opens the cabinet', async () => {
    const visitor = portal.visitor();
    const answer = await visitor.signIn('asel', 'Тулпар-2026');
    expect([answer.status, answer.location]).toEqual([303, '/my']);
    const page = await visitor.get('/sign-in');
    expect(page.text).toContain('Вы действуете как: <strong>организатор</strong>');
  });

  test('the login does not mind capitals and spaces around it', async () => {
    expect((await portal.visitor().signIn(' ASEL ', 'Тулпар-2026')).status).toBe(303);
  });

  test('after signing in the person comes back to the page asked for', async () => {
    const answer = await portal.visitor().signIn('asel', 'Тулпар-2026', '/announcements?q=%D0%BF#lots');
    expect(answer.location).toBe('/announcements?q=%D0%BF#lots');
  });

  test.each([
    ['a wrong password', 'asel', 'Тулпар-2025'],
    ['an unknown login', 'nobody', 'Тулпар-2026'],
  ])('%s is told with one and the same sentence, and the password is not sent back', async (_case, login, password) => {
    const answer = await portal.visitor().signIn(login, password);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<a href="#login">Такой пары логина и пароля нет. Проверьте язык клавиатуры и Caps Lock.</a>');
    expect(answer.text).toContain('<title>Ошибка: Вход на портал – Zakup</title>');
    expect(answer.text).toContain(`value="${login}"`);
    expect(answer.text).not.toContain(password);
  });

  test('empty fields are named one by one', async () => {
    const answer = await portal.visitor().signIn('', '');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<a href="#login">Введите логин</a>');
    expect(answer.text).toContain('<a href="#password">Введите пароль</a>');
  });

  test('a blocked person learns it, but only with the right password', async () => {
    const right = await portal.visitor().signIn('marat', 'Тулпар-2026');
    expect([right.status, right.location]).toEqual([403, null]);
    expect(right.text).toContain('Эта учётная запись заблокирована.');
    const wrong = await portal.visitor().signIn('marat', 'не то');
    expect(wrong.text).not.toContain('заблокирована');
  });

  test('a block works at once, also in an open session', async () => {
    const visitor = portal.visitor();
    await visitor.signIn('gulnur', 'Тулпар-2026');
    expect((await visitor.get('/sign-in')).text).toContain('Вы действуете как');
    await portal.db.pool.query(`update app_user set blocked = true where login = 'gulnur'`);
    expect((await visitor.get('/sign-in')).text).not.toContain('Вы действуете как');
  });

  test('after five failures the sixth attempt waits, even with the right password, and is told how long', async () => {
    await portal.user({ login: 'erlan', password: 'Тулпар-2026', roles: ['supplier'] });
    for (let n = 1; n <= 5; n += 1) expect((await portal.visitor().signIn('erlan', `догадка ${n}`)).status).toBe(422);
    const sixth = await portal.visitor().signIn('Erlan', 'Тулпар-2026');
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('retry-after')).toBe('900');
    expect(sixth.text).toContain('До следующей попытки, минут: 15.');
    expect((await portal.visitor().signIn('asel', 'Тулпар-2026')).status).toBe(303);
  });

  test('a success forgets the failures before it', async () => {
    await portal.user({ login: 'ulzhan', password: 'Тулпар-2026', roles: ['supplier'] });
    for (let round = 0; round < 2; round += 1) {
      for (let n = 1; n <= 4; n += 1) await portal.visitor().signIn('ulzhan', 'догадка');
      expect((await portal.visitor().signIn('ulzhan', 'Тулпар-2026')).status).toBe(303);
    }
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\r\nSet-Cookie: x=1',
  ])('an address outside the portal is not followed: %j', async (next) => {
    expect((await portal.visitor().signIn('asel', 'Тулпар-2026', next)).location).toBe('/my');
  });
});

describe('the session', () => {
  test('signing in changes its id: a planted one is worth nothing', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    const planted = visitor.cookies.get('zakup');
    await visitor.signIn('asel', 'Тулпар-2026');
    expect(planted).toBeTruthy();
    expect(visitor.cookies.get('zakup')).not.toBe(planted);
    const thief = portal.visitor({ cookie: `zakup=${planted}` });
    expect((await thief.get('/sign-in')).text).not.toContain('Вы действуете как');
  });

  test('its cookie is out of reach of scripts and other sites', async () => {
    const cookie = (await portal.visitor().get('/sign-in')).headers.getSetCookie().find((line) => line.startsWith('zakup='));
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  test('signing out ends it in the database', async () => {
    const visitor = portal.visitor();
    await visitor.signIn('asel', 'Тулпар-2026');
    await visitor.get('/sign-in');
    const cookie = visitor.cookies.get('zakup')!;
    const out = await visitor.post('/sign-out', {});
    expect([out.status, out.location]).toEqual([303, '/sign-in?out=1']);
    expect((await visitor.get('/sign-in?out=1')).text).toContain('Вы вышли из портала');
    const kept = portal.visitor({ cookie: `zakup=${cookie}` });
    expect((await kept.get('/sign-in')).text).not.toContain('Вы действуете как');
  });

  test('it names the user and keeps nothing else of them', async () => {
    const visitor = portal.visitor();
    await visitor.signIn('asel', 'Тулпар-2026');
    const { rows } = await portal.db.pool.query<{ sess: object }>(`select sess from session where sess->>'userId' = $1`, [asel]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { sess } of rows) {
      const kept = Object.keys(sess);
      expect(['cookie', 'userId', 'formToken', 'role']).toEqual(expect.arrayContaining(kept));
    }
  });

  test('a person with several roles acts in the one they chose, and in none they do not have', async () => {
    const visitor = portal.visitor();
    await visitor.signIn('asel', 'Тулпар-2026');
    await visitor.get('/sign-in');
    expect((await visitor.post('/role', { role: 'customer', back: '/lots' })).location).toBe('/lots');
    expect((await visitor.get('/sign-in')).text).toContain('Вы действуете как: <strong>заказчик</strong>');
    expect((await visitor.post('/role', { role: 'operator', back: '/lots' })).status).toBe(403);
  });
});

describe('forms', () => {
  test('without the token of the session nothing is done', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    const answer = await visitor.post('/sign-in', { _csrf: '', login: 'asel', password: 'Тулпар-2026' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<h1 class="govuk-heading-l">Форма устарела</h1>');
  });

  test('the token of another session does not help', async () => {
    const other = portal.visitor();
    const token = /name="_csrf" value="([^"]+)"/.exec((await other.get('/sign-in')).text)![1]!;
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    expect((await visitor.post('/sign-in', { _csrf: token, login: 'asel', password: 'Тулпар-2026' })).status).toBe(403);
  });

  test('programs get problem details, and the token may come in a header', async () => {
    const visitor = portal.visitor({ accept: 'application/json' });
    const refused = await visitor.post('/sign-out', { _csrf: '' });
    expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(refused.text)).toMatchObject({ type: '/problems/form-expired', status: 403, title: 'Форма устарела' });
    const person = portal.visitor();
    const token = /name="_csrf" value="([^"]+)"/.exec((await person.get('/sign-in')).text)![1]!;
    expect((await person.post('/sign-out', { _csrf: '' }, { 'x-csrf-token': token })).status).toBe(303);
  });

  test('a request that another site started is refused', async () => {
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    expect((await visitor.post('/language', { language: 'kk' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('what was typed when the session ended is kept, shown after signing in, and sent only on a click', async () => {
    const visitor = portal.visitor({ 'sec-fetch-site': 'same-origin' });
    const typed = { reason: 'Решение суда <№ 12>', lots: '2' };
    const ended = await visitor.post('/announcements/1234567-1/cancel', { _csrf: 'of a session long gone', ...typed });
    expect([ended.status, ended.location]).toEqual([303, '/sign-in?ended=1&next=%2Fresume']);
    expect((await visitor.get(ended.location!)).text).toContain('Сеанс закончился. Введённое сохранено');
    const signedIn = await visitor.post('/sign-in', { login: 'asel', password: 'Тулпар-2026', next: '/resume' });
    expect(signedIn.location).toBe('/resume');
    const page = await visitor.get('/resume');
    expect(page.text).toContain('<form method="post" action="/announcements/1234567-1/cancel">');
    expect(page.text).toContain('<input type="hidden" name="reason" value="Решение суда &lt;№ 12&gt;">');
    expect(page.text).not.toContain('of a session long gone');
    expect((await visitor.get('/resume')).location).toBe('/my');
  });

  test('nothing is kept of a form that another site or no browser sent', async () => {
    const senders: Record<string, string>[] = [{ 'sec-fetch-site': 'same-site' }, {}];
    for (const headers of senders) {
      expect((await portal.visitor().post('/announcements/1234567-1/cancel', { reason: 'x' }, headers)).status).toBe(403);
    }
  });

  test('files are not read from people who are not signed in', async () => {
    const body = new FormData();
    body.set('file', new Blob(['x'.repeat(1000)]), 'Өтінім №1.pdf');
    expect((await fetch(`${portal.baseUrl}/sign-in`, { method: 'POST', body })).status).toBe(401);
  });
});
