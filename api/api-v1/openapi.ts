import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { z } from 'zod';
import { API_TAGS } from '../../templates/texts/api.ts';
import { PROBLEM_STATUS } from '../problem.ts';
import type { Services } from '../services.ts';
import { API_ROUTES } from './list.ts';
import { problem } from './problem-schema.ts';
import type { ApiRoute, Said } from './route.ts';
import { named } from './schemas/common.ts';
import { sendReply, found } from './send.ts';

type Json = Record<string, unknown>;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** A schema in JSON Schema 2020-12 as OpenAPI 3.1 takes it: named parts by reference, formats without their long patterns. */
function written(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = named.get(schema)?.id;
  if (name) return { $ref: `#/components/schemas/${name}` };
  return clean(z.toJSONSchema(schema, { io, override }));
}

const referTo = (id: string) => `#/components/schemas/${id}`;

function override({ jsonSchema }: { jsonSchema: Json }): void {
  if (jsonSchema['format'] && jsonSchema['pattern']) delete jsonSchema['pattern'];
}

function clean({ $schema: _schema, $id: _id, ...rest }: Json): Json {
  return rest;
}

function components(): Json {
  const { schemas } = z.toJSONSchema(named, { io: 'output', uri: referTo, override }) as { schemas: Record<string, Json> };
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => [name, clean(schema)]),
  );
}

function parametersOf({ params, query, once, answers }: ApiRoute): Json[] {
  const of = (schema: z.ZodObject, place: 'path' | 'query') => {
    const { properties = {}, required = [] } = written(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, each]) => ({
      ...{ name, in: place, required: place === 'path' || required.includes(name), schema: each },
    }));
  };
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } };
  const prefer = {
    ...{ name: 'Prefer', in: 'header', required: false, schema: { type: 'string' } },
    description:
      'RFC 7240: `wait=2` waits at most so many seconds for the outcome, `respond-async` not at all; five unless said.',
  };
  return [...of(params, 'path'), ...of(query, 'query'), ...(once ? [key] : []), ...(answers[202] ? [prefer] : [])];
}

/** Statuses that a route may refuse with, from what it asks for. */
function refusedWith({ access, body, once, query, refuses }: ApiRoute): number[] {
  return [
    ...new Set([
      ...refuses,
      ...(access === 'everyone' ? [401, 429] : [401, 403, 429]),
      ...(body ? [413, 415, 422] : []),
      ...(once || Object.keys(query.shape).length > 0 ? [422] : []),
      ...[400, 500, 503],
    ]),
  ].sort();
}

const REASONS: Record<number, string> = {
  400: 'The request could not be read.',
  401: 'Nobody is signed in, or the token is not accepted.',
  403: 'Not in this role, or the token lacks the scope.',
  404: 'There is no such thing.',
  409: 'Not now: the status, a rule or another command forbids it.',
  413: 'Too large.',
  415: 'Not in this form.',
  422: 'Not like this: see `field`.',
  429: 'Too many requests: wait for `Retry-After` seconds.',
  500: 'The portal failed; nothing that was received is lost.',
  503: 'A part of the portal is away; try again after `Retry-After` seconds.',
};

function answersOf(route: ApiRoute): Json {
  const answers = Object.entries(route.answers).map(([status, said]) => [status, said && answerOf(said, route)]);
  const denials = refusedWith(route).map((status) => [
    String(status),
    {
      description: REASONS[status],
      content: { 'application/problem+json': { schema: written(problem, 'output') } },
    },
  ]);
  const unchanged = route.conditional ? [['304', { description: 'The reader has it already.' }]] : [];
  return Object.fromEntries([...answers, ...unchanged, ...denials]) as Json;
}

function answerOf({ description, schema, located, type = 'application/json' }: Said, { conditional }: ApiRoute): Json {
  const text = { schema: { type: 'string' } };
  const headers = { ...(located ? { Location: text } : {}), ...(conditional ? { ETag: text } : {}) };
  return { description, headers, content: { [type]: { schema: written(schema, 'output') } } };
}

function operationOf(route: ApiRoute): Json {
  const { operation, words, tag, access, body, source } = route;
  return {
    operationId: operation,
    summary: words.en,
    tags: [tag],
    ...(source ? { 'x-article': source } : {}),
    security: access === 'everyone' ? [] : [{ token: [access] }, { session: [], formToken: [] }],
    parameters: parametersOf(route),
    ...(body ? { requestBody: { required: true, content: { [body.type]: { schema: written(body.schema, 'input') } } } } : {}),
    responses: answersOf(route),
  };
}

/** The OpenAPI 3.1 document, made from the list of routes and their schemas. `baseUrl` = where people reach the portal. */
export function openApi(baseUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of API_ROUTES) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zakup',
      version,
      description:
        'Public procurement by the rules of Kazakhstan. Public data need no sign-in. Instants are ISO 8601 with +05:00, money is a decimal string with a currency. Problems are RFC 9457 in the language of `Accept-Language` (kk, ru, en).',
    },
    servers: [{ url: baseUrl }],
    tags: Object.entries(API_TAGS).map(([name, words]) => ({ name, description: words.en })),
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of an organization, made in the cabinet.' },
        session: { type: 'apiKey', in: 'cookie', name: baseUrl.startsWith('https:') ? '__Host-zakup' : 'zakup' },
        formToken: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'With a session, for all that changes something.',
        },
      },
    },
    'x-problem-codes': PROBLEM_STATUS,
  };
}

export function register(app: Express, { settings }: Services): void {
  const document = openApi(settings.baseUrl);
  app.get('/api/openapi.json', (req, res) => sendReply(req, res, found(document)));
}
