import type { Express } from 'express';
import { openedFilesOf, sealedWindows } from '../../db/my-quotations.ts';
import { myQuotationsView, type SealedLine } from '../../templates/pages/my-quotations.view.ts';
import { MY_QUOTATIONS } from '../../templates/texts/quotation-mine.ts';
import { sendPage } from '../page.ts';
import { ownReceipts } from '../offer-receipts.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';

/** Opened quotations on one page, at most. */
const LONGEST = 100;

/** A supplier's own quotations: sealed ones, found by blind tags over all windows, and opened ones with their results. */
export function register(app: Express, services: Services): void {
  app.get('/my/quotations', requireRole('supplier'), async (req, res) => {
    const bin = theActor(req).bin ?? '';
    const [sealed, opened] = await Promise.all([sealedLines(services, bin), openedFilesOf(services.db.pool, bin, LONGEST)]);
    const heading = MY_QUOTATIONS.heading[req.language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/my-quotations',
        head: { title: heading, heading },
        view: myQuotationsView({ language: req.language, bin, sealed, opened }),
      },
    );
  });
}

async function sealedLines(services: Services, bin: string): Promise<SealedLine[]> {
  const windows = await sealedWindows(services.db.pool);
  const own = await ownReceipts(
    services,
    windows.map(({ windowId }) => windowId),
    bin,
  );
  return windows.flatMap(({ windowId, number, method, name, closesAt, state, generation, keyLost }): SealedLine[] => {
    const latest = own.get(windowId)?.at(-1);
    if (!latest || state === 'opened') return [];
    return [
      {
        number,
        method,
        name,
        closesAt,
        state,
        withdrawn: latest.act === 'withdrawn',
        receipt: latest.receipt.number,
        voidGeneration: keyLost ? generation : null,
      },
    ];
  });
}
