import { z } from 'zod';
import { sealedOffer } from '../../api/handing-in.ts';
import { formsByHand, pagesByHand } from './by-hand.ts';
import { type Caller, sendAs } from './client.ts';
import { type Form, formsOf, parametersOf } from './forms.ts';
import type { CallerName, Ground } from './ground.ts';
import { allowedAt } from './permissions.ts';
import { placesOf } from './places.ts';
import { declarationOf, nameOf, pathOf, type Route, routesOf } from './routes.ts';
import type { Schema } from './schema.ts';

/** What can be sent to a route: fields that its pages offer, parameters of its address, a schema of its body. */
export interface Target {
  route: Route;
  /** Who sees a page that sends this. */
  by: CallerName;
  path: string;
  /** The page that shows the form. */
  page?: string;
  fields: Map<string, string[]>;
  parameters: Map<string, string[]>;
  multipart: boolean;
  schema?: Schema;
}

/** Those who between them see every form. */
const VISITING = ['visitor', 'creator', 'administrator', 'supplier who offered', 'operator'] as const satisfies CallerName[];

/** Some of those who may read what is open to everyone. */
const EVERYBODY = ['creator', 'supplier who offered', 'operator'] as const satisfies CallerName[];

/** At most so many, from all over the list. */
const some = <T>(all: readonly T[], most: number): T[] => all.filter((_one, index) => index % Math.ceil(all.length / most) === 0);

const matcher = ({ pattern }: Route): RegExp =>
  pattern.startsWith('^') ? new RegExp(pattern) : new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);

const written = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema;

/** What the script of an offer's page sends: the one body of a page that no form shows. */
const AN_OFFER = written(sealedOffer.extend({ commandId: z.uuid() }));

/** What the API says of its own routes: the body they take and the parameters they know. */
function saidOf(route: Route): { schema?: Schema; parameters: Map<string, string[]> } {
  const said = declarationOf(route);
  if (!said && route.method === 'POST' && /\/(?:quotation|application)$/.test(route.pattern))
    return { schema: AN_OFFER, parameters: new Map() };
  const { properties = {} } = said ? written(said.query) : {};
  const values = ({ items, ...one }: Schema) => ((items ?? one).enum ?? ['1', '2026-11-20', '1000001-1']).map(String);
  return {
    parameters: new Map(Object.entries(properties).map(([name, each]) => [name, values(each)])),
    ...(said?.body ? { schema: written(said.body.schema) } : {}),
  };
}

/** Where a route is open to somebody, each with two of those; and one place where it is open to nobody. */
function openPlaces(ground: Ground, route: Route): { place: Record<string, string>; by: CallerName }[] {
  const found = placesOf(ground, route).map((place) => ({ place, who: allowedAt(nameOf(route), place, ground) ?? [] }));
  const open = found.filter(({ who }) => who.length > 0);
  const closed = found.find(({ who }) => who.length === 0);
  return [...some(open, 40), ...(closed ? [closed] : [])].flatMap(({ place, who }) => {
    const callers = who === 'everyone' || who.length === 0 ? EVERYBODY : who.slice(0, 2);
    return callers.map((by) => ({ place, by }));
  });
}

/** Forms of one address are sent there alike: a field has the values that it has in any of them. */
function bothOf(before: Map<string, string[]> = new Map(), more: Map<string, string[]>): Map<string, string[]> {
  const fields = new Map(before);
  for (const [name, values] of more) fields.set(name, [...new Set([...(fields.get(name) ?? []), ...values])]);
  return fields;
}

/** Everything the pages of these callers lead to; routes that no page leads to are targets with no known fields. */
export async function targetsOf(ground: Ground, callers: Map<CallerName, Caller>): Promise<Target[]> {
  const routes = routesOf(ground.app);
  const forms: { form: Form; by: CallerName; page: string }[] = [];
  const parameters = new Map<string, Map<string, string[]>>();
  const targets = new Map<string, Target>();
  const visit = async (by: CallerName, caller: Caller, path: string) => {
    const { body, headers } = await sendAs(ground.baseUrl, caller, { method: 'GET', path });
    if (!String(headers['content-type']).startsWith('text/html')) return;
    forms.push(...formsOf(body, path).map((form) => ({ form, by, page: path })));
    const route = routes.find((each) => each.method === 'GET' && matcher(each).test(path.split('?')[0]!));
    if (route) parameters.set(nameOf(route), parametersOf(body));
  };
  for (const by of VISITING) {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const place of some(placesOf(ground, route), 5)) await visit(by, callers.get(by)!, pathOf(route, place));
    }
  }
  for (const [by, path] of pagesByHand(ground)) await visit(by, callers.get(by)!, path);
  for (const { by, action, fields } of formsByHand(ground)) {
    const form = { method: 'POST', action, multipart: false, fields: new Map(Object.entries(fields)) };
    forms.push({ form, by, page: action });
  }
  for (const { form, by, page } of forms) {
    const { pathname } = new URL(form.action, ground.baseUrl);
    const route = routes.find((each) => each.method === form.method && matcher(each).test(pathname));
    if (!route) throw new Error(`a form of a page leads nowhere: ${form.method} ${form.action}`);
    const key = `${by} ${nameOf(route)} ${pathname}`;
    const before = targets.get(key);
    const fields = bothOf(before?.fields, form.fields);
    const multipart = form.multipart || (before?.multipart ?? false);
    targets.set(key, { route, by, path: pathname, page, fields, parameters: new Map(), multipart, schema: saidOf(route).schema });
  }
  for (const route of routes) {
    const known = [...targets.values()].some((each) => each.route === route);
    if (known && route.method !== 'GET') continue;
    const said = saidOf(route);
    const offered = new Map([...(parameters.get(nameOf(route)) ?? []), ...said.parameters]);
    for (const { place, by } of openPlaces(ground, route)) {
      const path = pathOf(route, place);
      const more = { fields: new Map<string, string[]>(), parameters: offered, multipart: false };
      targets.set(`${by} ${nameOf(route)} ${path}`, { route, by, path, ...more, schema: said.schema });
    }
  }
  return [...targets.values()];
}

/** The target with what its page says now: a form remembers which version of the draft it shows. */
export async function asShownNow(baseUrl: string, caller: Caller, target: Target): Promise<Target> {
  if (!target.page || !target.fields.has('seen')) return target;
  const { body } = await sendAs(baseUrl, caller, { method: 'GET', path: target.page });
  const form = formsOf(body, target.page).find(({ action, method }) => method === 'POST' && action === target.path);
  return form ? { ...target, fields: form.fields } : target;
}
