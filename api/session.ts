import connectPgSimple from 'connect-pg-simple';
import type { Express, NextFunction, Request, Response } from 'express';
import session from 'express-session';
import type { Scope } from '../domain/api-tokens.ts';
import type { Actor, Role } from '../domain/parties.ts';
import { findPerson, type PortalPerson } from '../db/people.ts';
import { signInBefore } from './addresses.ts';
import { PageProblem, wantsJson } from './page-problem.ts';
import type { Services } from './services.ts';
import { comesWithToken, recogniseToken } from './tokens.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    role: Role;
    formToken: string;
    /** Said once on the next page: what has just been done. */
    done: { text: string; lines: string[] };
  }
}

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in; read anew with every request, so a block works at once. */
    person?: PortalPerson;
    /** The token that a program came with; `unknown` when it is not accepted. */
    token?: { id: string; scopes: Scope[]; role: Role } | 'unknown';
  }
}

/** A session lasts 40 minutes after the last page, or up to a minute less. */
export const SESSION_MS = 40 * 60 * 1000;

export function setUpSession(app: Express, services: Services): void {
  const { db, settings, log } = services;
  const Store = connectPgSimple(session);
  const secure = settings.baseUrl.startsWith('https:');
  const sessions = session({
    name: secure ? '__Host-zakup' : 'zakup',
    secret: settings.sessionSecret,
    store: prolongedSeldom(
      new Store({ pool: db.pool, tableName: 'session', errorLog: (...args) => log.error({ args }, 'session store') }),
    ),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: settings.trustedProxies > 0,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_MS, path: '/' },
  });
  app.use((req, res, next) => (comesWithToken(req) ? next() : sessions(req, res, next)));
  app.use(redirectWhenKept);
  app.use(async (req, _res, next) => {
    if (comesWithToken(req)) {
      await recogniseToken(db, req);
      return next();
    }
    const { userId } = req.session;
    if (userId) {
      const person = await findPerson(db, userId);
      if (person && !person.blocked) req.person = person;
    }
    next();
  });
}

/** A session is prolonged in the store at most this often, ms: not every page costs a commit. */
const PROLONG_EVERY = 60_000;
/** Sessions whose last prolongation is remembered; beyond, all are forgotten and prolonged again. */
const REMEMBERED = 20_000;

/** A session may end up to `PROLONG_EVERY` earlier than 40 minutes after the last page, never later. */
function prolongedSeldom<Kept extends session.Store>(store: Kept): Kept {
  const prolonged = new Map<string, number>();
  const touch = store.touch!.bind(store);
  store.touch = (id, data, done) => {
    const now = Date.now();
    if (now - (prolonged.get(id) ?? 0) < PROLONG_EVERY) return done?.();
    if (prolonged.size >= REMEMBERED) prolonged.clear();
    prolonged.set(id, now);
    touch(id, data, done);
  };
  return store;
}

/**
 * A browser follows a redirect at its first bytes, while express-session keeps the session before the last one: the next page
 * would meet a session that does not know yet what has just been done. So what it holds is kept first.
 */
function redirectWhenKept(req: Request, res: Response, next: NextFunction): void {
  const redirect = res.redirect.bind(res) as (status: number, url: string) => void;
  res.redirect = (...given: [url: string | number, status?: string | number]): void => {
    const [status, url] = given.length === 2 ? [Number(given[0]), String(given[1])] : [302, String(given[0])];
    const { session: kept } = req as { session?: session.Session };
    if (!kept || Object.keys(kept).length <= 1) return redirect(status, url);
    kept.save((error: Error | null) => (error ? next(error) : redirect(status, url)));
  };
  next();
}

export function signedIn(req: Request): boolean {
  return req.person !== undefined;
}

/** Role of the token, or the one chosen for this session, if the person still has it; else the first one they have. */
export function actingRole(req: Request): Role | null {
  if (req.token) return req.token === 'unknown' ? null : req.token.role;
  const roles = req.person?.roles ?? [];
  const chosen = req.session.role;
  return chosen && roles.includes(chosen) ? chosen : (roles[0] ?? null);
}

/** The signed-in person under the chosen role; null for visitors. */
export function actorOf(req: Request): Actor | null {
  const role = actingRole(req);
  if (!req.person || !role) return null;
  const { userId, name, iin, bin } = req.person;
  return { userId, name, iin, bin, role };
}

/** The actor of a route that `requireActor` or `requireRole` guards. */
export function theActor(req: Request): Actor {
  const actor = actorOf(req);
  if (!actor) throw new Error('A route asks for the actor without requireActor');
  return actor;
}

/** Sends visitors to the sign-in page (programs get 401) and brings them back afterwards. */
export function requireActor(req: Request, res: Response, next: NextFunction): void {
  if (actorOf(req)) return next();
  if (wantsJson(req) || req.method !== 'GET') throw new PageProblem('sign-in-required');
  const target = signInBefore(req);
  // A script that swaps a part of the page must leave the page instead.
  if (req.get('hx-request')) res.set('HX-Redirect', target).sendStatus(204);
  else res.redirect(303, target);
}

/** Like `requireActor`, and the acting role must be one of these. */
export function requireRole(...roles: Role[]) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const actor = actorOf(req);
    if (!actor) return requireActor(req, res, next);
    if (!roles.some((role) => role === actor.role)) throw new PageProblem('not-your-role');
    next();
  };
}

/** A new session id for the person who has just proved who they are: a planted id is worth nothing. */
export async function beginSession(req: Request, userId: string): Promise<void> {
  const { unsent } = req.session;
  await new Promise<void>((resolve, reject) => req.session.regenerate((e: Error | null) => (e ? reject(e) : resolve())));
  req.session.userId = userId;
  if (unsent) req.session.unsent = unsent;
}

export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => req.session.destroy((e: Error | null) => (e ? reject(e) : resolve())));
  req.person = undefined;
}

/** Keeps a sentence for the next page of this session. */
export function sayDone(req: Request, text: string, lines: string[] = []): void {
  req.session.done = { text, lines };
}
