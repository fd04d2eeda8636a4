import type { Express } from 'express';
import { ledgerChecks } from '../../db/ledger-checks.ts';
import { ledgerView } from '../../templates/pages/ledger.view.ts';
import { LEDGER } from '../../templates/texts/ledger.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { requireRole } from '../session.ts';

/** Runs shown on the page. */
const SHOWN = 15;

/** What `npm run verify` found, for operators. */
export function register(app: Express, services: Services): void {
  app.get('/operator/ledger', requireRole('operator'), async (req, res) => {
    const { language } = req;
    const checks = await ledgerChecks(services.db.pool, SHOWN);
    const heading = LEDGER.heading[language];
    const breadcrumbs = [{ href: '/operator', text: LEDGER.back[language] }, { text: heading }];
    await sendPage(
      { req, res, services },
      { name: 'pages/content', head: { title: heading, heading, breadcrumbs }, view: ledgerView(checks, language) },
    );
  });
}
