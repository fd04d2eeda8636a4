import { patched } from '@temporalio/workflow';
import { opener } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/**
 * Waits for the start and takes quotations until the end; suppliers hand them in past the workflow, sealed (S1 §1.3.1.4). Resumed after
 * a suspension the window ends later: its keys are then bound to that end.
 */
export async function takeQuotations(procurement: RunningProcurement): Promise<void> {
  const taking = () => ['published', 'taking-quotations'].includes(procurement.file.status);
  const end = () => procurement.file.window?.closesAt ?? 0;
  let boundTo = end();
  while (taking()) {
    await procurement.serve(() => !taking() || end() > boundTo);
    if (!taking()) return;
    boundTo = end();
    if (!patched('keys-follow-the-end')) continue;
    const { intake, number } = procurement.file;
    const given = { windowId: intake?.windowId ?? '', notBefore: boundTo };
    const summary = `Ключи окна приёма ${number} до нового конца`;
    await procurement.serveDuring(
      opener.postponeKeys.executeWithOptions({ summary }, [given]),
      () => taking() && end() === boundTo,
    );
  }
}

/** After the loss of its key a window that had closed takes quotations again (ADR 0020). */
export const isHeldAgain = ({ file }: RunningProcurement): boolean => file.status === 'taking-quotations';
