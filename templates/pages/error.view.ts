import type { Link } from '../components.ts';
import { ERROR_LINKS, ERROR_PAGES, type ErrorPage } from '../texts/errors.ts';
import type { Language } from '../texts/texts.ts';

export interface ErrorFacts {
  kind: ErrorPage;
  /** Local address to return to; left out when there is none. */
  back?: string;
  /** Number under which the request stands in the log. */
  requestId?: string;
}

/** A page that says no: what happened and where to go on; never a trace of the program. */
export function errorView({ kind, back, requestId }: ErrorFacts, language: Language) {
  const { heading, what } = ERROR_PAGES[kind];
  const links: Link[] = [
    ...(back ? [{ href: back, text: ERROR_LINKS.back[language] }] : []),
    { href: '/', text: ERROR_LINKS.toStart[language] },
    { href: '/lots', text: ERROR_LINKS.toLots[language] },
  ];
  return {
    heading: heading[language],
    what: what[language],
    lines: [],
    explained: [],
    links,
    small: requestId ? `${ERROR_LINKS.request[language]}: ${requestId}` : '',
  };
}
