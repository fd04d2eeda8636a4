import { dueProtocol } from '../../domain/procurement/file.ts';
import { printing } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/**
 * Forms, seals and publishes every protocol that is due. The result stands while printing is retried; a decision taken
 * meanwhile (a cancellation, say) sets the protocol under way aside for its successor (S1 §1.4.17).
 */
export async function publishDueProtocols(procurement: RunningProcurement): Promise<void> {
  for (let due = dueProtocol(procurement.file); due; due = dueProtocol(procurement.file)) {
    const { type, version, dueAt } = due;
    const wanted = () => dueProtocol(procurement.file)?.dueAt === dueAt;
    const summary = `Протокол ${procurement.file.number}/${type}/${version}, PDF`;
    const forming = printing.formProtocol.executeWithOptions({ summary }, [
      { caseId: procurement.file.id, type, version, dueAt },
    ]);
    const formed = await procurement.serveDuring(forming, wanted);
    if (formed && wanted()) await procurement.perform('publish-protocol', { type, version, ...formed });
    if (!dueProtocol(procurement.file)) await formCopies(procurement);
  }
}

/** Copies with publication and signature sheets; versions that lost their validity get one that says so (17 §1.1). */
async function formCopies(procurement: RunningProcurement): Promise<void> {
  const { id, number } = procurement.file;
  const forming = printing.formCopies.executeWithOptions({ summary: `Копии протоколов ${number}` }, [id]);
  await procurement.serveDuring(forming, () => dueProtocol(procurement.file) === undefined);
}
