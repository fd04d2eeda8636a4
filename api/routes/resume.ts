import type { Express } from 'express';
import { resumeView } from '../../templates/pages/resume.view.ts';
import { formToken } from '../security.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { requireActor } from '../session.ts';

/** After signing in anew: the form that was not sent, shown with what was typed, sent on a click. */
export function register(app: Express, services: Services): void {
  app.get('/resume', requireActor, async (req, res) => {
    const { unsent } = req.session;
    if (!unsent) return res.redirect(303, '/my');
    delete req.session.unsent;
    const view = resumeView(unsent, { language: req.language, csrf: formToken(req) });
    await sendPage({ req, res, services }, { name: 'pages/resume', head: { title: view.heading, heading: view.heading }, view });
  });
}
