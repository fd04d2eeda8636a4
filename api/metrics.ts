import type { Request } from 'express';
import type { Database } from '../db/client.ts';
import { type OperationsFigures, operationsFigures } from '../db/operations-figures.ts';
import { createMetrics, type Family, type Metrics, type Sample } from '../watch/metrics.ts';
import { measureProcess } from '../watch/process-metrics.ts';

/** What the web process counts. */
export interface WebMetrics {
  metrics: Metrics;
  /** A request that was answered: seconds, and its route as a pattern, never as an address. */
  answered(req: Request, status: number, seconds: number): void;
  /** A command of the table of actions, from its request to what the person was told. Offers are not commands of this kind. */
  command(action: string, outcome: 'accepted' | 'refused' | 'waiting', seconds: number): void;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Routes at which suppliers handle offers: whoever reads the numbers could count what was handed in. They are not counted at all,
 * except for answers by which the portal failed (5xx): those accepted nothing, and an operator must see them.
 */
const OF_OFFERS = /quotation|application|sealed|receipt|\/offer(?:\/|$)/;

export function createWebMetrics(): WebMetrics {
  const metrics = createMetrics();
  const requests = metrics.counter(
    'zakup_http_requests_total',
    'Answered requests by route pattern and class of status; routes of offers only when the portal failed.',
  );
  const durations = metrics.histogram(
    'zakup_http_request_seconds',
    'Time to the answer, without routes of offers, seconds.',
    SECONDS,
  );
  const commands = metrics.counter('zakup_commands_total', 'Commands by action and what the person was told.');
  const toOutcome = metrics.histogram('zakup_command_seconds', 'Time from the request to the outcome, seconds.', SECONDS);
  return {
    metrics,
    answered(req, status, seconds) {
      const route = patternOf(req);
      const ofOffers = OF_OFFERS.test(route) || OF_OFFERS.test(req.path);
      if (ofOffers && status < 500) return;
      requests.add({ method: req.method, route: ofOffers ? 'offers' : route, status: `${Math.floor(status / 100)}xx` });
      if (!ofOffers) durations.observe(seconds);
    },
    command(action, outcome, seconds) {
      commands.add({ action, outcome });
      if (outcome !== 'waiting') toOutcome.observe(seconds, { outcome });
    },
  };
}

/** The pattern that answered, as `/procurements/:number`; `none` when nothing did. */
function patternOf(req: Request): string {
  const path: unknown = (req.route as { path?: unknown } | undefined)?.path;
  if (req.path.startsWith('/assets/')) return '/assets';
  return typeof path === 'string' ? `${req.baseUrl}${path}` : 'none';
}

/** The database is asked at most so often, however many ask for the numbers, ms. */
const KEPT_FOR = 5_000;

/** Adds what the database knows to the numbers of a web process. Several web processes tell the same: take the greatest, not the sum. */
export function measureOperations({ metrics }: WebMetrics, db: Database): void {
  measureProcess(metrics, 'web');
  let kept: { at: number; figures: Promise<OperationsFigures> } | null = null;
  metrics.read(async () => {
    if (!kept || performance.now() - kept.at > KEPT_FOR) kept = { at: performance.now(), figures: operationsFigures(db.pool) };
    const asked = kept;
    const figures = await asked.figures.catch((error: unknown) => {
      if (kept === asked) kept = null;
      throw error;
    });
    return familiesOf(figures);
  });
}

function familiesOf(of: OperationsFigures): Family[] {
  const gauge = (name: string, help: string, samples: Sample[]): Family => ({
    name: `zakup_${name}`,
    help,
    type: 'gauge',
    samples,
  });
  const one = (name: string, help: string, value: number | null): Family => gauge(name, help, [{ value: value ?? 0 }]);
  return [
    gauge(
      'open_cases',
      'Procurements that are not closed, by method and status.',
      of.openCases.map(({ method, status, count }) => ({ labels: { method, status }, value: count })),
    ),
    one('overdue_deadlines', 'Deadlines that came by the legal clock over 30 s ago and are not recorded.', of.overdueDeadlines),
    one('waiting_commands', 'Received commands without outcome.', of.waitingCommands),
    one('oldest_waiting_command_seconds', 'Age of the oldest command without outcome.', of.oldestCommand),
    one('relay_carries', 'Times that the relay has carried the commands that wait now.', of.carries),
    one('outbox_letters', 'Letters that have not left.', of.waitingLetters),
    one('outbox_oldest_seconds', 'Age of the oldest letter that has not left.', of.oldestLetter),
    one('print_queue_documents', 'Documents that wait for the printer.', of.waitingPrints),
    one('print_queue_oldest_seconds', 'Age of the oldest document that waits for the printer.', of.oldestPrint),
    one('print_failures', 'Documents and protocols whose last printing failed.', of.printFailures),
    one('due_protocols', 'Protocols that are due and not published.', of.dueProtocols),
    one('oldest_due_protocol_seconds', 'Age of the oldest protocol that is due.', of.oldestProtocol),
    one(
      'oldest_unopened_window_seconds',
      'Time since the end of the oldest window that waits for the opener.',
      of.oldestClosedWindow,
    ),
    one('key_faults', "Faults that the opener's last check of the keys of windows found.", of.keyFaults),
    one('keys_checked_seconds', "Time since the opener's last check of the keys; 0 before the first.", of.keysChecked),
    one('legal_clock_offset_seconds', "Legal clock minus the database machine's; 0 in production.", of.clockOffset),
    gauge(
      'processes_alive',
      'Processes that said within 20 s that they live, by kind.',
      ['web', 'worker', 'opener'].map((kind) => ({
        labels: { kind },
        value: of.processes.find((p) => p.kind === kind)?.alive ?? 0,
      })),
    ),
    gauge(
      'process_last_seen_seconds',
      'Time since a process of the kind last said that it lives.',
      of.processes.map(({ kind, lastSeen }) => ({ labels: { kind }, value: lastSeen })),
    ),
  ];
}
