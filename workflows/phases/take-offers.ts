import { patched } from '@temporalio/workflow';
import { isTakingOffers } from '../../domain/procurement/file.ts';
import { keysBoundTo } from '../../domain/procurement/window-at-publication.ts';
import { opener } from '../activity-proxies.ts';
import type { RunningProcurement } from '../procurement.ts';

/** Since then the opener finds moved windows by itself (ADR 0026). */
const OPENER_FINDS_MOVED_WINDOWS = 'opener-finds-moved-windows';

/**
 * Waits for the start and takes offers until the window is closed; suppliers hand them in past the workflow, sealed (S1 §1.3.1.4,
 * §1.7.1). Resumed after a suspension the window moves, and the opener binds its keys to where it is now.
 */
export async function takeOffers(procurement: RunningProcurement): Promise<void> {
  const taking = () => isTakingOffers(procurement.file);
  const bound = () => keysBoundTo(procurement.file) ?? 0;
  let boundTo = bound();
  while (taking()) {
    await procurement.serve(() => !taking() || bound() > boundTo);
    if (!taking()) return;
    if (patched(OPENER_FINDS_MOVED_WINDOWS)) return procurement.serve(() => !taking());
    boundTo = bound();
    const { intake, number } = procurement.file;
    const given = { windowId: intake?.windowId ?? '', notBefore: boundTo };
    const summary = `Ключи окна приёма ${number} после возобновления`;
    await procurement.serveDuring(
      opener.postponeKeys.executeWithOptions({ summary }, [given]),
      () => taking() && bound() === boundTo,
    );
  }
}

/** After the loss of its key a window that had closed takes offers again (ADR 0021). */
export const isHeldAgain = ({ file }: RunningProcurement): boolean => isTakingOffers(file);
