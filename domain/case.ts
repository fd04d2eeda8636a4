import type { Derivation, Derivations } from './derivation.ts';
import type { Actor } from './parties.ts';
import type { Refusal } from './refusals.ts';

/** An instant that binds (ms since the epoch) with the rule it follows from. */
export interface Deadline {
  key: string;
  at: number;
  derivation: Derivation;
}

/** What is left of a deadline while the case is suspended: ms of elapsed time, and ms that lie on working days. */
export interface FrozenDeadline {
  key: string;
  left: number;
  workingLeft: number;
  derivation: Derivation;
}

/** Suspension is an overlay over the status, not a status of its own (S1 §1.4.18). */
export interface Suspension {
  at: number;
  actIndex: number;
  frozen: FrozenDeadline[];
}

/** State of a case: plain JSON, folded from facts. `seq` is the number of recorded steps. */
export interface CaseFile {
  id: string;
  kind: string;
  number: string;
  status: string;
  seq: number;
  deadlines: Deadline[];
  suspension: Suspension | null;
  /** How each date, amount, status and decision came about: the newest derivation per field, recorded with the fact that set it. */
  derivations: Derivations;
}

/** One use of an action, as received: `receivedAt` is the legal clock's reading when the portal stored it (ms). */
export interface Command<Input = unknown> {
  commandId: string;
  action: string;
  actor: Actor;
  receivedAt: number;
  input: Input;
}

/** Past tense: something that happened and cannot be undone, only followed by another fact. */
export interface Fact {
  type: string;
  /** Legal time, ms since the epoch. */
  at: number;
  /** Where the rule stands by which it happened: the source of the action's row. */
  article?: string;
  /** How the fields that this fact sets came about, by field of the file. */
  derivations?: Derivations;
}

/** One step of a case, to be made history: facts or a refusal, by a command or by the clock. */
export interface Step<F extends Fact> {
  caseId: string;
  /** Number of this step; the stored file stands at `seq - 1`. */
  seq: number;
  action: string;
  actor: Actor;
  /** The command as the case was told it; it is believed only if the portal received exactly this. */
  command?: { commandId: string; receivedAt: number; input: unknown };
  /** The deadline whose time this step claims has come, ms. */
  deadline?: { key: string; at: number };
  facts: F[];
  refusal?: Refusal;
}

/**
 * What became of a step. Only `recorded` changed the file; all but `refused` of the rest are the record's veto. `again`: an earlier
 * attempt had recorded this step, and what it recorded stands.
 */
export type Verdict =
  | { kind: 'recorded'; seq: number; again?: true }
  | { kind: 'refused' }
  | { kind: 'never-received' }
  | { kind: 'already-decided' }
  | { kind: 'too-early'; wait: number }
  | { kind: 'commands-waiting'; oldest: number }
  | { kind: 'out-of-step'; seq: number };

/** A verdict with the legal clock's reading, ms. */
export type Recorded = Verdict & { now: number };

/** The answer to a command: one per command id, never two. */
export type Outcome = { accepted: true; status: string; facts: string[] } | { accepted: false; refusal: Refusal };

/** The next deadline that runs, or null. While suspended none runs. */
export function nextDeadline(file: Pick<CaseFile, 'deadlines' | 'suspension'>): Deadline | null {
  if (file.suspension) return null;
  return file.deadlines.reduce<Deadline | null>((nearest, d) => (nearest && nearest.at <= d.at ? nearest : d), null);
}

export function deadline(file: Pick<CaseFile, 'deadlines'>, key: string): Deadline | undefined {
  return file.deadlines.find((d) => d.key === key);
}
