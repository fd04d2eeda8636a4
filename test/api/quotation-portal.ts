import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { createAssets } from '../../api/assets.ts';
import { hashPassword } from '../../api/passwords.ts';
import { readSettings } from '../../api/settings.ts';
import { legalOffset } from '../../db/clock.ts';
import { fileStore } from '../../db/file-store.ts';
import { outcomeWaiters } from '../../db/outcome-waiters.ts';
import { bundleBrowserScripts } from '../../trust/browser/bundle.ts';
import { connectEngine } from '../../workflows/engine.ts';
import type { Market } from './quotation-market.ts';
import { aVisitor, type Visitor } from './visitor.ts';

const PASSWORD = 'Тулпар-2026';

/** The web application over a market, listening on a free port; keeps every line it logs. The engine is away. */
export async function aPortalOver(market: Market) {
  const dir = mkdtempSync(join(tmpdir(), 'zakup-web-'));
  const settings = readSettings({ DATABASE_URL: market.url, ZAKUP_DATA_DIR: dir, PORT: '0' });
  const lines: string[] = [];
  const files = fileStore(join(dir, 'files'));
  const waiters = outcomeWaiters(market.desk.db, market.url);
  const engine = connectEngine({ address: '127.0.0.1:1' }, () => legalOffset(market.db.pool));
  await market.db.pool.query('update app_user set password_hash = $1', [await hashPassword(PASSWORD)]);
  const app = createApp({
    ...market.desk,
    ...{ settings, waiters, engine },
    log: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
    assets: createAssets(await bundleBrowserScripts()),
    files,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    files,
    /** What was logged so far. */
    log: lines,
    /** A signed-in person with a browser of their own. */
    async person(key: string, language = 'ru'): Promise<Visitor> {
      const visitor = aVisitor(baseUrl, { 'accept-language': language });
      await market.db.pool.query('update app_user set language = $2 where login = $1', [key, language]);
      await visitor.signIn(key, PASSWORD);
      return visitor;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([waiters.close(), engine.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Posts JSON as the page's script does, with the form token of `page`. */
export async function postSealed(baseUrl: string, visitor: Visitor, page: string, path: string, body: object) {
  const token = /name="csrf-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': token, cookie },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
