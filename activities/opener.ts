import { Worker } from '@temporalio/worker';
import { connect } from '../db/client.ts';
import { fileStore } from '../db/file-store.ts';
import { legalOffset } from '../db/clock.ts';
import { schemaIsThere } from '../db/operations-figures.ts';
import { createLog } from '../watch/log.ts';
import { createMetrics } from '../watch/metrics.ts';
import { readinessOf } from '../watch/readiness.ts';
import { loadOrCreateMasterKey } from '../trust/window-key.ts';
import { connectEngine, engineOptions } from '../workflows/engine.ts';
import { OPENER_QUEUE } from '../workflows/messages.ts';
import { every } from '../watch/every.ts';
import { activityLog } from './activity-log.ts';
import { canaryRound } from './canary.ts';
import { createOpenerActivities } from './opener-activities.ts';
import { connectWhenReady, installRuntime, runUntilStopped, SHUTDOWN } from './process.ts';
import { postponeMoved } from './postpone-keys.ts';
import { pulse } from './pulse.ts';
import { readWorkerSettings } from './settings.ts';

/** Between two looks for windows that were moved, ms. */
const LOOK_FOR_MOVED = 10_000;

/** Between two rounds of the canary, and before one that did not come to its end is tried again, ms. */
const MINUTE = 60_000;
const DAY = 86_400_000;

/** The process that alone holds the sealing key. Its gate in production is its own clock, in the sandbox the legal one. */
const settings = readWorkerSettings(process.env);
const log = createLog('opener', settings.logLevel);
const metrics = createMetrics();
installRuntime(log);
const db = connect(settings.databaseUrl, 5);
const options = engineOptions(process.env);
const connection = await connectWhenReady(options.address, options, log);
const opener = {
  db,
  files: fileStore(settings.filesDir),
  master: await loadOrCreateMasterKey(settings.sealingKeyFile),
  blindKey: await loadOrCreateMasterKey(settings.blindKeyFile),
  clock: (legal: number) => (settings.sandbox ? legal : Date.now()),
};
const engine = connectEngine(options, () => legalOffset(db.pool));
const worker = await Worker.create({
  connection,
  namespace: options.namespace ?? 'default',
  taskQueue: OPENER_QUEUE,
  activities: createOpenerActivities(opener),
  interceptors: { activity: [activityLog(log, metrics), pulse] },
  ...SHUTDOWN,
});
let nextRound = 0;
const canary = every(
  MINUTE,
  async () => {
    if (Date.now() < nextRound) return;
    const { windows, faults } = await canaryRound(opener);
    if (faults.length > 0) log.error({ windows, faults }, 'canary: keys of windows cannot be relied on');
    else log.info({ windows }, 'canary: every key can be used');
    nextRound = Date.now() + DAY;
  },
  (error) => log.error({ error: String(error) }, 'canary: the round did not come to its end'),
);
const moved = every(
  LOOK_FOR_MOVED,
  async () => {
    const windows = await postponeMoved(opener);
    if (windows > 0) log.info({ windows }, 'keys are bound to the later end of resumed windows');
  },
  (error) => log.error({ error: String(error) }, 'windows that were moved are not looked for'),
);
await runUntilStopped({
  ...{ kind: 'opener', workers: [worker], db, log, metrics, watch: settings.watch },
  readiness: readinessOf({ database: () => schemaIsThere(db.pool), engine: () => engine.answers() }),
  async stopRounds() {
    await Promise.all([canary.stop(), moved.stop()]);
  },
  async cleanUp() {
    await Promise.all([engine.close(), connection.close(), db.close()]);
  },
});
