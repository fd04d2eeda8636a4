import { log } from '@temporalio/workflow';
import type { Command } from '../domain/case.ts';
import { couldBeReceived, isCommand } from './messages.ts';

/** More waiting commands than people send at once: then the ledger is asked first which of them were received at all. */
const CROWD = 20;
/** Asked of the ledger at once. */
const ASKED_AT_ONCE = 5_000;

/** Commands that wait for their case, as signals brought them: some may be forged, some brought twice. */
export class Inbox {
  /** By their whole text. */
  private readonly waiting = new Map<string, Command>();
  /** Those of them that the ledger knows, by their whole text. */
  private readonly believed = new Set<string>();

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** More wait, of which the ledger has not been asked, than people send at once. */
  get isCrowded(): boolean {
    return this.strangers().length > CROWD;
  }

  /**
   * Takes in what has the form of a command for this action; true when it is new. Only the very same command is put aside as a
   * repetition: one with another body may be forged, and the genuine one comes later.
   */
  put(command: unknown, action: string): boolean {
    if (!isCommand(command, action)) return false;
    if (!couldBeReceived(command)) return false;
    const text = JSON.stringify(command);
    if (this.waiting.has(text)) return false;
    this.waiting.set(text, command);
    return true;
  }

  /** The command received first. */
  earliest(): Command | undefined {
    return [...this.waiting.values()].reduce<Command | undefined>(
      (a, b) => (a && a.receivedAt <= b.receivedAt ? a : b),
      undefined,
    );
  }

  /** Whether a command says that it was received at this instant (ms) or after it. */
  reaches(instant: number): boolean {
    return [...this.waiting.values()].some((command) => command.receivedAt >= instant);
  }

  /** Forgets a command that has its outcome. */
  remove(command: Command): void {
    const text = JSON.stringify(command);
    this.waiting.delete(text);
    this.believed.delete(text);
  }

  /**
   * Puts aside a crowd of commands that were never received: one by one they would keep the genuine ones waiting for minutes and fill
   * the history beyond what the engine allows.
   */
  async disperse(receivedAmong: (commandIds: string[]) => Promise<string[]>): Promise<void> {
    while (this.isCrowded) {
      const asked = this.strangers().slice(0, ASKED_AT_ONCE);
      const ids = [...new Set(asked.map(([, { commandId }]) => commandId))];
      const received = new Set(await receivedAmong(ids));
      for (const [text, { commandId }] of asked) {
        if (received.has(commandId)) this.believed.add(text);
        else this.waiting.delete(text);
      }
      log.warn('signals that the portal never received', { count: ids.length - received.size });
    }
  }

  /** Waiting commands of which the ledger has not been asked, with their whole text. */
  private strangers(): [string, Command][] {
    return [...this.waiting].filter(([text]) => !this.believed.has(text));
  }
}
