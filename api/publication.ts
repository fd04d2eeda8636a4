import { DraftMoved, freezeDraft } from '../db/drafts.ts';
import { outcomeOf } from '../db/receive.ts';
import { announcementIsComplete } from '../domain/procurement/rules/announcement-is-complete.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { S1 } from '../domain/regulation.ts';
import { type CommandAnswer, sendCommand } from './commands.ts';
import type { Desk } from './routes/draft-desk.ts';
import type { Services } from './services.ts';

/** Two requests with one receipt each waited for the other's lock; the database ended one of them. */
const DEADLOCK = '40P01';

/** What the task list names and no rule of publication does, as a document that says something else than the draft. */
function untold({ faults, file }: Desk): Refusal | null {
  const told = announcementIsComplete(file) ?? faults.some(({ refusal }) => refusal);
  if (told || faults.length === 0) return null;
  const steps = [...new Set(faults.map(({ step }) => step))].join(', ');
  return refuse('draft-not-ready', { steps }, { source: S1('1.3.1.4') });
}

/**
 * Publication of the draft as it was shown, frozen in the transaction that receives the command (ADR 0011); null when it was saved
 * again meanwhile. `patience`: how long the caller waits for the outcome, ms.
 */
export async function publishDraft(
  services: Services,
  desk: Desk,
  { commandId, patience }: { commandId: string; patience?: number },
): Promise<CommandAnswer | null> {
  const { draft, file, actor, isAuthor } = desk;
  const refusal = isAuthor ? untold(desk) : null;
  if (refusal && !(await outcomeOf(services.db, commandId))) return { kind: 'refused', refusal, file };
  const request = {
    ...{ number: file.number, action: 'publish', actor, commandId, input: {} },
    ...(patience === undefined ? {} : { patience }),
  };
  const send = () => sendCommand(services, request, { file, write: (tx) => freezeDraft(tx, file, draft.version) });
  return send().catch((error: unknown) => {
    if (error instanceof DraftMoved) return null;
    if (error instanceof Error && 'code' in error && error.code === DEADLOCK) return send();
    throw error;
  });
}
