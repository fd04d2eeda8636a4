import type { Request, Response } from 'express';
import { localPath } from './addresses.ts';
import { signedIn } from './session.ts';

declare module 'express-session' {
  interface SessionData {
    /** A form whose session had ended: sent again only when the person says so. */
    unsent: UnsentForm;
  }
}

export interface UnsentForm {
  /** Where the form goes. */
  action: string;
  /** The page it was filled in. */
  page: string;
  fields: { name: string; value: string }[];
}

/** Nothing longer is kept, characters: a session row is no file store. */
const LONGEST = 200_000;
const NEVER_KEPT = new Set(['/sign-in', '/sign-out', '/role']);
/** A session row that names a supplier's offer would tell who offers where: before the opening nobody may know. */
const OF_AN_OFFER = /\/(quotation|application)(\/|$)/;

/**
 * Keeps what was typed when the session ended before the form was sent, and leads to signing in. Only forms of the
 * portal's own pages (browsers say so) without files; false when this is not such a form.
 */
export function keepForSigningIn(req: Request, res: Response): boolean {
  if (signedIn(req) || req.method !== 'POST' || NEVER_KEPT.has(req.path) || OF_AN_OFFER.test(req.path)) return false;
  if (req.get('sec-fetch-site') !== 'same-origin' || !req.is('application/x-www-form-urlencoded')) return false;
  const fields = Object.entries(req.body as Record<string, string | string[]>)
    .filter(([name]) => name !== '_csrf')
    .flatMap(([name, given]) => [given].flat().map((value) => ({ name, value })));
  if (JSON.stringify(fields).length > LONGEST) return false;
  const referer = req.get('referer') ?? '';
  const page = URL.canParse(referer) ? localPath(new URL(referer).pathname + new URL(referer).search) : '/';
  req.session.unsent = { action: localPath(req.originalUrl), page, fields };
  const target = '/sign-in?ended=1&next=%2Fresume';
  if (req.get('hx-request')) res.set('HX-Redirect', target).sendStatus(204);
  else res.redirect(303, target);
  return true;
}
