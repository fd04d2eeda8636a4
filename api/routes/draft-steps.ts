import type { Express, Request, RequestHandler } from 'express';
import { type DraftForm, type DraftStep, formKey, formValues, type Typed } from '../../domain/procurement/draft.ts';
import { draftFormView } from '../../templates/pages/draft-form.view.ts';
import { formErrors } from '../../templates/pages/draft-faults.view.ts';
import { staleView } from '../../templates/pages/draft-stale.view.ts';
import { stepsOf } from '../../templates/pages/draft-tasks.view.ts';
import { textField } from '../../templates/fields.ts';
import { DRAFT, DRAFT_FIELDS, STALE, STEP_NAMES } from '../../templates/texts/draft.ts';
import { fill, ofBoth } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';
import { draftCrumbs, valuesOf } from './draft-answers.ts';
import { openDesk, type Desk } from './draft-desk.ts';
import { groupsOf, isLocked, lockOf } from './draft-forms.ts';
import { saveStep } from './draft-saving.ts';

/** Steps of the wizard that are forms: shown, saved as far as they go, and checked when the person goes on (S1 §1.3.1). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');
  const routes: { path: string; form: (req: Request) => DraftForm }[] = [
    ...(['head', 'delivery', 'contract', 'people', 'dates'] as const).map((step) => ({ path: step, form: () => ({ step }) })),
    { path: 'specification/:lot', form: (req) => ({ step: 'specification', lot: String(req.params['lot']) }) },
  ];
  for (const { path, form } of routes) {
    const show: RequestHandler = async (req, res) => {
      const desk = await openDesk(services, req);
      const { number, body } = desk.draft;
      // The specification of works and services is a file (S1 §1.3.1.2).
      const asFile = path.startsWith('specification') && body.head.subjectKind !== 'goods';
      if (asFile) return res.redirect(303, `/drafts/${number}/papers/specification-${String(req.params['lot'])}`);
      await sendForm({ req, res, services }, desk, form(req), { check: req.query['check'] === '1' });
    };
    const save: RequestHandler = async (req, res) => saveForm({ req, res, services }, form(req));
    app.get(`/drafts/:number/${path}`, organizer, show);
    app.post(`/drafts/:number/${path}`, organizer, save);
  }
}

const addressOf = (number: string, form: DraftForm): string =>
  form.step === 'specification' ? `/drafts/${number}/specification/${form.lot}` : `/drafts/${number}/${form.step}`;

function titleOf(form: DraftForm, { draft }: Desk, language: Request['language']): string {
  if (form.step !== 'specification') return STEP_NAMES[form.step][language];
  const lot = draft.body.lots.find((each) => each.number === form.lot);
  if (!lot) throw new PageProblem('not-found');
  return `${STEP_NAMES.specification[language]}: ${lot.number}. ${ofBoth(lot.item.name, language)}`;
}

interface Showing {
  /** Show what the step lacks as errors of the form. */
  check: boolean;
  /** Values as typed, when they are not the saved ones. */
  values?: Typed;
}

async function sendForm(exchange: Exchange, desk: Desk, form: DraftForm, { check, values }: Showing): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const { draft, customers } = desk;
  const text = form.step === 'people' && typeof req.query['q'] === 'string' ? req.query['q'].slice(0, 200) : '';
  const title = titleOf(form, desk, language);
  const shown = values ?? formValues(form, draft.body);
  const faults = desk.faults.filter((fault) => fault.step === form.step);
  const plain = await groupsOf(services, desk, form, { language, values: shown, errors: [] }, [], text);
  const lot = form.step === 'specification' ? form.lot : undefined;
  const fields = plain.flatMap((group) => group.fields);
  const errors = check ? formErrors({ faults, body: draft.body, customers, fields, language, lot }) : [];
  const groups =
    errors.length > 0 ? await groupsOf(services, desk, form, { language, values: shown, errors }, faults, text) : plain;
  await sendPage(exchange, {
    name: 'pages/draft-form',
    head: {
      title,
      heading: title,
      errors,
      caption: fill(DRAFT.caption[language], { number: draft.number }),
      breadcrumbs: draftCrumbs(req, draft.number, title),
    },
    view: draftFormView({
      ...{ language, errors, groups, csrf: formToken(req), action: addressOf(draft.number, form) },
      seen: draft.body.saved[formKey(form)]?.version ?? 0,
      back: { href: `/drafts/${draft.number}`, text: DRAFT.toTasks[language] },
      ...(errors.length > 0 ? { lead: DRAFT.savedButFaulty[language] } : {}),
      locked: lockOf(desk, form, language),
      ...(form.step === 'people' ? { find: findPeople(text, language) } : {}),
      ...(form.step === 'contract' && !lockOf(desk, form, language)
        ? { shortcut: { href: `/drafts/${draft.number}/contract/copy`, text: DRAFT.copyFrom[language] } }
        : {}),
    }),
    status: values ? 422 : 200,
  });
}

/** Search of representatives by IIN or name (spec 01, step 4). */
const findPeople = (text: string, language: Request['language']) => ({
  field: textField(
    { name: 'q', label: DRAFT_FIELDS.findPerson[language], type: 'search', width: 30 },
    { language, values: { q: text }, errors: [] },
  ),
  button: DRAFT_FIELDS.find[language],
});

async function saveForm(exchange: Exchange, form: DraftForm): Promise<void> {
  const { req, res, services } = exchange;
  const { language } = req;
  const desk = await openDesk(services, req);
  const { number } = desk.draft;
  titleOf(form, desk, language);
  const values = valuesOf(req);
  const then = values['then'];
  if (then === 'back' && !isLocked(desk, form)) return sendForm(exchange, desk, form, { check: false, values });
  const seen = typeof values['seen'] === 'string' && /^\d{1,9}$/.test(values['seen']) ? Number(values['seen']) : 0;
  const saving = await saveStep(services, desk, form, { seen, values });
  if (!saving.ok && saving.reason === 'locked') return res.redirect(303, addressOf(number, form));
  if (!saving.ok && saving.reason === 'stale') return sendStale(exchange, desk, form, values, saving.draft.body);
  if (!saving.ok) {
    if (saving.reason === 'not-a-draft') throw new PageProblem('not-found');
    sayDone(req, DRAFT.beingPublished[language]);
    return res.redirect(303, `/drafts/${number}`);
  }
  if (then === 'exit') {
    sayDone(req, DRAFT.saved[language]);
    return res.redirect(303, `/drafts/${number}`);
  }
  const saved = await openDesk(services, req);
  res.redirect(303, nextOf(form, saved, values['set'] !== undefined));
}

/** Where going on leads: back to the step while something in its form is missing or wrong, else to the next one. */
function nextOf(form: DraftForm, desk: Desk, stays: boolean): string {
  const { number, body } = desk.draft;
  const own = desk.faults.filter((fault) => fault.step === form.step);
  const inForm = own.filter(
    (fault) => !['not-approved', 'not-printed-yet', 'not-signed', 'outdated', 'specification-file-missing'].includes(fault.gap),
  );
  const here = inForm.filter((fault) => form.step !== 'specification' || fault.lots?.includes(form.lot));
  if (here.length > 0) return `${addressOf(number, form)}?check=1`;
  if (stays) return addressOf(number, form);
  if (form.step === 'specification') return `/drafts/${number}/papers/specification-${form.lot}`;
  if (form.step === 'contract') return `/drafts/${number}/contract/papers`;
  const steps = stepsOf({ head: body.head });
  const next: DraftStep | undefined = steps[steps.indexOf(form.step) + 1];
  return next ? `/drafts/${number}/${next}` : `/drafts/${number}`;
}

async function sendStale(
  exchange: Exchange,
  desk: Desk,
  form: DraftForm,
  mine: Typed,
  theirs: Desk['draft']['body'],
): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const { number } = desk.draft;
  const key = formKey(form);
  const mark = theirs.saved[key];
  const groups = await groupsOf(services, desk, form, { language, values: mine, errors: [] }, []);
  const heading = STALE.title[language];
  await sendPage(exchange, {
    name: 'pages/draft-stale',
    head: { title: heading, heading, caption: titleOf(form, desk, language), breadcrumbs: draftCrumbs(req, number, heading) },
    view: staleView({
      ...{ language, mine, csrf: formToken(req), action: addressOf(number, form), stepHref: addressOf(number, form) },
      by: mark?.by ?? desk.draft.savedBy,
      at: mark?.at ?? desk.draft.savedAt.getTime(),
      seen: mark?.version ?? 0,
      theirs: formValues(form, theirs),
      fields: groups.flatMap((group) => group.fields),
    }),
    status: 409,
  });
}
