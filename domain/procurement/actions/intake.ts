import type { ProcedureRole } from '../../parties.ts';
import type { Source } from '../../regulation.ts';
import type { ProcurementFact } from '../facts.ts';
import type { Method, ProcurementFile } from '../file.ts';
import type { ProcurementStatus } from '../statuses.ts';
import { nothing } from './input.ts';
import { action } from './row.ts';

/** A step of the portal at a deadline: nobody asks for it, nothing can refuse it. */
export const atDeadline = (row: {
  name: string;
  methods: readonly Method[];
  when: ProcurementStatus;
  fact: (at: number) => ProcurementFact;
  source: Source;
}) =>
  action({
    ...{ name: row.name, methods: row.methods, source: row.source },
    carrier: 'clock',
    who: ['portal'],
    when: [row.when],
    input: nothing,
    rules: [],
    decide: ({ receivedAt }) => [row.fact(receivedAt)],
  });

/** What a supplier does past the workflow, under the lock of the intake window (ADR 0004). */
export const intoTheWindow = (row: {
  name: string;
  methods: readonly Method[];
  who: ProcedureRole;
  when: ProcurementStatus;
  available?: ((file: ProcurementFile) => ReturnType<NonNullable<Parameters<typeof action>[0]['available']>[number]>)[];
  source: Source;
}) =>
  action({
    ...{ name: row.name, methods: row.methods, source: row.source, available: row.available ?? [] },
    carrier: 'intake',
    who: [row.who],
    when: [row.when],
    input: nothing,
    rules: [],
    decide: () => [],
  });
