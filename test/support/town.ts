import type { Duration } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { Buffer } from 'node:buffer';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { activityLog } from '../../activities/activity-log.ts';
import { createCaseActivities, createPrintingActivities } from '../../activities/index.ts';
import { createOpenerActivities } from '../../activities/opener-activities.ts';
import { PATIENCE } from '../../activities/process.ts';
import { pulse } from '../../activities/pulse.ts';
import { platformSeal } from '../../activities/platform-seal.ts';
import { relayUnanswered } from '../../activities/relay.ts';
import { findCase, openCases } from '../../db/cases.ts';
import { legalNow, setLegalOffset } from '../../db/clock.ts';
import { fileStore } from '../../db/file-store.ts';
import { type Command, nextDeadline } from '../../domain/case.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { awaitsOpening, dueProtocol, shownStatus } from '../../domain/procurement/file.ts';
import { dueSingleSources } from '../../domain/procurement/single-source-after.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import type { Logger } from '../../watch/log.ts';
import type { Metrics } from '../../watch/metrics.ts';
import { engineOver } from '../../workflows/engine.ts';
import { CASE_QUEUE, OPENER_QUEUE, PRINT_QUEUE } from '../../workflows/messages.ts';
import { aDatabase, type TestDatabase } from './database.ts';
import { at } from './draft-file.ts';
import type { EngineRoom } from './engine-room.ts';
import { eventually } from './eventually.ts';
import { keepHistory, replayEverything } from './replay.ts';
import { signingKeyOf } from './signing-keys.ts';
import { settle } from './townsfolk.ts';
import { TownRequest } from './town-request.ts';

export interface TownOptions {
  /** Legal time at the start, `2026-03-18T09:00` of Astana. */
  today: string;
  /** Steps after which runs are continued as new. */
  continueAfter?: number;
  /** Name under which the history is kept in test/histories when ZAKUP_KEEP_HISTORIES is set: one per outcome. */
  keepAs?: string;
  /** Where worker and opener write what they do, as their processes would. */
  watch?: { log: Logger; metrics: Metrics };
}

/** What is out of order: the printer, or the opener's own clock (it then opens nothing). */
interface Faults {
  printer: boolean;
  opener: boolean;
  /** What happens elsewhere before the worker carries a command. */
  beforeCarrying?: () => Promise<void>;
}

export type Town = Awaited<ReturnType<typeof foundTown>>;

/** A settled case: no deadline whose time has come, nothing to open or print. */
const atRest = (file: ProcurementFile, now: number): boolean =>
  (nextDeadline(file)?.at ?? Infinity) > now &&
  !dueProtocol(file) &&
  (file.suspension !== null || !awaitsOpening(file)) &&
  (file.status !== 'forming-results-protocol' || file.protocols.some((protocol) => protocol.state !== 'published')) &&
  (file.status !== 'completed' || dueSingleSources(file).length === 0);

/** Founds a town that stays until `leave`; a scenario of its own is better served by `inTown`. */
export async function foundTown(room: EngineRoom, options: TownOptions) {
  const { env, client } = await room.anEngine();
  const own: TestDatabase = await aDatabase();
  const { db } = own;
  // Each process with the rights of its own database user, as in production.
  const [web, worker, opening] = [own.as('zakup_web').db, own.as('zakup_worker').db, own.as('zakup_opener').db];
  await settle(db.pool);
  const setClock = async (instant: number) => setLegalOffset(db.pool, instant - Date.now());
  await setClock(at(options.today));
  const folder = mkdtempSync(join(tmpdir(), 'zakup-town-'));
  const files = fileStore(folder);
  const keys = inject('keys');
  const receiptKey = generateKeyPairSync('ed25519').privateKey;
  const master = Buffer.alloc(32, 7);
  const blindKey = Buffer.alloc(32, 9);
  const faults: Faults = { printer: false, opener: false };
  const clockOffset = async () => (await legalNow(db.pool)).ms - (await env.currentTimeMs());
  const engine = engineOver(client, clockOffset, options.continueAfter);
  const world = {
    db: worker,
    files,
    baseUrl: 'http://zakup.example',
    print: async (html: string) => {
      if (faults.printer) throw new Error('the printer is out of order');
      return room.printer.print(html);
    },
    seal: await platformSeal(join(keys, 'platform')),
    signatures: fileSignatureProvider(join(keys, 'trust')),
    async carry(command: Command, file: ProcurementFile) {
      await faults.beforeCarrying?.();
      return engine.carry(command, file);
    },
  };
  const opener = {
    db: opening,
    files,
    master,
    blindKey,
    clock: (legal: number) => (faults.opener ? 0 : legal),
  };
  const { watch } = options;
  const common = {
    ...{ connection: env.nativeConnection, identity: 'town', stickyQueueScheduleToStartTimeout: '1s' },
    interceptors: { activity: [pulse, ...(watch ? [activityLog(watch.log, watch.metrics)] : [])] },
  };
  const caseWorker = await Worker.create({
    ...common,
    ...PATIENCE,
    taskQueue: CASE_QUEUE,
    workflowBundle: room.bundle,
    activities: createCaseActivities(world),
  });
  const openerWorker = await Worker.create({ ...common, taskQueue: OPENER_QUEUE, activities: createOpenerActivities(opener) });
  const printWorker = await Worker.create({ ...common, taskQueue: PRINT_QUEUE, activities: createPrintingActivities(world) });
  const running = [caseWorker.run(), openerWorker.run(), printWorker.run()];
  const requests: TownRequest[] = [];

  const restAll = () =>
    eventually('every case at rest', async () => {
      const now = (await legalNow(db.pool)).ms;
      const all = await Promise.all((await openCases(db.pool)).map(({ number: of }) => findCase(db.pool, of)));
      // What the portal makes itself is published by a command on its way.
      const { rowCount } = await db.pool.query(
        `select 1 from procurement_case c where method = 'single-source' and status = 'draft'
           and not exists (select 1 from command m where m.case_id = c.id and m.outcome is not null)`,
      );
      return rowCount === 0 && all.every((file) => !file || atRest(file, now));
    });

  const town = {
    db,
    client,
    faults,
    /** Where suppliers hand in, with the real judge of signatures. */
    desk: { db: web, signatures: fileSignatureProvider(join(keys, 'trust')), blindKey, receiptKey },
    /** The opener itself, for what no case would ask of it. */
    opener,
    /** What forms protocols, for attempts that come when no case asks any more. */
    forming: world,
    signingKey: (key: string) => signingKeyOf(keys, key),
    engine,
    files,
    /** Where the file store lies. */
    folder,
    keys,
    blindKey,
    setClock,
    restAll,
    now: async () => (await legalNow(db.pool)).ms,
    /** Carries again what has no outcome, as the worker's relay does. */
    relay: async () => {
      await db.pool.query('update command set next_carry_at = clock_timestamp() where outcome is null');
      return relayUnanswered({ db: worker, carry: (command, file) => engine.carry(command, file) });
    },
    /** Lets legal time pass to an instant, deadline by deadline; the engine's time is skipped, not waited for. */
    async goTo(local: string): Promise<void> {
      const target = at(local);
      for (;;) {
        await restAll();
        const due = (await openCases(db.pool)).map((c) => c.nextDeadlineAt ?? Infinity);
        const stop = Math.min(target, ...due);
        const left = stop - (await town.now());
        await setClock(stop);
        if (left > 0) await env.sleep(left);
        if (stop >= target) break;
      }
      await restAll();
    },
    /** Lets the engine's time pass while the legal clock is set to an instant (ms). */
    async passTheEngineTime(duration: Duration, legal: number): Promise<void> {
      await setClock(legal);
      await env.sleep(duration);
    },
    /** A draft in the database, not yet published. */
    async draft(file: ProcurementFile): Promise<TownRequest> {
      const request = await TownRequest.draft(town, file);
      requests.push(request);
      return request;
    },
    async publish(file: ProcurementFile): Promise<TownRequest> {
      const request = await town.draft(file);
      const outcome = await request.as('creator').send('publish', {});
      if (!outcome.accepted) throw new Error(`not published: ${outcome.refusal.code}`);
      return request;
    },
    /** The single source that the portal made after this failed procurement (S1 §1.7.1). */
    async successorOf(failed: TownRequest): Promise<TownRequest> {
      await restAll();
      const [successor] = (await failed.file()).successors ?? [];
      if (!successor) throw new Error(`nothing follows ${failed.number}`);
      const request = await TownRequest.known(town, successor.number);
      requests.push(request);
      return request;
    },
    status: async (of: TownRequest) => shownStatus(await of.file()),
    /** Stops the town's workers; returns the histories of all its cases. */
    async leave() {
      const histories = await Promise.all(requests.map((request) => request.histories()));
      caseWorker.shutdown();
      openerWorker.shutdown();
      printWorker.shutdown();
      await Promise.all(running);
      await env.teardown();
      await own.drop();
      rmSync(folder, { recursive: true, force: true });
      await replayEverything(room.bundle, histories.flat());
      return histories.flat();
    },
  };
  return town;
}

/** Runs a scenario in a town of its own; afterwards every history it made is replayed. */
export async function inTown(room: EngineRoom, options: TownOptions, scenario: (town: Town) => Promise<void>): Promise<void> {
  const town = await foundTown(room, options);
  let ran = false;
  try {
    await scenario(town);
    ran = true;
  } finally {
    const histories = await town.leave();
    if (ran && options.keepAs && process.env.ZAKUP_KEEP_HISTORIES) keepHistory(options.keepAs, histories);
  }
}
