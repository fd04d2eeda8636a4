import type { Express } from 'express';
import { z } from 'zod';
import { ROLES } from '../../domain/parties.ts';
import { chooseLanguage } from '../../db/people.ts';
import { LANGUAGES } from '../../templates/texts/texts.ts';
import { localPath } from '../addresses.ts';
import { keepLanguage } from '../language.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { requireActor } from '../session.ts';

const languageForm = z.object({ language: z.enum(LANGUAGES), back: z.string().optional() });
const roleForm = z.object({ role: z.enum(ROLES), back: z.string().optional() });

/** Language of the pages and role to act in; both bring the person back to the page they were on. */
export function register(app: Express, services: Services): void {
  app.post('/language', async (req, res) => {
    const form = languageForm.safeParse(req.body);
    if (!form.success) throw new PageProblem('bad-request');
    keepLanguage(res, services.settings, form.data.language);
    if (req.person) await chooseLanguage(services.db, req.person.userId, form.data.language);
    res.redirect(303, localPath(form.data.back));
  });

  app.post('/role', requireActor, (req, res) => {
    const form = roleForm.safeParse(req.body);
    if (!form.success) throw new PageProblem('bad-request');
    if (!req.person?.roles.includes(form.data.role)) throw new PageProblem('not-your-role');
    req.session.role = form.data.role;
    res.redirect(303, localPath(form.data.back));
  });
}
