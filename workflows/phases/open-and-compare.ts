import { opener } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/** Automatic opening, comparison and results (S1 §1.3.2). The opener may take its time; commands are served meanwhile. */
export async function openAndCompare(procurement: RunningProcurement): Promise<void> {
  const { file } = procurement;
  if (file.status !== 'forming-results-protocol' || file.quotations || !file.intake) return;
  const opened = await procurement.serveDuring(
    opener.openQuotations.executeWithOptions({ summary: `Вскрытие ${file.number}` }, [
      { caseId: file.id, windowId: file.intake.windowId },
    ]),
  );
  if (procurement.file.status !== 'forming-results-protocol') return;
  await procurement.perform('open-and-compare', {}, { opened });
}
