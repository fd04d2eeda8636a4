import type { Express } from 'express';
import { openCases } from '../../db/cases.ts';
import { transaction } from '../../db/client.ts';
import { legalNow, legalOffset, setLegalOffset } from '../../db/clock.ts';
import { upcomingDeadlines } from '../../db/history.ts';
import { dateTime } from '../../templates/formats.ts';
import { eventOf, sandboxView } from '../../templates/pages/sandbox.view.ts';
import { SANDBOX } from '../../templates/texts/sandbox.ts';
import { fill } from '../../templates/texts/texts.ts';
import { localPath } from '../addresses.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';

/** The clock stops this long after the deadline it went to, ms. */
const PAST_THE_DEADLINE = 1_000;

/** The movable clock of the training portal, for its operator; a production portal has no such pages. */
export function register(app: Express, services: Services): void {
  if (!services.settings.sandbox) return;
  const { db } = services;

  app.get('/sandbox', requireRole('operator'), async (req, res) => {
    const { language } = req;
    const upcoming = await upcomingDeadlines(db.pool);
    const heading = SANDBOX.heading[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/sandbox',
        head: { title: heading, heading },
        view: ({ csrf, legalNow: now }) => sandboxView({ language, csrf, legalNow: now, upcoming }),
      },
    );
  });

  app.post('/sandbox/next-deadline', requireRole('operator'), async (req, res) => {
    const { language } = req;
    const moved = await goToNextDeadline(services);
    if (moved.kind === 'none') sayDone(req, SANDBOX.nothing[language]);
    else if (moved.kind === 'due') sayDone(req, fill(SANDBOX.due[language], { number: moved.number }));
    else
      sayDone(req, fill(SANDBOX.moved[language], { at: dateTime(moved.to, language) }), [
        fill(SANDBOX.happened[language], { what: eventOf(moved.key, language), number: moved.number }),
      ]);
    res.redirect(303, localPath((req.body as { back?: unknown }).back));
  });
}

type Moved = { kind: 'none' } | { kind: 'due'; number: string } | { kind: 'moved'; to: number; key: string; number: string };

/**
 * Moves the legal clock just past the nearest deadline, never back, and tells every running case: also when a deadline is due already,
 * because the cases may not have heard of the move that passed it.
 */
async function goToNextDeadline({ db, engine, log }: Services): Promise<Moved> {
  const moved = await transaction(db, async (tx): Promise<Moved> => {
    // Two clicks at once go to one deadline, not to two.
    await tx.query('select 1 from legal_clock for update');
    const [next] = await upcomingDeadlines(tx);
    if (!next) return { kind: 'none' };
    const now = (await legalNow(tx)).ms;
    if (next.at <= now) return { kind: 'due', number: next.number };
    const to = next.at + PAST_THE_DEADLINE;
    const offset = (await legalOffset(tx)) + (to - now);
    await setLegalOffset(tx, offset);
    return { kind: 'moved', to, key: next.key, number: next.number };
  });
  if (moved.kind === 'none') return moved;
  const offset = await legalOffset(db.pool);
  if (moved.kind === 'moved') log.info({ offset }, 'the legal clock was moved');
  for (const { kind, number } of await openCases(db.pool)) {
    // A case that is not told is told by the worker once it is late (`activities/wake-late.ts`).
    await engine
      .moveClock(kind, number, offset)
      .catch((error: unknown) => log.warn({ number, error: String(error) }, 'the case was not told of the clock'));
  }
  return moved;
}
