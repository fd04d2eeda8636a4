import type { Express, Request } from 'express';
import { z } from 'zod';
import { findByLogin } from '../../db/people.ts';
import { success } from '../../templates/components.ts';
import { signInView, type SignInTrouble } from '../../templates/pages/sign-in.view.ts';
import { SIGN_IN } from '../../templates/texts/sign-in.ts';
import { localPath } from '../addresses.ts';
import { demoPassword, demoPeople } from '../demo-people.ts';
import { sendPage, type Exchange } from '../page.ts';
import { passwordMatches } from '../passwords.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { beginSession, endSession } from '../session.ts';
import { createSignInLimits } from '../sign-in-limits.ts';

const text = z.string().max(500).catch('');
const signInForm = z.object({ login: text, password: text, next: z.string().catch('') });

/** Signing in and out (S4). */
export function register(app: Express, services: Services): void {
  const limits = createSignInLimits(services.db);

  app.get('/sign-in', async (req, res) => {
    const next = localPath(req.query['next']);
    const login = typeof req.query['as'] === 'string' ? req.query['as'] : '';
    await signInPage(
      { req, res, services },
      { next, login, trouble: null, signedOut: req.query['out'] === '1', sessionEnded: req.query['ended'] === '1' },
    );
  });

  app.post('/sign-in', async (req, res) => {
    const form = signInForm.parse(req.body ?? {});
    const next = localPath(form.next);
    const login = form.login.trim();
    const refuse = (trouble: SignInTrouble) => signInPage({ req, res, services }, { next, login, trouble });

    const missing = [...(login ? [] : ['login']), ...(form.password ? [] : ['password'])];
    if (missing.length > 0) return refuse({ kind: 'missing', fields: missing });
    const address = addressOf(req);
    const minutes = await limits.attempt(login, address);
    if (minutes !== null) {
      services.log.warn({ request: req.id, minutes }, 'too many sign-in attempts');
      return refuse({ kind: 'too-many', minutes });
    }
    const found = await findByLogin(services.db, login);
    if (!(await passwordMatches(found?.passwordHash ?? null, form.password)) || !found) return refuse({ kind: 'wrong-pair' });
    // Said only to the one who knows the password: others learn nothing about the account.
    if (found.person.blocked) return refuse({ kind: 'blocked' });
    await limits.succeeded(login, address);
    await beginSession(req, found.person.userId);
    res.redirect(303, next === '/' ? '/my' : next);
  });

  app.post('/sign-out', async (req, res) => {
    await endSession(req);
    res.redirect(303, '/sign-in?out=1');
  });
}

interface SignInPage {
  next: string;
  login: string;
  trouble: SignInTrouble | null;
  signedOut?: boolean;
  sessionEnded?: boolean;
}

const STATUS: Record<SignInTrouble['kind'], number> = { missing: 422, 'wrong-pair': 422, blocked: 403, 'too-many': 429 };

async function signInPage(exchange: Exchange, page: SignInPage): Promise<void> {
  const { req, services } = exchange;
  const { next, login, trouble, signedOut = false, sessionEnded = false } = page;
  const { language } = req;
  const demo = await demoPeople(services);
  const chosen = demo.find((person) => person.login === login);
  const view = signInView({
    ...{ language, next, login, trouble, demo, sessionEnded },
    csrf: formToken(req),
    password: chosen && !trouble ? demoPassword(chosen.login) : '',
    sentHere: next !== '/' && !trouble,
  });
  const heading = SIGN_IN.heading[language];
  const notice = signedOut ? success(SIGN_IN.signedOut[language], language) : null;
  if (trouble?.kind === 'too-many') exchange.res.set('Retry-After', String(trouble.minutes * 60));
  await sendPage(exchange, {
    name: 'pages/sign-in',
    head: { title: heading, heading, errors: view.errors, notice },
    view,
    status: trouble ? STATUS[trouble.kind] : 200,
  });
}

const addressOf = (req: Request): string => req.ip ?? 'unknown';
