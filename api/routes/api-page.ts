import type { Express } from 'express';
import { apiView, isProblemCode, problemsView, problemView } from '../../templates/pages/api.view.ts';
import { API_PAGE } from '../../templates/texts/api.ts';
import { API_ROUTES } from '../api-v1/list.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage } from '../page.ts';
import { PROBLEM_STATUS } from '../problem.ts';
import type { Services } from '../services.ts';

/** The API for people who write programs: its addresses, and a page for the type of every problem. */
export function register(app: Express, services: Services): void {
  app.get('/api', async (req, res) => {
    const { language } = req;
    const heading = API_PAGE.title[language];
    const head = { title: heading, heading };
    await sendPage({ req, res, services }, { name: 'pages/content', head, view: apiView(API_ROUTES, language) });
  });

  app.get('/problems', async (req, res) => {
    const { language } = req;
    const heading = API_PAGE.problems[language];
    const breadcrumbs = [{ href: '/api', text: API_PAGE.title[language] }, { text: heading }];
    const head = { title: heading, heading, breadcrumbs };
    await sendPage({ req, res, services }, { name: 'pages/content', head, view: problemsView(PROBLEM_STATUS, language) });
  });

  app.get('/problems/:code', async (req, res) => {
    const { language } = req;
    const { code } = req.params;
    if (!isProblemCode(code)) throw new PageProblem('not-found');
    const { heading, blocks } = problemView(code, PROBLEM_STATUS[code], language);
    const breadcrumbs = [
      { href: '/api', text: API_PAGE.title[language] },
      { href: '/problems', text: API_PAGE.problems[language] },
      { text: code },
    ];
    const head = { title: heading, heading, caption: code, breadcrumbs };
    await sendPage({ req, res, services }, { name: 'pages/content', head, view: { blocks } });
  });
}
