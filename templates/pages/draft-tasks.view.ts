import type { Organization, Text } from '../../domain/parties.ts';
import { DRAFT_STEPS, type DraftBody, type DraftStep } from '../../domain/procurement/draft/body.ts';
import type { DraftFault } from '../../domain/procurement/draft/faults.ts';
import type { TaskList } from '../components.ts';
import { nearDateTime } from '../formats.ts';
import { DRAFT, STEP_NAMES } from '../texts/draft.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { faultSentence } from './draft-faults.view.ts';

export interface TasksFacts {
  language: Language;
  number: string;
  body: DraftBody;
  faults: readonly DraftFault[];
  customers: readonly Organization[];
  savedBy: Text;
  savedAt: number;
  author: Text;
  /** Who looks at the page. */
  reader: Text;
  isAuthor: boolean;
  hasLotList: boolean;
  /** Legal time, ms. */
  now: number;
}

const GROUPS = [
  { heading: 'whatIsBought', steps: ['head', 'lots', 'delivery'] },
  { heading: 'documents', steps: ['specification', 'contract'] },
  { heading: 'peopleAndDates', steps: ['people', 'dates'] },
] as const satisfies readonly { heading: keyof typeof DRAFT; steps: readonly DraftStep[] }[];

/** Steps that only make sense once lots are chosen. */
const AFTER_LOTS: readonly DraftStep[] = ['delivery', 'specification', 'contract', 'people'];

/** The steps of this draft: works and services have no delivery terms (S1 §1.3.1.1). */
export const stepsOf = (body: Pick<DraftBody, 'head'>): DraftStep[] =>
  DRAFT_STEPS.filter((step) => step !== 'delivery' || body.head.subjectKind === 'goods');

type Item = TaskList['items'][number];

/** Task list of a draft: what is ready, what is missing and where, what cannot be done yet (ux notes 3.4). */
export function tasksView(facts: TasksFacts) {
  const { language, number, body, faults, savedBy, savedAt, now } = facts;
  const t = inLanguage(DRAFT, language);
  const steps = stepsOf(body);
  const ready = steps.filter((step) => !faults.some((fault) => fault.step === step)).length;
  const groups = GROUPS.map(({ heading, steps: own }) => ({
    heading: t[heading],
    items: own.filter((step) => steps.includes(step)).map((step) => itemOf(step, facts)),
  }));
  groups[1]!.items.push(lotListItem(facts));
  groups[2]!.items.push(publicationItem(facts, steps.length - ready));
  return {
    groups,
    readyLine: fill(t.readyOf, { ready, all: steps.length }),
    savedLine: fill(t.lastSaved, { when: nearDateTime(savedAt, now, language), who: ofBoth(savedBy, language) }),
    othersLine: othersLine(facts),
    authorLine: fill(t.authorIs, { who: ofBoth(facts.author, language) }),
    deleteLink: { href: `/drafts/${number}/delete`, text: t.delete },
  };
}

/** A colleague who saved a step within this time is said to be working on it, ms. */
const RECENTLY = 30 * 60_000;

/** Who else works on the draft, and on which step (ux notes 3.4). */
function othersLine({ language, body, now, reader }: TasksFacts): string {
  const steps = Object.entries(body.saved).filter(([, { by, at }]) => now - at < RECENTLY && by.ru !== reader.ru);
  const said = steps.map(([key, { by, at }]) => {
    const step = DRAFT_STEPS.find((each) => key === each || key.startsWith(`${each}-`));
    return fill(DRAFT.otherStep[language], {
      who: ofBoth(by, language),
      step: step ? STEP_NAMES[step][language] : key,
      when: nearDateTime(at, now, language),
    });
  });
  return said.length > 0 ? `${DRAFT.othersWork[language]}: ${said.join('; ')}` : '';
}

function itemOf(step: DraftStep, { language, number, body, faults, customers }: TasksFacts): Item {
  const t = inLanguage(DRAFT, language);
  const base = { id: step, title: STEP_NAMES[step][language] };
  if (AFTER_LOTS.includes(step) && body.lots.length === 0) return { ...base, hint: t.firstLots, status: t.notYet, notYet: true };
  const own = faults.filter((fault) => fault.step === step);
  const href = `/drafts/${number}/${step}`;
  if (own.length === 0) return { ...base, href: step === 'contract' ? `${href}/papers` : href, status: t.ready };
  const wrong = own.some((fault) => fault.gap === 'refused' || fault.gap === 'not-a-date' || fault.gap === 'outdated');
  const count = own.reduce((sum, fault) => sum + Math.max(1, fault.lots?.length ?? fault.customers?.length ?? 1), 0);
  return {
    ...base,
    href: own.every(({ gap }) => step === 'contract' && gap !== 'contract-fields-missing') ? `${href}/papers` : `${href}?check=1`,
    hint: [...new Set(own.map((fault) => faultSentence(fault, customers, language)))].join('; '),
    tag: wrong ? { text: t.toMend, colour: 'red' } : { text: fill(t.lacks, { count }), colour: 'blue' },
  };
}

function lotListItem({ language, number, body, hasLotList }: TasksFacts): Item {
  const t = inLanguage(DRAFT, language);
  const base = { id: 'lot-list', title: STEP_NAMES['lot-list'][language] };
  if (body.lots.length === 0) return { ...base, hint: t.firstLots, status: t.notYet, notYet: true };
  return { ...base, href: `/drafts/${number}/papers/lot-list`, status: hasLotList ? t.ready : t.optional };
}

function publicationItem({ language, number, isAuthor, author }: TasksFacts, unfinished: number): Item {
  const t = inLanguage(DRAFT, language);
  const base = { id: 'publication', title: STEP_NAMES.publication[language] };
  if (unfinished > 0) return { ...base, hint: fill(t.finishAbove, { count: unfinished }), status: t.notYet, notYet: true };
  const hint = isAuthor ? undefined : fill(t.authorOnly, { who: ofBoth(author, language) });
  return { ...base, href: `/drafts/${number}/publication`, hint, status: '' };
}
