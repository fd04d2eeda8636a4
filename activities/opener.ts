import { Worker } from '@temporalio/worker';
import { connect } from '../db/client.ts';
import { fileStore } from '../db/file-store.ts';
import { loadOrCreateMasterKey } from '../trust/window-key.ts';
import { engineOptions } from '../workflows/engine.ts';
import { OPENER_QUEUE } from '../workflows/messages.ts';
import { canaryRound } from './canary.ts';
import { every } from './every.ts';
import { createOpenerActivities } from './opener-activities.ts';
import { connectWhenReady, installRuntime, logOf, runUntilStopped } from './process.ts';
import { readWorkerSettings } from './settings.ts';

/** Between two rounds of the canary, ms. */
const DAY = 86_400_000;

/** The process that alone holds the sealing key. Its gate in production is its own clock, in the sandbox the legal one. */
const settings = readWorkerSettings(process.env);
const log = logOf('opener', settings.logLevel);
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
const worker = await Worker.create({
  connection,
  namespace: options.namespace ?? 'default',
  taskQueue: OPENER_QUEUE,
  activities: createOpenerActivities(opener),
  shutdownGraceTime: '10s',
});
const rounds = every(
  DAY,
  async () => {
    const { windows, faults } = await canaryRound(opener);
    if (faults.length > 0) log.error({ windows, faults }, 'canary: keys of windows cannot be relied on');
    else log.info({ windows }, 'canary: every key can be used');
  },
  (error) => log.error({ error: String(error) }, 'canary: the round did not come to its end'),
);
await runUntilStopped([worker], 'opener', async () => {
  await rounds.stop();
  await Promise.all([connection.close(), db.close()]);
});
