import type { Express } from 'express';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../api/app.ts';
import { createAssets } from '../../api/assets.ts';
import { hashPassword } from '../../api/passwords.ts';
import { createLog } from '../../watch/log.ts';
import { readSettings } from '../../api/settings.ts';
import type { Database } from '../../db/client.ts';
import { legalOffset } from '../../db/clock.ts';
import { fileStore } from '../../db/file-store.ts';
import { outcomeWaiters } from '../../db/outcome-waiters.ts';
import type { Role } from '../../domain/parties.ts';
import { bundleBrowserScripts } from '../../trust/browser/bundle.ts';
import { loadOrCreatePortalKey } from '../../trust/receipt.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import { loadOrCreateMasterKey } from '../../trust/window-key.ts';
import { connectEngine } from '../../workflows/engine.ts';
import { aDatabase } from '../support/database.ts';
import { aVisitor, type Visitor } from './visitor.ts';

export interface Portal {
  db: Database;
  app: Express;
  baseUrl: string;
  /** Someone with a browser of their own; `headers` go with every request. */
  visitor(headers?: Record<string, string>): Visitor;
  /** Registers a user with this password and returns the id. */
  user(user: { login: string; password: string; roles: Role[]; blocked?: boolean; language?: string }): Promise<string>;
  stop(): Promise<void>;
}

/** The web application over a database of its own, listening on a free port; the engine is away. */
export async function aPortal({ sandbox = false, apiPerMinute = '1000000' } = {}): Promise<Portal> {
  const dir = mkdtempSync(join(tmpdir(), 'zakup-web-'));
  const database = await aDatabase();
  const { db } = database;
  const web = database.as('zakup_web');
  const { url } = web;
  const settings = readSettings({
    DATABASE_URL: url,
    ZAKUP_DATA_DIR: dir,
    ZAKUP_SANDBOX: sandbox ? '1' : '',
    PORT: '0',
    ZAKUP_API_PER_MINUTE: apiPerMinute,
  });
  const waiters = outcomeWaiters(web.db, url);
  const engine = connectEngine({ address: '127.0.0.1:1' }, () => legalOffset(db.pool));
  const app = createApp({
    ...{ db: web.db, settings, waiters, engine },
    log: createLog('web', 'silent'),
    assets: createAssets(await bundleBrowserScripts()),
    files: fileStore(join(dir, 'files')),
    signatures: fileSignatureProvider(settings.trustDir),
    blindKey: await loadOrCreateMasterKey(settings.blindKeyFile),
    receiptKey: await loadOrCreatePortalKey(settings.receiptKeyFile),
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    db,
    app,
    baseUrl,
    visitor: (headers) => aVisitor(baseUrl, headers),
    async user({ login, password, roles, blocked = false, language = 'ru' }) {
      const id = randomUUID();
      await db.pool.query(
        `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, roles, email, phone, blocked, language)
         values ($1, $2, $3, '760314499021', 'Әсел', 'Асель', 'Маман', 'Специалист', $4, 'asel@example.kz', '+7 700 000 00 00', $5, $6)`,
        [id, login, await hashPassword(password), roles, blocked, language],
      );
      return id;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([waiters.close(), engine.close()]);
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
