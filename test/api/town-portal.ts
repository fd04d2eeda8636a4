import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createApp } from '../../api/app.ts';
import { createAssets } from '../../api/assets.ts';
import { createWebMetrics, type WebMetrics } from '../../api/metrics.ts';
import { createLog } from '../../watch/log.ts';
import { readSettings } from '../../api/settings.ts';
import { outcomeWaiters } from '../../db/outcome-waiters.ts';
import { bundleBrowserScripts } from '../../trust/browser/bundle.ts';
import type { Town } from '../support/town.ts';
import { letSignIn } from './board.ts';
import { aVisitor, type Visitor } from './visitor.ts';

export interface TownPortal {
  app: Express;
  /** Digest under which the assets stand. */
  assets: string;
  baseUrl: string;
  visitor(): Visitor;
  stop(): Promise<void>;
}

/** The web application over a town: its database, its running cases, its clock. */
export async function portalOver(
  town: Town,
  {
    sandbox = false,
    apiPerMinute = '1000000',
    log = createLog('web', 'silent'),
    metrics = createWebMetrics(),
  }: { sandbox?: boolean; apiPerMinute?: string; log?: Logger; metrics?: WebMetrics } = {},
): Promise<TownPortal> {
  const { engine, files } = town;
  const { db, signatures, blindKey, receiptKey } = town.desk;
  const dir = mkdtempSync(join(tmpdir(), 'zakup-town-web-'));
  const url = String(db.pool.options.connectionString);
  await letSignIn(town.db);
  const settings = readSettings({
    DATABASE_URL: url,
    ZAKUP_DATA_DIR: dir,
    ZAKUP_SANDBOX: sandbox ? '1' : '',
    PORT: '0',
    ZAKUP_API_PER_MINUTE: apiPerMinute,
  });
  const waiters = outcomeWaiters(db, url);
  const assets = createAssets(await bundleBrowserScripts());
  const app = createApp({
    db,
    engine,
    files,
    signatures,
    blindKey,
    receiptKey,
    settings,
    waiters,
    assets,
    log,
    metrics,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    app,
    assets: assets.digest,
    baseUrl,
    visitor: () => aVisitor(baseUrl, { 'accept-language': 'ru' }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await waiters.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
