import { randomUUID } from 'node:crypto';
import { EDIT_KINDS } from '../../templates/pages/calendar-edit.view.ts';
import { townsperson } from '../support/people.ts';
import type { CallerName, Ground } from './ground.ts';

const at = ({ number }: { number: string }, page: string): string => `/procurements/${number}/${page}`;

/** Pages that show their form only there: after a choice on another page, at one stage of a single source, to one person. */
export function pagesByHand({ requests, singleSources, unpublished }: Ground): [CallerName, string][] {
  const { completed, taking, suspended } = requests;
  const { inviting, considering, forming } = singleSources;
  return [
    ['creator', at(taking, 'actions/cancel?confirm=yes&lots=1')],
    ['creator', at(taking, 'actions/change-representative?of=organizer')],
    ['creator', at(taking, 'actions/suspend')],
    ['creator', at(suspended, 'actions/resume')],
    ['creator as customer', at(completed, 'actions/refuse')],
    ['supplier who offered', at(inviting, 'application')],
    ['supplier who offered', at(inviting, 'application/withdraw')],
    ['supplier who offered', at(inviting, 'actions/decline-participation')],
    ['creator', at(inviting, 'actions/open-applications-by-hand')],
    ['colleague', at(considering, 'applications')],
    ['creator', at(forming, 'results-protocol')],
    ['creator', at({ number: unpublished }, 'unpublished')],
  ];
}

/** A form that no page shows on this ground, because it is not the time for it. */
interface FormByHand {
  by: CallerName;
  action: string;
  fields: Record<string, string[]>;
}

const command = { commandId: [randomUUID()] };
const free = (...names: string[]) => Object.fromEntries(names.map((name) => [name, ['']]));
const inBoth = (...names: string[]) => free(...names.flatMap((name) => [`${name}-kk`, `${name}-ru`]));

export function formsByHand({ draft, requests, singleSources }: Ground): FormByHand[] {
  const { completed } = requests;
  const { considering, forming } = singleSources;
  const edited = { date: ['2026-12-30'], 'date-day': ['30'], 'date-month': ['12'], 'date-year': ['2026'] };
  return [
    { by: 'colleague', action: at(considering, 'applications/vote'), fields: command },
    { by: 'colleague', action: at(considering, 'applications/recall-vote'), fields: command },
    { by: 'creator', action: at(considering, 'actions/form-results-protocol'), fields: command },
    { by: 'creator', action: at(forming, 'actions/publish-results-protocol'), fields: command },
    {
      by: 'administrator',
      action: '/my/change-creator',
      fields: {
        number: [completed.number],
        userId: [townsperson('colleague').userId],
        [`command-${completed.number}`]: [randomUUID()],
      },
    },
    ...EDIT_KINDS.map((kind): FormByHand => {
      const fields = { ...edited, ...inBoth('name'), ...free('act', 'reason', 'year') };
      return { by: 'operator', action: `/calendar/edit/${kind}/save`, fields };
    }),
    { by: 'creator', action: `/drafts/${draft}/publish`, fields: { command: [randomUUID()] } },
    { by: 'creator', action: `/drafts/${draft}/contract/copy`, fields: { from: [draft, completed.number] } },
    {
      by: 'creator',
      action: `/drafts/${draft}/specification/1`,
      fields: {
        ...{ seen: ['0'], then: ['continue', 'exit'], warrantyMonths: ['12'] },
        ...inBoth('characteristics', 'standards', 'relatedServices', 'winnerConditions'),
      },
    },
  ];
}
