import { awaitsComparison } from '../../domain/procurement/file.ts';
import { opener } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/**
 * Automatic opening, comparison and results (S1 §1.3.2). The opener may take its time; commands are served meanwhile. Once more when
 * the ledger turns out to be ahead.
 */
export async function openAndCompare(procurement: RunningProcurement): Promise<void> {
  const due = () => awaitsComparison(procurement.file);
  while (due()) {
    const { id, number, intake } = procurement.file;
    const of = { caseId: id, windowId: intake?.windowId ?? '' };
    const opening = opener.openQuotations.executeWithOptions({ summary: `Вскрытие ${number}` }, [of]);
    const opened = await procurement.serveDuring(opening, due);
    if (opened) await procurement.perform('open-and-compare', {}, { opened });
    else if (opened === null) await procurement.readAgain();
  }
}
