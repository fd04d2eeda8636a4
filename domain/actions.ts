import type { ZodType } from 'zod';
import type { CaseFile, Command, Fact } from './case.ts';
import type { Actor, ProcedureRole } from './parties.ts';
import type { Source } from './regulation.ts';
import { refuse, type Refusal } from './refusals.ts';

/**
 * How an action travels: `signal` to its case as a command, `intake` into a window past the workflow,
 * `clock` performed by the portal at a deadline or as its own next step, `read` only shows or sends out.
 */
export type Carrier = 'signal' | 'intake' | 'clock' | 'read';

/** What a rule may look at. `consulted` are the answers of look-ups outside the case, named by the row. */
export interface Occasion<File, Input, Consulted> {
  file: File;
  actor: Actor;
  /** Legal time of receipt, ms. */
  receivedAt: number;
  input: Input;
  consulted: Consulted;
}

export type Rule<File, Input, Consulted> = (occasion: Occasion<File, Input, Consulted>) => Refusal | null;

/** One row says everything about an action: who × in which method and status × under which rules × with which input → which facts. */
export interface ActionRow<File extends CaseFile, F extends Fact, Input = unknown, Consulted = unknown> {
  name: string;
  carrier: Carrier;
  who: readonly ProcedureRole[];
  /** Methods of the case it belongs to; absent: every method. */
  methods?: readonly string[];
  when: readonly string[];
  /** Stays available while the case is suspended (S1 §1.4.18: only resume and cancel). */
  whileSuspended?: 'also' | 'only';
  input: ZodType<Input>;
  /** Look-ups outside the case, made by activity so that the answers are history. */
  consult?: readonly string[];
  /** Conditions on the file alone: they decide whether the menu shows the action. */
  available?: readonly ((file: File, actor: Actor) => Refusal | null)[];
  rules: readonly Rule<File, Input, Consulted>[];
  decide: (occasion: Occasion<File, Input, Consulted>) => F[];
  source: Source;
}

/** A table of rows with the roles of a person in a file: all that a kind of case says about who may do what. */
export interface ActionTable<File extends CaseFile, F extends Fact> {
  rows: readonly ActionRow<File, F>[];
  rolesOf: (file: File, actor: Actor) => ReadonlySet<ProcedureRole>;
  methodOf: (file: File) => string;
  /** Where it is written that a suspended case stands still. */
  suspension: Source;
}

export function findAction<File extends CaseFile, F extends Fact>(
  table: ActionTable<File, F>,
  name: string,
): ActionRow<File, F> | undefined {
  return table.rows.find((row) => row.name === name);
}

/** Role, method, suspension, status and the conditions on the file, in the order a person would ask. */
function checkAvailability<File extends CaseFile, F extends Fact>(
  table: ActionTable<File, F>,
  row: ActionRow<File, F>,
  file: File,
  actor: Actor,
): Refusal | null {
  const roles = table.rolesOf(file, actor);
  if (!row.who.some((role) => roles.has(role)))
    return refuse('not-your-role', { action: row.name, who: row.who.join(' ') }, { source: row.source });
  if (row.methods && !row.methods.includes(table.methodOf(file)))
    return refuse('not-in-this-method', { action: row.name }, { source: row.source });
  if (file.suspension && !row.whileSuspended)
    return refuse('suspended', { action: row.name, since: file.suspension.at }, { source: table.suspension });
  if (!file.suspension && row.whileSuspended === 'only')
    return refuse('not-in-this-status', { action: row.name, status: file.status }, { source: row.source });
  if (!row.when.includes(file.status))
    return refuse('not-in-this-status', { action: row.name, status: file.status }, { source: row.source });
  for (const condition of row.available ?? []) {
    const refusal = condition(file, actor);
    if (refusal) return refusal;
  }
  return null;
}

/** What the actor may do now: menu, tests and documentation read this. */
export function availableActions<File extends CaseFile, F extends Fact>(
  table: ActionTable<File, F>,
  file: File,
  actor: Actor,
): ActionRow<File, F>[] {
  return table.rows.filter((row) => checkAvailability(table, row, file, actor) === null);
}

export type Checked<File extends CaseFile, F extends Fact> =
  { ok: true; row: ActionRow<File, F>; occasion: Occasion<File, unknown, unknown> } | { ok: false; refusal: Refusal };

/** The guard, written once and asked twice: by the page (advice) and by the running case (authority). Never throws. */
export function checkAction<File extends CaseFile, F extends Fact>(
  table: ActionTable<File, F>,
  file: File,
  command: Pick<Command, 'action' | 'actor' | 'receivedAt' | 'input'>,
  consulted: unknown,
): Checked<File, F> {
  const row = findAction(table, command.action);
  if (!row || row.carrier === 'read') return { ok: false, refusal: refuse('unknown-action', { action: command.action }) };
  const unavailable = checkAvailability(table, row, file, command.actor);
  if (unavailable) return { ok: false, refusal: unavailable };
  const parsed = row.input.safeParse(command.input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      refusal: refuse('bad-input', { problem: issue?.code ?? 'invalid' }, { field: issue?.path.map(String).join('.') ?? '' }),
    };
  }
  const occasion = { file, actor: command.actor, receivedAt: command.receivedAt, input: parsed.data, consulted };
  for (const rule of row.rules) {
    const refusal = rule(occasion);
    if (refusal) return { ok: false, refusal: refusal.source ? refusal : { ...refusal, source: row.source } };
  }
  return { ok: true, row, occasion };
}
