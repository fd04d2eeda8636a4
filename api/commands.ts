import { checkAction, findAction } from '../domain/actions.ts';
import type { Outcome } from '../domain/case.ts';
import type { Actor } from '../domain/parties.ts';
import { procurementActions } from '../domain/procurement/actions/index.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { legalNow } from '../db/clock.ts';
import type { Lookup } from '../domain/procurement/consulted.ts';
import { ownReceipts, type OwnReceipt } from './offer-receipts.ts';
import { consult } from '../db/consult.ts';
import { findCase } from '../db/cases.ts';
import type { Tx } from '../db/client.ts';
import { digestOf, outcomeOf, receiveCommand } from '../db/receive.ts';
import type { Services } from './services.ts';

/** How long a caller waits at most for the outcome before it is told where the outcome will stand, ms (design §4). */
export const WAIT_FOR_OUTCOME = 5_000;

export interface CommandRequest {
  /** Announcement number, `1000007-1`. */
  number: string;
  action: string;
  actor: Actor;
  /** Id of the command: the form's hidden field or the `Idempotency-Key`, a UUID. */
  commandId: string;
  input: unknown;
  /** Number of the HTTP request in the log. */
  requestId?: string;
  /** How long the caller is willing to wait for the outcome, ms; as long as it may unless said. */
  patience?: number;
}

export type CommandAnswer =
  | { kind: 'decided'; outcome: Outcome; file: ProcurementFile }
  | { kind: 'waiting'; commandId: string }
  | { kind: 'refused'; refusal: Refusal; file?: ProcurementFile };

/** Why a command was refused, by the advice before its receipt or by its case; null when it was accepted or is not decided yet. */
export function refusalIn(answer: CommandAnswer): Refusal | null {
  if (answer.kind === 'refused') return answer.refusal;
  return answer.kind === 'decided' && !answer.outcome.accepted ? answer.outcome.refusal : null;
}

type Advice = { ok: true; input: unknown } | { ok: false; refusal: Refusal };

/**
 * Advice before the receipt: the same guard that the running case asks, on the stored file. Keys are made only by the case itself.
 * What is received is the input as the row's schema read it: nothing that the schema does not name is kept or carried.
 */
async function advise(services: Services, file: ProcurementFile, request: CommandRequest): Promise<Advice> {
  const row = findAction(procurementActions, request.action);
  if (row?.carrier !== 'signal') return { ok: false, refusal: refuse('unknown-action', { action: request.action }) };
  const { db } = services;
  const receivedAt = (await legalNow(db.pool)).ms;
  const lookups = row.consult ?? [];
  const found = await consult(db, {
    caseId: file.id,
    lookups,
    command: request,
    file: { creator: file.creator.userId, planItemIds: file.lots.map((lot) => lot.planItemId) },
  });
  const consulted = { ...found, ...(await knownToWeb(services, file, lookups)) };
  const checked = checkAction(procurementActions, file, { ...request, receivedAt }, consulted);
  return checked.ok ? { ok: true, input: checked.occasion.input } : checked;
}

/**
 * Look-ups that are not the database's alone: an application is found by the blind key, which the web holds as well as the opener;
 * a signature is judged by the case itself when it decides.
 */
async function knownToWeb(services: Services, file: ProcurementFile, lookups: readonly string[]): Promise<object> {
  const { intake, invited } = file;
  const asked = (name: Lookup) => lookups.includes(name);
  const receipts =
    asked('applicationIn') && intake && invited
      ? await ownReceipts(services, [intake.windowId], invited.bin)
      : new Map<string, OwnReceipt[]>();
  const latest = receipts.get(intake?.windowId ?? '')?.at(-1);
  return {
    ...(asked('applicationIn') ? { applicationIn: latest !== undefined && latest.act !== 'withdrawn' } : {}),
    ...(asked('protocolSignature') ? { protocolSignature: { ok: true } } : {}),
  };
}

/** A repeated request gets the answer of its first one, although the action is no longer available; with another body it is another one. */
async function answeredBefore({ db }: Services, file: ProcurementFile, request: CommandRequest): Promise<CommandAnswer | null> {
  const { commandId, action, actor } = request;
  const known = await outcomeOf(db, commandId);
  if (known?.caseId !== file.id || known.action !== action || known.userId !== actor.userId) return null;
  const { success, data: input } = findAction(procurementActions, action)?.input.safeParse(request.input) ?? {};
  if (!success || known.digest !== digestOf({ caseId: file.id, action, actor, input }))
    return { kind: 'refused', refusal: refuse('same-key-other-body', { number: file.number }), file };
  return known.outcome ? { kind: 'decided', outcome: known.outcome, file } : { kind: 'waiting', commandId };
}

/** Sends a command on its way, counts it and notes it in the log under its number and that of its case. */
export async function sendCommand(services: Services, request: CommandRequest, freeze?: Freeze): Promise<CommandAnswer> {
  const began = performance.now();
  const answer = await wayOf(services, request, freeze);
  const said = answer.kind === 'decided' ? (answer.outcome.accepted ? 'accepted' : 'refused') : answer.kind;
  const seconds = (performance.now() - began) / 1000;
  const action = findAction(procurementActions, request.action)?.name ?? 'unknown';
  services.metrics.command(action, said, seconds);
  const refusal = answer.kind === 'refused' ? answer.refusal.code : undefined;
  const { requestId, commandId, number, actor } = request;
  services.log.info(
    {
      request: requestId,
      command: commandId,
      case: number,
      action,
      user: actor.userId,
      said,
      refusal,
      ms: Math.round(seconds * 1000),
    },
    'command',
  );
  return answer;
}

/** Written with the receipt of a publication: the file to start with. */
interface Freeze {
  file: ProcurementFile;
  write: (tx: Tx) => Promise<void>;
}

/**
 * The way of a command: advice on the stored file, receipt in Postgres, signal to the case, outcome awaited for five seconds at most.
 * A command once received is never lost: when the engine does not answer, the relay of the worker carries it later.
 * `freeze` runs inside the receipt's transaction (publication writes the draft's file there) and returns the file to start with.
 */
async function wayOf(services: Services, request: CommandRequest, freeze?: Freeze): Promise<CommandAnswer> {
  const { db, engine, waiters, log } = services;
  const file = freeze?.file ?? (await findCase(db.pool, request.number));
  if (!file) return { kind: 'refused', refusal: refuse('case-not-found', { number: request.number }) };
  const advice = await advise(services, file, request);
  if (!advice.ok) return (await answeredBefore(services, file, request)) ?? { kind: 'refused', refusal: advice.refusal, file };
  const { commandId, action, actor } = request;
  const { input } = advice;
  const reception = await receiveCommand(db, { commandId, caseId: file.id, action, actor, input }, freeze?.write);
  if (!reception.ok) {
    return {
      kind: 'refused',
      refusal: refuse(reception.reason === 'no-such-case' ? 'case-not-found' : reception.reason, { number: request.number }),
      file,
    };
  }
  const { command, outcome } = reception.received;
  if (outcome) return { kind: 'decided', outcome, file };
  // Beside the waiting: an engine that is away must not keep the person longer than the outcome may take.
  void engine
    .carry(command, file)
    .catch((error: unknown) =>
      log.warn(
        { command: commandId, case: file.number, error: String(error) },
        'the engine does not take the command; the relay will carry it',
      ),
    );
  const decided = await waiters.wait(commandId, Math.min(request.patience ?? WAIT_FOR_OUTCOME, WAIT_FOR_OUTCOME));
  if (!decided) return { kind: 'waiting', commandId };
  return { kind: 'decided', outcome: decided, file: (await findCase(db.pool, request.number)) ?? file };
}
