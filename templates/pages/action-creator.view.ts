import type { ShownStatus } from '../../domain/procurement/statuses.ts';
import type { Text } from '../../domain/parties.ts';
import type { Outcome } from '../../domain/case.ts';
import type { ContentBlock } from '../content.ts';
import type { WarningForm } from '../components.ts';
import { checkboxes, type Filled } from '../fields.ts';
import { ACT_FORM, DONE, OUTCOME } from '../texts/actions.ts';
import { CONSEQUENCES } from '../texts/consequences.ts';
import { FRAME } from '../texts/frame.ts';
import { sentencesOf } from '../texts/refusals.ts';
import { STATUS_NAMES } from '../texts/statuses.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { candidatesField, type ActionStep, type Candidate } from './action-form.view.ts';

/** An announcement whose creator is blocked. */
export interface Orphan {
  number: string;
  name: Text;
  status: ShownStatus;
  creatorId: string;
  creator: Text;
}

const lineOf = ({ number, name, status }: Orphan, language: Language) =>
  `№ ${number}, ${ofBoth(name, language)} (${STATUS_NAMES[status][language]})`;

/** «Изменение создателя объявления»: announcements by their blocked creator, one or several to be chosen (S1 §1.3.4). */
export function orphansStep(orphans: Orphan[], form: Filled): ActionStep {
  const { language } = form;
  const t = inLanguage(ACT_FORM, language);
  if (orphans.length === 0) return { blocks: [{ paragraphs: [t.blockedNone] }], answers: [], choice: null };
  const options = orphans.map((orphan) => ({
    value: orphan.number,
    text: lineOf(orphan, language),
    hint: `${t.creator}: ${ofBoth(orphan.creator, language)}`,
  }));
  return {
    blocks: [{ paragraphs: [t.blockedLead] }],
    answers: [],
    choice: {
      action: '/my/change-creator',
      hidden: [{ name: 'step', value: 'chosen' }],
      fields: [checkboxes({ name: 'number', label: t.blockedHeading, options }, form)],
      button: t.changeCreatorChosen,
      cancel: { href: '/my', text: FRAME.myCabinet[language] },
    },
  };
}

export interface CreatorFormFacts {
  csrf: string;
  form: Filled;
  chosen: Orphan[];
  candidates: Candidate[];
  /** Command id by announcement number. */
  commands: Record<string, string>;
}

/** The chosen announcements and the new creator: a user of the same organization who is not blocked. */
export function creatorForm({ csrf, form, chosen, candidates, commands }: CreatorFormFacts): {
  blocks: ContentBlock[];
  form: WarningForm;
} {
  const { language } = form;
  const t = inLanguage(ACT_FORM, language);
  const creator = chosen[0] ? ofBoth(chosen[0].creator, language) : '';
  return {
    blocks: [
      { heading: t.whatChanges, bullets: CONSEQUENCES['change-creator'].map((words) => words[language]) },
      { summary: [{ key: t.creator, text: creator, lines: chosen.map((orphan) => lineOf(orphan, language)) }] },
    ],
    form: {
      action: '/my/change-creator',
      csrf,
      hidden: chosen.flatMap(({ number }) => [
        { name: 'number', value: number },
        { name: `command-${number}`, value: commands[number] ?? '' },
      ]),
      fields: [candidatesField({ candidates, form, language }, t.newCreator)],
      warningLabel: FRAME.warning[language],
      button: t.save,
      dangerous: false,
      cancel: { href: '/my/change-creator', text: t.blockedHeading },
    },
  };
}

/** What became of each announcement: a refusal of one stops none of the others. */
export function creatorOutcomes(results: { number: string; outcome: Outcome | null }[], language: Language): ContentBlock[] {
  return [
    {
      summary: results.map(({ number, outcome }) => {
        const refused = outcome && !outcome.accepted ? sentencesOf(outcome.refusal, language) : null;
        const said = !outcome
          ? OUTCOME.waitingHeading[language]
          : refused
            ? refused.what
            : DONE['change-creator']!.done[language];
        return {
          key: `№ ${number}`,
          text: said,
          href: `/procurements/${number}`,
          lines: refused ? [refused.why, refused.now].filter(Boolean) : [],
        };
      }),
    },
    { heading: OUTCOME.whatNext[language], paragraphs: [DONE['change-creator']!.next[language]] },
    { links: [{ href: '/my/change-creator', text: ACT_FORM.blockedHeading[language] }] },
  ];
}
