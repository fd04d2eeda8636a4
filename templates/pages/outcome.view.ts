import type { Outcome } from '../../domain/case.ts';
import type { Derivation } from '../../domain/derivation.ts';
import type { ShownStatus } from '../../domain/procurement/statuses.ts';
import type { ContentBlock } from '../content.ts';
import { why } from '../derivation.ts';
import { dateTime, isoInstant } from '../formats.ts';
import { refusalPanel } from '../refusal-panel.ts';
import type { PageHead } from '../page.ts';
import { ACT_FORM, ACTION_NAMES, DONE, OUTCOME } from '../texts/actions.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { statusTag } from '../texts/statuses.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

/** A command as received, and what became of it. `receivedAt` in ms. */
export interface OutcomeFacts {
  language: Language;
  commandId: string;
  number: string;
  action: string;
  receivedAt: number;
  outcome: Outcome | null;
  /** How the present status of the procurement came about. */
  status?: Derivation;
}

/** Page of one command: being decided, done with what happens next, or refused with what to do. */
export function outcomeView(facts: OutcomeFacts): { head: PageHead; view: object } {
  const { language, number, action, outcome } = facts;
  const t = inLanguage(OUTCOME, language);
  const breadcrumbs = [
    { href: '/announcements', text: PROCUREMENT.announcements[language] },
    { href: `/procurements/${number}`, text: `№ ${number}` },
    { text: ACTION_NAMES[action]?.[language] ?? action },
  ];
  const back = { href: `/procurements/${number}`, text: ACT_FORM.back[language] };
  const head = (heading: string, shown = true): PageHead => ({
    title: `${heading} № ${number}`,
    breadcrumbs,
    ...(shown ? { heading } : {}),
  });
  if (!outcome) {
    const text = fill(t.receivedAt, { at: dateTime(facts.receivedAt, language, 'second') });
    const waiting = { href: `/commands/${facts.commandId}`, text, safe: t.keptSafe, check: t.check };
    return { head: head(t.waitingHeading), view: { waiting, blocks: [{ links: [back] }] } };
  }
  if (!outcome.accepted) {
    const form = action === 'publish' ? 'unpublished' : `actions/${action}`;
    const again = { href: `/procurements/${number}/${form}`, text: t.tryAgain };
    return {
      head: head(t.refusedHeading),
      view: { blocks: [{ refusal: refusalPanel(outcome.refusal, language) }, { links: [again, back] }] },
    };
  }
  const words = DONE[action];
  const title = words?.done[language] ?? ACTION_NAMES[action]?.[language] ?? action;
  return {
    head: head(title, false),
    view: { done: { title, number: `№ ${number}` }, blocks: doneBlocks(facts, outcome.status, back) },
  };
}

/** Only while the procurement still stands where this act left it. */
const becauseOf = (derivation: Derivation | undefined, status: string, of: string, language: Language) =>
  derivation?.inputs.statusAfter === status ? why(derivation, of, language) : [];

function doneBlocks(facts: OutcomeFacts, status: string, back: { href: string; text: string }): ContentBlock[] {
  const { language, action, receivedAt, commandId, number } = facts;
  const t = inLanguage(OUTCOME, language);
  const next = DONE[action]?.next[language];
  const acts = { href: `/procurements/${number}/acts`, text: PROCUREMENT.acts[language] };
  return [
    ...(next ? [{ heading: t.whatNext, paragraphs: [next] }] : []),
    {
      summary: [
        {
          key: t.statusNow,
          tag: statusTag(status as ShownStatus, language),
          explained: becauseOf(facts.status, status, t.statusNow, language),
        },
        { key: t.recordedAt, text: dateTime(receivedAt, language, 'second'), iso: isoInstant(receivedAt) },
        { key: t.receipt, text: commandId },
      ],
    },
    { links: [back, ...(['cancel', 'refuse', 'suspend', 'resume'].includes(action) ? [acts] : [])] },
  ];
}
