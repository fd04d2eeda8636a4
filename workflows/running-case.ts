import {
  condition,
  continueAsNew,
  defineSignal,
  log,
  setDefaultSignalHandler,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { type ActionTable, checkAction, findAction } from '../domain/actions.ts';
import { type CaseFile, type Command, type Deadline, type Fact, nextDeadline, type Recorded, type Step } from '../domain/case.ts';
import { PORTAL } from '../domain/parties.ts';
import { Inbox } from './inbox.ts';
import { CLOCK_MOVED, type CaseStart } from './messages.ts';

/** What a kind of case brings to the engine. */
export interface CaseKind<File extends CaseFile, F extends Fact> {
  table: ActionTable<File, F>;
  evolve: (file: File, fact: F) => File;
  /** Action that the portal performs when a deadline's time has come. */
  deadlineActions: Record<string, string>;
  consult: (lookups: readonly string[], file: File, command: Pick<Command, 'actor' | 'receivedAt' | 'input'>) => Promise<unknown>;
  record: (step: Step<F>, summary: string) => Promise<Recorded>;
  reload: (caseId: string) => Promise<File>;
  /** Which of these commands the portal has received. */
  receivedAmong: (caseId: string, commandIds: string[]) => Promise<string[]>;
  /** Shows the file to operators: search attributes and the state card. */
  show: (file: File) => void;
  timerSummary: (deadline: Deadline) => string;
}

/** Portal's pause before it asks again for a command that is known to be on its way, ms. */
const COMMAND_ON_ITS_WAY = 1_000;

/** No legal clock is moved farther ahead than this, ms: a hundred years. */
const FARTHEST_CLOCK = 100 * 365 * 24 * 3600 * 1000;

/**
 * Runs one case: takes one command at a time, keeps one timer for the nearest deadline, records every step before it
 * counts. Signal handlers only put into the inbox: one that throws would kill the case.
 */
export class RunningCase<File extends CaseFile, F extends Fact> {
  file: File;
  private readonly kind: CaseKind<File, F>;
  private readonly inbox = new Inbox();
  private readonly start: CaseStart<File>;
  private clockOffset: number;
  private news = 0;
  private steps = 0;
  private busy = 0;
  /** A draft may have been changed since a command was decided on it. */
  private outdated: boolean;

  constructor(kind: CaseKind<File, F>, start: CaseStart<File>) {
    this.kind = kind;
    this.start = start;
    this.file = start.file;
    this.clockOffset = start.clockOffset;
    this.outdated = start.file.seq === 0 && workflowInfo().continuedFromExecutionRunId !== undefined;
    for (const row of kind.table.rows) {
      if (row.carrier !== 'signal') continue;
      setHandler(defineSignal<[unknown]>(row.name), (command) => this.put(command, row.name), { description: row.source.place });
    }
    setHandler(defineSignal<[unknown]>(CLOCK_MOVED), (offset) => this.moveClock(offset));
    setDefaultSignalHandler((name) => log.warn('unknown signal', { name }));
    kind.show(this.file);
  }

  /** Legal time as this run knows it, ms; corrected by the ledger's clock at every record. */
  now(): number {
    return Date.now() + this.clockOffset;
  }

  /** Serves commands and deadlines until `done`. The only place where the case waits. */
  async serve(done: () => boolean): Promise<void> {
    while (!done()) {
      if (this.inbox.isCrowded) await this.inbox.disperse((commandIds) => this.kind.receivedAmong(this.file.id, commandIds));
      const due = nextDeadline(this.file);
      const command = this.earliest(due);
      if (command) await this.take(command);
      else if (due && this.hasCome(due)) await this.meet(due);
      else {
        if (this.mayBeCut()) await this.continueAnew();
        // Signals that are not believed fill the history too: a sleeping case is cut like a busy one.
        const woken = () => done() || this.mayBeCut();
        await this.waitForNews(due ? due.at - this.now() : undefined, due ? this.kind.timerSummary(due) : '', woken);
      }
    }
  }

  /** Serves commands while something slow runs; returns its result, or undefined when it is no longer needed. */
  async serveDuring<T>(work: Promise<T>, needed: () => boolean = () => true): Promise<T | undefined> {
    let settled = false;
    const end = () => (settled = true);
    work.then(end, end);
    this.busy += 1;
    await this.serve(() => settled || !needed());
    this.busy -= 1;
    return settled && needed() ? work : undefined;
  }

  /** What the ledger has counts: it is ahead of a case whose worker died between the record and telling the engine. */
  async readAgain(): Promise<void> {
    this.file = await this.kind.reload(this.file.id);
    this.kind.show(this.file);
  }

  /** Serves while the case is in one of these statuses. */
  serveWhile(...statuses: File['status'][]): Promise<void> {
    return this.serve(() => !statuses.includes(this.file.status));
  }

  /** The portal's own next step, with look-ups already made. A veto here is a bug, except that the clock is behind. */
  async perform(action: string, input: unknown, consulted: unknown = {}, deadline?: Deadline): Promise<Recorded> {
    const receivedAt = Math.max(this.now(), deadline?.at ?? 0);
    const checked = checkAction(this.kind.table, this.file, { action, actor: PORTAL, receivedAt, input }, consulted);
    if (!checked.ok) throw new Error(`the portal refused itself: ${action} ${checked.refusal.code}`);
    return this.record({
      action,
      actor: PORTAL,
      facts: checked.row.decide(checked.occasion),
      ...(deadline ? { deadline: { key: deadline.key, at: deadline.at } } : {}),
    });
  }

  private put(command: unknown, action: string): void {
    if (this.inbox.put(command, action)) this.news += 1;
  }

  /** By this run's clock, or because a command says it was received after it; the ledger has the last word. */
  private hasCome(due: Deadline): boolean {
    return this.now() >= due.at || this.inbox.reaches(due.at);
  }

  /** The legal clock never goes back, and a case that overslept would miss its deadlines: it may only be told to wake earlier. */
  private moveClock(offset: unknown): void {
    if (typeof offset !== 'number' || !Number.isFinite(offset)) return;
    if (offset < this.clockOffset || offset > FARTHEST_CLOCK) return;
    this.clockOffset = offset;
    this.news += 1;
  }

  /** The command received first, unless a deadline lies before it: then the deadline comes first. */
  private earliest(due: Deadline | null): Command | undefined {
    const first = this.inbox.earliest();
    return first && (!due || first.receivedAt < due.at || this.kind.deadlineActions[due.key] === undefined) ? first : undefined;
  }

  private waitForNews(timeout: number | undefined, summary: string, done: () => boolean): Promise<unknown> {
    const before = this.news;
    const woken = () => this.news !== before || done();
    return timeout === undefined ? condition(woken) : condition(woken, Math.max(timeout, 1), { summary });
  }

  /** Parse, consult, check on the live file, decide, record, evolve. */
  private async take(command: Command): Promise<void> {
    const { action, actor, receivedAt, input, commandId } = command;
    const row = findAction(this.kind.table, action);
    if (this.outdated) this.file = await this.kind.reload(this.file.id);
    const consulted = await this.kind.consult(row?.consult ?? [], this.file, command);
    const checked = checkAction(this.kind.table, this.file, command, consulted);
    const step = { action, actor, command: { commandId, receivedAt, input } };
    const verdict = await this.record(
      checked.ok ? { ...step, facts: checked.row.decide(checked.occasion) } : { ...step, facts: [], refusal: checked.refusal },
    );
    this.outdated = this.file.seq === 0;
    if (verdict.kind === 'never-received') log.warn('a signal that the portal never received', { action, commandId });
    if (verdict.kind === 'out-of-step') return;
    this.inbox.remove(command);
  }

  /** Performs a deadline's action; waits when the ledger says that it is too early or that an earlier command is on its way. */
  private async meet(due: Deadline): Promise<void> {
    const action = this.kind.deadlineActions[due.key];
    if (action === undefined) throw new Error(`no action for the deadline ${due.key}`);
    const verdict = await this.perform(action, {}, {}, due);
    if (verdict.kind === 'too-early') await this.waitForNews(verdict.wait, this.kind.timerSummary(due), () => false);
    if (verdict.kind === 'commands-waiting') await this.waitForNews(COMMAND_ON_ITS_WAY, 'команда в пути', () => false);
  }

  private async record(step: Omit<Step<F>, 'caseId' | 'seq'>): Promise<Recorded> {
    const seq = this.file.seq + 1;
    const summary = `шаг ${seq} · ${step.action}${step.refusal ? ` · ${step.refusal.code}` : ''}`;
    const verdict = await this.kind.record({ ...step, caseId: this.file.id, seq }, summary);
    this.clockOffset = verdict.now - Date.now();
    if (verdict.kind === 'out-of-step' || (verdict.kind === 'recorded' && verdict.again)) await this.readAgain();
    else if (verdict.kind === 'recorded') {
      this.file = { ...step.facts.reduce(this.kind.evolve, this.file), seq };
      this.kind.show(this.file);
    }
    if (verdict.kind === 'recorded') this.steps += 1;
    return verdict;
  }

  /** A long history is cut at a quiet point: the file is the argument, deadlines are instants, nothing shifts. */
  private continueAnew(): Promise<never> {
    return continueAsNew<(start: CaseStart<File>) => Promise<unknown>>({
      ...this.start,
      file: this.file,
      clockOffset: this.clockOffset,
    });
  }

  private mayBeCut(): boolean {
    const { continueAfter } = this.start;
    const long = continueAfter === undefined ? workflowInfo().continueAsNewSuggested : this.steps >= continueAfter;
    return long && this.busy === 0 && this.inbox.isEmpty;
  }
}
