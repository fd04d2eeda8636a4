import type { Database } from './client.ts';
import { currentCalendar, findCandidate, isBlocked, lotsInUse, takenPlanItems } from './lookups.ts';
import { keyWasReleased } from './window-keys.ts';
import type { Consulted, Lookup } from '../domain/procurement/consulted.ts';

export interface ConsultRequest {
  caseId: string;
  lookups: readonly string[];
  command: { input: unknown };
  file: { creator: string; planItemIds: string[]; windowId?: string };
}

type FromDatabase = Exclude<
  Lookup,
  'intakeKeys' | 'nextIntakeKeys' | 'opened' | 'applicationIn' | 'openedApplication' | 'protocolSignature'
>;

/** A candidate acts for the organizer, or for the customer named in the input. */
function candidateOf(input: unknown): { userId: string; role: 'organizer' | 'customer' } {
  const { userId, customer } = (input ?? {}) as { userId?: unknown; customer?: unknown };
  return { userId: String(userId), role: typeof customer === 'string' ? 'customer' : 'organizer' };
}

/** Look-ups outside the case that a row of the table names; what they say becomes history. */
export async function consult(db: Database, { caseId, lookups, command, file }: ConsultRequest): Promise<Partial<Consulted>> {
  const answers: { [Name in FromDatabase]: () => Promise<Consulted[Name]> } = {
    calendar: () => currentCalendar(db.pool),
    takenPlanItems: () => takenPlanItems(db.pool, caseId, file.planItemIds),
    lotsInUse: () => lotsInUse(db.pool, caseId),
    creatorBlocked: () => isBlocked(db.pool, file.creator),
    keyReleased: async () => file.windowId !== undefined && keyWasReleased(db.pool, file.windowId),
    candidate: () => {
      const { userId, role } = candidateOf(command.input);
      return findCandidate(db.pool, userId, role);
    },
  };
  const known = (name: string): name is FromDatabase => Object.hasOwn(answers, name);
  const found = await Promise.all(lookups.filter(known).map(async (name) => [name, await answers[name]()] as const));
  return Object.fromEntries(found);
}
