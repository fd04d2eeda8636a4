import type { Visitor } from './visitor.ts';

const NUMBER = /\d{7}-\d+/g;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What the address of a page is like: numbers and ids do not count, nor does the query. */
const shapeOf = (path: string): string =>
  path
    .replace(/[?#].*$/, '')
    .replace(ID, ':id')
    .replace(NUMBER, ':number')
    .replace(/\/\d+(?=\/|$)/g, '/:n')
    // One page per refusal and per explained field: made by one template each.
    .replace(/^(\/problems)\/.+/, '$1/:code')
    .replace(/\/why\/.+/, '/why/:field')
    .replace(/-\d+$/, '-:n');

/** The overview of a procurement differs by its status: each is a page of its own. */
const kindOf = (path: string): string =>
  /^\/procurements\/[\d-]+(\/quotation|\/application)?$/.test(path) ? path : shapeOf(path);

/** Follows the links of the portal from `starts`, one page of each kind. Gives the addresses of the pages, in the order found. */
export async function pagesFrom(
  { context }: Visitor,
  starts: string[],
  known: ReadonlySet<string> = new Set(),
): Promise<{ pages: string[]; dead: string[] }> {
  const dead: string[] = [];
  const seen = new Set([...known].filter((kind) => !kindsOf(starts).includes(kind)));
  const found: string[] = [];
  const waiting = [...starts];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    const answer = await context.request.get(path, { headers: { accept: 'text/html' } });
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    if (!answer.ok()) dead.push(`${path} answered ${answer.status()}`);
    // Another address means another page, which has its own turn: signing in, most of all.
    if (!answer.ok() || new URL(answer.url()).pathname !== path.replace(/[?].*$/, '')) continue;
    found.push(path);
    const text = await answer.text();
    waiting.push(...linksIn(text));
  }
  return { pages: found, dead };
}

/** Addresses inside the portal; in attributes the templates write `=` and `&` as character references. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href]) =>
    href!.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&').replace(/#.*$/, ''),
  );

export const kindsOf = (paths: string[]): string[] => paths.map(kindOf);
