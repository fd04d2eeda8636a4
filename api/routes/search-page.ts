import type { LotStatus, ShownStatus } from '../../domain/procurement/statuses.ts';
import { countFound, searchAnnouncements, searchLots } from '../../db/search.ts';
import type { SearchCriteria } from '../../db/search-conditions.ts';
import { conditionText, foundText, searchView, type SearchRow, type SearchSubject } from '../../templates/pages/search.view.ts';
import { SEARCH } from '../../templates/texts/search.ts';
import { sendPage, type Exchange } from '../page.ts';
import { PAGE_SIZE, readSearch, searchHref, writeKey, type SearchState } from './search-query.ts';

/** One chosen condition: its words, the address and the criteria without it. */
interface Condition {
  text: string;
  href: string;
  without: SearchCriteria;
}

/** Page of a public search; drafts never appear in it. */
export async function sendSearch(exchange: Exchange, subject: SearchSubject): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const tx = services.db.pool;
  const state = readSearch(req.query);
  const page = { order: state.order, after: state.after, before: state.before, size: PAGE_SIZE };
  const found =
    subject === 'lots' ? await searchLots(tx, state.criteria, page) : await searchAnnouncements(tx, state.criteria, page);
  const rows: SearchRow[] = found.rows;
  const path = `/${subject}`;
  const conditions = conditionsOf(state, path, language);
  const narrowest = found.total > 0 ? null : await narrowestOf(exchange, subject, conditions);
  const to = (change: Record<string, string>) => searchHref(path, state.typed, change);
  const heading = SEARCH[subject === 'lots' ? 'lotsHeading' : 'announcementsHeading'][language];
  await sendPage(exchange, {
    name: 'pages/search',
    head: { title: `${heading}: ${foundText({ ...found, subject, language })}`, heading },
    view: ({ legalNow }) =>
      searchView({
        ...{
          language,
          subject,
          legalNow,
          rows,
          narrowest,
          typed: state.typed,
          total: found.total,
          more: found.more,
          leftOut: state.leftOut,
        },
        chosen: conditions,
        previous: found.previous && to({ before: writeKey(found.previous) }),
        next: found.next && to({ after: writeKey(found.next) }),
      }),
  });
}

function conditionsOf({ criteria, typed }: SearchState, path: string, language: Exchange['req']['language']): Condition[] {
  const condition = (name: string, value: string, rest: string[], without: SearchCriteria): Condition => ({
    text: conditionText(name, value, language),
    href: searchHref(path, typed, { [name]: rest }),
    without,
  });
  const many = <T extends string>(name: string, values: T[], put: (rest: T[]) => SearchCriteria) =>
    values.map((value) => {
      const rest = values.filter((each) => each !== value);
      return condition(name, value, rest, put(rest));
    });
  const single = (name: 'q' | 'from' | 'to' | 'customer') =>
    criteria[name] ? [condition(name, String(typed[name]), [], { ...criteria, [name]: name === 'q' ? '' : undefined })] : [];
  return [
    ...single('q'),
    ...many<ShownStatus>('status', criteria.statuses, (statuses) => ({ ...criteria, statuses })),
    ...many<LotStatus>('result', criteria.lotStatuses, (lotStatuses) => ({ ...criteria, lotStatuses })),
    ...many('method', criteria.methods, (methods) => ({ ...criteria, methods })),
    ...single('from'),
    ...single('to'),
    ...single('customer'),
  ];
}

/** Of an empty result: the condition without which most would be found. */
async function narrowestOf({ services }: Exchange, subject: SearchSubject, conditions: Condition[]) {
  const counted = await Promise.all(
    conditions.map(async ({ text, href, without }) => ({
      condition: text,
      href,
      count: await countFound(services.db.pool, subject, without),
    })),
  );
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0] ?? null;
}
