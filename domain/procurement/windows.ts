import { deadline } from '../case.ts';
import type { Method, ProcurementFile } from './file.ts';

export const INTAKE_KINDS = ['quotations', 'applications'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** What suppliers hand in under a method. */
export const INTAKE_KIND: Record<Method, IntakeKind> = { 'price-quotations': 'quotations', 'single-source': 'applications' };

/** Keys of the two deadlines between which a method takes offers. */
export function windowDeadlines(method: Method): { start: string; end: string } {
  const kind = INTAKE_KIND[method];
  return { start: `${kind}-start`, end: `${kind}-end` };
}

/** Commands that close a window before its end when they are accepted: while one waits for its outcome nothing is taken. */
export const CLOSING_COMMANDS = ['decline-participation', 'open-applications-by-hand'] as const;

/** What the intake window of a case must be now; the record of a step writes it in the same transaction. */
export interface IntakeWindow {
  windowId: string;
  kind: IntakeKind;
  generation: number;
  opensAt: number | null;
  closesAt: number | null;
  state: 'planned' | 'open' | 'frozen' | 'closed' | 'opened' | 'void';
}

/**
 * Windows follow from the file: its deadlines, status, suspension. Instants in ms; a bound that is past is null, except the end
 * of a window that was closed before its time (S1 §1.7.3).
 */
export function windowsOf(file: ProcurementFile): IntakeWindow[] {
  if (!file.intake) return [];
  const { windowId, generation } = file.intake;
  const { start, end } = windowDeadlines(file.method);
  const kind = INTAKE_KIND[file.method];
  // A window held again begins open: no deadline of its start is ever set (ADR 0021).
  const begun = generation > 1 ? (file.window?.opensAt ?? null) : null;
  const lost = (file.lostKeys ?? []).map((each): IntakeWindow => {
    const past = { opensAt: null, closesAt: null };
    return { windowId: each.windowId, kind, generation: each.generation, ...past, state: 'void' };
  });
  return [
    {
      windowId,
      kind,
      generation,
      opensAt: deadline(file, start)?.at ?? begun,
      closesAt: deadline(file, end)?.at ?? closedEarlyAt(file),
      state: stateOf(file),
    },
    ...lost,
  ];
}

/** When a window was closed before its end: by hand of the creator, or because the supplier declined. */
const closedEarlyAt = (file: ProcurementFile): number | null =>
  file.openingOrderedBy || file.declined ? file.applicationClosedAt : null;

function stateOf(file: ProcurementFile): IntakeWindow['state'] {
  // Opened with an application in it, or with none: the supplier declined or did not answer (S1 §1.7.3).
  if (file.quotations || file.opening) return 'opened';
  if (file.status === 'cancelled') return 'void';
  if (file.suspension) return 'frozen';
  if (file.status === 'published') return 'planned';
  if (file.status === 'taking-quotations') return 'open';
  if (file.status === 'taking-applications') return file.applicationClosedAt === null ? 'open' : 'closed';
  return 'closed';
}
