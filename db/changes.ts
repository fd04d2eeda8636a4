import type { Actor } from '../domain/parties.ts';
import type { ShownStatus } from '../domain/procurement/statuses.ts';
import type { Tx } from './client.ts';

/** One recorded step as the feed tells it. `at` in ms; facts by their types, in order. */
export interface Change {
  position: number;
  number: string;
  seq: number;
  action: string;
  role: Actor['role'];
  at: number;
  statusBefore: ShownStatus;
  statusAfter: ShownStatus;
  facts: string[];
}

/**
 * The first `limit` steps after a position (0: from the beginning), in the one order of the feed. Steps that were recorded since the last
 * reading get their numbers first: a step that commits later than its neighbours is numbered later, never passed over.
 */
export async function changesAfter(tx: Tx, position: number, limit: number): Promise<Change[]> {
  const waiting = await tx.query('select 1 from unnumbered_change limit 1');
  if (waiting.rowCount) await tx.query('select number_changes()');
  const { rows } = await tx.query<Change>(
    `with told as (select position, case_id, seq from change where position > $1 order by position limit $2)
     select told.position::float8 as position, c.number, told.seq, min(j.action) as action, min(j.actor ->> 'role') as role,
       floor(extract(epoch from min(j.at)) * 1000)::float8 as at, (array_agg(j.status_before order by j.part))[1] as "statusBefore",
       (array_agg(j.status_after order by j.part desc))[1] as "statusAfter", array_agg(j.type order by j.part) as facts
     from told join journal j on j.case_id = told.case_id and j.seq = told.seq join procurement_case c on c.id = told.case_id
     group by told.position, c.number, told.seq order by told.position`,
    [position, limit],
  );
  return rows;
}
