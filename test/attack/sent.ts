import { randomUUID } from 'node:crypto';
import type { Sent } from './client.ts';
import { pathOf, type Route } from './routes.ts';

/** Shaped as what a supplier seals and signs, and neither sealed nor signed: who may not offer is told so before it is looked at. */
const OFFER = { envelope: 'AAAA', manifest: {}, signature: 'AAAA' };
const takesOffers = ({ method, pattern }: Route): boolean =>
  method !== 'DELETE' && /\/(?:quotation|application|offer)$/.test(pattern);

/** Fields without which some form is not looked at any further. */
const FIELDS = 'seen=0&then=continue&section=restrictions&restrictions=admitted&signature=AAAA';

/** What a page or program sends first to such a route. */
export function sentTo(route: Route, place: Record<string, string>): Sent {
  const path = pathOf(route, place);
  const { method } = route;
  if (method === 'GET') return { method, path };
  const command = randomUUID();
  const offers = takesOffers(route);
  const json = route.pattern.startsWith('/api/') || offers;
  const values = offers ? JSON.stringify({ ...OFFER, commandId: command }) : '{}';
  const body = json ? values : `commandId=${command}&command=${command}&${FIELDS}`;
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  // Node gives a DELETE with a body no length of its own.
  const headers = {
    'content-type': type,
    'content-length': String(body.length),
    ...(json ? { 'idempotency-key': command } : {}),
  };
  return { method, path, headers, body };
}
