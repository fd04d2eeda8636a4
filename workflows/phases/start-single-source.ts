import { dueSingleSources } from '../../domain/procurement/single-source-after.ts';
import { steadily } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/**
 * After exactly one quotation the portal makes and publishes a single source for its supplier (S1 §1.7.1). No command is served
 * meanwhile: a lot is either cancelled before, or in use afterwards.
 */
export async function startSingleSourceAfterOneQuotation(procurement: RunningProcurement): Promise<void> {
  const { file } = procurement;
  if (file.status !== 'completed' || dueSingleSources(file).length === 0) return;
  const started = await steadily('startSingleSources', `Из одного источника по ${file.number}`, file.id);
  if (started.length > 0) await procurement.perform('note-single-source', { started });
}
