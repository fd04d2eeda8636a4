import type { Text } from '../../../parties.ts';
import { NO_MOMENT, type TypedMoment } from '../body.ts';

/** Values of a form by field name, as a browser sends them. */
export type Typed = Record<string, string | string[] | undefined>;

/** Longest text a form takes, characters. */
const LONGEST = 20_000;

export function typed(values: Typed, name: string): string {
  const value = values[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, LONGEST).replace(/\r\n/g, '\n').trim();
}

export const typedAll = (values: Typed, name: string): string[] =>
  [values[name] ?? []].flat().map((value) => value.slice(0, LONGEST).trim());

export const isTicked = (values: Typed, name: string): boolean => typed(values, name) !== '';

/** A text typed in two fields, `name-kk` and `name-ru`. */
export const typedText = (values: Typed, name: string): Text => ({
  kk: typed(values, `${name}-kk`),
  ru: typed(values, `${name}-ru`),
});

export const textValues = (name: string, text: Text): Typed => ({ [`${name}-kk`]: text.kk, [`${name}-ru`]: text.ru });

/** A date in three fields and, where the form has it, a time. */
export const typedDate = (values: Typed, name: string): TypedMoment => ({
  ...NO_MOMENT,
  day: typed(values, `${name}-day`),
  month: typed(values, `${name}-month`),
  year: typed(values, `${name}-year`),
  time: typed(values, `${name}-time`),
});

export const dateValues = (name: string, { day, month, year, time }: TypedMoment): Typed => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
  [`${name}-time`]: time,
});

export const orNull = (value: string): string | null => (value === '' ? null : value);
