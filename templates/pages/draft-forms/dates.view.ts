import { nextWorkingDay, dateOf, instantOf, type WorkingCalendar } from '../../../domain/calendar.ts';
import type { DraftFault } from '../../../domain/procurement/draft/faults.ts';
import { dateTime as dateTimeField, type Filled } from '../../fields.ts';
import { dateTime } from '../../formats.ts';
import { DRAFT_FIELDS } from '../../texts/draft.ts';
import { fill, inLanguage } from '../../texts/texts.ts';
import type { FieldGroup } from '../draft-form.view.ts';

/** Сроки: start and end, and for a date that a rule refuses the button that puts the earliest one (S1 §1.3.1.4). */
export function datesGroups(
  form: Filled,
  { faults, calendar }: { faults: readonly DraftFault[]; calendar: WorkingCalendar },
): FieldGroup[] {
  const { language } = form;
  const t = inLanguage(DRAFT_FIELDS, language);
  return (['opensAt', 'closesAt'] as const).map((field) => ({
    fields: [dateTimeField({ name: field, label: t[field], hint: t.dateHint, time: true }, form)],
    puts: faults
      .filter((fault) => fault.field === field)
      .flatMap((fault) => earliestOf(fault, calendar))
      .map((at) => ({ value: `${field}=${at}`, text: fill(t.put, { when: dateTime(at, language) }) })),
  }));
}

/** A start in the past is put to the opening of the office on the next working day: this minute would be over before it is saved. */
function earliestOf({ refusal }: DraftFault, calendar: WorkingCalendar): number[] {
  const earliest = refusal?.facts['earliest'];
  if (typeof earliest !== 'number') return [];
  if (refusal?.code !== 'start-in-the-past') return [earliest];
  return [instantOf(calendar, nextWorkingDay(calendar, dateOf(calendar, earliest)), calendar.office.from)];
}
