import { actOfAuthority } from '../../domain/procurement/actions/input.ts';
import { isLive, type ProcurementFile } from '../../domain/procurement/file.ts';
import type { RefusalPanel, WarningForm } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { checkboxes, dateTime, fileField, radios, select, textArea, textField, type FieldView, type Filled } from '../fields.ts';
import { money } from '../formats.ts';
import { FRAME } from '../texts/frame.ts';
import { ACT_FORM, type ActPage } from '../texts/actions.ts';
import { CONSEQUENCES } from '../texts/consequences.ts';
import { ACT_KIND_NAMES, BODY_KIND_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface Candidate {
  userId: string;
  iin: string;
  name: { kk: string; ru: string };
  position: { kk: string; ru: string };
}

export interface ActionFormFacts {
  language: Language;
  csrf: string;
  file: ProcurementFile;
  action: ActPage;
  form: Filled;
  commandId: string;
  /** Lots that may be chosen (refuse) or have been chosen (cancel). */
  lots: string[];
  /** Whose representative: `organizer` or the BIN of a customer. */
  of?: string;
  candidates: Candidate[];
  kept: { documentId: string; name: string } | null;
  refusal: RefusalPanel | null;
}

const BUTTONS: Record<ActPage, keyof typeof ACT_FORM> = {
  cancel: 'doCancel',
  refuse: 'doRefuse',
  suspend: 'doSuspend',
  resume: 'doResume',
  'change-representative': 'save',
  'change-creator': 'save',
  'open-applications-by-hand': 'doOpen',
  'decline-participation': 'doDecline',
  'form-results-protocol': 'doForm',
  'publish-results-protocol': 'doPublish',
  'declare-key-lost': 'doDeclareKeyLost',
};

const DANGEROUS: readonly ActPage[] = ['decline-participation', 'cancel', 'refuse', 'suspend', 'declare-key-lost'];

/** A legal act on its own page: what it changes, its fields, the button that names it. */
export function actionFormView(facts: ActionFormFacts): { blocks: ContentBlock[]; form: WarningForm } {
  const { language, action, file, refusal } = facts;
  const t = inLanguage(ACT_FORM, language);
  return {
    blocks: [
      ...(refusal ? [{ refusal }] : []),
      { heading: t.whatChanges, bullets: CONSEQUENCES[action].map((words) => words[language]) },
      ...(action === 'cancel'
        ? [{ summary: [{ key: t.lots, lines: facts.lots.map((number) => lotLine(file, number, language)) }] }]
        : []),
    ],
    form: {
      action: `/procurements/${file.number}/actions/${action}`,
      csrf: facts.csrf,
      hidden: hiddenOf(facts),
      fields: fieldsOf(facts),
      warningLabel: FRAME.warning[language],
      button: t[BUTTONS[action]],
      dangerous: DANGEROUS.includes(action),
      multipart: true,
      cancel: { href: `/procurements/${file.number}`, text: t.back },
    },
  };
}

/** A lot in one line, as lists of choices name it. */
export function lotLine(file: ProcurementFile, number: string, language: Language): string {
  const lot = file.lots.find((each) => each.number === number);
  return lot ? `${number}. ${ofBoth(lot.name, language)}, ${money(lot.amount, language)}` : number;
}

function hiddenOf({ commandId, action, lots, of, kept }: ActionFormFacts): WarningForm['hidden'] {
  return [
    { name: 'commandId', value: commandId },
    ...(action === 'cancel' ? lots.map((value) => ({ name: 'lots', value })) : []),
    ...(of ? [{ name: 'of', value: of }] : []),
    ...(kept ? [{ name: 'kept', value: kept.documentId }] : []),
  ];
}

function fieldsOf(facts: ActionFormFacts): FieldView[] {
  const { action, form, language, file, lots, kept } = facts;
  const t = inLanguage(ACT_FORM, language);
  const hint = kept ? fill(t.scanKept, { name: kept.name }) : t.scanHint;
  switch (action) {
    case 'cancel':
    case 'suspend':
    case 'resume':
      return actFields(form, hint);
    case 'refuse':
      return [
        checkboxes(
          { name: 'lots', label: t.chooseLots, options: lots.map((value) => ({ value, text: lotLine(file, value, language) })) },
          form,
        ),
        textArea({ name: 'ground', label: t.ground }, form),
      ];
    case 'change-representative':
      return [
        candidatesField(facts, t.newRepresentative),
        textField({ name: 'order-number', label: t.orderNumber, width: 20 }, form),
        dateTime({ name: 'order-date', label: t.orderDate }, form),
        fileField({ name: 'order-file', label: t.orderFile, hint, accept: '.pdf,.png,.jpg,.jpeg' }, form),
      ];
    case 'decline-participation':
      return [textArea({ name: 'reason', label: t.declineReason }, form)];
    case 'open-applications-by-hand':
    case 'form-results-protocol':
    case 'publish-results-protocol':
      return [];
    case 'change-creator':
      return [candidatesField(facts, t.newCreator)];
    case 'declare-key-lost':
      return [textArea({ name: 'reason', label: t.reason }, form)];
  }
}

export function candidatesField(
  { candidates, form, language }: Pick<ActionFormFacts, 'candidates' | 'form' | 'language'>,
  label: string,
): FieldView {
  const options = candidates.map(({ userId, iin, name, position }) => ({
    value: userId,
    text: ofBoth(name, language),
    hint: `${ofBoth(position, language)}, …${iin.slice(-4)}`,
  }));
  return radios({ name: 'userId', label, options, ...(options.length === 0 ? { hint: ACT_FORM.nobody[language] } : {}) }, form);
}

/** The form of S1 §1.3.3: all fields are required. */
function actFields(form: Filled, scanHint: string): FieldView[] {
  const { language } = form;
  const t = inLanguage(ACT_FORM, language);
  const { kind, bodyKind } = actOfAuthority.shape;
  const empty = { value: '', text: '' };
  const kinds = [empty, ...kind.options.map((value) => ({ value, text: ACT_KIND_NAMES[value][language] }))];
  const bodies = [empty, ...bodyKind.options.map((value) => ({ value, text: BODY_KIND_NAMES[value][language] }))];
  return [
    textField({ name: 'number', label: t.number, width: 20 }, form),
    dateTime({ name: 'date', label: t.date, hint: t.todayHint }, form),
    select({ name: 'kind', label: t.kind, options: kinds }, form),
    select({ name: 'bodyKind', label: t.bodyKind, options: bodies }, form),
    textField({ name: 'body', label: t.body }, form),
    fileField({ name: 'scan', label: t.scan, hint: scanHint, accept: '.pdf,.png,.jpg,.jpeg' }, form),
  ];
}

/** Before the form: a question with two answers, or a choice that stays in the address. */
export interface ActionStep {
  blocks: ContentBlock[];
  answers: { href: string; text: string; warning: boolean }[];
  choice: {
    action: string;
    hidden: { name: string; value: string }[];
    fields: FieldView[];
    button: string;
    cancel: { href: string; text: string };
  } | null;
}

/** «Да / Нет»: what a cancellation means, before anything is chosen (S1 §1.3.3). */
export function cancelQuestion(file: ProcurementFile, language: Language): ActionStep {
  const t = inLanguage(ACT_FORM, language);
  return {
    blocks: [
      { heading: t.whatChanges, bullets: CONSEQUENCES.cancel.map((words) => words[language]) },
      { paragraphs: [t.cancelQuestion] },
    ],
    answers: [
      { href: `/procurements/${file.number}/actions/cancel?confirm=yes`, text: t.yes, warning: true },
      { href: `/procurements/${file.number}`, text: t.no, warning: false },
    ],
    choice: null,
  };
}

export function cancelLots(file: ProcurementFile, form: Filled): ActionStep {
  const t = inLanguage(ACT_FORM, form.language);
  const options = file.lots.filter(isLive).map(({ number }) => ({ value: number, text: lotLine(file, number, form.language) }));
  return {
    blocks: [],
    answers: [],
    choice: {
      action: `/procurements/${file.number}/actions/cancel`,
      hidden: [
        { name: 'confirm', value: 'yes' },
        { name: 'step', value: 'lots' },
      ],
      fields: [checkboxes({ name: 'lots', label: t.chooseLots, options }, form)],
      button: t.cancelChosen,
      cancel: { href: `/procurements/${file.number}`, text: t.back },
    },
  };
}

/** Whose representative is changed: the organizer's, or that of one of the customers (S1 §1.3.5). */
export function whoseRepresentative(file: ProcurementFile, form: Filled): ActionStep {
  const { language } = form;
  const t = inLanguage(ACT_FORM, language);
  const options = [
    { value: 'organizer', text: `${t.organizer}: ${ofBoth(file.organizer.name, language)}` },
    ...file.customers.map(({ bin, name }) => ({ value: bin, text: `${t.customer}: ${ofBoth(name, language)}` })),
  ];
  return {
    blocks: [],
    answers: [],
    choice: {
      action: `/procurements/${file.number}/actions/change-representative`,
      hidden: [],
      fields: [radios({ name: 'of', label: t.whose, options }, form)],
      button: t.next,
      cancel: { href: `/procurements/${file.number}`, text: t.back },
    },
  };
}
