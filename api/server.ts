import { createServer } from 'node:http';
import { join } from 'node:path';
import { connect } from '../db/client.ts';
import { legalOffset } from '../db/clock.ts';
import { fileStore } from '../db/file-store.ts';
import { outcomeWaiters } from '../db/outcome-waiters.ts';
import { bundleBrowserScripts } from '../trust/browser/bundle.ts';
import { loadOrCreatePortalKey } from '../trust/receipt.ts';
import { fileSignatureProvider } from '../trust/signature-provider.ts';
import { loadOrCreateMasterKey } from '../trust/window-key.ts';
import { connectEngine, engineOptions } from '../workflows/engine.ts';
import { createApp } from './app.ts';
import { createAssets } from './assets.ts';
import { shareBlindKey } from './share-blind-key.ts';
import { createLog } from './request-log.ts';
import type { Services } from './services.ts';
import { readSettings } from './settings.ts';

/** How long requests in progress may take to end after SIGTERM, ms. */
const LAST_REQUESTS_MS = 10_000;

const settings = readSettings(process.env);
const log = createLog(settings.logLevel);
const db = connect(settings.databaseUrl, 20);
const waiters = outcomeWaiters(db, settings.databaseUrl);
const engine = connectEngine(engineOptions(process.env), () => legalOffset(db.pool));
const services: Services = {
  db,
  settings,
  log,
  assets: createAssets(await bundleBrowserScripts()),
  engine,
  waiters,
  files: fileStore(join(settings.dataDir, 'files')),
  signatures: fileSignatureProvider(settings.trustDir),
  blindKey: await loadOrCreateMasterKey(settings.blindKeyFile),
  receiptKey: await loadOrCreatePortalKey(settings.receiptKeyFile),
};
void shareBlindKey(db, services.blindKey, log);
const server = createServer(createApp(services));

server.listen(settings.port, settings.host, () => {
  const address = server.address();
  console.log(`web ready on ${typeof address === 'object' && address ? address.port : settings.port}`);
});

let ending = false;
function end(signal: NodeJS.Signals): void {
  if (ending) return;
  ending = true;
  log.info({ signal }, 'ending');
  // New connections are refused, answers under way are finished, then the pool closes.
  server.close(
    () =>
      void Promise.all([waiters.close(), engine.close()])
        .then(() => db.close())
        .finally(() => process.exit(0)),
  );
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref();
}
process.once('SIGTERM', end);
process.once('SIGINT', end);
