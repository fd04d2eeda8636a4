import type { Request, Response } from 'express';
import { frameFacts } from '../db/people.ts';
import { success } from '../templates/components.ts';
import { frameOf, type Frame } from '../templates/frame.ts';
import { renderMain, renderPage, type PageHead } from '../templates/page.ts';
import { formToken } from './security.ts';
import type { Services } from './services.ts';
import { actingRole, SESSION_MS } from './session.ts';

/** What an answer is made with. */
export interface Exchange {
  req: Request;
  res: Response;
  services: Services;
}

/** A page: template, head, and its view or a function that makes it from the frame (language, form token, legal time). */
export interface PageAnswer {
  /** Template below `templates/`, as `pages/sign-in`. */
  name: string;
  head: PageHead | ((frame: Frame) => PageHead);
  view: object | ((frame: Frame) => object);
  status?: number;
}

/** The frame of the answer: who is signed in, in which language, at what legal time. */
export async function frameFor({ req, services }: Exchange): Promise<Frame> {
  const { db, settings, assets } = services;
  const role = actingRole(req);
  const person =
    req.person && role ? { name: req.person.name, organization: req.person.organization, role, roles: req.person.roles } : null;
  const { legalNow, unread } = await frameFacts(db, req.person?.userId ?? null);
  return frameOf({
    language: req.language,
    // A page that answers a form has no address of its own to come back to: the form's page is the one before.
    path: req.method === 'GET' ? req.originalUrl : pathBefore(req),
    csrf: person ? formToken(req) : (req.session.formToken ?? null),
    person,
    legalNow,
    sessionUntil: person ? legalNow + SESSION_MS : null,
    unread,
    sandbox: settings.sandbox ? { temporalUi: settings.temporalUi, mailUrl: settings.mailUi } : null,
    assets: { styles: assets.url('portal.css'), script: assets.url('frame.js'), icon: assets.url('icon.svg') },
  });
}

/** Answers with a page, or with its main part alone when a script asks (`HX-Request`). */
export async function sendPage(exchange: Exchange, answer: PageAnswer): Promise<void> {
  const { req, res } = exchange;
  const frame = await frameFor(exchange);
  const given = typeof answer.head === 'function' ? answer.head(frame) : answer.head;
  const { done } = req.session;
  if (done) delete req.session.done;
  const head: PageHead = done && !given.notice ? { ...given, notice: success(done.text, frame.language, done.lines) } : given;
  const view = typeof answer.view === 'function' ? (answer.view as (frame: Frame) => object)(frame) : answer.view;
  const page = { name: answer.name, frame, head, view };
  const html = isFragment(req) ? renderMain(page) : renderPage(page);
  res
    .vary('HX-Request')
    .set('Cache-Control', 'no-store')
    .status(answer.status ?? 200)
    .type('html')
    .send(html);
}

/** True when htmx swaps the main part; a page restored from the history is asked for whole. */
export function isFragment(req: Request): boolean {
  return req.get('hx-request') === 'true' && req.get('hx-history-restore-request') !== 'true';
}

function pathBefore(req: Request): string {
  const referer = req.get('referer');
  if (!referer || !URL.canParse(referer)) return '/';
  const url = new URL(referer);
  return url.host === req.get('host') ? url.pathname + url.search : '/';
}
