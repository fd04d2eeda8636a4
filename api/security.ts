import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import helmet from 'helmet';
import { PageProblem } from './page-problem.ts';
import { keepForSigningIn } from './resumption.ts';
import type { Services } from './services.ts';
import { signedIn } from './session.ts';

/** Nothing runs or loads from elsewhere, nothing inline; forms go to the portal only. */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"],
};

export function setUpSecurityHeaders(app: Express, { settings }: Pick<Services, 'settings'>): void {
  const overTls = settings.baseUrl.startsWith('https:');
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      strictTransportSecurity: overTls,
      referrerPolicy: { policy: 'same-origin' },
      frameguard: { action: 'deny' },
    }),
  );
}

/** The token every form of this session carries (`_csrf`) and every script sends (`x-csrf-token`); made on first use. */
export function formToken(req: Request): string {
  req.session.formToken ??= randomBytes(24).toString('base64url');
  return req.session.formToken;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The language of a page may be changed without a session; where the request comes from is still looked at. */
const WITHOUT_TOKEN = new Set(['/language']);

/** Refuses what changes something and was not sent from a page of this session. */
export function setUpFormTokens(app: Express, { settings }: Pick<Services, 'settings'>): void {
  const own = new URL(settings.baseUrl).host;
  app.use((req, res, next) => {
    if (SAFE.has(req.method)) return next();
    // A token is not sent by a browser of itself, so nobody can be led to send it; without anybody, the API itself says 401.
    if (req.token || (req.path.startsWith('/api/') && !signedIn(req))) return next();
    // Sent by every current browser; absent from other programs, which the token still stops.
    if (req.get('sec-fetch-site') === 'cross-site' || isForeign(req, own)) throw new PageProblem('form-expired');
    if (WITHOUT_TOKEN.has(req.path)) return next();
    const body = req.body as Record<string, unknown> | undefined;
    const given = req.get('x-csrf-token') ?? body?.['_csrf'];
    if (typeof given === 'string' && sameToken(given, req.session.formToken)) return next();
    if (!keepForSigningIn(req, res)) throw new PageProblem('form-expired');
  });
}

/** Whether the browser names another site as the one that sends; older browsers say this and no `sec-fetch-site`. */
function isForeign(req: Request, own: string): boolean {
  const origin = req.get('origin');
  return origin !== undefined && URL.canParse(origin) && ![own, req.get('host')].includes(new URL(origin).host);
}

function sameToken(given: string, kept: string | undefined): boolean {
  if (!kept) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
