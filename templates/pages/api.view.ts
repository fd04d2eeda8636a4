import type { RefusalCode } from '../../domain/refusals.ts';
import type { DataTable } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { API_CONVENTIONS, API_PAGE, API_TAGS, type ApiTag } from '../texts/api.ts';
import { ERROR_PAGES, type ErrorPage } from '../texts/errors.ts';
import { REFUSALS } from '../texts/refusals.ts';
import type { RefusalWords } from '../texts/refusals/sentences.ts';
import { inLanguage, type Language, type Words } from '../texts/texts.ts';

/** One address of the API as its page lists it. */
export interface ApiLine {
  method: string;
  path: string;
  words: Words;
  tag: ApiTag;
  /** A scope, or 'everyone'. */
  access: string;
}

/** Every address by part, and what holds for all of them. */
export function apiView(lines: readonly ApiLine[], language: Language): { blocks: ContentBlock[] } {
  const t = inLanguage(API_PAGE, language);
  const links = [
    { href: '/api/openapi.json', text: t.document },
    { href: '/problems', text: t.problems },
    { href: '/my/tokens', text: t.tokens },
  ];
  const tags = Object.keys(API_TAGS) as ApiTag[];
  return {
    blocks: [
      { paragraphs: [t.lead], links },
      { heading: t.conventions, bullets: API_CONVENTIONS.map((words) => words[language]) },
      ...tags.map((tag): ContentBlock => {
        const heading = API_TAGS[tag][language];
        const table: DataTable = {
          ...{ id: `api-${tag}`, caption: heading, captionHidden: true, empty: '' },
          columns: [t.address, t.what, t.access].map((text) => ({ text })),
          rows: lines
            .filter((line) => line.tag === tag)
            .map(({ method, path, words, access }) => ({
              cells: [
                { text: `${method.toUpperCase()} ${path}`, rowHeader: true },
                { text: words[language] },
                { text: access === 'everyone' ? t.everyone : access },
              ],
            })),
        };
        return { heading, table };
      }),
    ],
  };
}

export type ProblemCode = RefusalCode | ErrorPage;

/** Whether a code is one that problems have. */
export const isProblemCode = (code: string): code is ProblemCode =>
  Object.hasOwn(REFUSALS, code) || Object.hasOwn(ERROR_PAGES, code);

/** The four parts of a "no"; an error page has two of them. */
function partsOf(code: ProblemCode): RefusalWords {
  if (Object.hasOwn(REFUSALS, code)) return REFUSALS[code as RefusalCode];
  const { heading, what } = ERROR_PAGES[code as ErrorPage];
  return { what: heading, why: what };
}

const open = (words: Words, language: Language) => words[language].replace(/\{\w+\}/g, '…');

/** One problem: what its sentences say, with open places for values. */
export function problemView(code: ProblemCode, status: number, language: Language): { heading: string; blocks: ContentBlock[] } {
  const t = inLanguage(API_PAGE, language);
  const { what, why, now, by } = partsOf(code);
  const row = (key: string, words?: Words) => (words ? [{ key, text: open(words, language) }] : []);
  return {
    heading: open(what, language).replace(/\.$/, ''),
    blocks: [
      {
        summary: [
          { key: t.code, text: code },
          { key: t.status, text: String(status) },
          ...row(t.why, why),
          ...row(t.now, now),
          ...row(t.by, by),
        ],
        small: t.places,
        links: [{ href: '/problems', text: t.problems }],
      },
    ],
  };
}

/** All problems with their status. */
export function problemsView(status: Record<ProblemCode, number>, language: Language): { blocks: ContentBlock[] } {
  const t = inLanguage(API_PAGE, language);
  const table: DataTable = {
    ...{ id: 'problems', caption: t.problems, captionHidden: true, empty: '' },
    columns: [t.code, t.happened, t.status].map((text) => ({ text })),
    rows: (Object.keys(status) as ProblemCode[]).map((code) => ({
      cells: [
        { text: code, href: `/problems/${code}`, rowHeader: true },
        { text: open(partsOf(code).what, language) },
        { text: String(status[code]) },
      ],
    })),
  };
  return { blocks: [{ table, small: t.places, links: [{ href: '/api', text: t.title }] }] };
}
