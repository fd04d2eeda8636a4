import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';
import { type ReadinessOf, statusOf } from './readiness.ts';
import type { WatchSettings } from './settings.ts';
import { VERSION } from './version.ts';

export interface WatchPort {
  close(): Promise<void>;
}

/** Answers `/metrics`, `/healthz` and `/readyz` on a port of its own (ADR 0022); without a port it answers nothing. */
export async function openWatchPort(
  settings: WatchSettings,
  { metrics, readiness }: { metrics: Metrics; readiness: ReadinessOf },
): Promise<WatchPort> {
  if (settings.port === undefined) return { close: () => Promise.resolve() };
  const answer = async (req: IncomingMessage): Promise<{ status: number; type: string; text: string }> => {
    const json = (status: number, body: object) => ({ status, type: 'application/json', text: JSON.stringify(body) });
    if (req.url === '/healthz') return json(200, { status: 'ok', version: VERSION });
    if (req.url === '/readyz') {
      const found = await readiness.ask();
      return json(statusOf(found), found);
    }
    if (req.url !== '/metrics') return json(404, { status: 'not found' });
    if (!mayRead(req, settings.token)) return json(401, { status: 'a token is needed' });
    return { status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', text: await metrics.text() };
  };
  const server = createServer((req, res) => {
    void answer(req).then(
      ({ status, type, text }) => res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
      () => res.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(settings.port, settings.host, resolve));
  return { close: () => closed(server) };
}

function mayRead(req: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(req.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
