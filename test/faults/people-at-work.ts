import { randomUUID } from 'node:crypto';
import { findCase } from '../../db/cases.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { offerHref } from '../../templates/offer-words.ts';
import type { Visitor } from '../../tools/smoke/visitor.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import type { Receipt, SignedReceipt } from '../../trust/receipt.ts';
import { OFFICIALS, type Official, type Seller, SELLERS, somePrice } from './crowd.ts';
import type { CrowdedPortal } from './crowded-portal.ts';
import { answered, persistently, type Told } from './persistence.ts';

/** What people were told in a day: every answer counts as a promise of the portal. */
export interface Diary {
  told: Told[];
  receipts: Receipt[];
  /** Codes of refused quotations. */
  refused: string[];
  /** Numbers of the requests for quotations. */
  requests: string[];
}

export const anEmptyDiary = (): Diary => ({ told: [], receipts: [], refused: [], requests: [] });

/** People signed in, once for all days. */
export interface Crowd {
  officials: Record<Official, Visitor>;
  sellers: { seller: Seller; visitor: Visitor }[];
}

export async function everybodySignsIn(portal: CrowdedPortal): Promise<Crowd> {
  const [creator, colleague, administrator] = await Promise.all(OFFICIALS.map((login, place) => portal.signIn(login, place)));
  const sellers = await Promise.all(
    SELLERS.map(async (seller, place) => ({ seller, visitor: await portal.signIn(seller.login, place) })),
  );
  return { officials: { creator: creator!, colleague: colleague!, administrator: administrator! }, sellers };
}

/** The stored file, asked for until the database answers. */
export const fileOf = (portal: CrowdedPortal, number: string): Promise<ProcurementFile> =>
  persistently(`file of ${number}`, async () => {
    const file = await findCase(portal.services.db.pool, number);
    if (!file) throw new Error(`no ${number}`);
    return file;
  });

/** A file of the creator, as the registry of documents keeps it. */
export const uploadOf = (file: ProcurementFile, bytes: Buffer) => ({
  ...{ caseId: file.id, version: 1, mediaType: 'application/pdf', bytes: bytes.length, payload: null, payloadSha256: null },
  ...{ state: 'uploaded' as const, createdBy: file.creator.userId },
});

/** Seals, signs and hands in until the portal gives a receipt or refuses; every attempt is the same offer. */
export async function handIn(
  portal: CrowdedPortal,
  file: ProcurementFile,
  { seller, visitor }: Crowd['sellers'][number],
  more: object,
  diary: Diary,
): Promise<void> {
  const { generation, price } = file.intake!;
  const window = { procurement: file.number, lot: '*', kind: 'price' as const, ...price, generation, supplier: seller.bin };
  const prices = file.lots.map((lot) => ({ lot: lot.number, price: somePrice() }));
  const { post } = await sealAndSign(window, { prices, ...more }, await portal.keyOf(seller.login));
  const body = { ...post, commandId: randomUUID() };
  const answer = await answered(`offer of ${seller.login}`, () => visitor.postJson(offerHref(file), body));
  if (answer.status === 200 || answer.status === 201)
    diary.receipts.push(JSON.parse(answer.json<SignedReceipt>().receipt) as Receipt);
  else diary.refused.push(answer.json<{ code: string }>().code);
}
