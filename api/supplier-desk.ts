import { checkAction } from '../domain/actions.ts';
import { dateOf } from '../domain/calendar.ts';
import type { Actor } from '../domain/parties.ts';
import { procurementActions } from '../domain/procurement/actions/index.ts';
import type { ProcurementFile, Restriction } from '../domain/procurement/file.ts';
import type { Refusal } from '../domain/refusals.ts';
import { findCase } from '../db/cases.ts';
import { legalNow } from '../db/clock.ts';
import { findWindow } from '../db/intake.ts';
import { currentCalendar, findOrganizations, restrictionsOf } from '../db/lookups.ts';
import type { WindowPhase } from '../templates/pages/offer.view.ts';
import { offerActsOf } from './offers.ts';
import { ownReceipts, type OwnReceipt } from './offer-receipts.ts';
import type { Services } from './services.ts';

/** What a supplier finds at the window of a procurement. Instants in ms. */
export interface SupplierDesk {
  file: ProcurementFile;
  phase: WindowPhase;
  opensAt: number;
  closesAt: number;
  supplier: { bin: string; name: { kk: string; ru: string } };
  restriction: Restriction | null;
  /** Own receipts, oldest first. */
  receipts: OwnReceipt[];
  /** The void generation that `receipts` belong to. */
  voidGeneration: number | null;
  /** Why this supplier may not take part at all; what follows from the clock is told by `phase`. */
  refusal: Refusal | null;
}

/** Receipts are those of the present keys, or of a generation that was declared void. Null when there is no such published procurement with a window. */
export async function deskOf(
  services: Services,
  number: string,
  actor: Actor,
  voidGeneration?: number,
): Promise<SupplierDesk | null> {
  const { pool } = services.db;
  const file = await findCase(pool, number);
  if (!file?.intake || file.status === 'draft') return null;
  const { windowId } = file.intake;
  const window = await findWindow(pool, windowId);
  if (!window) return null;
  const lost = file.lostKeys?.find(({ generation }) => generation === voidGeneration);
  const shown = lost?.windowId ?? windowId;
  const bin = actor.bin ?? '';
  const now = (await legalNow(pool)).ms;
  const [organizations, calendar, receipts] = await Promise.all([
    findOrganizations(pool, [bin]),
    currentCalendar(pool),
    ownReceipts(services, [shown], bin),
  ]);
  const [restriction] = await restrictionsOf(pool, [bin], dateOf(calendar, now), now);
  return {
    file,
    phase: phaseOf(window, now),
    opensAt: window.opensAt,
    closesAt: window.closesAt,
    supplier: { bin, name: organizations[0]?.name ?? actor.name },
    restriction: restriction ?? null,
    receipts: receipts.get(shown) ?? [],
    voidGeneration: lost?.generation ?? null,
    refusal: refusalOf(file, actor),
  };
}

function phaseOf({ state, opensAt, closesAt }: { state: string; opensAt: number; closesAt: number }, now: number): WindowPhase {
  if (state === 'frozen') return 'frozen';
  if (state === 'closed' || state === 'opened' || state === 'void' || now >= closesAt) return 'over';
  return now < opensAt ? 'before' : 'open';
}

function refusalOf(file: ProcurementFile, actor: Actor): Refusal | null {
  const checked = checkAction(
    procurementActions,
    file,
    { action: offerActsOf(file).submit, actor, receivedAt: 0, input: {} },
    {},
  );
  if (checked.ok) return null;
  return checked.refusal.code === 'not-in-this-status' && file.status !== 'cancelled' ? null : checked.refusal;
}
