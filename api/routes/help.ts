import type { Express } from 'express';
import { operatorContacts } from '../../db/operator-reads.ts';
import { helpView } from '../../templates/pages/help.view.ts';
import { HELP } from '../../templates/texts/help.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { actingRole } from '../session.ts';

/** What is where, how to get through, whom to call. */
export function register(app: Express, services: Services): void {
  app.get('/help', async (req, res) => {
    const { language } = req;
    const contacts = await operatorContacts(services.db.pool);
    const heading = HELP.heading[language];
    const { sandbox } = services.settings;
    const view = helpView({ language, sandbox, contacts, role: actingRole(req) });
    await sendPage({ req, res, services }, { name: 'pages/content', head: { title: heading, heading }, view });
  });
}
