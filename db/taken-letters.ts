import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A letter as the outbox knows it again: number and, in case the outbox is another one by then, the microsecond of its row. */
export interface LetterMark {
  outboxId: number;
  createdAt: string;
}

/**
 * Letters that the mail server has taken and the database does not know of yet. Each is a file without content, so that not even the death
 * of the process forgets it: whoever next sends mail from this folder notes it.
 */
export interface TakenLetters {
  add(mark: LetterMark): void;
  all(): LetterMark[];
  forget(marks: readonly LetterMark[]): void;
}

const NAME = /^(\d{1,15})-(\d{1,17})$/;
const nameOf = ({ outboxId, createdAt }: LetterMark): string => `${outboxId}-${createdAt}`;

/** The letters taken, in `folder`, made if missing; several processes may share it. Where nothing can be written, the process alone knows. */
export function takenLetters(folder: string): TakenLetters {
  const known = new Map<string, LetterMark>();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    // Not a moment is given away between the server's answer and this: a process may die at any of them.
    add(mark) {
      known.set(nameOf(mark), mark);
      try {
        writeFileSync(join(folder, nameOf(mark)), '', { mode: 0o600 });
      } catch {
        // No room: it is known as long as this process lives.
      }
    },
    all() {
      for (const name of namesIn(folder)) {
        const [, outboxId, createdAt] = NAME.exec(name) ?? [];
        if (outboxId && createdAt) known.set(name, { outboxId: Number(outboxId), createdAt });
      }
      return [...known.values()];
    },
    forget(marks) {
      for (const name of marks.map(nameOf)) {
        known.delete(name);
        try {
          rmSync(join(folder, name), { force: true });
        } catch {
          // Mail does not wait for a file that cannot be removed: it is read and noted again by every round, which changes nothing.
        }
      }
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Letters do not wait for a folder that somebody has removed.
    return [];
  }
}
