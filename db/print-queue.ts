import type { ProcurementPayload } from '../domain/procurement/documents.ts';
import type { Tx } from './client.ts';

export interface WaitingDocument {
  id: string;
  caseId: string;
  name: string;
  payload: ProcurementPayload;
}

/** Longest pause before a document is printed again after a failure, seconds. */
const LONGEST_PAUSE = 300;

/** Documents that wait for the printer, oldest first: rows of `document` in the state 'to-print', without those that failed just now. */
export async function waitingForPrint(tx: Tx, limit: number): Promise<WaitingDocument[]> {
  const { rows } = await tx.query<WaitingDocument>(
    `select d.id, d.case_id as "caseId", d.name, d.payload from document d left join print_failure f on f.subject = d.id::text
     where d.state = 'to-print' and (f.subject is null or f.next_attempt_at <= clock_timestamp()) order by d.created_at limit $1`,
    [limit],
  );
  return rows;
}

/** A printed document: its bytes lie in the file store. One that was deleted meanwhile stays deleted. */
export async function markPrinted(
  tx: Tx,
  printed: { id: string; sha256: string; bytes: number; payloadSha256: string },
): Promise<void> {
  await tx.query(
    `update document set state = 'approved', sha256 = $2, bytes = $3, payload_sha256 = $4 where id = $1 and state = 'to-print'`,
    [printed.id, printed.sha256, printed.bytes, printed.payloadSha256],
  );
}

/** Subject of the failures of a protocol. */
export const protocolSubject = (of: { caseId: string; type: string; version: number }): string =>
  `${of.caseId}/${of.type}/${of.version}`;

/** Notes that printing failed, for operators to see; the next attempt of a document waits twice as long each time, up to five minutes. */
export async function notePrintFailure(tx: Tx, of: { subject: string; caseId: string; error: unknown }): Promise<void> {
  await tx.query(
    `insert into print_failure (subject, case_id, attempts, error, failed_at, next_attempt_at)
     values ($1, $2, 1, $3, clock_timestamp(), clock_timestamp() + interval '2 seconds')
     on conflict (subject) do update set attempts = print_failure.attempts + 1, error = excluded.error, failed_at = clock_timestamp(),
       next_attempt_at = clock_timestamp() + make_interval(secs => least($4, power(2, least(print_failure.attempts + 1, 20))))`,
    [of.subject, of.caseId, String(of.error).slice(0, 500), LONGEST_PAUSE],
  );
}

/** What is printed at last has failed no more. */
export async function forgetPrintFailure(tx: Tx, subject: string): Promise<void> {
  await tx.query('delete from print_failure where subject = $1', [subject]);
}
