import { findCase, openCases } from '../db/cases.ts';
import { connect } from '../db/client.ts';
import { legalOffset } from '../db/clock.ts';
import { connectEngine, engineOptions } from '../workflows/engine.ts';

/**
 * `npm run wake`: after Temporal lost its memory, starts every open procurement that it does not know from the file in the database
 * (DATABASE_URL, TEMPORAL_*). Those that run are left alone, so it may be run at any time.
 */
const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) throw new Error('DATABASE_URL is not set');
const db = connect(databaseUrl, 2);
const engine = connectEngine(engineOptions(process.env), () => legalOffset(db.pool));
let woken = 0;
for (const { number } of await openCases(db.pool)) {
  const file = await findCase(db.pool, number);
  if (file) await engine.wake(file);
  woken += 1;
}
console.log(`${woken} open procurements run`);
await Promise.all([engine.close(), db.close()]);
