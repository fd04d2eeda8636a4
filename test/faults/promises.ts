import type { Services } from '../../api/services.ts';
import type { Outcome } from '../../domain/case.ts';
import type { Diary } from './people-at-work.ts';
import { formerOf } from '../../trust/receipt.ts';

/** A promise of the portal that was not kept, in words; empty when all were. */
export type Broken = string[];

/** Every command has exactly one outcome, and it is what people were told. */
export async function commandsAreDecidedOnce({ db }: Services, { told }: Diary): Promise<Broken> {
  const { rows } = await db.pool.query<{ id: string; outcome: Outcome | null; steps: number }>(
    `select c.id, c.outcome, (select count(distinct (j.case_id, j.seq))::int from journal j where j.command_id = c.id) as steps
     from command c`,
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const undecided = rows.filter(({ outcome }) => outcome === null).map(({ id }) => `${id} has no outcome`);
  const doubled = rows
    .filter(({ outcome, steps }) => outcome && steps !== (outcome.accepted ? 1 : 0))
    .map(({ id, steps }) => `${id} made ${steps} steps`);
  const other = told.flatMap(({ commandId, action, number, accepted, code }) => {
    const outcome = stored.get(commandId)?.outcome;
    // Refused before it was received: there is nothing to store.
    if (!accepted && !outcome) return [];
    return outcome?.accepted === accepted
      ? []
      : [`${action} ${number}: told ${accepted ? 'done' : `refused ${code}`}, stored otherwise`];
  });
  return [...undecided, ...doubled, ...other];
}

/** The last receipt of every supplier in every request names an opened quotation, and nothing else was opened; none is late. */
export async function receiptsAreHonoured({ db }: Services, { receipts, requests }: Diary): Promise<Broken> {
  const replaced = new Set(receipts.map(formerOf));
  const last = receipts.filter(({ number }) => !replaced.has(number));
  const { rows } = await db.pool.query<{ receipt: string; number: string; received: Date; closes: Date }>(
    `select o.offer->'content'->>'receipt' as receipt, c.number, o.received_at as received, w.closes_at as closes
     from opened_offer o join intake_window w on w.id = o.window_id join procurement_case c on c.id = w.case_id where c.number = any($1)`,
    [requests],
  );
  const opened = new Map(rows.map((row) => [row.receipt, row]));
  const known = new Set(last.map(({ number }) => number));
  return [
    ...last
      .filter(({ number }) => !opened.has(number))
      .map(({ number, procurement }) => `receipt ${number} of ${procurement} was not opened`),
    ...rows
      .filter(({ receipt }) => !known.has(receipt))
      .map(({ receipt, number }) => `${number} opened ${receipt}, which nobody holds`),
    ...rows.filter(({ received, closes }) => received >= closes).map(({ receipt }) => `receipt ${receipt} is late`),
  ];
}

/** No deadline whose time has come is left undone. */
export async function noDeadlineIsMissed({ db }: Services): Promise<Broken> {
  const { rows } = await db.pool.query<{ number: string; key: string }>(
    `select number, next_deadline_key as key from procurement_case where next_deadline_at < legal_now() and not suspended and not closed`,
  );
  return rows.map(({ number, key }) => `${number}: ${key}`);
}

/** One notice per person, case, step and event; every letter was sent. */
export async function noticesAreGivenOnce({ db }: Services): Promise<Broken> {
  const { rows } = await db.pool.query<{ what: string; times: number }>(
    `select concat_ws(' ', user_id, case_id, seq, event) as what, count(*)::int as times from notification
     group by user_id, case_id, seq, event having count(*) > 1
     union all select 'letter ' || notification_id, count(*)::int from outbox group by notification_id having count(*) > 1`,
  );
  return rows.map(({ what, times }) => `${what} ${times} times`);
}
