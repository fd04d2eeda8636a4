import { findAction } from '../../domain/actions.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { Consulted } from '../../domain/procurement/consulted.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import { differences, type Fault, fault } from './faults.ts';
import type { FoldedStep } from './folded.ts';
import { nameOf } from './journal.ts';
import type { CaseCheck, Subject } from './subject.ts';

type Recall = (facts: readonly ProcurementFact[], calendars: Subject['calendars']) => Partial<Consulted> | null;

const asked = <Type extends ProcurementFact['type']>(facts: readonly ProcurementFact[], type: Type) =>
  facts.find((fact): fact is Extract<ProcurementFact, { type: Type }> => fact.type === type);

/** The version of the calendar with which a fact was decided. */
const calendarOf = (fact: { calendarVersion: number } | undefined, calendars: Subject['calendars']) => {
  const calendar = fact && calendars.get(fact.calendarVersion);
  return calendar ? { calendar } : null;
};

/** What the case had looked up when it decided, as its facts keep it; a step whose look-ups are not kept cannot be decided again. */
const RECALLED: Readonly<Record<string, Recall>> = {
  publish: (facts, calendars) => {
    const published = asked(facts, 'ProcurementPublished');
    const found = calendarOf(published, calendars);
    return published && found ? { ...found, intakeKeys: published.intake } : null;
  },
  'open-and-compare': (facts) => {
    const opened = asked(facts, 'QuotationsOpened');
    return opened ? { opened: { quotations: opened.quotations, restrictions: opened.restrictions } } : null;
  },
  suspend: (facts, calendars) => calendarOf(asked(facts, 'ProcurementSuspended'), calendars),
  resume: (facts, calendars) => calendarOf(asked(facts, 'ProcurementResumed'), calendars),
  'declare-key-lost': (facts, calendars) => {
    const repeated = asked(facts, 'WindowRepeated');
    const found = calendarOf(repeated, calendars);
    return repeated && found ? { ...found, nextIntakeKeys: repeated.intake } : null;
  },
  'open-application': (facts) => {
    const opened = asked(facts, 'ApplicationOpened');
    return opened ? { openedApplication: { application: opened.application, restrictions: opened.restrictions } } : null;
  },
  ...Object.fromEntries(
    [
      ...['cancel', 'refuse', 'decline-participation', 'save-consideration', 'vote', 'recall-vote'],
      ...['form-results-protocol', 'publish-results-protocol'],
    ].map((name) => [name, () => ({})]),
  ),
};

/** Rows of one step belong together. */
function stepsOf(folded: readonly FoldedStep[]): FoldedStep[][] {
  const steps = new Map<number, FoldedStep[]>();
  for (const each of folded) steps.set(each.row.seq, [...(steps.get(each.row.seq) ?? []), each]);
  return [...steps.values()];
}

/** Decides a step again from the file before it, the command and what was looked up; null where that is not kept. */
function decidedAgain(step: readonly FoldedStep[], { ledger, calendars }: Subject): Fault[] | null {
  const [first] = step;
  if (!first) return null;
  const { row, before } = first;
  const recall = RECALLED[row.action];
  const action = findAction(procurementActions, row.action);
  if (!recall || !action) return null;
  const facts = step.map((each) => each.row.fact);
  const consulted = recall(facts, calendars);
  if (!consulted) return [fault(nameOf(row), 'what the decision looked up', undefined)];
  const command = ledger.commands.find(({ id }) => id === row.commandId);
  const occasion = { file: before, actor: row.actor, receivedAt: row.fact.at, input: command?.input ?? {}, consulted };
  const again: unknown = JSON.parse(JSON.stringify(action.decide(occasion)));
  return differences(`${nameOf(row)}, decided again`, again, facts);
}

/** Decisions whose inputs are kept come out the same: deadlines, winners, grounds, and every recorded derivation. */
export const decisionsCheck: CaseCheck = {
  name: 'decisions',
  of: 'decisions',
  examine(subject) {
    const decided = stepsOf(subject.folded).flatMap((step) => {
      const faults = decidedAgain(step, subject);
      return faults ? [faults] : [];
    });
    return { count: decided.length, faults: decided.flat() };
  },
};
