import type { Outcome } from '../domain/case.ts';
import type { Following } from '../domain/procurement/application.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { Refusal } from '../domain/refusals.ts';
import { type Database, transaction, type Tx } from './client.ts';

/** A single source that the portal made and that is not published yet. */
export interface Unpublished {
  file: ProcurementFile;
  /** Why the last attempt to publish it was refused; null while none was decided. */
  refusal: Refusal | null;
  /** A command that publishes it is being decided. */
  waiting: boolean;
}

const OPEN_DRAFT = `method = 'single-source' and status = 'draft' and not closed`;

/** The unpublished single source of an announcement number, or undefined. */
export async function findUnpublished(tx: Tx, number: string): Promise<Unpublished | undefined> {
  const { rows } = await tx.query<{ file: ProcurementFile; outcomes: (Outcome | null)[] }>(
    `select c.file, (select coalesce(jsonb_agg(m.outcome order by m.received_at), '[]') from command m
       where m.case_id = c.id and m.action = 'publish') as outcomes
     from procurement_case c where c.number = $1 and ${OPEN_DRAFT}`,
    [number],
  );
  const [row] = rows;
  if (!row) return undefined;
  const last = row.outcomes.findLast((outcome) => outcome !== null);
  return { file: row.file, refusal: last?.accepted === false ? last.refusal : null, waiting: row.outcomes.includes(null) };
}

/** Single sources whose publication was refused, of one creator, the newest first; at most 100. */
export async function refusedSingleSources(tx: Tx, creatorId: string): Promise<ProcurementFile[]> {
  const { rows } = await tx.query<{ file: ProcurementFile }>(
    `select c.file from procurement_case c where c.creator_id = $1 and ${OPEN_DRAFT}
       and exists (select 1 from command m where m.case_id = c.id and m.outcome is not null) order by c.number desc limit 100`,
    [creatorId],
  );
  return rows.map((row) => row.file);
}

/** Where these announcements stand, by number. */
export async function followingStates(tx: Tx, numbers: readonly string[]): Promise<Map<string, Following>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await tx.query<{ number: string; state: Following }>(
    `select number, case when status <> 'draft' then 'published' when closed then 'deleted' else 'unpublished' end as state
     from procurement_case where number = any($1)`,
    [numbers],
  );
  return new Map(rows.map(({ number, state }) => [number, state]));
}

/**
 * Deletes an unpublished single source: its plan items stand again with the failed procurement, whose lots may be cancelled or
 * bought in a repeat purchase. The row stays behind the receipts of its commands and the link from the failed one, and is in no list.
 */
export async function deleteUnpublished(db: Database, number: string): Promise<'deleted' | 'not-a-draft' | 'being-published'> {
  return transaction(db, async (tx) => {
    await tx.query('select 1 from procurement_case where number = $1 for update', [number]);
    const found = await findUnpublished(tx, number);
    if (!found?.file.origin) return 'not-a-draft';
    if (found.waiting) return 'being-published';
    const { id, origin } = found.file;
    await tx.query(`update plan_item set status = 'failed', case_id = $2 where case_id = $1 and status = 'lot-draft'`, [
      id,
      origin.caseId,
    ]);
    await tx.query('update procurement_case set closed = true where id = $1', [id]);
    return 'deleted';
  });
}
