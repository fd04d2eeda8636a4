import { deadline } from '../case.ts';
import type { ProcurementFile } from './file.ts';

export const INTAKE_KINDS = ['quotations'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** What the intake window of a case must be now; the record of a step writes it in the same transaction. */
export interface IntakeWindow {
  windowId: string;
  kind: IntakeKind;
  generation: number;
  opensAt: number | null;
  closesAt: number | null;
  state: 'planned' | 'open' | 'frozen' | 'closed' | 'opened' | 'void';
}

/** Windows follow from the file: its deadlines, status, suspension. Instants in ms; null once the window is past. */
export function windowsOf(file: ProcurementFile): IntakeWindow[] {
  if (!file.intake) return [];
  const { windowId, generation } = file.intake;
  const of = (state: IntakeWindow['state']): IntakeWindow[] => [
    {
      windowId,
      kind: 'quotations',
      generation,
      opensAt: deadline(file, 'quotations-start')?.at ?? null,
      closesAt: deadline(file, 'quotations-end')?.at ?? null,
      state,
    },
  ];
  if (file.quotations) return of('opened');
  if (file.status === 'cancelled') return of('void');
  if (file.suspension) return of('frozen');
  if (file.status === 'published') return of('planned');
  if (file.status === 'taking-quotations') return of('open');
  return of('closed');
}
