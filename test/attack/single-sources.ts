import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addCalendarVersion } from '../../db/lookups.ts';
import { accepted, formed } from '../support/after-one-quotation.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { townsperson } from '../support/people.ts';
import { kazakhCalendar } from '../support/seeds.ts';
import type { Town } from '../support/town.ts';
import { aPaper, type TownRequest } from '../support/town-request.ts';

/** Words of an application and of the decision on it, which is no more public than the protocol that states it (S1 §1.7.4–1.7.7). */
export const APPLIED = {
  paper: 'Тайное приложение.pdf',
  bytes: 'canary-of-the-application',
  rejection: 'Тайная причина отклонения',
  /** Of the first lot, as pages and programs write it. */
  price: /887.?766[.,]55/,
} as const;

const PRICES = { '1': '887766.55', '2': '450000.00' };
const PAPERS = [
  aPaper({ name: APPLIED.paper, bytes: `%PDF-1.7 ${APPLIED.bytes}` }),
  aPaper({ kind: 'technical-specification', lot: '1', name: 'Спецификация.pdf', bytes: '%PDF-1.7 спецификация' }),
];
const DECISIONS = {
  restrictions: { verdict: 'admitted' },
  specifications: [
    { lot: '1', verdict: 'admitted' },
    { lot: '2', verdict: 'rejected', reason: APPLIED.rejection },
  ],
};

/** Lots of two customers: both are parties to the single source. */
const lots = () =>
  [aLot(1, { amount: '1000000.00', customer: 'C1' }), aLot(2, { amount: '500000.00', customer: 'C2' })].map((lot) => ({
    ...lot,
    planItemId: randomUUID(),
  }));

/** The calendar with the days of these years only: on others no date can be counted. */
async function enterCalendar({ db }: Town, years: readonly string[]): Promise<void> {
  const { version: _version, days, ...body } = kazakhCalendar();
  const kept = Object.fromEntries(Object.entries(days).filter(([date]) => years.includes(date.slice(0, 4))));
  await addCalendarVersion(db.pool, { ...body, days: kept }, 'operator', 'correction');
}

/** Requests that are about to fail: their windows end on Tuesday 24 November 2026 at 18:00, the last one's the next day at 8:00. */
export async function failingRequests(town: Town): Promise<TownRequest[]> {
  const failing: TownRequest[] = [];
  for (const closesAt of ['2026-11-24T18:00', '2026-11-24T18:00', '2026-11-24T18:00', '2026-11-25T08:00'])
    failing.push(await town.publish(aDraftFile({ lots: lots(), window: { opensAt: '2026-11-16T09:00', closesAt } })));
  return failing;
}

/** One supplier for all lots of a request: a single source follows; in the last request one for each lot: two follow. */
export async function offerAlone(failing: readonly TownRequest[]): Promise<void> {
  for (const request of failing.slice(0, -1)) await request.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
  await failing.at(-1)!.offer('supplier1', { '1': '900000.00' });
  await failing.at(-1)!.offer('supplier2', { '2': '450000.00' });
}

/** Lets the failing requests end and what follows them come as far as it shall; afterwards it is 25 November, 10:00. */
export async function singleSourcesAfter(town: Town, failing: readonly TownRequest[]) {
  await town.goTo('2026-11-24T18:00');
  const [inviting, considering, forming] = [
    await town.successorOf(failing[0]!),
    await town.successorOf(failing[1]!),
    await town.successorOf(failing[2]!),
  ];
  // The portal cannot publish what the calendar of the year is missing for (ADR 0015); it is entered again afterwards.
  await enterCalendar(town, ['2025']);
  await town.goTo('2026-11-25T08:00');
  await enterCalendar(town, ['2025', '2026', '2027']);
  const [unpublished, doomedSource] = (await failing[3]!.file()).successors!.map(({ number }) => number) as [string, string];
  // Its lot stands elsewhere, as after a repeat purchase: whoever publishes it again is refused again, so that its page stays.
  await town.db.pool.query(
    'update plan_item set case_id = $1 where case_id = (select id from procurement_case where number = $2)',
    [inviting.id, unpublished],
  );
  await town.goTo('2026-11-25T10:00');

  const creator = (request: TownRequest) => request.as('creator');
  const colleague = { userId: townsperson('colleague').userId };
  // Another person than the creator decides here, so that their powers can be told apart.
  expect(await creator(considering).send('change-representative', colleague)).toMatchObject(accepted);
  for (const request of [inviting, considering, forming])
    expect(await request.apply('supplier1', PRICES, PAPERS)).toMatchObject({ ok: true });
  for (const request of [considering, forming])
    expect(await creator(request).send('open-applications-by-hand', {})).toMatchObject(accepted);
  await town.restAll();
  expect(await creator(forming).send('save-consideration', DECISIONS)).toMatchObject(accepted);
  expect(await creator(forming).send('vote', {})).toMatchObject(accepted);
  await formed({ town, failed: failing[2]!, invited: forming });
  return { inviting, considering, forming, unpublished, doomedSource };
}
