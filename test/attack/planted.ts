import { randomUUID } from 'node:crypto';
import type { Attached } from './encoding.ts';
import type { Target } from './targets.ts';

/** What somebody would like other people's browsers, templates and links to take for code. */
export const PLANTED = `Ә<script>planted()</script>"'><img src=x onerror=planted()>zk{{7*7}}zk{{{constructor}}}\${7*7}`;
export const LINK = 'javascript:planted()//';
/** In both of them, and in what is left of them as the name of a file. */
export const MARK = 'planted()';

/** What a page does with a planted text but show it. */
const TAKEN_FOR_CODE: [string, RegExp][] = [
  ['a script runs', /<script>planted/i],
  ['an element is made', /<img src=x/i],
  ['an attribute ends', /"'>/],
  ['a template is evaluated', /zk49zk|function Object|\[object /],
  ['a link is code', /(?:href|src|action)="\s*javascript:/i],
];
export const wrongWith = (html: string): string[] => TAKEN_FOR_CODE.filter(([, found]) => found.test(html)).map(([what]) => what);

/** Fields that people write in freely: both languages, or nothing to choose from. */
const isFree = (name: string, values: string[]): boolean =>
  !['_csrf', 'seen', 'command', 'commandId', 'then', 'id', 'file', 'scan'].includes(name) &&
  (/-(?:kk|ru)$/.test(name) || values.every((value) => value === ''));

/** What a form needs to be taken, so that its free texts are kept. */
const VALID: Record<string, string> = {
  ...{ quantity: '1', unitPrice: '1000', catalogueCode: '172314.500.000002' },
  ...{ 'date-day': '16', 'date-month': '11', 'date-year': '2026' },
  ...{ 'order-date-day': '16', 'order-date-month': '11', 'order-date-year': '2026' },
};
/** A scan for each field that takes one, under a name that is planted too. */
export const scanFor = ({ fields }: Target): Attached[] =>
  ['scan', 'order-file']
    .filter((field) => fields.has(field))
    .map((field) => ({ field, name: `${PLANTED}.pdf`, type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }));

/** A form of a page as somebody fills it in who writes this text wherever they may: a reason is asked for where something is rejected. */
export function filledIn({ fields }: Target, text: string, section: string): [string, string][] {
  return [...fields].map(([name, values]): [string, string] => {
    if (name === 'section') return [name, section];
    if (VALID[name]) return [name, VALID[name]];
    if (/^command/.test(name)) return [name, randomUUID()];
    if (values.includes('rejected')) return [name, 'rejected'];
    return [name, isFree(name, values) ? text : (values.find((value) => value !== '') ?? '')];
  });
}

/** Under these names stand words of people; those of them that may be codes of ours are codes when they look so. */
const WRITTEN = /^(?:kk|ru|body|reason|ground|name|actNumber|email|phone|text|comment)$/;
const PERHAPS_A_CODE = ['reason', 'ground'];

/** Every text that somebody wrote inside a stored value. `number` is one of an act, not of an announcement or a lot. */
export function planted(value: unknown, key = '', ofAnAct = false): unknown {
  if (Array.isArray(value)) return value.map((each) => planted(each, key));
  if (typeof value === 'object' && value !== null) {
    const isAct = 'bodyKind' in value || key === 'order';
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each, name, isAct)]));
  }
  if (typeof value !== 'string' || !(WRITTEN.test(key) || (key === 'number' && ofAnAct))) return value;
  return PERHAPS_A_CODE.includes(key) && /^[\w-]*$/.test(value) ? value : PLANTED;
}

/** Where the mark stands inside a value: `acts/number`. */
export function marksIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.includes(MARK) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => marksIn(each, Array.isArray(value) ? path : `${path}/${name}`));
}
