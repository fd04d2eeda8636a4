import type { Express } from 'express';
import { earlierContracts, findBody, saveDraft } from '../../db/drafts.ts';
import { radios } from '../../templates/fields.ts';
import { DRAFT, STEP_NAMES } from '../../templates/texts/draft.ts';
import { fill, ofBoth } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';
import { draftCrumbs, valuesOf } from './draft-answers.ts';
import { makeDraftFile, openDesk, type Desk } from './draft-desk.ts';
import { lockOf } from './draft-forms.ts';

/** The draft contract filled in as in an earlier purchase of the organization: what was written once is not typed again. */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');

  app.get('/drafts/:number/contract/copy', organizer, async (req, res) =>
    sendCopy({ req, res, services }, await openDesk(services, req)),
  );

  app.post('/drafts/:number/contract/copy', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const { language } = req;
    const { number, organizerBin, body } = desk.draft;
    const from = String(valuesOf(req)['from'] ?? '');
    if (lockOf(desk, { step: 'contract' }, language)) return res.redirect(303, `/drafts/${number}/contract`);
    const earlier = await findBody(services.db.pool, from, organizerBin);
    if (!earlier) return sendCopy({ req, res, services }, desk, DRAFT.copyChoose[language]);
    const contract = { ...earlier.contract, subject: body.contract.subject };
    const saving = await saveDraft(
      services.db,
      { number, step: 'contract', seen: null, actor: desk.actor, change: (current) => ({ ...current, contract }) },
      makeDraftFile,
    );
    if (!saving.ok && saving.reason === 'not-a-draft') throw new PageProblem('not-found');
    sayDone(req, saving.ok ? fill(DRAFT.copied[language], { number: from }) : DRAFT.beingPublished[language]);
    res.redirect(303, `/drafts/${number}/contract`);
  });
}

async function sendCopy(exchange: Exchange, { draft }: Desk, problem?: string): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const { number, organizerBin, body } = draft;
  const earlier = await earlierContracts(services.db.pool, organizerBin, body.head.subjectKind, number);
  const errors = problem && earlier.length > 0 ? [{ field: 'from', text: problem, href: '#from' }] : [];
  const options = earlier.map((each) => ({ value: each.number, text: `№ ${each.number} · ${ofBoth(each.name, language)}` }));
  const heading = DRAFT.copyTitle[language];
  await sendPage(exchange, {
    name: 'pages/draft-copy',
    head: { title: heading, heading, errors, breadcrumbs: draftCrumbs(req, number, heading) },
    view: {
      action: `/drafts/${number}/contract/copy`,
      csrf: formToken(req),
      hidden: [],
      none: DRAFT.copyNone[language],
      hint: DRAFT.copyHint[language],
      fields:
        options.length > 0
          ? [radios({ name: 'from', label: DRAFT.copyChoose[language], options }, { language, values: {}, errors })]
          : [],
      button: DRAFT.copy[language],
      back: { href: `/drafts/${number}/contract`, text: STEP_NAMES.contract[language] },
    },
    status: errors.length > 0 ? 422 : 200,
  });
}
