import { z } from 'zod';
import { documentsAsked } from '../../domain/procurement/application-content.ts';
import { liveLots } from '../../domain/procurement/file.ts';
import { sheetOf } from '../../domain/procurement/methods/index.ts';
import { refuse } from '../../domain/refusals.ts';
import { cite } from '../../domain/regulation.ts';
import { isoInstant } from '../../templates/formats.ts';
import { LARGEST_OFFER, OFFER_INFO } from '../../trust/envelope.ts';
import { formerOf } from '../../trust/receipt.ts';
import { fileWithWindow, handIn, sealedOffer } from '../handing-in.ts';
import type { OwnReceipt } from '../offer-receipts.ts';
import { headerFor, type OfferAnswer, withdrawOffer } from '../offers.ts';
import { storeSealedFile } from '../sealed-files.ts';
import { deskOf, type SupplierDesk } from '../supplier-desk.ts';
import { asker, menuOf } from './actions.ts';
import { type Answer, NOTHING, route } from './route.ts';
import { announcementNumber, tenge } from './schemas/common.ts';
import { offerToHandIn, offerWindow, ownReceipts, signedReceipt, storedSealedFile } from './schemas/offer.ts';
import { badBody, now } from './send.ts';

const params = z.strictObject({ number: announcementNumber });
const path = '/api/v1/procurements/{number}/offer';
const noWindow = (number: string): Answer => ({ refusal: refuse('case-not-found', { number }) });

/** An own receipt; nothing in it tells of anybody else's. */
const receiptOf = ({ revision, act, by, receipt, signed }: OwnReceipt) => ({
  ...{ revision, act, by: by.name, number: receipt.number, received: receipt.received },
  ...{ replaces: formerOf(receipt), signed },
});

function windowOf({ file, phase, opensAt, closesAt, supplier, refusal, receipts }: SupplierDesk) {
  const { intake, number } = file;
  if (!intake) throw new Error(`the window of ${number} has no keys`);
  const latest = receipts.at(-1);
  return {
    ...{ number, kind: sheetOf(file).offers.kind, phase, opensAt: isoInstant(opensAt), closesAt: isoInstant(closesAt) },
    refusal: refusal && { code: refusal.code, article: refusal.source ? cite(refusal.source) : null },
    lots: liveLots(file).map((lot) => ({ number: lot.number, name: lot.name, ceiling: tenge(lot.amount) })),
    documents: documentsAsked(file),
    sealing: {
      ...{ info: OFFER_INFO, publicKey: intake.price.publicKey, largest: LARGEST_OFFER },
      header: headerFor(file, { intake, bin: supplier.bin }),
    },
    latest: latest ? receiptOf(latest) : null,
    voidGenerations: (file.lostKeys ?? []).map(({ generation }) => generation),
  };
}

/** The menu is asked for by a refusal only: thousands are taken within the last minute. */
const said = (answer: OfferAnswer, fresh: 200 | 201, menu: () => string[]): Answer =>
  answer.ok
    ? { status: answer.same ? 200 : fresh, body: answer.receipt, keeping: 'never' }
    : { refusal: answer.refusal, availableActions: menu() };

const TAKEN = { schema: signedReceipt, description: 'Received before under this key: the same receipt.' };

/** A supplier's own offer, by the same gate as the pages: sealed and signed before it is sent (ADR 0004, ADR 0023). */
export const offerRoutes = [
  route({
    ...{ operation: 'getOffer', tag: 'offers', method: 'get', path, params, query: NOTHING },
    ...{ access: 'offers:read', role: 'supplier' },
    answers: { 200: { description: 'The window and the latest own receipt.', schema: offerWindow } },
    refuses: [404],
    serve: async (call) => {
      const desk = await deskOf(call.services, call.params.number, asker(call));
      return desk ? now(windowOf(desk)) : noWindow(call.params.number);
    },
  }),
  route({
    ...{ operation: 'listReceipts', tag: 'offers', method: 'get', path: `${path}/receipts`, params },
    ...{ access: 'offers:read', role: 'supplier' },
    query: z.strictObject({ generation: z.coerce.number().int().min(1).max(1_000).optional() }),
    answers: { 200: { description: 'Own receipts; none is an empty list.', schema: ownReceipts } },
    refuses: [404],
    serve: async (call) => {
      const { number } = call.params;
      const desk = await deskOf(call.services, number, asker(call), call.query.generation);
      if (!desk) return noWindow(number);
      return now({ number, voidGeneration: desk.voidGeneration, items: desk.receipts.map(receiptOf) });
    },
  }),
  route({
    ...{ operation: 'putOffer', tag: 'offers', method: 'put', path, params, query: NOTHING },
    ...{ access: 'offers:write', role: 'supplier', once: true },
    body: { type: 'application/json', schema: offerToHandIn },
    answers: {
      200: TAKEN,
      201: { description: 'Taken, in place of an earlier one if there was one; the receipt.', schema: signedReceipt },
    },
    refuses: [404, 409],
    serve: async (call) => {
      const file = await fileWithWindow(call.services, call.params.number);
      if (!file) return noWindow(call.params.number);
      const sent = sealedOffer.safeParse(call.req.body);
      if (!sent.success) return { refusal: badBody(sent.error) };
      const [{ services, commandId }, actor] = [call, asker(call)];
      return said(await handIn(services, { file, actor, commandId, sent: sent.data }), 201, () => menuOf(file, actor));
    },
  }),
  route({
    ...{ operation: 'withdrawOffer', tag: 'offers', method: 'delete', path, params, query: NOTHING },
    ...{ access: 'offers:write', role: 'supplier', once: true },
    answers: { 200: { description: 'Withdrawn; the receipt of it.', schema: signedReceipt } },
    refuses: [404, 409],
    serve: async (call) => {
      const file = await fileWithWindow(call.services, call.params.number);
      if (!file) return noWindow(call.params.number);
      const [{ services, commandId }, actor] = [call, asker(call)];
      return said(await withdrawOffer(services, { file, actor, commandId }), 200, () => menuOf(file, actor));
    },
  }),
  route({
    ...{ operation: 'storeSealedFile', tag: 'offers', method: 'post', path: '/api/v1/sealed-files' },
    ...{ access: 'offers:write', role: 'supplier', params: NOTHING, query: NOTHING },
    body: {
      type: 'application/octet-stream',
      schema: z.file().meta({ description: 'A file of at most 20 MB, sealed before it is sent; padded as envelopes are.' }),
    },
    answers: { 201: { description: 'Kept by its digest; the same bytes are kept once.', schema: storedSealedFile } },
    serve: async (call) => {
      const kept = await storeSealedFile(call.services, asker(call), call.req.body);
      return 'code' in kept ? { refusal: kept } : { status: 201, body: kept, keeping: 'never' };
    },
  }),
];
