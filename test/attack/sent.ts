import { randomUUID } from 'node:crypto';
import type { Sent } from './client.ts';
import { pathOf, type Route } from './routes.ts';

/** What a page or program sends first to such a route. */
export function sentTo(route: Route, place: Record<string, string>): Sent {
  const path = pathOf(route, place);
  const { method } = route;
  if (method === 'GET') return { method, path };
  const json = route.pattern.startsWith('/api/');
  const command = randomUUID();
  return {
    method,
    path,
    headers: json
      ? { 'content-type': 'application/json', 'idempotency-key': command }
      : { 'content-type': 'application/x-www-form-urlencoded' },
    body: json ? '{}' : `commandId=${command}&command=${command}&seen=0&then=continue`,
  };
}
