import { availableActions } from '../../domain/actions.ts';
import { deadline } from '../../domain/case.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import type { Cell } from '../components.ts';
import { isoInstant, nearDateTime } from '../formats.ts';
import { ACTION_NAMES } from '../texts/actions.ts';
import { CABINET, DEADLINE_NAMES } from '../texts/cabinet.ts';
import { ofBoth, type Language } from '../texts/texts.ts';
import { whyLink } from './procurement-why.view.ts';

/** Acts that wait for one person, each with the page where it is done: of a single source (S1 §1.7.1–1.7.7), and after the loss of a key. */
const WAITS: readonly { action: string; page: string }[] = [
  { action: 'publish', page: 'unpublished' },
  { action: 'submit-quotation', page: 'quotation' },
  { action: 'submit-application', page: 'application' },
  { action: 'vote', page: 'applications' },
  { action: 'form-results-protocol', page: 'actions/form-results-protocol' },
  { action: 'sign-results-protocol', page: 'results-protocol' },
  { action: 'publish-results-protocol', page: 'actions/publish-results-protocol' },
];

/**
 * Rows of «Что ждут от вас»: a draft that the portal could not publish, a quotation to be handed in again, invitation, application to
 * consider, protocol to form, sign or publish. `files`: only those that ask something; `applied`: handed in already.
 */
export function taskRows(facts: {
  language: Language;
  actor: Actor;
  files: readonly ProcurementFile[];
  applied: ReadonlySet<string>;
  now: number;
}): { cells: Cell[] }[] {
  const { language, actor, files, applied, now } = facts;
  return files.flatMap((file) => {
    const may = new Set(availableActions(procurementActions, file, actor).map(({ name }) => name));
    const endKey = windowDeadlines(file.method).end;
    const ends = deadline(file, endKey)?.at;
    return WAITS.filter(({ action }) => may.has(action) && !(action === 'submit-application' && applied.has(file.number))).map(
      ({ action, page }) => ({
        cells: [
          ends === undefined
            ? { text: CABINET.withoutDeadline[language] }
            : {
                text: nearDateTime(ends, now, language),
                iso: isoInstant(ends),
                why: whyLink(file.number, endKey, DEADLINE_NAMES[endKey]?.[language] ?? endKey, language),
              },
          {
            text: `${ACTION_NAMES[action]?.[language] ?? action}: № ${file.number}, ${ofBoth(file.name, language)}`,
            href: `/procurements/${file.number}/${page}`,
            rowHeader: true,
          },
          { text: '' },
        ],
      }),
    );
  });
}
