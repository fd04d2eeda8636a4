import { opener } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/** Automatic opening, comparison and results (S1 §1.3.2). The opener may take its time; commands are served meanwhile. */
export async function openAndCompare(procurement: RunningProcurement): Promise<void> {
  const { file } = procurement;
  if (file.status !== 'forming-results-protocol' || file.quotations || !file.intake) return;
  const summary = `Вскрытие ${file.number}`;
  const opening = opener.openQuotations.executeWithOptions({ summary }, [{ caseId: file.id, windowId: file.intake.windowId }]);
  const opened = await procurement.serveDuring(opening, () => procurement.file.status === 'forming-results-protocol');
  if (opened && procurement.file.status === 'forming-results-protocol')
    await procurement.perform('open-and-compare', {}, { opened });
}
