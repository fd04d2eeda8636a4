import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import { z } from 'zod';
import { legalNow } from '../../db/clock.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { edsCheckView, type EdsAnswer } from '../../templates/pages/eds-check.view.ts';
import { EDS_CHECK } from '../../templates/texts/eds.ts';
import { claimedHolder, termAtFault } from '../../trust/claimed-holder.ts';
import { type Exchange, sendPage } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';

declare module 'express-session' {
  interface SessionData {
    /** Base64 of the random line that is signed to check a key. */
    edsChallenge: string;
  }
}

const CHALLENGE_BYTES = 32;
const form = z.object({ signature: z.base64().max(90_000).catch('') });

/** «Проверить мою ЭЦП»: whose a key is, until when, and whether the portal takes it. Open to everybody; nothing is kept. */
export function register(app: Express, services: Services): void {
  app.get('/eds', async (req, res) => {
    await checkPage({ req, res, services }, null);
  });

  app.get('/eds/challenge', (req, res) => {
    const challenge = randomBytes(CHALLENGE_BYTES);
    req.session.edsChallenge = challenge.toString('base64');
    res.set('Cache-Control', 'no-store').type('application/octet-stream').send(challenge);
  });

  app.post('/eds', async (req, res) => {
    const { signature } = form.parse(req.body ?? {});
    const challenge = req.session.edsChallenge;
    // Signed once: the same signature shown again proves nothing.
    delete req.session.edsChallenge;
    if (!challenge || !signature) return checkPage({ req, res, services }, { kind: 'stale' });
    const cms = Buffer.from(signature, 'base64');
    await checkPage({ req, res, services }, await judged(services, Buffer.from(challenge, 'base64'), cms, req.person));
  });
}

async function judged(
  { db, signatures }: Services,
  bytes: Buffer,
  cms: Buffer,
  person: { iin: string; bin: string | null } | undefined,
): Promise<EdsAnswer> {
  const now = (await legalNow(db.pool)).ms;
  const verdict = await signatures.verify({ bytes, cms, at: new Date(now) });
  if (verdict.ok) return { kind: 'judged', holder: verdict.signer, refusal: person ? otherPerson(verdict.signer, person) : null };
  return { kind: 'judged', holder: claimedHolder(cms), refusal: refuse(verdict.reason, termAtFault(verdict.reason, cms, now)) };
}

/** The key is good, but not this person's: submissions under this session would be refused. */
function otherPerson(
  signer: { iin: string; bin?: string; name: string },
  person: { iin: string; bin: string | null },
): Refusal | null {
  if (signer.iin !== person.iin) return refuse('eds-wrong-person', { signer: signer.name });
  if (person.bin && (signer.bin ?? signer.iin) !== person.bin)
    return refuse('eds-wrong-organization', signer.bin ? { bin: signer.bin } : {});
  return null;
}

async function checkPage(exchange: Exchange, answer: EdsAnswer | null): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const csrf = formToken(req);
  const heading = EDS_CHECK.heading[language];
  await sendPage(exchange, {
    name: 'pages/eds-check',
    head: { title: heading, heading },
    view: ({ legalNow: now }) => edsCheckView({ language, csrf, answer, legalNow: now, script: services.assets.url('eds.js') }),
    status: answer === null || (answer.kind === 'judged' && !answer.refusal) ? 200 : 422,
  });
}
