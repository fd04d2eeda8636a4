import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { z } from 'zod';
import { TOKEN_SCOPES, type Scope } from '../../domain/api-tokens.ts';
import { ROLES, type Role } from '../../domain/parties.ts';
import { addApiToken, apiTokensOf, revokeApiToken, type ApiToken } from '../../db/api-tokens.ts';
import { legalNow } from '../../db/clock.ts';
import { anchorOf, type FieldError, type Filled } from '../../templates/fields.ts';
import { madeView, revocationView, tokenForm, TOKEN_LIVES, tokensView } from '../../templates/pages/tokens.view.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { TOKENS } from '../../templates/texts/tokens.ts';
import { ACT_NAMES } from '../api-v1/actions.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import type { Services } from '../services.ts';
import { actingRole, requireRole, sayDone, theActor } from '../session.ts';
import { digestOfToken, newToken } from '../tokens.ts';

const HOLDERS = ROLES.filter((role) => role !== 'operator');
const OFFERED: Scope[] = [...TOKEN_SCOPES, ...ACT_NAMES.map((name): Scope => `actions:${name}`)];

const many = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat());
const typed = z.object({
  id: z.uuid(),
  name: z
    .string()
    .trim()
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .catch(''),
  role: z.string().catch(''),
  scopes: many,
  days: z.string().catch(''),
});

/** Tokens with which programs of an organization act in the name of the person who made them (ADR 0020). */
export function register(app: Express, services: Services): void {
  const holder = requireRole(...HOLDERS);
  const tx = services.db.pool;

  app.get('/my/tokens', holder, async (req, res) => {
    const { language } = req;
    const now = (await legalNow(tx)).ms;
    const tokens = await apiTokensOf(tx, seenBy(req));
    await sendPage(
      { req, res, services },
      {
        name: 'pages/cabinet',
        head: headOf(req, TOKENS.title[language]),
        view: tokensView({ language, role: actingRole(req)!, now, tokens }),
      },
    );
  });

  app.get('/my/tokens/new', holder, (req, res) =>
    sendForm({ req, res, services }, randomUUID(), { role: actingRole(req)!, days: '90' }, []),
  );

  app.post('/my/tokens', holder, async (req, res) => {
    const exchange = { req, res, services };
    const { language } = req;
    const given = typed.safeParse(req.body);
    if (!given.success) throw new PageProblem('bad-request');
    const { id, name } = given.data;
    const role = rolesOf(req).find((each) => each === given.data.role);
    const scopes = OFFERED.filter((each) => given.data.scopes.includes(each));
    const days = TOKEN_LIVES.find((each) => String(each) === given.data.days);
    if (!name || !role || scopes.length === 0 || !days) {
      const errors = mistakes({ name, role, scopes: scopes.length, days }, req);
      return sendForm(exchange, id, { ...given.data }, errors);
    }
    const { userId, bin } = theActor(req);
    const token = newToken();
    const kept = { id, sha256: digestOfToken(token), organizationBin: bin ?? '', userId, role, name, scopes, days };
    const made = await addApiToken(tx, kept);
    // Shown in the answer itself: behind a redirect it would have to lie somewhere.
    await sendPage(exchange, {
      name: 'pages/content',
      head: headOf(req, TOKENS.madeHeading[language]),
      view: madeView(made ? token : null, language),
      status: made ? 201 : 200,
    });
  });

  app.get('/my/tokens/:id/revoke', holder, async (req, res) => {
    const { language } = req;
    const token = await tokenOf(services, req);
    const heading = TOKENS.revokeHeading[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/action-form',
        head: headOf(req, heading),
        view: ({ csrf }) => revocationView({ csrf: csrf, token, language }),
      },
    );
  });

  app.post('/my/tokens/:id/revoke', holder, async (req, res) => {
    const { userId } = theActor(req);
    const ended = await revokeApiToken(tx, String(req.params['id']), { ...seenBy(req), by: userId });
    sayDone(req, TOKENS[ended ? 'revokedDone' : 'notRevoked'][req.language]);
    res.redirect(303, '/my/tokens');
  });
}

/** Own tokens; an administrator of the organization looks after all of its tokens. */
function seenBy(req: Request): { bin: string; userId: string | null } {
  const { bin, userId, role } = theActor(req);
  return { bin: bin ?? '', userId: role === 'organization-administrator' ? null : userId };
}

async function tokenOf({ db }: Services, req: Request): Promise<ApiToken> {
  const found = (await apiTokensOf(db.pool, seenBy(req))).find((each) => each.id === req.params['id']);
  if (!found || found.revokedAt !== null) throw new PageProblem('not-found');
  return found;
}

const rolesOf = (req: Request): Role[] => HOLDERS.filter((role) => req.person?.roles.includes(role));

const headOf = ({ language }: Request, heading: string) => ({
  title: heading,
  heading,
  breadcrumbs: [
    { href: '/my', text: FRAME.myCabinet[language] },
    ...(heading === TOKENS.title[language] ? [] : [{ href: '/my/tokens', text: TOKENS.title[language] }]),
    { text: heading },
  ],
});

/** What is missing: a field without a value is one. */
function mistakes(given: Record<'name' | 'role' | 'scopes' | 'days', unknown>, { language }: Request): FieldError[] {
  const said = { name: 'nameMissing', role: 'badRole', scopes: 'scopesMissing', days: 'badDays' } as const;
  return (['name', 'role', 'scopes', 'days'] as const)
    .filter((field) => !given[field])
    .map((field) => ({ field, text: TOKENS[said[field]][language], href: anchorOf(field) }));
}

async function sendForm(exchange: Exchange, id: string, values: Filled['values'], errors: FieldError[]): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  await sendPage(exchange, {
    name: 'pages/action-form',
    head: { ...headOf(req, TOKENS.make[language]), errors },
    view: ({ csrf }) => tokenForm({ csrf: csrf, id, roles: rolesOf(req), scopes: OFFERED, form: { language, values, errors } }),
    status: errors.length > 0 ? 422 : 200,
  });
}
