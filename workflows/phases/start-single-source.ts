import { dueSingleSources } from '../../domain/procurement/single-source-after.ts';
import { steadily } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/**
 * After exactly one quotation the portal makes and publishes a single source for its supplier (S1 §1.7.1). No command is served
 * meanwhile: a lot is either cancelled before, or in use afterwards.
 */
export async function startSingleSourceAfterOneQuotation(procurement: RunningProcurement): Promise<void> {
  const due = () => procurement.file.status === 'completed' && dueSingleSources(procurement.file).length > 0;
  let noted = false;
  while (due() && !noted) {
    const { id, number } = procurement.file;
    const started = await steadily('startSingleSources', `Из одного источника по ${number}`, id);
    noted = started.length === 0 || (await procurement.perform('note-single-source', { started })).kind !== 'out-of-step';
  }
}
