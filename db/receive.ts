import { createHash } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
import type { Command, Outcome } from '../domain/case.ts';
import type { Actor } from '../domain/parties.ts';
import { type Database, transaction, type Tx } from './client.ts';
import { legalNow } from './clock.ts';

export interface Received {
  command: Command;
  /** The same command had been received before; its outcome may already stand. */
  again: boolean;
  outcome: Outcome | null;
}

export type Reception = { ok: true; received: Received } | { ok: false; reason: 'no-such-case' | 'same-key-other-body' };

interface CommandRow {
  id: string;
  case_id: string;
  action: string;
  actor: Actor;
  input: unknown;
  digest: string;
  received: string;
  outcome: Outcome | null;
}

const toCommand = (row: CommandRow): Command => ({
  commandId: row.id,
  action: row.action,
  actor: row.actor,
  receivedAt: Number(row.received),
  input: row.input,
});

const COLUMNS = `id, case_id, action, actor, input, digest, floor(extract(epoch from received_at) * 1000) as received, outcome`;

/** SHA-256 (hex) of what was asked and by whom: the same command id with another digest is another command. */
export const digestOf = (request: { caseId: string; action: string; actor: Actor; input: unknown }) =>
  createHash('sha256')
    .update(canonical({ caseId: request.caseId, action: request.action, user: request.actor.userId, input: request.input }))
    .digest('hex');

/**
 * Receives a command: the row is the receipt. The shared lock on the case orders it against the record of a step,
 * so that a deadline never overtakes a command received before it. The same id with another body is refused.
 */
export async function receiveCommand(
  db: Database,
  request: { commandId: string; caseId: string; action: string; actor: Actor; input: unknown },
  before?: (tx: Tx) => Promise<void>,
): Promise<Reception> {
  const digest = digestOf(request);
  return transaction(db, async (tx) => {
    const known = await findCommand(tx, request.commandId);
    if (known) return known.digest === digest ? again(known) : { ok: false, reason: 'same-key-other-body' };
    // A draft that was deleted takes no commands: its row only stands behind earlier receipts.
    const locked = await tx.query(
      `select 1 from procurement_case where id = $1 and not (closed and status = 'draft') for share`,
      [request.caseId],
    );
    if (locked.rowCount === 0) return { ok: false, reason: 'no-such-case' };
    await before?.(tx);
    const now = await legalNow(tx);
    const inserted = await tx.query<CommandRow>(
      `insert into command (id, case_id, action, actor, input, digest, received_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do nothing returning ${COLUMNS}`,
      [
        request.commandId,
        request.caseId,
        request.action,
        JSON.stringify(request.actor),
        JSON.stringify(request.input),
        digest,
        now.text,
      ],
    );
    const row = inserted.rows[0];
    if (row) return { ok: true, received: { command: toCommand(row), again: false, outcome: null } };
    const other = await findCommand(tx, request.commandId);
    return other?.digest === digest ? again(other) : { ok: false, reason: 'same-key-other-body' };
  });
}

const again = (row: CommandRow): Reception => ({
  ok: true,
  received: { command: toCommand(row), again: true, outcome: row.outcome },
});

async function findCommand(tx: Tx, id: string): Promise<CommandRow | undefined> {
  return (await tx.query<CommandRow>(`select ${COLUMNS} from command where id = $1`, [id])).rows[0];
}

/** Outcome of a command: undefined when never received, null while it is being decided. */
export async function outcomeOf(
  db: Database,
  commandId: string,
): Promise<{ caseId: string; action: string; userId: string; digest: string; outcome: Outcome | null } | undefined> {
  const row = await findCommand(db.pool, commandId);
  return row && { caseId: row.case_id, action: row.action, userId: row.actor.userId, digest: row.digest, outcome: row.outcome };
}

/** Which of these commands (UUIDs) were received for this case, whether or not they were decided. */
export async function receivedAmong(tx: Tx, { caseId, commandIds }: { caseId: string; commandIds: string[] }): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('select id from command where case_id = $1 and id = any($2::uuid[])', [
    caseId,
    commandIds,
  ]);
  return rows.map(({ id }) => id);
}

/** Longest pause between two carries of a command, seconds. */
const LONGEST_PAUSE = 15;

/**
 * Takes up to `limit` commands whose time to be carried again has come, oldest first, and puts off their next time: first after
 * three seconds (the default of the column), then twice as long each time, up to a quarter of a minute. What another process has taken is left to it.
 */
export async function takeUnanswered(db: Database, limit: number): Promise<{ caseId: string; command: Command }[]> {
  const { rows } = await db.pool.query<CommandRow>(
    `update command set carries = carries + 1,
       next_carry_at = clock_timestamp() + make_interval(secs => least($2, 3 * power(2, least(carries, 10))))
     where id in (select id from command where outcome is null and next_carry_at <= clock_timestamp()
       order by received_at limit $1 for update skip locked) and outcome is null
     returning ${COLUMNS}`,
    [limit, LONGEST_PAUSE],
  );
  const commands = rows.map((row) => ({ caseId: row.case_id, command: toCommand(row) }));
  return commands.sort((a, b) => a.command.receivedAt - b.command.receivedAt);
}

/** Commands that were taken and not carried: they are taken again with the next round. */
export async function putBack(db: Database, commandIds: string[]): Promise<void> {
  await db.pool.query('update command set carries = carries - 1, next_carry_at = clock_timestamp() where id = any($1::uuid[])', [
    commandIds,
  ]);
}
