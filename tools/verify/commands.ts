import { digestOf } from '../../db/receive.ts';
import type { JournalRow, ReceivedRow } from '../../db/verify-reads.ts';
import { differences, type Fault, fault } from './faults.ts';
import { nameOf } from './journal.ts';
import type { CaseCheck } from './subject.ts';

/** The receipt is what was received: its digest covers who asked what of which case. */
const receiptFaults = (received: ReceivedRow): Fault[] =>
  differences(`${commandName(received)}.digest`, digestOf(received), received.digest);

const commandName = ({ action, id }: ReceivedRow): string => `command ${action} ${id}`;

/** An accepted command made one step with the facts and the status its outcome tells; any other made none. */
function outcomeFaults(received: ReceivedRow, journal: JournalRow[]): Fault[] {
  const name = commandName(received);
  const rows = journal.filter((row) => row.commandId === received.id);
  const { outcome } = received;
  if (received.decided !== (outcome !== null))
    return [fault(`${name}.decided_at`, outcome ? 'an instant' : 'none', received.decided ? 'an instant' : 'none')];
  if (!outcome?.accepted) return rows.map((row) => fault(name, 'no row in the journal', nameOf(row)));
  const steps = new Set(rows.map(({ seq }) => seq));
  if (steps.size !== 1) return [fault(name, 'one step in the journal', `${steps.size} steps`)];
  return [
    ...differences(
      `${name}.outcome`,
      { facts: rows.map(({ type }) => type), status: rows.at(-1)?.statusAfter },
      { facts: outcome.facts, status: outcome.status },
    ),
    ...rows.flatMap((row) => {
      const { action, actor, receivedAt: at } = received;
      return differences(nameOf(row), { action, actor, at }, { action: row.action, actor: row.actor, at: row.at });
    }),
  ];
}

/** A step of the portal itself needs no command; any other was received. */
const unreceivedFaults = (journal: JournalRow[], commands: ReceivedRow[]): Fault[] =>
  journal.flatMap((row) => {
    if (row.commandId === null)
      return row.actor.userId === 'portal' ? [] : [fault(nameOf(row), 'a command that was received', 'none')];
    return commands.some(({ id }) => id === row.commandId)
      ? []
      : [fault(nameOf(row), `command ${row.commandId}`, 'never received')];
  });

/** Every outcome has its rows in the journal, and every row of a person its receipt. */
export const commandsCheck: CaseCheck = {
  name: 'commands',
  of: 'commands',
  examine({ ledger }) {
    const { commands, journal } = ledger;
    const faults = commands.flatMap((received) => [...receiptFaults(received), ...outcomeFaults(received, journal)]);
    return { count: commands.length, faults: [...faults, ...unreceivedFaults(journal, commands)] };
  },
};
