import type { Actor } from './parties.ts';
import type { Refusal } from './refusals.ts';

/** How a deadline came about: rule, article, inputs and steps as language-neutral codes; shown under «Почему?». */
export interface DeadlineDerivation {
  rule: string;
  article: string;
  inputs: Record<string, string | number>;
  steps: string[];
}

/** An instant that binds (ms since the epoch) with the rule it follows from. */
export interface Deadline {
  key: string;
  at: number;
  derivation: DeadlineDerivation;
}

/** What is left of a deadline while the case is suspended: ms of elapsed time, and ms that lie on working days. */
export interface FrozenDeadline {
  key: string;
  left: number;
  workingLeft: number;
  derivation: DeadlineDerivation;
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
}

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
