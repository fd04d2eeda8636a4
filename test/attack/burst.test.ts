import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeOf } from '../../db/receive.ts';
import { startTemporal, type Temporal } from '../../tools/temporal/index.ts';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { actor } from '../support/people.ts';
import { inTown } from '../support/town.ts';

/** What the engine takes of one run: it ends a longer one, and refuses further signals to it (Temporal's own limits). */
const MOST_EVENTS = 51_200;
const MOST_SIGNALS = 10_000;
const BURST = 10_000;
const AT_ONCE = 100;

let room: EngineRoom;
let temporal: Temporal;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zakup-burst-'));
  temporal = await startTemporal({ dataDir: folder, port: 0, uiPort: 0 });
  const opened = await openEngineRoom();
  // The engine that the portal runs on, not the one whose time can be skipped: its limits are what is tried here.
  const anEngine = async () => {
    const env = await TestWorkflowEnvironment.createFromExistingServer({ address: temporal.address });
    return { env, client: new Client({ connection: env.connection, identity: 'town' }) };
  };
  room = { ...opened, anEngine };
});
afterAll(async () => {
  await room.close();
  await temporal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const act = { act: aCourtDecision({ date: '2026-06-01' }) };
/** Alternately one that looks like a command of the creator's and one that is nothing. */
const forged = (n: number): unknown =>
  n % 2 === 0
    ? {
        ...{ commandId: randomUUID(), action: 'suspend', actor: actor('creator'), input: act },
        receivedAt: Date.parse('2026-06-01T10:00:00+05:00'),
      }
    : { commandId: `no ${n}`, action: 'suspend' };

test(`${BURST} signals by hand in a burst: none is believed, the genuine command after them is decided within 30 s, the history is cut`, async () => {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' } }));
    const began = performance.now();
    let refused = 0;
    for (let sent = 0; sent < BURST; sent += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, (_none, n) => request.signalByHand('suspend', forged(sent + n)));
      refused += (await Promise.allSettled(batch)).filter(({ status }) => status === 'rejected').length;
    }
    const sentAfter = performance.now() - began;
    // The engine takes no more signals of this run; as the portal does, the receipt stands and the relay carries again.
    const decide = async (action: string, status: string) => {
      const { commandId } = await request.as('creator').receive(action, act);
      await request.carry(commandId).catch(() => undefined);
      const decided = async () => (await town.relay(), (await outcomeOf(town.db, commandId))?.outcome);
      await expect.poll(decided, { timeout: 60_000, interval: 500 }).toMatchObject({ accepted: true, status });
    };
    await decide('suspend', 'suspended');
    const decidedAfter = performance.now() - began - sentAfter;
    await decide('resume', 'published');
    const { rows } = await town.db.pool.query<{ type: string }>('select type from journal where case_id = $1 order by id', [
      request.id,
    ]);
    expect(rows.map(({ type }) => type)).toEqual(['ProcurementPublished', 'ProcurementSuspended', 'ProcurementResumed']);
    const runs = (await request.histories()).map(({ history }) => (history as { events: { eventType: string }[] }).events);
    const signals = runs.map((events) => events.filter(({ eventType }) => /SIGNALED/i.test(eventType)).length);
    process.stdout.write(
      `${BURST} signals in ${Math.round(sentAfter)} ms (${refused} refused by the engine), the genuine one decided ${Math.round(decidedAfter)} ms later; ` +
        `events of the runs, newest first: ${runs.map(({ length }) => length).join(', ')}\n`,
    );
    expect(decidedAfter).toBeLessThan(30_000);
    for (const { length } of runs) expect(length).toBeLessThan(MOST_EVENTS / 2);
    for (const count of signals) expect(count).toBeLessThanOrEqual(MOST_SIGNALS);
    expect(runs[0]!.length).toBeLessThan(5_000);
  });
}, 240_000);
