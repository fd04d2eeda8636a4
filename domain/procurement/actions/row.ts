import type { ActionRow, Occasion } from '../../actions.ts';
import type { Actor, Person } from '../../parties.ts';
import { cite } from '../../regulation.ts';
import type { Consulted, Lookup } from '../consulted.ts';
import type { ProcurementFact } from '../facts.ts';
import type { Method, ProcurementFile } from '../file.ts';

export type ProcurementRow<Input = unknown> = Omit<
  ActionRow<ProcurementFile, ProcurementFact, Input, Consulted>,
  'consult' | 'methods'
> & {
  consult?: readonly Lookup[];
  methods?: readonly Method[];
};

export type ProcurementOccasion<Input> = Occasion<ProcurementFile, Input, Consulted>;

/**
 * A row of the table. Its rules and `decide` see the input its schema accepted: `checkAction` parses before it asks.
 * The one cast of the table lives here, where schema and functions are joined. Every fact names the row's source.
 * The row is frozen and its schema is not: running cases share both, and a schema settles itself at its first use (ADR 0025).
 */
export const action = <Input>(row: ProcurementRow<Input>): ActionRow<ProcurementFile, ProcurementFact> => {
  const article = cite(row.source);
  const decide = (occasion: ProcurementOccasion<Input>): ProcurementFact[] =>
    row.decide(occasion).map((fact) => ({ article, ...fact }));
  return Object.freeze({ ...row, decide }) as ActionRow<ProcurementFile, ProcurementFact>;
};

export const personOf = (actor: Actor): Person => ({
  userId: actor.userId,
  iin: actor.iin,
  name: actor.name,
  bin: actor.bin ?? '',
});
