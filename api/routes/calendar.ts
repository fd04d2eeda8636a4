import type { Express } from 'express';
import { z } from 'zod';
import { dateOf } from '../../domain/calendar.ts';
import { calendarVersions, findCalendarVersion } from '../../db/calendar-edits.ts';
import { calendarHistoryView, calendarOf, calendarView } from '../../templates/pages/calendar.view.ts';
import { CALENDAR } from '../../templates/texts/calendar.ts';
import { fill } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { actingRole } from '../session.ts';

const question = z.object({
  year: z.coerce.number().int().min(2000).max(2099).optional().catch(undefined),
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** The working calendar that deadlines are counted by, open to everyone, with all its versions. */
export function register(app: Express, services: Services): void {
  const tx = services.db.pool;

  app.get('/calendar', async (req, res) => {
    const asked = question.safeParse(req.query);
    if (!asked.success) throw new PageProblem('not-found');
    const newest = await findCalendarVersion(tx, null);
    const shown = asked.data.version ? await findCalendarVersion(tx, asked.data.version) : newest;
    if (!newest || !shown) throw new PageProblem('not-found');
    const { language } = req;
    const yearAt = (legalNow: number) => asked.data.year ?? Number(dateOf(calendarOf(shown), legalNow).slice(0, 4));
    await sendPage(
      { req, res, services },
      {
        name: 'pages/calendar',
        head: ({ legalNow }) => {
          const heading = fill(CALENDAR.heading[language], { year: yearAt(legalNow) });
          return { title: heading, heading };
        },
        view: ({ legalNow }) =>
          calendarView({
            ...{ language, shown, newest: newest.version },
            year: yearAt(legalNow),
            today: dateOf(calendarOf(shown), legalNow),
            mayEdit: actingRole(req) === 'operator',
          }),
      },
    );
  });

  app.get('/calendar/history', async (req, res) => {
    const { language } = req;
    const heading = CALENDAR.historyHeading[language];
    const versions = await calendarVersions(tx);
    await sendPage(
      { req, res, services },
      {
        name: 'pages/content',
        head: {
          title: heading,
          heading,
          breadcrumbs: [{ href: '/calendar', text: CALENDAR.title[language] }, { text: heading }],
        },
        view: calendarHistoryView(versions, language),
      },
    );
  });
}
