import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../db/client.ts';
import { legalOffset } from '../db/clock.ts';
import { fileStore } from '../db/file-store.ts';
import { outcomeWaiters } from '../db/outcome-waiters.ts';
import { bundleBrowserScripts } from '../trust/browser/bundle.ts';
import { loadOrCreatePortalKey } from '../trust/receipt.ts';
import { fileSignatureProvider } from '../trust/signature-provider.ts';
import { loadOrCreateMasterKey } from '../trust/window-key.ts';
import { connectEngine, engineOptions } from '../workflows/engine.ts';
import { keepBeating } from '../watch/heartbeat.ts';
import { createLog } from '../watch/log.ts';
import { openWatchPort } from '../watch/port.ts';
import { createApp } from './app.ts';
import { createAssets } from './assets.ts';
import { watched } from './health.ts';
import { measureOperations } from './metrics.ts';
import { shareKeys } from './share-keys.ts';
import type { Services } from './services.ts';
import { readSettings } from './settings.ts';

/** How long requests in progress may take to end, and when the process ends whatever happens, ms after SIGTERM. */
const LAST_REQUESTS_MS = 11_500;
const ENDS_WITHIN_MS = 14_000;

const settings = readSettings(process.env);
const log = createLog('web', settings.logLevel);
const db = connect(settings.databaseUrl, 20);
const waiters = outcomeWaiters(db, settings.databaseUrl);
const engine = connectEngine(engineOptions(process.env), () => legalOffset(db.pool));
const signatures = fileSignatureProvider(settings.trustDir);
const { metrics, readiness } = watched({ db, signatures, engine });
const services: Services = {
  ...{ metrics, readiness, signatures },
  db,
  settings,
  log,
  assets: createAssets(await bundleBrowserScripts()),
  engine,
  waiters,
  files: fileStore(join(settings.dataDir, 'files')),
  blindKey: await loadOrCreateMasterKey(settings.blindKeyFile),
  receiptKey: await loadOrCreatePortalKey(settings.receiptKeyFile),
};
void shareKeys(services);
measureOperations(metrics, db);
const watchPort = await openWatchPort(settings.watch, { metrics: metrics.metrics, readiness });
const beating = keepBeating(db, 'web', log);
let ending = false;
const app = createApp(services);
const server = createServer((req, res) => {
  // The next request of this client shall find another process.
  if (ending) res.setHeader('Connection', 'close');
  app(req, res);
});

server.listen(settings.port, settings.host, () => {
  const address = server.address();
  console.log(`web ready on ${typeof address === 'object' && address ? address.port : settings.port}`);
});

/** Not ready any more, requests are still taken for a moment; then no new connections, answers under way are finished, pools close. */
async function end(signal: NodeJS.Signals): Promise<void> {
  if (ending) return;
  ending = true;
  log.info({ signal }, 'ending');
  readiness.end();
  setTimeout(() => process.exit(1), ENDS_WITHIN_MS).unref();
  setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref();
  await pause(settings.drainMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  await beating.stop();
  await Promise.all([waiters.close(), engine.close(), watchPort.close()]);
  await db.close();
  log.info({}, 'ended');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (given) => void end(given));
