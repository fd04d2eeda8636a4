import type { WorkingCalendar } from '../../../calendar.ts';
import type { DraftBody } from '../body.ts';
import { typedMoment } from '../moments.ts';
import { dateValues, typed, typedDate, type Typed } from './typed.ts';

/** Start and end of the intake as typed (S1 §1.3.1.4). */
export const datesValues = ({ window }: DraftBody): Typed => ({
  ...dateValues('opensAt', window.opens),
  ...dateValues('closesAt', window.closes),
});

/** The dates as typed; the button `set` = `opensAt=<ms>` or `closesAt=<ms>` puts the date that the rule names. */
export function withDates(body: DraftBody, values: Typed, calendar: WorkingCalendar): DraftBody {
  const window = { opens: typedDate(values, 'opensAt'), closes: typedDate(values, 'closesAt') };
  const [, field, at] = /^(opensAt|closesAt)=(\d{12,14})$/.exec(typed(values, 'set')) ?? [];
  if (field && at) window[field === 'opensAt' ? 'opens' : 'closes'] = typedMoment(Number(at), calendar);
  return { ...body, window };
}
