import { dueProtocol } from '../../domain/procurement/file.ts';
import { printing } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/** Forms, seals and publishes every protocol that is due. The result stands while printing is retried. */
export async function publishDueProtocols(procurement: RunningProcurement): Promise<void> {
  for (let due = dueProtocol(procurement.file); due; due = dueProtocol(procurement.file)) {
    const { type, version, dueAt } = due;
    const formed = await procurement.serveDuring(
      printing.formProtocol.executeWithOptions({ summary: `Протокол ${procurement.file.number}/${type}/${version}, PDF` }, [
        { caseId: procurement.file.id, type, version, dueAt },
      ]),
    );
    const still = dueProtocol(procurement.file);
    if (still?.version === version && still.dueAt === dueAt)
      await procurement.perform('publish-protocol', { type, version, ...formed });
  }
}
