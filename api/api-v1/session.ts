import { z } from 'zod';
import { ROLES } from '../../domain/parties.ts';
import { formToken } from '../security.ts';
import { NOTHING, route } from './route.ts';
import { as } from './schemas/common.ts';
import { now } from './send.ts';

const session = as(
  'Session',
  z.strictObject({
    actor: z.strictObject({ userId: z.string(), role: z.enum(ROLES), bin: z.string().nullable() }).nullable(),
    csrfToken: z.string().nullable(),
    scopes: z.array(z.string()).nullable(),
  }),
  'Who asks. `csrfToken` goes into `X-CSRF-Token` of what a session of the pages sends; tokens need none and say their scopes.',
);

export const sessionRoutes = [
  route({
    operation: 'getSession',
    tag: 'me',
    method: 'get',
    path: '/api/v1/session',
    access: 'everyone',
    params: NOTHING,
    query: NOTHING,
    conditional: false,
    answers: { 200: { description: 'The asker, or nobody.', schema: session } },
    serve: ({ req, actor }) => {
      const token = req.token === 'unknown' ? undefined : req.token;
      return now({
        actor: actor && { userId: actor.userId, role: actor.role, bin: actor.bin },
        csrfToken: actor && !token ? formToken(req) : null,
        scopes: token?.scopes ?? null,
      });
    },
  }),
];
