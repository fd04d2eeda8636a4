import type { Express, Request, Response } from 'express';
import { LANGUAGES, type Language } from '../templates/texts/texts.ts';
import type { Settings } from './settings.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Language of the answer. */
    language: Language;
  }
}

const COOKIE = 'zakup-language';
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Chosen in this browser, else the person's, else the one the browser asks for, else Russian. */
export function setUpLanguage(app: Express): void {
  app.use((req, res, next) => {
    req.language = languageOf(req);
    res.set('Content-Language', req.language);
    res.vary('Accept-Language').vary('Cookie');
    next();
  });
}

/** Language of an answer; also of one that is given before the session is known. A program says in each request what it wants. */
export const languageOf = (req: Request): Language =>
  (req.token && askedFor(req)) ?? chosenIn(req) ?? req.person?.language ?? askedFor(req) ?? 'ru';

/** Remembers the choice in this browser for a year. */
export function keepLanguage(res: Response, settings: Settings, language: Language): void {
  const secure = settings.baseUrl.startsWith('https:');
  res.cookie(COOKIE, language, { maxAge: YEAR_MS, httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

function chosenIn(req: Request): Language | undefined {
  const chosen = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(req.get('cookie') ?? '')?.[1];
  return LANGUAGES.find((language) => language === chosen);
}

function askedFor(req: Request): Language | undefined {
  if (!req.get('accept-language')) return undefined;
  // Russian first: it is the answer to `*`.
  const asked = req.acceptsLanguages('ru', 'kk', 'en');
  return LANGUAGES.find((language) => language === asked);
}
