import { awaitsOpening } from '../../domain/procurement/file.ts';
import { opener } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/**
 * Opens the application of a closed window, by hand or at the deadline (S1 §1.7.3). The opener may take its time; commands are
 * served meanwhile, and while the procurement is suspended nothing is opened.
 */
export async function openApplication(procurement: RunningProcurement): Promise<void> {
  const due = () => awaitsOpening(procurement.file);
  const ready = () => due() && !procurement.file.suspension;
  while (due()) {
    await procurement.serve(() => ready() || !due());
    const { id, number, intake } = procurement.file;
    if (!ready() || !intake) continue;
    const of = { caseId: id, windowId: intake.windowId };
    const opening = opener.openApplication.executeWithOptions({ summary: `Вскрытие ${number}` }, [of]);
    const openedApplication = await procurement.serveDuring(opening, ready);
    if (openedApplication) await procurement.perform('open-application', {}, { openedApplication });
    else if (openedApplication === null) await procurement.readAgain();
  }
}
