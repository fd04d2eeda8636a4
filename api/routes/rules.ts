import type { Express } from 'express';
import { currentCalendar } from '../../db/lookups.ts';
import { rulesView } from '../../templates/pages/rules.view.ts';
import { RULES } from '../../templates/texts/rules.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';

/** The numbers that the portal works by, in words, with their sources. */
export function register(app: Express, services: Services): void {
  app.get('/rules', async (req, res) => {
    const { language } = req;
    const calendar = await currentCalendar(services.db.pool);
    const heading = RULES.heading[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/content',
        head: { title: heading, heading },
        view: ({ legalNow }) => rulesView({ language, legalNow, calendar }),
      },
    );
  });
}
