import { defineSearchAttributeKey } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { type Deadline, nextDeadline } from '../domain/case.ts';
import { type ProcurementFile, shownStatus } from '../domain/procurement/file.ts';

const NUMBER = defineSearchAttributeKey('CaseNumber', 'KEYWORD');
const METHOD = defineSearchAttributeKey('CaseMethod', 'KEYWORD');
const STATUS = defineSearchAttributeKey('CaseStatus', 'KEYWORD');
const ORGANIZER = defineSearchAttributeKey('CaseOrganizer', 'KEYWORD');
const OUTCOME = defineSearchAttributeKey('CaseOutcome', 'KEYWORD');
const SUSPENDED = defineSearchAttributeKey('CaseSuspended', 'BOOL');
const NEXT_DEADLINE = defineSearchAttributeKey('CaseNextDeadline', 'DATETIME');

const ASTANA_OFFSET = 5 * 3_600_000;

/** `27.11.2026 18:00 UTC+5`; the operator's timeline shows one line. */
function astana(at: number): string {
  const iso = new Date(at + ASTANA_OFFSET).toISOString();
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)} UTC+5`;
}

const DEADLINE_NAMES: Record<string, string> = {
  'quotations-start': 'начало приёма',
  'quotations-end': 'конец приёма',
  'applications-start': 'начало приёма заявок',
  'applications-end': 'конец приёма заявок',
};

export const timerSummary = (deadline: Deadline): string =>
  `${astana(deadline.at)} · ${DEADLINE_NAMES[deadline.key] ?? deadline.key} · ${deadline.derivation.article}`;

/** Result of a procurement in one word, for filters: codes, not translations. */
function outcomeOf(file: ProcurementFile): string {
  if (file.status === 'cancelled') return 'cancelled';
  if (file.status !== 'completed') return 'running';
  return file.lots.some((lot) => lot.status === 'held') ? 'held' : 'failed';
}

/** Search attributes and the state card. No prices and no names of suppliers: the engine's history is not a safe. */
export function showToOperators(file: ProcurementFile): void {
  const next = nextDeadline(file);
  upsertSearchAttributes([
    { key: NUMBER, value: file.number },
    { key: METHOD, value: file.method },
    { key: STATUS, value: shownStatus(file) },
    { key: ORGANIZER, value: file.organizer.bin },
    { key: OUTCOME, value: outcomeOf(file) },
    { key: SUSPENDED, value: file.suspension !== null },
    { key: NEXT_DEADLINE, value: next ? new Date(next.at) : null },
  ]);
  const suspended = file.suspension ? `**Приостановлена** с ${astana(file.suspension.at)}` : '';
  const lines = [
    `### ${file.number} · ${file.method}`,
    `Статус: \`${shownStatus(file)}\`, шаг ${file.seq}, лотов ${file.lots.length}`,
    suspended,
    next ? `Ближайший срок: ${timerSummary(next)}` : 'Сроков нет',
    ...file.protocols.map((p) => `Протокол ${p.type}/${p.version}: ${p.state}, ${p.validity}`),
    ...file.acts.map((act) => `Акт (${act.action}) № ${act.number} от ${act.date}`),
  ];
  setCurrentDetails(lines.filter((line) => line !== '').join('\n\n'));
}
