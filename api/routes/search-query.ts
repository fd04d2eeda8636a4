import type { Request } from 'express';
import { parseMoney } from '../../domain/money.ts';
import { METHODS } from '../../domain/procurement/file.ts';
import { LOT_STATUSES, SHOWN_STATUSES } from '../../domain/procurement/statuses.ts';
import { SEARCH_ORDERS, type SearchKey, type SearchOrder } from '../../db/search.ts';
import type { SearchCriteria } from '../../db/search-conditions.ts';

/** Something in the address that was left out of the search, said on the page. */
export interface LeftOut {
  kind: 'unknownParameter' | 'badAmount' | 'badBin';
  value: string;
}

/** The whole state of a search, as the address holds it. `typed` keeps fields as typed. */
export interface SearchState {
  criteria: SearchCriteria;
  order: SearchOrder;
  after?: SearchKey;
  before?: SearchKey;
  typed: Record<string, string | string[]>;
  leftOut: LeftOut[];
}

const PARAMETERS = ['q', 'status', 'result', 'method', 'from', 'to', 'customer', 'order', 'after', 'before'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** Size of a page of search results, rows. */
export const PAGE_SIZE = 50;

/** Reads a search from the address; what it cannot use is told, never silently dropped. */
export function readSearch(query: Request['query']): SearchState {
  const leftOut: LeftOut[] = [];
  const all = (name: Parameter): string[] =>
    [query[name] ?? []].flat().flatMap((value) => (typeof value === 'string' && value.trim() ? [value.trim()] : []));
  const one = (name: Parameter): string => all(name)[0] ?? '';
  const known = <T extends string>(name: Parameter, allowed: readonly T[]): T[] =>
    all(name).flatMap((value) => {
      const found = allowed.find((each) => each === value);
      if (!found) leftOut.push({ kind: 'unknownParameter', value: `${name}=${value}` });
      return found ? [found] : [];
    });
  const amount = (name: 'from' | 'to'): string | undefined => {
    if (!one(name)) return undefined;
    const parsed = parseMoney(one(name));
    if (!parsed.ok) leftOut.push({ kind: 'badAmount', value: one(name) });
    return parsed.ok ? parsed.money : undefined;
  };
  for (const name of Object.keys(query)) {
    if (!PARAMETERS.some((each) => each === name)) leftOut.push({ kind: 'unknownParameter', value: name });
  }
  const bin = one('customer').replace(/\s/g, '');
  if (bin && !/^\d{12}$/.test(bin)) leftOut.push({ kind: 'badBin', value: one('customer') });
  const statuses = known(
    'status',
    SHOWN_STATUSES.filter((status) => status !== 'draft'),
  );
  const lotStatuses = known(
    'result',
    LOT_STATUSES.filter((status) => status !== 'lot-draft'),
  );
  const methods = known('method', METHODS);
  const [from, to] = [amount('from'), amount('to')];
  const key = (name: 'after' | 'before') => {
    const read = readKey(one(name));
    if (one(name) && !read) leftOut.push({ kind: 'unknownParameter', value: `${name}=${one(name)}` });
    return read;
  };
  return {
    criteria: {
      q: one('q').slice(0, 200),
      statuses,
      lotStatuses,
      methods,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(/^\d{12}$/.test(bin) ? { customer: bin } : {}),
    },
    order: known('order', SEARCH_ORDERS)[0] ?? 'newest',
    after: key('after'),
    before: key('before'),
    typed: {
      q: one('q'),
      status: statuses,
      result: lotStatuses,
      method: methods,
      from: one('from'),
      to: one('to'),
      customer: one('customer'),
      order: one('order'),
    },
    leftOut,
  };
}

/** Address of a search: `changes` replace or, when empty, drop parameters; the place in the list is dropped. */
export function searchHref(path: string, typed: SearchState['typed'], changes: SearchState['typed'] = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...typed, ...changes })) {
    for (const each of [value].flat()) if (each) parameters.append(name, each);
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

export const writeKey = (key: SearchKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The place that `writeKey` wrote; undefined for anything else. */
export function readKey(text: string): SearchKey | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 3 || !value.every((part): part is string => typeof part === 'string'))
      return undefined;
    const [sort, number, lot] = value as [string, string, string];
    return /^-?\d+(\.\d+)?$/.test(sort) && !/\p{Cc}/u.test(number + lot) ? [sort, number, lot] : undefined;
  } catch {
    return undefined;
  }
}
