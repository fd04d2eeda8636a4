import { Worker } from '@temporalio/worker';
import { connect } from '../db/client.ts';
import { fileStore } from '../db/file-store.ts';
import { loadOrCreateMasterKey } from '../trust/window-key.ts';
import { engineOptions } from '../workflows/engine.ts';
import { OPENER_QUEUE } from '../workflows/messages.ts';
import { createOpenerActivities } from './opener-activities.ts';
import { connectWhenReady, installRuntime, logOf, runUntilStopped } from './process.ts';
import { readWorkerSettings } from './settings.ts';

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
await runUntilStopped([worker], 'opener', async () => {
  await Promise.all([connection.close(), db.close()]);
});
