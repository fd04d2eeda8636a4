import type { Tx } from './client.ts';

/** Microseconds as text, ms for rules: `2026-03-27T13:00:00.000317Z` keeps what a JS number would lose. */
export interface LegalInstant {
  ms: number;
  text: string;
}

/** Reads the legal clock as `text`. */
export const NOW = `select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as text from (select legal_now() as t) as clock`;

/** The legal clock: the only source of "now" for anything that binds. Read it after the lock is held. */
export async function legalNow(tx: Tx): Promise<LegalInstant> {
  const { rows } = await tx.query<{ text: string }>(NOW);
  return instantOfText(rows[0]!.text);
}

/** An instant as `NOW` reads it. */
export const instantOfText = (text: string): LegalInstant => ({ text, ms: Date.parse(text.slice(0, 23) + 'Z') });

/** Sets the clock `offsetMs` ahead of the machine's. Only the sandbox and tests move it. */
export async function setLegalOffset(tx: Tx, offsetMs: number): Promise<void> {
  await tx.query(`update legal_clock set "offset" = make_interval(secs => $1::double precision / 1000), stopped_at = null`, [
    offsetMs,
  ]);
}

/** Stops the clock at an instant (ms); tests of exact boundaries need it. */
export async function stopLegalClock(tx: Tx, at: number): Promise<void> {
  await tx.query(`update legal_clock set stopped_at = to_timestamp($1::double precision / 1000)`, [at]);
}

/** Offset of the legal clock from the machine's clock, ms. */
export async function legalOffset(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ ms: string }>(`select (extract(epoch from "offset") * 1000)::bigint as ms from legal_clock`);
  return Number(rows[0]!.ms);
}
