import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';

/** An act of an authority bears a date that has come. `date` and `today` are 'YYYY-MM-DD' of the jurisdiction. */
export function actIsNotDatedInTheFuture(date: string, today: string): Refusal | null {
  return date <= today ? null : refuse('act-dated-in-the-future', { date, today }, { source: S1('1.3.3'), field: 'act.date' });
}
