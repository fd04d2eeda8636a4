import { dueProtocol, type ProcurementFile } from '../../domain/procurement/file.ts';
import { isSealedByPortal } from '../../domain/procurement/protocols.ts';
import { printing } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/** Neither due nor waiting for its signature or its publication by a person. */
const nothingUnderWay = ({ status, protocols }: ProcurementFile): boolean =>
  protocols.every((protocol) => protocol.state === 'published') && status !== 'considering-applications';

/**
 * Forms and publishes every protocol that is due: under the portal's seal at once, or laid before the representative, who signs it,
 * and published by the creator (S1 §1.7.5–1.7.7). The result stands while printing is retried; a decision taken meanwhile (a
 * cancellation, say) sets the protocol under way aside for its successor (S1 §1.4.17).
 */
export async function publishDueProtocols(procurement: RunningProcurement): Promise<void> {
  while (!nothingUnderWay(procurement.file)) {
    await procurement.serve(() => dueProtocol(procurement.file) !== undefined || nothingUnderWay(procurement.file));
    const due = dueProtocol(procurement.file);
    if (due) await formProtocol(procurement, due);
    if (nothingUnderWay(procurement.file)) await formCopies(procurement);
  }
}

type Due = NonNullable<ReturnType<typeof dueProtocol>>;

async function formProtocol(procurement: RunningProcurement, { type, version, dueAt }: Due): Promise<void> {
  const wanted = () => dueProtocol(procurement.file)?.dueAt === dueAt;
  const { id, number } = procurement.file;
  const summary = `Протокол ${number}/${type}/${version}, PDF`;
  const forming = printing.formProtocol.executeWithOptions({ summary }, [{ caseId: id, type, version, dueAt }]);
  const formed = await procurement.serveDuring(forming, wanted);
  if (formed === null) await procurement.readAgain();
  if (!formed) return;
  const action = isSealedByPortal(procurement.file) ? 'publish-protocol' : 'present-protocol';
  await procurement.perform(action, { type, version, ...formed });
}

/** Copies with publication and signature sheets; versions that lost their validity get one that says so (17 §1.1). */
async function formCopies(procurement: RunningProcurement): Promise<void> {
  const { id, number } = procurement.file;
  const forming = printing.formCopies.executeWithOptions({ summary: `Копии протоколов ${number}` }, [id]);
  await procurement.serveDuring(forming, () => nothingUnderWay(procurement.file));
}
