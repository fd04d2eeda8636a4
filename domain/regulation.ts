/** Where a rule or a number comes from. `document` is a source of the specification (S0–S4), `ours` a decision of an ADR. */
export interface Source {
  document: 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'ours';
  place: string;
}

/** Cites the manual of the organizer (main source). `S1('1.3.2')` prints as "S1 §1.3.2". */
export const S1 = (place: string): Source => ({ document: 'S1', place });

/** Cites a decision of the project where the sources are silent. `ours('ADR 7')`. */
export const ours = (place: string): Source => ({ document: 'ours', place });

export const cite = (source: Source): string =>
  source.document === 'ours' ? source.place : `${source.document} §${source.place}`;

/** A number of the regulation: never without unit and source. */
export interface Measure {
  value: number;
  unit: 'working-day' | 'calendar-day' | 'minute' | 'count';
  source: Source;
}

export const workingDays = (value: number, source: Source): Measure => ({ value, unit: 'working-day', source });
export const calendarDays = (value: number, source: Source): Measure => ({ value, unit: 'calendar-day', source });
export const count = (value: number, source: Source): Measure => ({ value, unit: 'count', source });

/** A rule sheet and the day from which it is in force ('YYYY-MM-DD', inclusive). */
export interface Dated<T> {
  from: string;
  sheet: T;
}

/**
 * The sheet in force on a day. A case keeps the sheet of its publication day to the end.
 * @throws RangeError when no sheet is in force on that day.
 */
export function sheetInForce<T>(sheets: readonly Dated<T>[], date: string): Dated<T> {
  const found = sheets.filter((candidate) => candidate.from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!found) throw new RangeError(`no rule sheet is in force on ${date}`);
  return found;
}

/** The sheet that a case was published under. @throws RangeError when the sheet was removed. */
export function sheetFrom<T>(sheets: readonly Dated<T>[], from: string): T {
  const found = sheets.find((candidate) => candidate.from === from);
  if (!found) throw new RangeError(`no rule sheet dated ${from}`);
  return found.sheet;
}
