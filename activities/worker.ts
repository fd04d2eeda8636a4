import { Worker } from '@temporalio/worker';
import { connect } from '../db/client.ts';
import { legalOffset } from '../db/clock.ts';
import { fileStore } from '../db/file-store.ts';
import type { Command } from '../domain/case.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { fileSignatureProvider } from '../trust/signature-provider.ts';
import { schemaIsThere } from '../db/operations-figures.ts';
import { every } from '../watch/every.ts';
import { createLog } from '../watch/log.ts';
import { createMetrics } from '../watch/metrics.ts';
import { readinessOf } from '../watch/readiness.ts';
import { connectEngine, engineOptions } from '../workflows/engine.ts';
import { CASE_QUEUE, PRINT_QUEUE } from '../workflows/messages.ts';
import { activityLog } from './activity-log.ts';
import { bundledWorkflows } from './bundling.ts';
import { createCaseActivities, createPrintingActivities } from './index.ts';
import { giveWayToOpenings } from './give-way.ts';
import { createMailer } from './mail.ts';
import { platformSeal } from './platform-seal.ts';
import { createPrinter, PAGES_AT_ONCE } from './print/printer.ts';
import { sealKeyList } from './seal-key-list.ts';
import { printWaiting } from './print-documents.ts';
import { connectWhenReady, installRuntime, runUntilStopped, PATIENCE, SHUTDOWN } from './process.ts';
import { relayUnanswered } from './relay.ts';
import { pulse } from './pulse.ts';
import { readWorkerSettings } from './settings.ts';
import { wakeLate } from './wake-late.ts';

const settings = readWorkerSettings(process.env);
const log = createLog('worker', settings.logLevel);
const metrics = createMetrics();
installRuntime(log);
const db = connect(settings.databaseUrl, 20);
const options = engineOptions(process.env);
const connection = await connectWhenReady(options.address, options, log);
const engine = connectEngine(options, () => legalOffset(db.pool));
const printer = createPrinter();
// The first document after a start should not pay for launching; a browser that does not start is no reason to hold up the cases.
await printer.launch().catch((error: unknown) => log.error({ error: String(error) }, 'the browser that prints does not start'));
/** Told to stop: nothing waits any longer for a better moment. */
const ending = new AbortController();
const world = {
  db,
  ending: ending.signal,
  files: fileStore(settings.filesDir),
  baseUrl: settings.baseUrl,
  print: (html: string) => printer.print(html),
  seal: await platformSeal(settings.platformKeyDir),
  signatures: fileSignatureProvider(settings.trustDir),
  carry: (command: Command, file: ProcurementFile) => engine.carry(command, file),
};
const common = {
  ...{ connection, namespace: options.namespace ?? 'default', ...SHUTDOWN },
  interceptors: { activity: [activityLog(log, metrics), pulse] },
};
const cases = await Worker.create({
  ...common,
  ...PATIENCE,
  taskQueue: CASE_QUEUE,
  workflowBundle: await bundledWorkflows(),
  activities: createCaseActivities(world),
  maxConcurrentActivityTaskExecutions: 20,
  maxCachedWorkflows: settings.cachedCases,
});
const printing = await Worker.create({
  ...common,
  taskQueue: PRINT_QUEUE,
  activities: createPrintingActivities(world),
  maxConcurrentActivityTaskExecutions: PAGES_AT_ONCE,
});
const mailer = createMailer(db, { ...settings, giveWay: () => giveWayToOpenings(db, ending.signal) });
const failed = (what: string) => (error: unknown) => log.warn({ error: String(error) }, what);
const rounds = [
  every(1_000, () => relayUnanswered(world), failed('relay')),
  every(20_000, () => wakeLate({ db, wake: (file) => engine.wake(file) }), failed('waking late cases')),
  every(1_000, () => mailer.sendWaiting(ending.signal), failed('mail')),
  every(300, () => printWaiting(world), failed('printing')),
  every(30_000, () => sealKeyList(world), failed('list of keys')),
];
await runUntilStopped({
  ...{ kind: 'worker', workers: [cases, printing], db, log, metrics, watch: settings.watch },
  readiness: readinessOf(
    { database: () => schemaIsThere(db.pool), engine: () => engine.answers() },
    { printer: () => printer.launch().then(() => true) },
  ),
  async stopRounds() {
    ending.abort();
    await Promise.all(rounds.map((round) => round.stop()));
    await mailer.finish();
  },
  async cleanUp() {
    mailer.close();
    await Promise.all([printer.close(), engine.close(), connection.close(), db.close()]);
  },
});
