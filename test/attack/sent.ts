import { randomUUID } from 'node:crypto';
import type { Sent } from './client.ts';
import { pathOf, type Route } from './routes.ts';

/** What a page or program sends first to such a route. */
export function sentTo(route: Route, place: Record<string, string>): Sent {
  const path = pathOf(route, place);
  const { method } = route;
  if (method === 'GET') return { method, path };
  const command = randomUUID();
  const json = route.pattern.startsWith('/api/');
  const body = json ? '{}' : `commandId=${command}&command=${command}&seen=0&then=continue`;
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  // Node gives a DELETE with a body no length of its own.
  const headers = {
    'content-type': type,
    'content-length': String(body.length),
    ...(json ? { 'idempotency-key': command } : {}),
  };
  return { method, path, headers, body };
}
