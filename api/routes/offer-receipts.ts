import type { Express, Request, Response } from 'express';
import { signedKeyList } from '../../db/key-list.ts';
import { refuse } from '../../domain/refusals.ts';
import { success } from '../../templates/components.ts';
import { dateTime } from '../../templates/formats.ts';
import { receiptPageView, type ShownReceipt } from '../../templates/pages/receipt.view.ts';
import { offerWords } from '../../templates/offer-words.ts';
import { fill, inLanguage } from '../../templates/texts/texts.ts';
import { formerOf, publicPem } from '../../trust/receipt.ts';
import { PageProblem } from '../page-problem.ts';
import { type Exchange, sendPage } from '../page.ts';
import { sendRefusal } from '../problem.ts';
import type { OwnReceipt } from '../offer-receipts.ts';
import { deskOf, type SupplierDesk } from '../supplier-desk.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';

const AT_RECEIPT = ['/procurements/:number/quotation/receipt', '/procurements/:number/application/receipt'];

/** The receipts of a supplier: page to be printed, the signed bytes, and the portal's public key to check them by. */
export function register(app: Express, services: Services): void {
  const supplier = requireRole('supplier');
  const found = async (req: Request) => {
    const desk = await deskOf(services, String(req.params['number']), theActor(req), Number(req.query['generation']));
    const asked = Number(req.query['revision']);
    const shown = desk?.receipts.find(({ revision }) => revision === asked) ?? desk?.receipts.at(-1);
    return desk && shown ? { desk, shown } : null;
  };

  app.get(AT_RECEIPT, supplier, async (req, res) => {
    const exchange = { req, res, services };
    const receipt = await found(req);
    if (!receipt) return sendRefusal(exchange, refuse('quotation-not-found'));
    await receiptPage(exchange, receipt.desk, receipt.shown);
  });

  app.get(
    /^\/procurements\/(?<number>[^/]+)\/(?:quotation|application)\/receipt\.(?<form>json|sig)$/,
    supplier,
    async (req, res) => {
      const receipt = await found(req);
      if (!receipt) return sendRefusal({ req, res, services }, refuse('quotation-not-found'));
      const { signed } = receipt.shown;
      const form = String(req.params['form']);
      res.set('Cache-Control', 'no-store').attachment(`receipt.${form}`);
      // The very bytes that are signed: nothing may be re-serialized.
      if (form === 'json') res.type('application/json').send(Buffer.from(signed.receipt));
      else res.type('application/octet-stream').send(Buffer.from(signed.signature, 'base64'));
    },
  );

  const pem = publicPem(services.receiptKey);
  const list = async (res: Response, part: 'body' | 'cms') => {
    const signed = await signedKeyList(services.db.pool);
    if (!signed) throw new PageProblem('not-found');
    return res.type(part === 'body' ? 'application/json' : 'application/pkcs7-signature').send(Buffer.from(signed[part]));
  };
  // The very bytes under the seal: `openssl cms -verify -cades -binary -inform DER -in keys.p7s -content keys.json -CAfile roots.pem`.
  app.get('/trust/keys.json', (_req, res) => list(res, 'body'));
  app.get('/trust/keys.p7s', (_req, res) => list(res, 'cms'));
  app.get('/trust/portal.pem', (_req, res) => {
    res.attachment('portal.pem').type('application/x-pem-file').send(pem);
  });
}

async function receiptPage(exchange: Exchange, desk: SupplierDesk, shown: OwnReceipt): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const { file, supplier, closesAt, receipts, voidGeneration } = desk;
  const t = inLanguage(offerWords(file.method).receipt, language);
  const view = receiptPageView({
    ...{ language, file, supplier, closesAt, voidGeneration },
    receipts: receipts.map(shownOf),
    shown: shownOf(shown),
  });
  const at = dateTime(closesAt, language);
  const withdrawn = shown.act === 'withdrawn';
  const done = withdrawn ? [t.doneWithdrawn, t.nextWithdrawn] : [t.done, t.next];
  await sendPage(exchange, {
    name: 'pages/receipt',
    head: {
      title: `${t.heading} ${shown.receipt.number}`,
      heading: t.heading,
      caption: shown.receipt.number,
      notice: req.query['done'] === '1' ? success(done[0]!, language, [fill(done[1]!, { at })]) : null,
    },
    view,
  });
}

const shownOf = ({ revision, act, by, receipt, signed }: OwnReceipt): ShownReceipt => ({
  revision,
  act,
  by: by.name,
  number: receipt.number,
  received: receipt.received,
  replaces: formerOf(receipt),
  envelope: receipt.type === 'receipt' ? receipt.envelope : '',
  signature: receipt.type === 'receipt' ? receipt.signature : '',
  portalSignature: signed.signature,
  keyId: signed.keyId,
});
