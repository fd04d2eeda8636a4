import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { Tx } from './client.ts';

/** Single sources under way in which this organization is the organizer or the invited supplier, the nearest deadline first; at most 100. */
export async function openSingleSources(tx: Tx, bin: string): Promise<ProcurementFile[]> {
  const { rows } = await tx.query<{ file: ProcurementFile }>(
    `select file from procurement_case
      where method = 'single-source' and status in ('published', 'taking-applications', 'considering-applications', 'forming-results-protocol')
        and (organizer_bin = $1 or file->'invited'->>'bin' = $1)
      order by next_deadline_at nulls last, number limit 100`,
    [bin],
  );
  return rows.map((row) => row.file);
}
