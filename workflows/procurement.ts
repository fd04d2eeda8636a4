import { type CaseStart } from './messages.ts';
import { RunningCase, type CaseKind } from './running-case.ts';
import { keys, steadily } from './activity-proxies.ts';
import { showToOperators, timerSummary } from './operators-view.ts';
import { procurementActions } from '../domain/procurement/actions/index.ts';
import { repeatedWindow } from '../domain/procurement/actions/key-loss.ts';
import { evolve } from '../domain/procurement/evolve.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import type { ProcurementFile, ProtocolVersion } from '../domain/procurement/file.ts';
import type { ProcurementStatus } from '../domain/procurement/statuses.ts';

export type RunningProcurement = RunningCase<ProcurementFile, ProcurementFact>;

export interface ProcurementOutcome {
  status: ProcurementStatus;
  lots: { number: string; status: string }[];
  protocols: Pick<ProtocolVersion, 'type' | 'version' | 'validity'>[];
}

const BY_OPENER = ['intakeKeys', 'nextIntakeKeys', 'opened'];

/** Look-ups outside the case become history: the answers come from activities. */
async function consult(lookups: readonly string[], file: ProcurementFile, command: { receivedAt: number; input: unknown }) {
  const fromDatabase = lookups.filter((name) => !BY_OPENER.includes(name));
  const found =
    fromDatabase.length > 0
      ? await steadily('consult', fromDatabase.join(' '), {
          caseId: file.id,
          lookups: fromDatabase,
          command,
          file: askedOf(file),
        })
      : {};
  const make = (of: { notBefore: number; generation?: number }) =>
    keys.createIntakeKeys.executeWithOptions({ summary: `Ключи окна приёма ${file.number}` }, [
      { caseId: file.id, procurement: file.number, ...of },
    ]);
  if (lookups.includes('intakeKeys') && file.window)
    return { ...found, intakeKeys: await make({ notBefore: file.window.closesAt }) };
  if (lookups.includes('nextIntakeKeys') && file.intake && found.calendar) {
    const { window } = repeatedWindow(file, command.receivedAt, found.calendar);
    return { ...found, nextIntakeKeys: await make({ notBefore: window.closesAt, generation: file.intake.generation + 1 }) };
  }
  return found;
}

/** The little of the file that look-ups need. */
const askedOf = (file: ProcurementFile) => ({
  creator: file.creator.userId,
  planItemIds: file.lots.map((lot) => lot.planItemId),
  ...(file.intake ? { windowId: file.intake.windowId } : {}),
});

const procurement: CaseKind<ProcurementFile, ProcurementFact> = {
  table: procurementActions,
  evolve,
  deadlineActions: { 'quotations-start': 'start-taking-quotations', 'quotations-end': 'close-quotations' },
  consult,
  record: (step, summary) => steadily('recordStep', summary, step),
  reload: (caseId) => steadily('loadFile', 'перечитать файл', caseId),
  show: showToOperators,
  timerSummary,
};

/** Takes up a procurement: a new one waits for the command that publishes it. */
export async function openCase(start: CaseStart<ProcurementFile>): Promise<RunningProcurement> {
  const running = new RunningCase(procurement, start);
  await running.serveWhile('draft');
  return running;
}

/** What the engine keeps of a case that is over. */
export const close = ({ file }: RunningProcurement): ProcurementOutcome => ({
  status: file.status,
  lots: file.lots.map(({ number, status }) => ({ number, status })),
  protocols: file.protocols.map(({ type, version, validity }) => ({ type, version, validity })),
});
