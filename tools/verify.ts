import { Client, Connection } from '@temporalio/client';
import { connect, type Database } from '../db/client.ts';
import { fileStore } from '../db/file-store.ts';
import { loadTrustStore } from '../trust/verify.ts';
import { engineOptions } from '../workflows/engine.ts';
import { runningWorkflows, verifyEngine } from './verify/engine.ts';
import { openStores } from './verify/portal.ts';
import { type Finding, verifyLedger } from './verify/run.ts';
import { lineOf, textOf } from './verify/say.ts';

/**
 * `npm run verify`: reads a running or stopped portal (DATABASE_URL, ZAKUP_DATA_DIR; with TEMPORAL_ADDRESS its engine too)
 * and says check by check whether everything stored agrees. Changes nothing. Exit code 1 when something does not.
 */
async function engineFindings(db: Database, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { address, namespace, apiKey, tls } = engineOptions(env);
  const connection = await Connection.connect({ address, ...(apiKey ? { apiKey } : {}), ...(tls ? { tls: true } : {}) });
  try {
    const client = new Client({ connection, namespace });
    const { tally, findings } = await verifyEngine(db, client, await runningWorkflows(client));
    console.log(lineOf(tally));
    return findings;
  } finally {
    await connection.close();
  }
}

async function verify(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const stores = await openStores(env);
  const db = connect(stores.databaseUrl, 2);
  try {
    const world = { files: fileStore(stores.filesDir), trust: await loadTrustStore(stores.trustDir) };
    const { cases, seconds, tallies, findings } = await verifyLedger(db, world);
    for (const tally of tallies) console.log(lineOf(tally));
    if (env.TEMPORAL_ADDRESS) findings.push(...(await engineFindings(db, env)));
    else console.log('  --    engine      not asked: TEMPORAL_ADDRESS is not set');
    console.log(`  ${cases} cases, ${seconds.toFixed(1)} s, ${Math.round(cases / Math.max(seconds, 0.001))} cases per second`);
    return findings;
  } finally {
    await db.close();
    await stores.release();
  }
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
