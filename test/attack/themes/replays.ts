import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { townsperson } from '../../support/people.ts';
import type { Reply } from '../client.ts';
import { urlencoded } from '../encoding.ts';
import type { CallerName } from '../ground.ts';
import type { Stand } from '../stand.ts';

const codeOf = ({ body }: Reply): string => (JSON.parse(body) as { code?: string }).code ?? 'done';

/** The key of a request stands for one body: an `Idempotency-Key` of a program, the hidden field of a form (ADR 0001). */
export function replays(stand: () => Stand): void {
  const place = () => `/procurements/${stand().ground.requests.published.number}/actions/change-representative`;
  const whom = (key: string) => townsperson(key).userId;
  const byProgram = (
    key: string,
    body: object,
    { by = 'creator', path = `/api/v1${place()}` }: { by?: CallerName; path?: string } = {},
  ) =>
    stand().as(by, {
      ...{ method: 'POST', path, body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
    });
  const byForm = (key: string, userId: string) =>
    stand().as('creator', {
      method: 'POST',
      path: place(),
      ...urlencoded(Object.entries({ commandId: key, of: 'organizer', userId })),
    });
  const received = async (key: string) =>
    (await stand().ground.town.db.pool.query<{ input: object }>('select input from command where id = $1', [key])).rows;
  const acts = async () => (await stand().ground.requests.published.file()).seq;

  test('by a program: the same body has the same outcome, another body, act, procurement or person is refused', async () => {
    const [key, before] = [randomUUID(), await acts()];
    const first = await byProgram(key, { userId: whom('colleague') });
    expect([first.status, codeOf(first)]).toEqual([200, 'done']);
    expect((await byProgram(key, { userId: whom('colleague') })).body).toBe(first.body);
    const other = await byProgram(key, { userId: whom('administrator') });
    expect([other.status, codeOf(other)]).toEqual([409, 'same-key-other-body']);
    const { taking, published } = stand().ground.requests;
    const elsewhere = `/api/v1/procurements/${taking.number}/actions/change-representative`;
    expect(codeOf(await byProgram(key, { userId: whom('colleague') }, { path: elsewhere }))).toBe('same-key-other-body');
    // A stranger with the key of another learns nothing of its command.
    expect(codeOf(await byProgram(key, { userId: whom('colleague') }, { by: 'stranger' }))).toBe('not-your-role');
    expect(await received(key)).toEqual([{ input: { userId: whom('colleague') } }]);
    expect([await acts(), (await published.file()).organizerRepresentative?.userId]).toEqual([before + 1, whom('colleague')]);
  });

  test('by a form: sent again it leads to the same outcome, changed it is refused and shown anew', async () => {
    const [key, before] = [randomUUID(), await acts()];
    const first = await byForm(key, whom('administrator'));
    expect([first.status, first.headers['location']]).toEqual([303, `/commands/${key}`]);
    const again = await byForm(key, whom('administrator'));
    expect([again.status, again.headers['location']]).toEqual([303, `/commands/${key}`]);
    const other = await byForm(key, whom('colleague'));
    expect([other.status, other.body]).toMatchObject([409, expect.stringContaining('same-key-other-body')]);
    expect(await received(key)).toEqual([{ input: { userId: whom('administrator') } }]);
    expect(await acts()).toBe(before + 1);
  });

  test('twenty at once under one key: one outcome, one receipt, one step; of different bodies one is received', async () => {
    const [key, before] = [randomUUID(), await acts()];
    const same = await Promise.all(Array.from({ length: 20 }, () => byProgram(key, { userId: whom('colleague') })));
    expect(new Set(same.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect([codeOf(same[0]!), (await received(key)).length, await acts()]).toEqual(['done', 1, before + 1]);

    const mixed = randomUUID();
    const bodies = Array.from({ length: 20 }, (_none, n) => ({ userId: whom(n % 2 === 0 ? 'creator' : 'administrator') }));
    const answers = await Promise.all(bodies.map((body) => byProgram(mixed, body)));
    const [kept] = await received(mixed);
    expect(answers.map(codeOf)).toEqual(
      bodies.map(({ userId }) => (userId === (kept!.input as { userId: string }).userId ? 'done' : 'same-key-other-body')),
    );
    expect(await acts()).toBe(before + 2);
  });

  test('program and form share the keys: what one has used, the other cannot use for something else', async () => {
    const key = randomUUID();
    expect(codeOf(await byProgram(key, { userId: whom('colleague') }))).toBe('done');
    expect((await byForm(key, whom('administrator'))).status).toBe(409);
    expect((await byForm(key, whom('colleague'))).headers['location']).toBe(`/commands/${key}`);
    expect(await received(key)).toHaveLength(1);
  });
}
