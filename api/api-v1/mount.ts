import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import { allows } from '../../domain/api-tokens.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { PageProblem } from '../page-problem.ts';
import { readBytes } from '../sealed-files.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../session.ts';
import { API_ROUTES } from './list.ts';
import { paceOf } from './pace.ts';
import type { ApiRoute } from './route.ts';
import { badBody, sendDenial, sendReply } from './send.ts';

/** Puts every route of the list in its place. A place has no other methods than the list says; elsewhere below `/api` is nothing. */
export function register(app: Express, services: Services): void {
  const pace = paceOf(services.settings.apiRequestsPerMinute);
  for (const path of new Set(API_ROUTES.map((route) => route.path))) {
    const routes = API_ROUTES.filter((route) => route.path === path);
    const place = app.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const route of routes)
      place[route.method](async (req, res) => {
        const seconds = await pace(req);
        if (seconds === null) return answer(route, { req, res, services });
        sendDenial(req, res.set('Retry-After', String(seconds)), { refusal: refuse('too-many-requests', { seconds }) });
      });
    const methods = routes.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    place.all((req, res) => {
      res.set('Allow', [...methods, 'OPTIONS'].join(', '));
      if (req.method !== 'OPTIONS') throw new PageProblem('method-not-allowed');
      res.sendStatus(204);
    });
  }
}

async function answer(route: ApiRoute, { req, res, services }: { req: Request; res: Response; services: Services }) {
  const commandId = z.uuid().safeParse(req.get('idempotency-key')).data;
  const denied = denialOf(route, req) ?? (route.once && !commandId ? badKey() : null);
  if (denied) return sendDenial(req, res, { refusal: denied });
  // An address that no procurement or command can have is not there.
  const params = route.params.safeParse({ ...req.params });
  if (!params.success) throw new PageProblem('not-found');
  const query = route.query.safeParse(asked(route.query, req.query));
  if (!query.success) return sendDenial(req, res, { refusal: badBody(query.error) });
  if (route.body?.type === 'application/octet-stream') await readBytes(req, res);
  const call = { req, services, params: params.data, query: query.data, commandId: commandId ?? '', actor: actorOf(req) };
  const said = await route.serve(call);
  if ('refusal' in said) sendDenial(req, res, said);
  else sendReply(req, res, said);
}

/** Who may ask at all, and in which form a body must come. */
function denialOf({ access, role, body }: ApiRoute, req: Request): Refusal | null {
  if (req.token === 'unknown') return refuse('token-not-accepted');
  if (access !== 'everyone') {
    const actor = actorOf(req);
    if (!actor) return refuse('sign-in-required');
    if (req.token && !allows(req.token.scopes, access)) return refuse('scope-missing', { scope: access });
    if (role && actor.role !== role) throw new PageProblem('not-your-role');
  }
  if (body && !req.is(body.type)) throw new PageProblem('unsupported-media-type');
  return null;
}

const badKey = () => refuse('bad-input', { problem: 'invalid_format' }, { field: 'Idempotency-Key' });

/** A parameter that may be given several times is a list even when it is given once. */
function asked(schema: z.ZodObject, query: Request['query']): Record<string, unknown> {
  const isList = (name: string) => {
    const field = schema.shape[name] as z.ZodType | undefined;
    return (field instanceof z.ZodOptional ? field.unwrap() : field) instanceof z.ZodArray;
  };
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, isList(name) ? [value].flat() : value]));
}
