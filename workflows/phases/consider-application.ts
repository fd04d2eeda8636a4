import type { RunningProcurement } from '../procurement.ts';

/** The organizer's representative considers the application, votes, and the creator forms the protocol: all of it comes as commands (S1 §1.7.4–1.7.5). */
export async function considerApplication(procurement: RunningProcurement): Promise<void> {
  await procurement.serveWhile('considering-applications');
}
