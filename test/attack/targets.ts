import { z } from 'zod';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import { type Caller, sendAs } from './client.ts';
import { type Form, formsOf, parametersOf } from './forms.ts';
import type { CallerName, Ground } from './ground.ts';
import { placesOf } from './places.ts';
import { nameOf, pathOf, type Route, routesOf } from './routes.ts';
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

/** At most so many, from all over the list. */
const some = <T>(all: readonly T[], most: number): T[] => all.filter((_one, index) => index % Math.ceil(all.length / most) === 0);

const matcher = ({ pattern }: Route): RegExp =>
  pattern.startsWith('^') ? new RegExp(pattern) : new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);

const written = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema;

/** What the API says of its own routes: the body they take and the parameters they know. */
function saidOf(route: Route): { schema?: Schema; parameters: Map<string, string[]> } {
  const said = API_ROUTES.find(
    ({ method, path }) => method.toUpperCase() === route.method && path.replace(/\{(\w+)\}/g, ':$1') === route.pattern,
  );
  const { properties = {} } = said ? written(said.query) : {};
  const values = ({ items, ...one }: Schema) => ((items ?? one).enum ?? ['1', '2026-11-20', '1000001-1']).map(String);
  return {
    parameters: new Map(Object.entries(properties).map(([name, each]) => [name, values(each)])),
    ...(said?.body ? { schema: written(said.body.schema) } : {}),
  };
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
  // Second pages of acts that are chosen first.
  const { taking, suspended } = ground.requests;
  for (const path of [
    `/procurements/${taking.number}/actions/cancel?confirm=yes&lots=1`,
    `/procurements/${taking.number}/actions/change-representative?of=organizer`,
    `/procurements/${suspended.number}/actions/resume`,
  ]) {
    await visit('creator', callers.get('creator')!, path);
  }
  for (const { form, by, page } of forms) {
    const { pathname } = new URL(form.action, ground.baseUrl);
    const route = routes.find((each) => each.method === form.method && matcher(each).test(pathname));
    if (!route) throw new Error(`a form of a page leads nowhere: ${form.method} ${form.action}`);
    const key = `${by} ${nameOf(route)} ${pathname}`;
    const before = targets.get(key);
    const fields = new Map([...(before?.fields ?? []), ...form.fields]);
    const multipart = form.multipart || (before?.multipart ?? false);
    targets.set(key, { route, by, path: pathname, page, fields, parameters: new Map(), multipart });
  }
  for (const route of routes) {
    for (const place of some(placesOf(ground, route), 40)) {
      const path = pathOf(route, place);
      const known = [...targets.values()].some((each) => each.route === route);
      if (known && route.method !== 'GET') continue;
      const said = saidOf(route);
      const offered = new Map([...(parameters.get(nameOf(route)) ?? []), ...said.parameters]);
      for (const by of ['creator', 'supplier who offered', 'operator'] as const) {
        const more = { fields: new Map<string, string[]>(), parameters: offered, multipart: false };
        targets.set(`${by} ${nameOf(route)} ${path}`, { route, by, path, ...more, schema: said.schema });
      }
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
