import { Client, Connection } from '@temporalio/client';
import { connect, type Database } from '../db/client.ts';
import { fileStore } from '../db/file-store.ts';
import { keepLedgerCheck } from '../db/ledger-checks.ts';
import { loadTrustStore } from '../trust/verify.ts';
import { engineOptions } from '../workflows/engine.ts';
import { runningWorkflows, verifyEngine } from './verify/engine.ts';
import { openStores } from './verify/portal.ts';
import { type Finding, type Report, type Tally, verifyLedger } from './verify/run.ts';
import { lineOf, textOf } from './verify/say.ts';

/**
 * `npm run verify`: reads a running or stopped portal (DATABASE_URL, ZAKUP_DATA_DIR; with TEMPORAL_ADDRESS its engine too)
 * and says check by check whether everything stored agrees. Changes nothing of what it reads; that it ran, and what it found, is
 * kept for the operator's page. Exit code 1 when something does not agree, 2 when it could not be read.
 */
async function verifyEngineOf(db: Database, env: NodeJS.ProcessEnv): Promise<{ tally: Tally; findings: Finding[] }> {
  const { address, namespace, apiKey, tls } = engineOptions(env);
  const connection = await Connection.connect({ address, ...(apiKey ? { apiKey } : {}), ...(tls ? { tls: true } : {}) });
  try {
    const client = new Client({ connection, namespace });
    return await verifyEngine(db, client, await runningWorkflows(client));
  } finally {
    await connection.close();
  }
}

async function verify(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const stores = await openStores(env);
  const db = connect(stores.databaseUrl, 2);
  try {
    const world = { files: fileStore(stores.filesDir), trust: await loadTrustStore(stores.trustDir) };
    const report = await verifyLedger(db, world);
    const engine = env.TEMPORAL_ADDRESS ? await verifyEngineOf(db, env) : null;
    const { cases, seconds } = report;
    const tallies = [...report.tallies, ...(engine ? [engine.tally] : [])];
    const findings = [...report.findings, ...(engine?.findings ?? [])];
    for (const tally of tallies) console.log(lineOf(tally));
    if (!engine) console.log('  --    engine      not asked: TEMPORAL_ADDRESS is not set');
    console.log(`  ${cases} cases, ${seconds.toFixed(1)} s, ${Math.round(cases / Math.max(seconds, 0.001))} cases per second`);
    await keep(db, { ...report, tallies, findings }, engine !== null);
    return findings;
  } finally {
    await db.close();
    await stores.release();
  }
}

/** A copy that may only be read is verified all the same. */
async function keep(db: Database, { cases, seconds, tallies, findings }: Report, engineAsked: boolean): Promise<void> {
  const kept = tallies.map(({ name, of, count, findings: found }) => ({ name, of, count, findings: found }));
  await keepLedgerCheck(db.pool, { seconds, cases, engineAsked, tallies: kept, findings }).catch((error: unknown) =>
    console.error(`  this run is not kept for the operator's page: ${error instanceof Error ? error.message : String(error)}`),
  );
}

try {
  const findings = await verify(process.env);
  for (const finding of findings) console.log(textOf(finding));
  process.exitCode = findings.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
process.exit();
