import { Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { connect } from '../db/client.ts';
import { legalOffset } from '../db/clock.ts';
import { fileStore } from '../db/file-store.ts';
import type { Command } from '../domain/case.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { fileSignatureProvider } from '../trust/signature-provider.ts';
import { connectEngine, engineOptions } from '../workflows/engine.ts';
import { CASE_QUEUE, PRINT_QUEUE } from '../workflows/messages.ts';
import { every } from './every.ts';
import { createCaseActivities, createPrintingActivities } from './index.ts';
import { createMailer } from './mail.ts';
import { platformSeal } from './platform-seal.ts';
import { createPrinter, PAGES_AT_ONCE } from './print/printer.ts';
import { printWaiting } from './print-documents.ts';
import { connectWhenReady, installRuntime, logOf, runUntilStopped } from './process.ts';
import { relayUnanswered } from './relay.ts';
import { readWorkerSettings } from './settings.ts';

/** A command without outcome is sent again after this long, ms. */
const ANSWER_EXPECTED_WITHIN = 3_000;

/** Sleeping cases kept in memory; others are read again from their history when something happens to them. */
const CACHED_CASES = 600;

const settings = readWorkerSettings(process.env);
const log = logOf('worker', settings.logLevel);
installRuntime(log);
const db = connect(settings.databaseUrl, 20);
const options = engineOptions(process.env);
const connection = await connectWhenReady(options.address, options, log);
const printer = await createPrinter();
const engine = connectEngine(options, () => legalOffset(db.pool));
const world = {
  db,
  files: fileStore(settings.filesDir),
  baseUrl: settings.baseUrl,
  print: (html: string) => printer.print(html),
  seal: await platformSeal(settings.platformKeyDir),
  signatures: fileSignatureProvider(settings.trustDir),
  carry: (command: Command, file: ProcurementFile) => engine.carry(command, file),
};
const common = { connection, namespace: options.namespace ?? 'default', shutdownGraceTime: '10s' };
const cases = await Worker.create({
  ...common,
  taskQueue: CASE_QUEUE,
  workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  activities: createCaseActivities(world),
  maxConcurrentActivityTaskExecutions: 20,
  maxCachedWorkflows: CACHED_CASES,
});
const printing = await Worker.create({
  ...common,
  taskQueue: PRINT_QUEUE,
  activities: createPrintingActivities(world),
  maxConcurrentActivityTaskExecutions: PAGES_AT_ONCE,
});
const mailer = createMailer(db, settings);
const failed = (what: string) => (error: unknown) => log.warn({ error: String(error) }, what);
const seen = new Map<string, number>();
const rounds = [
  every(1_000, () => relayUnanswered(world, seen, Date.now(), ANSWER_EXPECTED_WITHIN), failed('relay')),
  every(1_000, () => mailer.sendWaiting(), failed('mail')),
  every(300, () => printWaiting(world), failed('printing')),
];
await runUntilStopped([cases, printing], 'worker', async () => {
  await Promise.all(rounds.map((round) => round.stop()));
  mailer.close();
  await Promise.all([printer.close(), engine.close(), connection.close(), db.close()]);
});
