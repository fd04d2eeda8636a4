import { type CaseStart } from './messages.ts';
import { RunningCase, type CaseKind } from './running-case.ts';
import { keys, steadily } from './activity-proxies.ts';
import { showToOperators, timerSummary } from './operators-view.ts';
import type { Command } from '../domain/case.ts';
import { procurementActions } from '../domain/procurement/actions/index.ts';
import { repeatedWindow } from '../domain/procurement/actions/key-loss.ts';
import type { Consulted, Lookup } from '../domain/procurement/consulted.ts';
import { evolve } from '../domain/procurement/evolve.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import type { ProcurementFile, ProtocolVersion } from '../domain/procurement/file.ts';
import type { ProcurementStatus } from '../domain/procurement/statuses.ts';
import { keysBoundTo, keysNotBefore } from '../domain/procurement/window-at-publication.ts';

export type RunningProcurement = RunningCase<ProcurementFile, ProcurementFact>;

export interface ProcurementOutcome {
  status: ProcurementStatus;
  lots: { number: string; status: string }[];
  protocols: Pick<ProtocolVersion, 'type' | 'version' | 'validity'>[];
}

type Asked = Pick<Command, 'actor' | 'receivedAt' | 'input'>;

const makeKeys = ({ id, number }: ProcurementFile, of: { notBefore: number; generation?: number }) =>
  keys.createIntakeKeys.executeWithOptions({ summary: `Ключи окна приёма ${number}` }, [
    { caseId: id, procurement: number, ...of },
  ]);

/** Look-ups that are not the database's to answer: the opener's, and the judgement of a signature. */
const elsewhere: {
  [Name in Lookup]?: (file: ProcurementFile, command: Asked, found: Partial<Consulted>) => Promise<Partial<Consulted>>;
} = {
  async intakeKeys(file, { receivedAt }, { calendar }) {
    const notBefore = calendar ? keysNotBefore(file, receivedAt, calendar) : null;
    return notBefore === null ? {} : { intakeKeys: await makeKeys(file, { notBefore }) };
  },
  async nextIntakeKeys(file, { receivedAt }, { calendar }) {
    if (!file.intake || !calendar) return {};
    const { window } = repeatedWindow(file, receivedAt, calendar);
    const notBefore = keysBoundTo({ method: file.method, window }) ?? window.closesAt;
    const of = { notBefore, generation: file.intake.generation + 1 };
    return { nextIntakeKeys: await makeKeys(file, of) };
  },
  async applicationIn({ id, number, intake }) {
    const of = { caseId: id, windowId: intake?.windowId ?? '' };
    return { applicationIn: await keys.applicationIn.executeWithOptions({ summary: `Подана ли заявка ${number}` }, [of]) };
  },
  async protocolSignature({ id }, { actor, receivedAt, input }) {
    const request = { caseId: id, command: { actor, receivedAt, input } };
    return { protocolSignature: await steadily('judgeProtocolSignature', 'подпись под протоколом', request) };
  },
};

/** Look-ups outside the case become history: the answers come from activities. */
async function consult(lookups: readonly string[], file: ProcurementFile, command: Asked): Promise<Partial<Consulted>> {
  const fromDatabase = lookups.filter((name) => !Object.hasOwn(elsewhere, name));
  let found: Partial<Consulted> =
    fromDatabase.length > 0
      ? await steadily('consult', fromDatabase.join(' '), {
          caseId: file.id,
          lookups: fromDatabase,
          command,
          file: askedOf(file),
        })
      : {};
  for (const name of lookups) {
    const ask = elsewhere[name as Lookup];
    if (ask) found = { ...found, ...(await ask(file, command, found)) };
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
  deadlineActions: {
    'quotations-start': 'start-taking-quotations',
    'quotations-end': 'close-quotations',
    'applications-start': 'start-taking-applications',
    'applications-end': 'close-applications',
  },
  consult,
  record: (step, summary) => steadily('recordStep', summary, step),
  reload: (caseId) => steadily('loadFile', 'перечитать файл', caseId),
  receivedAmong: (caseId, commandIds) => steadily('receivedAmong', 'что из этого получено', { caseId, commandIds }),
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
