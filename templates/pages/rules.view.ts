import {
  dateOf,
  earliestAfterWorkingDays,
  nextWorkingDay,
  startOfOfficeDay,
  type WorkingCalendar,
} from '../../domain/calendar.ts';
import type { Method as MethodCode } from '../../domain/procurement/file.ts';
import { methods, sheetOn } from '../../domain/procurement/methods/index.ts';
import type { MethodSheet, QuotationsSheet, SingleSourceSheet } from '../../domain/procurement/methods/sheet.ts';
import { cite, type Measure, type Source } from '../../domain/regulation.ts';
import type { ContentBlock } from '../content.ts';
import { CALENDAR_DAYS, counted, date, dateTimeWithZone, list, WORKING_DAYS, zone, type CountedNoun } from '../formats.ts';
import { articleInWords } from '../texts/deadlines.ts';
import { APPLICATIONS, QUOTATIONS, RANKING_STEPS, RULES, SECRECY, SHEET_LINES, SHEET_PARTS, TIME_RULES } from '../texts/rules.ts';
import { METHOD_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

interface Line {
  rule: string;
  value: string;
  source: Source | null;
}

const MINUTES: CountedNoun = { kk: 'минут', ru: ['минута', 'минуты', 'минут'], en: ['minute', 'minutes'] };

/** A number of the regulation in words; `things` = what is counted where the unit says only "count". */
function measured({ value, unit }: Measure, things: CountedNoun, language: Language): string {
  const nouns = { 'working-day': WORKING_DAYS, 'calendar-day': CALENDAR_DAYS, minute: MINUTES, count: things };
  return counted(value, nouns[unit], language);
}

type Says<Sheet> = { [Part in keyof Sheet]: (part: Sheet[Part], sheet: Sheet) => Line[] };

/** Every part of a sheet in words: a part that is added to the sheet does not compile until it is said here. */
function saysOfAll(
  language: Language,
  things: CountedNoun,
): Says<Pick<MethodSheet, 'offers' | 'restrictions' | 'remainder' | 'resultsProtocol'>> {
  const t = inLanguage(SHEET_LINES, language);
  return {
    offers: ({ perSupplierAndLot: n, replaceable, source }) => [
      { rule: t.perSupplierAndLot, value: fill(t.notMore, { count: measured(n, things, language) }), source: n.source },
      { rule: t.replaceable, value: replaceable ? t.untilEnd : t.notReplaceable, source },
      { rule: t.atMost, value: t.lotAmount, source },
    ],
    restrictions: ({ article, source }) => [{ rule: t.restrictions, value: fill(t.article, { article }), source }],
    remainder: ({ source }) => [{ rule: t.remainder, value: t.later, source }],
    resultsProtocol: ({ signedBy, source }) => [
      { rule: t.resultsProtocol, value: signedBy === 'portal' ? t.byPortal : t.byRepresentative, source },
    ],
  };
}

function saysOfQuotations(language: Language): Says<QuotationsSheet> {
  const t = inLanguage(SHEET_LINES, language);
  const common = saysOfAll(language, QUOTATIONS);
  return {
    offers: common.offers,
    window: ({ atLeast, startsOn }) => [
      { rule: t.atLeast, value: fill(t.notLess, { count: measured(atLeast, WORKING_DAYS, language) }), source: atLeast.source },
      { rule: t.startsOn, value: t.onWorkingDay, source: startsOn.source },
    ],
    admission: (_automatic, { offers }) => [{ rule: t.admission, value: t.automatic, source: offers.source }],
    restrictions: common.restrictions,
    held: ({ offersAtLeast: n }) => [
      { rule: t.held, value: fill(t.notLess, { count: measured(n, QUOTATIONS, language) }), source: n.source },
    ],
    ranking: (steps, { offers }) => [
      { rule: t.ranking, value: steps.map((step) => RANKING_STEPS[step][language]).join('; '), source: offers.source },
    ],
    remainder: common.remainder,
    resultsProtocol: common.resultsProtocol,
    afterOneOffer: ({ source }) => [{ rule: t.afterOneOffer, value: t.singleSource, source }],
  };
}

function saysOfSingleSource(language: Language): Says<SingleSourceSheet> {
  const t = inLanguage(SHEET_LINES, language);
  const common = saysOfAll(language, APPLICATIONS);
  return {
    offers: common.offers,
    window: ({ lasts, startsOn }) => [
      { rule: t.startsOn, value: t.atPublication, source: startsOn.source },
      { rule: t.lasts, value: measured(lasts, CALENDAR_DAYS, language), source: lasts.source },
    ],
    openedByHand: ({ source }) => [{ rule: t.openedByHand, value: t.byCreator, source }],
    admission: (_representative, { restrictions }) => [
      { rule: t.admission, value: t.representative, source: restrictions.source },
    ],
    restrictions: common.restrictions,
    resultsProtocol: common.resultsProtocol,
    remainder: common.remainder,
  };
}

function said<Sheet extends object>(says: Says<Sheet>, sheet: Sheet): Line[] {
  const say = <Part extends keyof Sheet>(part: Part): Line[] => says[part](sheet[part], sheet);
  return (Object.keys(says) as (keyof Sheet)[]).flatMap((part) => say(part));
}

const linesOf = (sheet: MethodSheet, language: Language): Line[] =>
  sheet.admission === 'automatic' ? said(saysOfQuotations(language), sheet) : said(saysOfSingleSource(language), sheet);

/** The numbers of every method in words with their sources, how time is counted, what is secret until the opening. */
export function rulesView(facts: { language: Language; legalNow: number; calendar: WorkingCalendar }): {
  blocks: ContentBlock[];
} {
  const { language, legalNow, calendar } = facts;
  const t = inLanguage(RULES, language);
  const today = dateOf(calendar, legalNow);
  return {
    blocks: [
      { paragraphs: [t.lead] },
      ...(Object.keys(methods) as MethodCode[]).map((method) => methodBlock(method, today, language)),
      { id: 'time', heading: t.time, bullets: TIME_RULES.map((rule) => rule[language].replace('{zone}', zone(language))) },
      { paragraphs: [exampleOf(facts, today)], links: [{ href: '/calendar', text: t.calendarLink }] },
      { id: 'secrecy', heading: t.secrecy, bullets: SECRECY.map((promise) => promise[language]) },
      { heading: t.sources, paragraphs: [t.sourcesText] },
    ],
  };
}

function methodBlock(method: MethodCode, today: string, language: Language): ContentBlock {
  const t = inLanguage(RULES, language);
  const { from, sheet } = sheetOn(method, today);
  const name = METHOD_NAMES[method][language];
  const former = methods[method].sheets.filter((each) => each.from < from);
  const rows = linesOf(sheet, language).map(({ rule, value, source }) => ({
    cells: [{ text: rule, rowHeader: true }, { text: value }, { text: source ? articleInWords(cite(source), language) : '–' }],
  }));
  const partOf = (of: MethodSheet, part: string) => JSON.stringify(Object.entries(of).find(([name]) => name === part));
  const differing = (Object.keys(SHEET_PARTS) as (keyof typeof SHEET_PARTS)[]).filter((part) =>
    former.some((each) => partOf(each.sheet, part) !== partOf(sheet, part)),
  );
  const before = fill(t.formerSheets, {
    dates: list(
      former.map((each) => date(each.from, language)),
      language,
    ),
    rules: list(
      differing.map((part) => SHEET_PARTS[part][language]),
      language,
    ),
  });
  return {
    id: method,
    heading: name,
    paragraphs: [fill(t.inForceSince, { from: date(from, language) })],
    table: {
      ...{ id: `rules-${method}`, caption: name, captionHidden: true, rows, empty: '' },
      columns: [t.rule, t.value, t.source].map((text) => ({ text })),
    },
    ...(former.length > 0 ? { small: before } : {}),
  };
}

/** The shortest intake that opens on the next working morning, counted by the very function that judges announcements. */
function exampleOf({ language, calendar }: { language: Language; calendar: WorkingCalendar }, today: string): string {
  const opensAt = startOfOfficeDay(calendar, nextWorkingDay(calendar, today));
  const { sheet } = sheetOn('price-quotations', today);
  const { at } = earliestAfterWorkingDays(calendar, opensAt, sheet.window.atLeast.value);
  const said = {
    opens: dateTimeWithZone(opensAt, language),
    version: calendar.version,
    earliest: dateTimeWithZone(at, language),
  };
  return `${RULES.example[language]}. ${fill(RULES.exampleText[language], said)}`;
}
