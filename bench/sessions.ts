import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { SESSION_MS } from '../api/session.ts';
import type { Portal } from './portal.ts';

/** A signed-in person of the load generator: posts JSON over connections that stay open. */
export interface Session {
  post(path: string, body: object): Promise<{ status: number; text: string }>;
}

/** Signs people in without their passwords, whose check is slow on purpose: writes what a sign-in leaves behind. Web processes take them in turn. */
export async function sessionsOf(portal: Portal, userIds: string[]): Promise<Session[]> {
  const { db, settings } = portal.services;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const expires = new Date(Date.now() + SESSION_MS);
  const made = userIds.map((userId) => ({ id: randomUUID(), userId, token: randomUUID() }));
  const rows = made.map(({ id, userId, token }) => ({
    id,
    data: {
      cookie: {
        originalMaxAge: SESSION_MS,
        expires: expires.toISOString(),
        secure: false,
        httpOnly: true,
        path: '/',
        sameSite: 'lax',
      },
      ...{ userId, role: 'supplier', formToken: token },
    },
  }));
  await db.pool.query(
    `insert into session (sid, sess, expire) select id, data, $2::timestamp from jsonb_to_recordset($1) as r(id text, data json)`,
    [JSON.stringify(rows), expires],
  );
  const { webs } = portal.stack;
  return made.map(({ id, token }, index) => {
    const mark = createHmac('sha256', settings.sessionSecret).update(id).digest('base64').replace(/=+$/, '');
    const cookie = `zakup=${encodeURIComponent(`s:${id}.${mark}`)}`;
    return {
      post: (path, body) =>
        post(agent, new URL(path, webs[index % webs.length]), JSON.stringify(body), { cookie, 'x-csrf-token': token }),
    };
  });
}

/** Answer awaited, ms. */
const PATIENCE = 30_000;

const post = (agent: Agent, url: URL, body: string, headers: Record<string, string>): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const sent = {
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
      ...headers,
    };
    const asked = request(url, { method: 'POST', agent, headers: sent, timeout: PATIENCE }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
      answer.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error(`${url.pathname}: no answer`)));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // An idle connection was closed at the other end just when it was used again: as browsers do, once more; the command id is the same.
      if (asked.reusedSocket && error.code === 'ECONNRESET') post(agent, url, body, headers).then(resolve, reject);
      else reject(error);
    });
    asked.end(body);
  });
