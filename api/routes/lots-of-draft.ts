import type { Tx } from '../../db/client.ts';
import { deleteDocument } from '../../db/documents.ts';
import { saveDraft } from '../../db/drafts.ts';
import { freePlanItems, planPool, takePlanItems } from '../../db/plan-items.ts';
import { type DraftBody, isOffered, type PlanItem, strayPapers, withLots, withoutLots } from '../../domain/procurement/draft.ts';
import type { Services } from '../services.ts';
import { type Desk, makeDraftFile } from './draft-desk.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** How many lots came or went; nothing is changed once the draft is published or on its way there. */
type LotsChanged = { ok: true; count: number } | { ok: false; reason: 'not-a-draft' | 'being-published' };

const poolFor = (tx: Tx, organizerBin: string, { head }: DraftBody): Promise<PlanItem[]> =>
  planPool(tx, organizerBin, head.purchaseType === 'repeat' ? 'failed' : 'planned');

/** Plan items that fit the draft and are not in it yet (S1 §1.3.1.1). */
export async function offeredItems({ db }: Pick<Services, 'db'>, { draft }: Pick<Desk, 'draft'>): Promise<PlanItem[]> {
  const { body, organizerBin } = draft;
  const present = new Set(body.lots.map((lot) => lot.planItemId));
  const free = await poolFor(db.pool, organizerBin, body);
  return free.filter((item) => isOffered(item, body.head) && !present.has(item.id));
}

/** Takes plan items into the draft: those that fit and that no other draft has taken meanwhile. */
export const addLots = (services: Pick<Services, 'db'>, desk: Desk, chosen: string[]): Promise<LotsChanged> => {
  const ids = chosen.filter((id) => UUID.test(id));
  return changeLots(services, desk, async (body, tx) => {
    const offered = await poolFor(tx, desk.draft.organizerBin, body);
    const fit = offered.filter((item) => ids.includes(item.id) && isOffered(item, body.head));
    const taken = await takePlanItems(
      tx,
      desk.draft.id,
      fit.map((item) => item.id),
      body.head.purchaseType,
    );
    return withLots(
      body,
      fit.filter((item) => taken.some((each) => each.id === item.id)),
    );
  });
};

/** A lot that leaves takes its documents along and frees its plan item. */
export const removeLots = (services: Pick<Services, 'db'>, desk: Desk, numbers: string[]): Promise<LotsChanged> =>
  changeLots(services, desk, async (body, tx) => {
    const changed = withoutLots(body, numbers);
    const left = body.lots.filter((lot) => numbers.includes(lot.number));
    await freePlanItems(
      tx,
      desk.draft.id,
      left.map((lot) => lot.planItemId),
    );
    for (const paper of strayPapers(changed, desk.papers)) await deleteDocument(tx, paper.id);
    return changed;
  });

async function changeLots(
  { db }: Pick<Services, 'db'>,
  { draft, actor }: Desk,
  change: (body: DraftBody, tx: Tx) => Promise<DraftBody>,
): Promise<LotsChanged> {
  let count = 0;
  const counted = async (body: DraftBody, tx: Tx) => {
    const changed = await change(body, tx);
    count = Math.abs(changed.lots.length - body.lots.length);
    return changed;
  };
  const saving = await saveDraft(db, { number: draft.number, step: 'lots', seen: null, actor, change: counted }, makeDraftFile);
  if (saving.ok) return { ok: true, count };
  if (saving.reason === 'stale') throw new Error('a change of lots sees no version');
  return { ok: false, reason: saving.reason };
}
