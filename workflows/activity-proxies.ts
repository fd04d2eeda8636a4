import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CaseActivities, PrintingActivities } from '../activities/index.ts';
import type { OpenerActivities } from '../activities/opener-activities.ts';
import { CASE_QUEUE, OPENER_QUEUE, PRINT_QUEUE } from './messages.ts';

/** A process that has been silent for so long is gone: its work is given to another one. */
const SILENT = '10s';

const UNLIMITED = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' } as const;

type Quickly = 'recordStep' | 'consult' | 'loadFile' | 'receivedAmong' | 'judgeProtocolSignature' | 'startSingleSources';

/** The commit point and look-ups: short, answered by Postgres; a few local attempts, without the queue's round trip. */
const quick = proxyLocalActivities<Pick<CaseActivities, Quickly>>({
  startToCloseTimeout: '15s',
  retry: { initialInterval: '200ms', maximumAttempts: 3 },
});

/** The same when Postgres stays away: an ordinary activity, retried until it is back. */
const patient = proxyActivities<Pick<CaseActivities, Quickly>>({
  taskQueue: CASE_QUEUE,
  startToCloseTimeout: '30s',
  heartbeatTimeout: SILENT,
  retry: UNLIMITED,
});

/** Slow or foreign work: printing may be tried for days, the result stands meanwhile. */
export const printing = proxyActivities<PrintingActivities>({
  taskQueue: PRINT_QUEUE,
  startToCloseTimeout: '2m',
  heartbeatTimeout: SILENT,
  retry: UNLIMITED,
});

/** Work with the private keys of intake windows, on the opener's own queue. */
export const opener = proxyActivities<OpenerActivities>({
  taskQueue: OPENER_QUEUE,
  startToCloseTimeout: '2m',
  heartbeatTimeout: SILENT,
  retry: UNLIMITED,
});

/** Keys are asked for while a person waits for the answer to "publish", and so is the application for those that close its window. */
export const keys = proxyActivities<Pick<OpenerActivities, 'createIntakeKeys' | 'applicationIn'>>({
  taskQueue: OPENER_QUEUE,
  startToCloseTimeout: '15s',
  retry: { ...UNLIMITED, maximumInterval: '10s' },
});

type Quick = typeof quick;

/**
 * Runs a quick activity locally and, when its few attempts fail, as an ordinary one. A local activity's last failure is
 * thrown bare, so everything but a cancellation is caught.
 */
export async function steadily<Name extends keyof Quick>(
  name: Name,
  summary: string,
  ...args: Parameters<Quick[Name]>
): Promise<Awaited<ReturnType<Quick[Name]>>> {
  type Call = (options: { summary: string }, args: unknown[]) => Promise<Awaited<ReturnType<Quick[Name]>>>;
  const call = (proxy: object) => (Reflect.get(Reflect.get(proxy, name), 'executeWithOptions') as Call)({ summary }, args);
  try {
    return await call(quick);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return await call(patient);
  }
}
