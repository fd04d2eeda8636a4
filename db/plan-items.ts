import { randomUUID } from 'node:crypto';
import { type PlanItem, type PlanItemBody, plannedAmount } from '../domain/procurement/draft/plan-item.ts';
import type { Method, SubjectKind } from '../domain/procurement/file.ts';
import { fold } from '../domain/search-fold.ts';
import type { Tx } from './client.ts';

const COLUMNS = `p.id, p.customer_bin as customer, p.organizer_bin as organizer, p.method, p.subject_kind as "subjectKind", p.body,
  p.amount::text as amount, p.status, p.case_id as "caseId"`;

export interface ListedPlanItem extends PlanItem {
  /** Number of the announcement that holds it. */
  announcement: string | null;
}

export interface PlanFilter {
  /** Organization that plans or buys. */
  bin: string;
  text?: string;
  status?: string;
  limit?: number;
}

/** Plan items of an organization as customer or organizer, newest first; `text` is looked for in names, codes and BINs. */
export async function listPlanItems(tx: Tx, { bin, text = '', status, limit = 500 }: PlanFilter): Promise<ListedPlanItem[]> {
  const { rows } = await tx.query<ListedPlanItem>(
    `select ${COLUMNS}, c.number as announcement from plan_item p left join procurement_case c on c.id = p.case_id
     where (p.organizer_bin = $1 or p.customer_bin = $1) and ($2::text is null or p.status = $2)
     order by p.body->'name'->>'ru', p.id limit $3`,
    [bin, status ?? null, limit],
  );
  const wanted = fold(text);
  return wanted === '' ? rows : rows.filter((item) => folded(item).includes(wanted));
}

const folded = ({ body, customer }: PlanItem) => fold([body.name.kk, body.name.ru, body.catalogueCode, customer].join(' '));

/** Plan items that an organizer's draft may choose from: those with one of these statuses. */
export async function planPool(tx: Tx, organizer: string, status: 'planned' | 'failed'): Promise<PlanItem[]> {
  const { rows } = await tx.query<PlanItem>(
    `select ${COLUMNS} from plan_item p where p.organizer_bin = $1 and p.status = $2 order by p.body->'name'->>'ru', p.id limit 1000`,
    [organizer, status],
  );
  return rows;
}

/** Adds a line to the plan; the amount is quantity × unit price. */
export async function addPlanItem(
  tx: Tx,
  item: { customer: string; organizer: string; method: Method; subjectKind: SubjectKind; body: PlanItemBody; id?: string },
): Promise<string> {
  const id = item.id ?? randomUUID();
  await tx.query(
    `insert into plan_item (id, customer_bin, organizer_bin, method, subject_kind, body, amount, status)
     values ($1, $2, $3, $4, $5, $6, $7, 'planned') on conflict (id) do nothing`,
    [id, item.customer, item.organizer, item.method, item.subjectKind, JSON.stringify(item.body), plannedAmount(item.body)],
  );
  return id;
}

/**
 * Puts plan items into a draft: status «Проект лота». Of two drafts only one gets an item; gives back those that it got.
 * An item of a failed lot keeps status and announcement until the repeat purchase is published, so that the failure stays visible.
 */
export async function takePlanItems(
  tx: Tx,
  caseId: string,
  ids: readonly string[],
  purchaseType: 'first' | 'repeat',
): Promise<PlanItem[]> {
  if (purchaseType === 'repeat') {
    const { rows } = await tx.query<PlanItem>(
      `select ${COLUMNS} from plan_item p where p.id = any($1::uuid[]) and p.status = 'failed'`,
      [ids],
    );
    return rows;
  }
  const { rows } = await tx.query<PlanItem>(
    `update plan_item p set status = 'lot-draft', case_id = $1 where p.id = any($2::uuid[]) and p.status = 'planned' returning ${COLUMNS}`,
    [caseId, ids],
  );
  return rows;
}

/** Gives plan items of a draft back to the plan. */
export async function freePlanItems(tx: Tx, caseId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update plan_item set status = 'planned', case_id = null where case_id = $1 and id = any($2::uuid[]) and status = 'lot-draft'`,
    [caseId, ids],
  );
}
