import type { Express } from 'express';
import { findCase } from '../../db/cases.ts';
import { findReceipt } from '../../db/history.ts';
import { outcomeView } from '../../templates/pages/outcome.view.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { requireActor, theActor } from '../session.ts';

/** Where the outcome of a command stands, for its author alone: being decided (202), done, or refused. */
export function register(app: Express, services: Services): void {
  app.get('/commands/:id', requireActor, async (req, res) => {
    const receipt = await findReceipt(services.db.pool, String(req.params['id']));
    if (!receipt || receipt.userId !== theActor(req).userId) throw new PageProblem('not-found');
    const file = receipt.outcome?.accepted ? await findCase(services.db.pool, receipt.number) : undefined;
    const status = file?.derivations['status'];
    const { head, view } = outcomeView({ ...receipt, language: req.language, ...(status ? { status } : {}) });
    await sendPage({ req, res, services }, { name: 'pages/outcome', head, view, status: receipt.outcome ? 200 : 202 });
  });
}
