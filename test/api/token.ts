import { randomUUID } from 'node:crypto';
import type { Visitor } from './visitor.ts';

/** Fields of the form on which a token is made. */
export interface TokenFields {
  id?: string;
  name?: string;
  role?: string;
  scopes?: string | string[];
  days?: string;
}

/** Makes a token on its page and reads it there, the one time that it is shown. @throws Error when the page shows none */
export async function tokenOf(visitor: Visitor, fields: TokenFields): Promise<string> {
  await visitor.get('/my/tokens/new');
  const made = await visitor.post('/my/tokens', {
    ...{ id: randomUUID(), name: 'учёт', role: 'organizer', scopes: 'procurements:read', days: '30' },
    ...fields,
  });
  const token = /zkp_[\w-]{43}/.exec(made.text)?.[0];
  if (!token) throw new Error(`no token was made: ${made.status}`);
  return token;
}

/** Asks in the name of a token; what is sent is JSON under a key of its own unless `init` says otherwise. */
export function asker(baseUrl: string, token: string) {
  const headers = (init: RequestInit) => ({ authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) });
  const ask = async <Body = Record<string, unknown>>(path: string, init: RequestInit = {}) => {
    const answer = await fetch(baseUrl + path, { ...init, headers: headers(init) });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
  };
  return {
    ask,
    send: <Body = Record<string, unknown>>(method: string, path: string, body?: unknown, key: string = randomUUID()) =>
      ask<Body>(path, {
        method,
        headers: { 'idempotency-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
