import { nextDeadline, type Outcome, type Recorded, type Step, type Verdict } from '../domain/case.ts';
import { evolve } from '../domain/procurement/evolve.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import { type ProcurementFile, shownStatus } from '../domain/procurement/file.ts';
import { noticesOf, noticesOfRefusal } from '../domain/procurement/notices.ts';
import { type Database, transaction, type Tx } from './client.ts';
import { legalNow } from './clock.ts';
import { GENESIS, type JournalEvent, link } from './journal.ts';
import { keyWasReleased } from './window-keys.ts';
import { giveNotices } from './notices.ts';
import { keepDraftFile, writeColumns, writeLots, writeWindows, writeWords } from './projection.ts';
import { keepSignature } from './protocol-signature.ts';

type ProcurementStep = Step<ProcurementFact>;

/**
 * The commit point: one transaction that holds the case exclusively. Takes facts, not state, and is safe to repeat.
 * Vetoes a command the portal never received or that has an outcome, a deadline whose time has not come by the legal
 * clock, and a deadline while a command received before it still waits.
 */
export async function recordStep(db: Database, step: ProcurementStep): Promise<Recorded> {
  const recorded = await transaction(db, async (tx) => ({ ...(await recordIn(tx, step)), now: (await legalNow(tx)).ms }));
  // After the commit: inside, NOTIFY takes a lock on the whole database at commit.
  if (step.command && (recorded.kind === 'recorded' || recorded.kind === 'refused')) {
    await db.pool.query(`select pg_notify('outcome', $1)`, [step.command.commandId]);
  }
  return recorded;
}

async function recordIn(tx: Tx, step: ProcurementStep): Promise<Verdict> {
  const { rows } = await tx.query<{ file: ProcurementFile; seq: number }>(
    'select file, seq from procurement_case where id = $1 for update',
    [step.caseId],
  );
  const stored = rows[0];
  if (!stored) return { kind: 'never-received' };
  const commandId = step.command?.commandId ?? null;
  const repeated = await tx.query(
    'select 1 from journal where case_id = $1 and seq = $2 and action = $3 and command_id is not distinct from $4',
    [step.caseId, step.seq, step.action, commandId],
  );
  if ((repeated.rowCount ?? 0) > 0) return { kind: 'recorded', seq: step.seq, again: true };
  const unbelieved = step.command ? await vetoOfReceipt(tx, step, step.command) : null;
  if (unbelieved) return unbelieved;
  if (step.refusal) {
    await writeOutcome(tx, step, { accepted: false, refusal: step.refusal });
    await giveNotices(
      tx,
      stored.file,
      (await legalNow(tx)).ms,
      noticesOfRefusal(stored.file, { ...step, refusal: step.refusal }),
    );
    return { kind: 'refused' };
  }
  if (stored.seq !== step.seq - 1) return { kind: 'out-of-step', seq: stored.seq };
  if (await opensMeanwhile(tx, step)) return { kind: 'out-of-step', seq: stored.seq };
  const veto = step.deadline ? await vetoOfClock(tx, step.caseId, step.deadline.at) : null;
  if (veto) return veto;
  const file = await appendFacts(tx, step, stored.file);
  if (step.command)
    await writeOutcome(tx, step, { accepted: true, status: shownStatus(file), facts: step.facts.map((fact) => fact.type) });
  return { kind: 'recorded', seq: step.seq };
}

/** The receipt must hold this very command: a signal sent by hand, or with another body, was never received. */
async function vetoOfReceipt(
  tx: Tx,
  step: ProcurementStep,
  command: NonNullable<ProcurementStep['command']>,
): Promise<Verdict | null> {
  const { rows } = await tx.query<{ decided: boolean }>(
    `select outcome is not null as decided from command where id::text = $1 and case_id = $2 and action = $3
     and actor = $4::jsonb and input = $5::jsonb and floor(extract(epoch from received_at) * 1000) = $6`,
    [
      command.commandId,
      step.caseId,
      step.action,
      JSON.stringify(step.actor),
      JSON.stringify(command.input ?? null),
      command.receivedAt,
    ],
  );
  if (!rows[0]) return { kind: 'never-received' };
  return rows[0].decided ? { kind: 'already-decided' } : null;
}

/** A window that the opener has just opened is not voided: the case looks again and finds its key used. Both hold the window's row. */
async function opensMeanwhile(tx: Tx, step: ProcurementStep): Promise<boolean> {
  const loss = step.facts.find((fact) => fact.type === 'KeyLost');
  if (!loss) return false;
  const { windowId } = loss.lost;
  await tx.query('select 1 from intake_window where id = $1 for update', [windowId]);
  return keyWasReleased(tx, windowId);
}

async function vetoOfClock(tx: Tx, caseId: string, at: number): Promise<Verdict | null> {
  const now = await legalNow(tx);
  if (now.ms < at) return { kind: 'too-early', wait: at - now.ms };
  const { rows } = await tx.query<{ oldest: string | null }>(
    `select floor(extract(epoch from min(received_at)) * 1000) as oldest from command
     where case_id = $1 and outcome is null and received_at < to_timestamp($2::double precision / 1000)`,
    [caseId, at],
  );
  const oldest = rows[0]?.oldest;
  return oldest ? { kind: 'commands-waiting', oldest: Number(oldest) } : null;
}

async function appendFacts(tx: Tx, step: ProcurementStep, before: ProcurementFile): Promise<ProcurementFile> {
  const last = await tx.query<{ hash: Buffer }>('select hash from journal where case_id = $1 order by id desc limit 1', [
    step.caseId,
  ]);
  const begins = last.rows.length === 0;
  let prev = last.rows[0]?.hash ?? GENESIS;
  let file: ProcurementFile = { ...before, seq: step.seq };
  for (const [part, fact] of step.facts.entries()) {
    const statusBefore = shownStatus(file);
    file = evolve(file, fact);
    const statusAfter = shownStatus(file);
    const event: JournalEvent = {
      caseId: step.caseId,
      seq: step.seq,
      part,
      action: step.action,
      commandId: step.command?.commandId ?? null,
      actor: step.actor,
      fact,
      statusBefore,
      statusAfter,
      ...(begins && part === 0 ? { draft: before } : {}),
    };
    const chained = link(prev, event);
    await tx.query(
      `insert into journal (case_id, seq, part, type, fact, actor, action, command_id, status_before, status_after, at, salt, leaf, prev, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::double precision / 1000), $12, $13, $14, $15)`,
      [
        step.caseId,
        step.seq,
        part,
        fact.type,
        JSON.stringify(fact),
        JSON.stringify(step.actor),
        step.action,
        step.command?.commandId ?? null,
        statusBefore,
        statusAfter,
        fact.at,
        chained.salt,
        chained.leaf,
        chained.prev,
        chained.hash,
      ],
    );
    prev = chained.hash;
    if (fact.type === 'ProtocolSigned') await keepSignature(tx, fact);
    await giveNotices(tx, file, fact.at, noticesOf(file, fact));
  }
  if (begins) await keepDraftFile(tx, before);
  if (begins) await writeWords(tx, file);
  const next = nextDeadline(file);
  await writeColumns(tx, file, next);
  await writeLots(tx, file, next);
  await writeWindows(tx, file);
  return file;
}

async function writeOutcome(tx: Tx, step: ProcurementStep, outcome: Outcome): Promise<void> {
  await tx.query('update command set outcome = $2, decided_at = legal_now() where id = $1 and outcome is null', [
    step.command?.commandId,
    JSON.stringify(outcome),
  ]);
}
