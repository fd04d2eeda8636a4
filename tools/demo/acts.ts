import { ownReceipts } from '../../api/offer-receipts.ts';
import { submitOffer } from '../../api/offers.ts';
import { sendCommand, WAIT_FOR_OUTCOME } from '../../api/commands.ts';
import { findCase } from '../../db/cases.ts';
import { addDocument } from '../../db/documents.ts';
import { outcomeOf } from '../../db/receive.ts';
import type { Outcome } from '../../domain/case.ts';
import { dateOf } from '../../domain/calendar.ts';
import { money, roundHalfUp, tiyn } from '../../domain/money.ts';
import type { ActOfAuthority, Lot, ProcurementFile } from '../../domain/procurement/file.ts';
import { fromBase64 } from '../../trust/bytes.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { legalNow } from '../../db/clock.ts';
import { until } from './clock.ts';
import { demoId } from './ids.ts';
import { actorCalled, personCalled, type SupplierLogin } from './people.ts';
import type { World } from './world.ts';

/** An announcement of the story with its number. */
export interface Told {
  key: string;
  number: string;
}

async function fileOf({ services: { db } }: World, { number }: Told): Promise<ProcurementFile> {
  const file = await findCase(db.pool, number);
  if (!file) throw new Error(`no announcement ${number}`);
  return file;
}

/**
 * Sends a command of the creator the way the pages do and waits until it is decided; one that was sent before is not sent again.
 * @throws Error when it is refused
 */
export async function command(world: World, of: Told, action: string, input: () => Promise<unknown>): Promise<void> {
  const { services } = world;
  const commandId = demoId('command', of.number, action);
  if (!(await outcomeOf(services.db, commandId))) {
    const request = { number: of.number, action, actor: actorCalled('organizer'), commandId, input: await input() };
    const answer = await sendCommand(services, request);
    if (answer.kind === 'refused') throw new Error(`${of.key}: ${action} is refused, ${JSON.stringify(answer.refusal)}`);
  }
  let outcome: Outcome | null = null;
  await until(`${of.key}: outcome of ${action}`, async () => {
    outcome = await services.waiters.wait(commandId, WAIT_FOR_OUTCOME);
    return outcome !== null;
  });
  if (refused(outcome)) throw new Error(`${of.key}: ${action} is refused, ${JSON.stringify(outcome)}`);
}

const refused = (outcome: Outcome | null): boolean => outcome?.accepted !== true;

/** A price of so many thousandths of the lot's amount. */
const priceOf = ({ amount }: Lot, thousandths: number): string => money(roundHalfUp(tiyn(amount) * BigInt(thousandths), 1000n));

/**
 * A supplier seals and signs a quotation as its browser does, and hands it in; `thousandths` of each lot's amount by lot number.
 * `turn` tells a replacement from the first one. What was handed in before is not handed in again.
 */
export async function quote(
  world: World,
  of: Told,
  login: SupplierLogin,
  thousandths: Record<string, number>,
  turn = 1,
): Promise<void> {
  const { services } = world;
  const file = await fileOf(world, of);
  const { bin } = personCalled(login);
  const { intake } = file;
  if (!intake) throw new Error(`${of.key} has no window`);
  const commandId = demoId('quotation', of.number, login, String(turn));
  const own = (await ownReceipts(services, [intake.windowId], bin)).get(intake.windowId) ?? [];
  if (own.some(({ receipt }) => receipt.commandId === commandId)) return;
  const prices = file.lots.flatMap((lot) => {
    const share = thousandths[lot.number];
    return share === undefined ? [] : [{ lot: lot.number, price: priceOf(lot, share) }];
  });
  const { key, publicKey } = intake.price;
  const window = {
    procurement: of.number,
    lot: '*',
    kind: 'price',
    key,
    publicKey,
    generation: intake.generation,
    supplier: bin,
  } as const;
  const { post } = await sealAndSign(window, { prices }, await world.keyOf(login));
  const answer = await submitOffer(services, {
    ...{ file, actor: actorCalled(login), commandId, manifest: post.manifest },
    envelope: fromBase64(post.envelope),
    signature: fromBase64(post.signature),
  });
  if (!answer.ok) throw new Error(`${of.key}: the quotation of ${login} is refused, ${JSON.stringify(answer.refusal)}`);
}

/** A decision of an authority, dated today, with its scan in the files of the announcement. */
export async function actOf(world: World, of: Told, act: Omit<ActOfAuthority, 'scan' | 'date'>): Promise<ActOfAuthority> {
  const { db, files } = world.services;
  const date = dateOf(world.calendar, (await legalNow(db.pool)).ms);
  const day = date.split('-').reverse().join('.');
  const pdf = await world.print(scanPage(act, day));
  const sha256 = await files.put(pdf);
  const documentId = demoId('act', of.number, act.number, sha256);
  const name = `Акт № ${act.number.replaceAll('/', '-')} от ${day}.pdf`;
  await addDocument(db.pool, {
    ...{ id: documentId, caseId: (await fileOf(world, of)).id, kind: 'act-scan', lot: null, version: 1, name },
    ...{ mediaType: 'application/pdf', sha256, bytes: pdf.length, payload: null, payloadSha256: null, state: 'uploaded' },
    createdBy: personCalled('organizer').userId,
  });
  return { ...act, date, scan: { documentId, sha256, name } };
}

const scanPage = ({ number, body }: Pick<ActOfAuthority, 'number' | 'body'>, day: string): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Акт № ${number}</title>
<style>@page { size: A4; margin: 25mm } body { font: 12pt/1.5 serif } h1 { font-size: 14pt; text-align: center }</style>
<p>${body}</p><h1>Акт № ${number} от ${day}</h1><p>Учебный портал: скан документа для упражнений, без юридической силы.</p></html>`;
