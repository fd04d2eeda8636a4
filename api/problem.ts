import type { Express, NextFunction, Request, Response } from 'express';
import { MulterError } from 'multer';
import { isAway } from '../db/away.ts';
import { cite } from '../domain/regulation.ts';
import type { Refusal } from '../domain/refusals.ts';
import { errorView } from '../templates/pages/error.view.ts';
import { explainRefusal } from '../templates/refusal-panel.ts';
import type { ErrorPage } from '../templates/texts/errors.ts';
import { REFUSAL_STATUS } from './refusal-status.ts';
import { sentencesOf } from '../templates/texts/refusals.ts';
import { localPath } from './addresses.ts';
import { sendPage, type Exchange } from './page.ts';
import { languageOf } from './language.ts';
import { PageProblem, wantsJson } from './page-problem.ts';
import type { Services } from './services.ts';

const PAGE_STATUS: Record<ErrorPage, number> = {
  'not-found': 404,
  'form-expired': 403,
  'sign-in-required': 401,
  'not-your-role': 403,
  'too-large': 413,
  'address-too-long': 414,
  'bad-request': 400,
  'method-not-allowed': 405,
  'unsupported-media-type': 415,
  unavailable: 503,
  failure: 500,
};

/** Kinds whose page names the request, so that an operator finds it in the log. */
const FAULTS_OF_OURS: ReadonlySet<ErrorPage> = new Set(['unavailable', 'failure']);

/** HTTP status of every problem: refusals, and pages that say no. A refusal's own status stands where both have the name. */
export const PROBLEM_STATUS = { ...PAGE_STATUS, ...REFUSAL_STATUS };

/** A refusal as RFC 9457 problem details. `more` = members beside the standard ones, as the actions that are available. */
export function problemOf(refusal: Refusal, language: Request['language'], more: object = {}) {
  const said = sentencesOf(refusal, language);
  return {
    type: `/problems/${refusal.code}`,
    title: said.what,
    status: REFUSAL_STATUS[refusal.code],
    detail: [said.why, said.now, said.by].filter(Boolean).join(' '),
    code: refusal.code,
    ...(refusal.source ? { article: cite(refusal.source) } : {}),
    ...(refusal.field ? { field: refusal.field } : {}),
    facts: refusal.facts,
    ...more,
  };
}

/** Says no: problem details to programs, a page with the four parts to people. */
export async function sendRefusal(exchange: Exchange, refusal: Refusal, more: { back?: string } = {}): Promise<void> {
  const { req, res } = exchange;
  const status = REFUSAL_STATUS[refusal.code];
  if (wantsJson(req)) {
    res
      .status(status)
      .type('application/problem+json')
      .json(problemOf(refusal, req.language, { request: req.id }));
    return;
  }
  const said = sentencesOf(refusal, req.language);
  const error = errorView({ kind: 'bad-request', back: more.back ?? backOf(req) }, req.language);
  await sendPage(exchange, {
    name: 'pages/error',
    head: { title: said.what.replace(/\.$/, ''), heading: said.what.replace(/\.$/, '') },
    view: {
      ...error,
      what: said.why,
      lines: [said.now, said.by].filter(Boolean),
      explained: explainRefusal(refusal, req.language),
      small: refusal.code,
    },
    status,
  });
}

/** The last two stops of a request: nothing answered it, or something broke. */
export function setUpProblems(app: Express, services: Services): void {
  app.use(() => {
    throw new PageProblem('not-found');
  });
  app.use(async (error: unknown, req: Request, res: Response, next: NextFunction) => {
    const kind = kindOf(error);
    if (kind === 'failure') services.log.error({ request: req.id, err: error }, 'failure');
    if (kind === 'unavailable') services.log.warn({ request: req.id, error: String(error) }, 'a part of the portal is away');
    if (res.headersSent) return next(error);
    if (kind === 'unavailable') res.set('Retry-After', '5');
    // Stopped before its session was read, as by an address of an asset that cannot be decoded: there is no frame to show.
    if (!('session' in req) && !wantsJson(req)) return sendPlain(req, res, kind);
    try {
      await sendErrorPage({ req, res, services }, kind);
    } catch (second) {
      // The page needs the database for its frame; without it a plain sentence must do.
      if (kind !== 'unavailable') services.log.error({ request: req.id, err: second }, 'error page failed');
      sendPlain(req, res, kind);
    }
  });
}

function sendPlain(req: Request, res: Response, kind: ErrorPage): void {
  const plain = errorView({ kind, requestId: req.id }, languageOf(req));
  res.status(PAGE_STATUS[kind]).type('text/plain').send(`${plain.heading}\n\n${plain.what}\n\n${plain.small}\n`);
}

async function sendErrorPage(exchange: Exchange, kind: ErrorPage): Promise<void> {
  const { req, res } = exchange;
  const status = PAGE_STATUS[kind];
  const view = errorView({ kind, back: backOf(req), requestId: FAULTS_OF_OURS.has(kind) ? req.id : undefined }, languageOf(req));
  if (wantsJson(req)) {
    const body = { type: `/problems/${kind}`, title: view.heading, status, detail: view.what, code: kind, request: req.id };
    res.status(status).type('application/problem+json').json(body);
    return;
  }
  await sendPage(exchange, { name: 'pages/error', head: { title: view.heading, heading: view.heading }, view, status });
}

/** Where a form came from, if inside the portal; nothing for a page that was asked for directly. */
function backOf(req: Request): string | undefined {
  const referer = req.get('referer');
  if (req.method === 'GET' || !referer || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === req.get('host') ? localPath(pathname + search) : undefined;
}

function kindOf(error: unknown): ErrorPage {
  if (error instanceof PageProblem) return error.kind;
  if (isAway(error)) return 'unavailable';
  if (error instanceof MulterError) return error.code.startsWith('LIMIT_') ? 'too-large' : 'bad-request';
  // Errors of the body parsers say their status, and those of the router about an address that cannot be decoded.
  const says = error instanceof Error && 'status' in error && ('expose' in error || error instanceof URIError);
  const status = says ? Number(error.status) : 500;
  if (status === 413) return 'too-large';
  if (status === 404) return 'not-found';
  if (status === 415) return 'unsupported-media-type';
  return status >= 400 && status < 500 ? 'bad-request' : 'failure';
}
