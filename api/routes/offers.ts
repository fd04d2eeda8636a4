import { randomUUID } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { refuse } from '../../domain/refusals.ts';
import { offerHref, offerWords } from '../../templates/offer-words.ts';
import { offerView } from '../../templates/pages/offer.view.ts';
import { withdrawalView } from '../../templates/pages/offer-withdraw.view.ts';
import { fill, inLanguage } from '../../templates/texts/texts.ts';
import { type Exchange, sendPage } from '../page.ts';
import { PageProblem } from '../page-problem.ts';
import { sendRefusal } from '../problem.ts';
import { fileWithWindow, handIn, sealedOffer } from '../handing-in.ts';
import { withdrawOffer } from '../offers.ts';
import { deskOf, type SupplierDesk } from '../supplier-desk.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';

const sealed = sealedOffer.extend({ commandId: z.uuid() });

const AT_OFFER = ['/procurements/:number/quotation', '/procurements/:number/application'];
const AT_WITHDRAWAL = AT_OFFER.map((path) => `${path}/withdraw`);

const withdrawal = z.object({ commandId: z.uuid() });

/** A supplier's own offer, a quotation (S1 §1.3.2) or an application (S1 §1.7.3): its page, submission and replacement, withdrawal. */
export function register(app: Express, services: Services): void {
  const supplier = requireRole('supplier');
  const withDesk = (serve: (exchange: Exchange, desk: SupplierDesk) => Promise<void>) => async (req: Request, res: Response) => {
    const exchange = { req, res, services };
    const desk = await deskOf(services, String(req.params['number']), theActor(req));
    if (!desk) return sendRefusal(exchange, refuse('case-not-found'));
    await serve(exchange, desk);
  };

  app.get(AT_OFFER, supplier, withDesk(offerPage));

  const withFile =
    (serve: (exchange: Exchange, file: ProcurementFile) => Promise<void>) => async (req: Request, res: Response) => {
      const exchange = { req, res, services };
      const file = await fileWithWindow(services, String(req.params['number']));
      if (!file) return sendRefusal(exchange, refuse('case-not-found'));
      await serve(exchange, file);
    };

  app.post(
    AT_OFFER,
    supplier,
    withFile(async (exchange, file) => {
      const body = sealed.safeParse(exchange.req.body);
      if (!body.success)
        return sendRefusal(exchange, refuse('bad-input', {}, { field: body.error.issues[0]?.path.join('.') ?? '' }));
      const { commandId, ...sent } = body.data;
      const answer = await handIn(services, { file, actor: theActor(exchange.req), commandId, sent });
      if (!answer.ok) return sendRefusal(exchange, answer.refusal);
      exchange.res.status(answer.same ? 200 : 201).json(answer.receipt);
    }),
  );

  app.get(
    AT_WITHDRAWAL,
    supplier,
    withDesk(async (exchange, desk) => {
      const latest = desk.receipts.at(-1);
      if (!latest || latest.act === 'withdrawn' || desk.phase !== 'open') return offerPage(exchange, desk);
      const { language } = exchange.req;
      const t = inLanguage(offerWords(desk.file.method).page, language);
      await sendPage(exchange, {
        name: 'pages/offer-withdraw',
        head: {
          title: t.withdrawHeading,
          heading: t.withdrawHeading,
          caption: fill(t.procurement, { number: desk.file.number }),
        },
        view: ({ csrf }) =>
          withdrawalView({
            language,
            csrf,
            file: desk.file,
            closesAt: desk.closesAt,
            latest: latest.receipt,
            commandId: randomUUID(),
          }),
      });
    }),
  );

  app.post(
    AT_WITHDRAWAL,
    supplier,
    withFile(async (exchange, file) => {
      const body = withdrawal.safeParse(exchange.req.body);
      if (!body.success) throw new PageProblem('bad-request');
      const answer = await withdrawOffer(services, { file, actor: theActor(exchange.req), commandId: body.data.commandId });
      if (!answer.ok) return sendRefusal(exchange, answer.refusal, { back: offerHref(file) });
      exchange.res.redirect(303, `${offerHref(file)}/receipt?done=1`);
    }),
  );
}

async function offerPage(exchange: Exchange, desk: SupplierDesk): Promise<void> {
  const { language } = exchange.req;
  const t = inLanguage(offerWords(desk.file.method).page, language);
  const latest = desk.receipts.at(-1);
  const caption = fill(t.procurement, { number: desk.file.number });
  await sendPage(exchange, {
    name: 'pages/offer',
    head: {
      title: `${t.heading} · ${desk.file.number}`,
      heading: t.heading,
      caption,
      breadcrumbs: [{ href: `/procurements/${desk.file.number}`, text: caption }, { text: t.heading }],
    },
    view: ({ legalNow }) =>
      offerView({
        ...desk,
        language,
        legalNow,
        latest: latest ? { act: latest.act, number: latest.receipt.number, received: latest.receipt.received } : null,
        script: exchange.services.assets.url('offer.js'),
      }),
  });
}
