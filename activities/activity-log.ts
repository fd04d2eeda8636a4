import type {
  ActivityExecuteInput,
  ActivityInterceptorsFactory,
  Next,
  ActivityInboundCallsInterceptor,
} from '@temporalio/worker';
import type { Logger } from '../watch/log.ts';
import type { Metrics } from '../watch/metrics.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/** Announcement number of a case by the id of its workflow, `procurement-1000007-1`. */
const caseOf = (workflowId: string): string => workflowId.replace(/^[a-z]+-/, '');

/** The number of the command that a step records, if it is one. */
const commandOf = (given: unknown): string | undefined => {
  const { command } = (given ?? {}) as { command?: { commandId?: unknown } };
  return typeof command?.commandId === 'string' ? command.commandId : undefined;
};

/**
 * Notes every activity in the log, with its case and command, and measures it by name. What activities are given and return stays
 * out of both, except what became of a step.
 */
export function activityLog(log: Logger, metrics: Metrics): ActivityInterceptorsFactory {
  const durations = metrics.histogram('zakup_activity_seconds', 'Time of an activity by name and result, seconds.', SECONDS);
  const steps = metrics.counter('zakup_steps_total', 'Steps of cases by action and what the record said.');
  return ({ info }) => {
    const inbound: ActivityInboundCallsInterceptor = {
      async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
        const began = performance.now();
        const done = (result: 'ok' | 'failed', more: object) => {
          const ms = Math.round(performance.now() - began);
          durations.observe(ms / 1000, { activity: info.activityType, result });
          const line = {
            case: caseOf(info.workflowExecution?.workflowId ?? ''),
            activity: info.activityType,
            attempt: info.attempt,
            ms,
          };
          log[result === 'ok' ? 'info' : 'warn']({ ...line, ...more }, result === 'ok' ? 'activity' : 'activity failed');
        };
        const command = commandOf(input.args[0]);
        try {
          const returned = await next(input);
          const step = info.activityType === 'recordStep' ? stepOf(input.args[0], returned) : null;
          if (step) steps.add(step);
          done('ok', { command, ...step });
          return returned;
        } catch (error) {
          done('failed', { command, error: String(error) });
          throw error;
        }
      },
    };
    return { inbound };
  };
}

function stepOf(given: unknown, returned: unknown): { action: string; verdict: string } | null {
  const { action } = given as { action?: unknown };
  const { kind } = returned as { kind?: unknown };
  return typeof action === 'string' && typeof kind === 'string' ? { action, verdict: kind } : null;
}
