import { createHash } from 'node:crypto';
import { type IntakeWindow, windowsOf } from '../../domain/procurement/windows.ts';
import { differences, type Fault, fault } from './faults.ts';
import type { CaseCheck, Subject } from './subject.ts';

/** Windows as the recorded steps wrote them: a bound that is past stays as it was. */
function provenWindows({ folded }: Subject): IntakeWindow[] {
  const windows = new Map<string, IntakeWindow>();
  for (const [index, { row, after }] of folded.entries()) {
    if (folded[index + 1]?.row.seq === row.seq) continue;
    for (const now of windowsOf(after)) {
      const was = windows.get(now.windowId);
      const [opensAt, closesAt] = [now.opensAt ?? was?.opensAt ?? null, now.closesAt ?? was?.closesAt ?? null];
      windows.set(now.windowId, { ...now, opensAt, closesAt });
    }
  }
  return [...windows.values()];
}

function windowFaults(subject: Subject): Fault[] {
  const { windows } = subject.ledger;
  const proven = provenWindows(subject);
  const strangers = windows.filter((row) => !proven.some(({ windowId }) => windowId === row.windowId));
  return [
    ...strangers.map((row) => fault(`window ${row.windowId}`, 'no such window', row)),
    ...proven.flatMap((window) => {
      const row = windows.find(({ windowId }) => windowId === window.windowId);
      if (!row) return [fault(`window ${window.windowId}`, 'a row', undefined)];
      const { windowId, kind, generation, opensAt, closesAt, state } = row;
      return differences(`window ${window.kind} ${window.generation}`, window, {
        windowId,
        kind,
        generation,
        opensAt,
        closesAt,
        state,
      });
    }),
  ];
}

/** The public halves that the signed announcement carries are the stored ones, each named by its digest. */
function keyFaults({ ledger, proven }: Subject): Fault[] {
  const intake = proven?.intake;
  if (!intake) return [];
  return (['price', 'documents'] as const).flatMap((purpose) => {
    const name = `${purpose} key of the window`;
    const row = ledger.keys.find((k) => k.windowId === intake.windowId && k.purpose === purpose);
    if (!row) return [fault(name, intake[purpose].key, undefined)];
    const publicKey = row.publicKey.toString('base64');
    const digest = createHash('sha256').update(row.publicKey).digest('hex');
    const { key, publicKey: said } = intake[purpose];
    const expected = { key, publicKey: said, digest: key, record: { key, public: said, window: intake.windowId } };
    const record = { key: row.record.key, public: row.record.public, window: row.record.window };
    return differences(name, expected, { key: row.key, publicKey, digest, record });
  });
}

/** Intake windows and their keys are those that the journal proves. */
export const windowsCheck: CaseCheck = {
  name: 'windows',
  of: 'windows',
  examine(subject) {
    return { count: subject.ledger.windows.length, faults: [...windowFaults(subject), ...keyFaults(subject)] };
  },
};
