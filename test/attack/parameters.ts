import type { CallerName } from './ground.ts';
import { allowedAt } from './permissions.ts';
import { placesOf } from './places.ts';
import { declarationOf, nameOf, pathOf, type Route, routesOf } from './routes.ts';
import type { Stand } from './stand.ts';

/** A route at a place where somebody may ask, and the names of what it looks for in its address. */
export interface Asked {
  route: Route;
  path: string;
  by: CallerName;
  names: string[];
}

/** Where this route is open, each place with one who may ask there. */
function openPlaces({ ground }: Stand, route: Route): { path: string; by: CallerName }[] {
  return placesOf(ground, route).flatMap((place) => {
    const who = allowedAt(nameOf(route), place, ground) ?? [];
    const [by] = who === 'everyone' ? ['creator' as const] : who;
    return by ? [{ path: pathOf(route, place), by }] : [];
  });
}

type Parser = (text: string | null | undefined) => object;

/** The names that are read from the query while this is done: the application is given queries that note what is asked of them. */
async function namesRead({ ground: { app } }: Stand, doing: () => Promise<unknown>): Promise<string[]> {
  const [setting, parse] = [app.get('query parser') as unknown, app.get('query parser fn') as Parser];
  const names = new Set<string>();
  const noted: Parser = (text) =>
    new Proxy(parse(text), {
      get(query, name) {
        if (typeof name === 'string' && !(name in Object.prototype)) names.add(name);
        return Reflect.get(query, name) as unknown;
      },
    });
  app.set('query parser', noted);
  try {
    await doing();
  } finally {
    app.set('query parser', setting);
  }
  return [...names];
}

/** Every parameter of every route that only shows: of the API as it declares them, of a page as it reads them where it is shown. */
export async function parametersOfRoutes(stand: Stand): Promise<Asked[]> {
  const found = new Map<string, Asked>();
  for (const route of routesOf(stand.ground.app).filter(({ method }) => method === 'GET')) {
    const declaration = declarationOf(route);
    const declared = declaration && Object.keys(declaration.query.shape);
    for (const { path, by } of openPlaces(stand, route).slice(0, declared ? 1 : undefined)) {
      const names = declared ?? (await namesRead(stand, () => stand.as(by, { method: 'GET', path })));
      const known = [...found.values()].filter((each) => each.route === route).flatMap((each) => each.names);
      const fresh = names.filter((name) => !known.includes(name));
      if (fresh.length > 0) found.set(path, { route, path, by, names: fresh });
    }
  }
  return [...found.values()];
}
