import type { RunningProcurement } from '../procurement.ts';

/** Waits for the start and takes quotations until the end; suppliers hand them in past the workflow, sealed (S1 §1.3.1.4). */
export async function takeQuotations(procurement: RunningProcurement): Promise<void> {
  await procurement.serveWhile('published', 'taking-quotations');
}
