import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { CaseStart } from './messages.ts';
import { liveUntilContracted } from './phases/live-until-contracted.ts';
import { openAndCompare } from './phases/open-and-compare.ts';
import { publishDueProtocols } from './phases/publish-protocols.ts';
import { startSingleSourceAfterOneQuotation } from './phases/start-single-source.ts';
import { isHeldAgain, takeOffers } from './phases/take-offers.ts';
import { close, openCase, type ProcurementOutcome } from './procurement.ts';

/** Request for price quotations, S1 §1.3. */
export async function priceQuotations(start: CaseStart<ProcurementFile>): Promise<ProcurementOutcome> {
  const procurement = await openCase(start); // §1.3.1.4: published
  do {
    await takeOffers(procurement); // §1.3.1.4: from start to end, sealed
    await openAndCompare(procurement); // §1.3.2: automatic
  } while (isHeldAgain(procurement)); // ADR 0021: its key was lost
  await publishDueProtocols(procurement); // §1.3.2: automatic
  await startSingleSourceAfterOneQuotation(procurement); // §1.7.1: automatic
  await liveUntilContracted(procurement); // §1.3.3: cancellation stays possible
  return close(procurement);
}
