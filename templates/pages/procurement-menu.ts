import { availableActions, checkAction } from '../../domain/actions.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { shownStatus, type ProcurementFile } from '../../domain/procurement/file.ts';
import { STATUSES } from '../../domain/procurement/statuses.ts';
import { deadline } from '../../domain/case.ts';
import type { ActionMenu, Link } from '../components.ts';
import { dateTime, list } from '../formats.ts';
import { ACTION_NAMES } from '../texts/actions.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { sentencesOf } from '../texts/refusals.ts';
import { STATUS_NAMES } from '../texts/statuses.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';
import { refuse } from '../../domain/refusals.ts';

export interface MenuFacts {
  language: Language;
  file: ProcurementFile;
  actor: Actor | null;
  /** The creator's account is blocked: only then may the creator be changed (S1 §1.3.4). */
  creatorBlocked: boolean;
}

const PAGES: Record<string, string> = {
  'submit-quotation': 'quotation',
  'withdraw-quotation': 'quotation/withdraw',
  'download-all': 'download-all',
};

const PRIMARY = ['submit-quotation', 'resume'];

/** Where an action begins. */
const actionHref = (number: string, action: string): string => `/procurements/${number}/${PAGES[action] ?? `actions/${action}`}`;

/** «Доступные действия»: what the table of actions allows this person now, and what not yet with the reason. */
export function actionMenu(facts: MenuFacts): ActionMenu {
  const { file, actor, language } = facts;
  const t = inLanguage(PROCUREMENT, language);
  const names = (actor ? availableActions(procurementActions, file, actor) : [])
    .map((row) => row.name)
    .filter((name) => name !== 'change-creator' || facts.creatorBlocked);
  const link = (name: string): Link => ({ href: actionHref(file.number, name), text: ACTION_NAMES[name]?.[language] ?? name });
  const protocol = file.protocols.findLast((p) => p.state === 'published');
  const primary = [
    ...names.filter((name) => PRIMARY.includes(name)).map(link),
    ...(actor ? [] : visitorLinks(facts)),
    ...(protocol
      ? [{ href: `/procurements/${file.number}/protocols/${protocol.type}/${protocol.version}`, text: t.viewProtocol }]
      : []),
  ];
  const more = names.filter((name) => !PRIMARY.includes(name)).map(link);
  const notYet = notYetOf(facts);
  return {
    title: t.actions,
    primary,
    more,
    moreLabel: primary.length > 0 ? t.moreActions : t.youMay,
    notYet,
    notYetLabel: t.notYet,
    ...(primary.length + more.length === 0 ? { none: t.noActions } : {}),
  };
}

function visitorLinks({ file, language }: MenuFacts): Link[] {
  if (!['published', 'taking-quotations', 'suspended'].includes(shownStatus(file))) return [];
  const next = encodeURIComponent(`/procurements/${file.number}`);
  return [{ href: `/sign-in?next=${next}`, text: PROCUREMENT.signInToTakePart[language] }];
}

/** Actions of the person's own roles that are closed now, each with what opens it. */
function notYetOf(facts: MenuFacts): ActionMenu['notYet'] {
  const { file, actor, language } = facts;
  const rows: ActionMenu['notYet'] = [];
  const opens = deadline(file, 'quotations-end')?.at;
  if (opens !== undefined && ['published', 'taking-quotations'].includes(file.status)) {
    rows.push({
      text: PROCUREMENT.viewQuotations[language],
      reason: fill(PROCUREMENT.opensAt[language], { at: dateTime(opens, language) }),
    });
  }
  if (!actor) return rows;
  const roles = procurementActions.rolesOf(file, actor);
  for (const row of procurementActions.rows) {
    if (row.carrier === 'clock' || row.name === 'publish' || !row.who.some((role) => roles.has(role))) continue;
    const reason = reasonOf(facts, actor, row.name, row.when);
    if (reason) rows.push({ text: ACTION_NAMES[row.name]?.[language] ?? row.name, reason });
  }
  return rows;
}

function reasonOf(
  { file, language, creatorBlocked }: MenuFacts,
  actor: Actor,
  name: string,
  when: readonly string[],
): string | null {
  const t = inLanguage(PROCUREMENT, language);
  const checked = checkAction(procurementActions, file, { action: name, actor, receivedAt: 0, input: null }, {});
  const code = checked.ok ? null : checked.refusal.code;
  // What is suspended cannot be suspended: nobody expects it.
  if (code === 'suspended') return name === 'suspend' ? null : t.afterResume;
  if (code !== 'not-in-this-status') {
    if (name !== 'change-creator' || creatorBlocked) return null;
    return sentencesOf(refuse('creator-not-blocked'), language).what;
  }
  // Resuming what is not suspended is not something people expect.
  if (when.includes(file.status)) return null;
  const start = deadline(file, 'quotations-start')?.at;
  if (when.includes('taking-quotations') && file.status === 'published' && start !== undefined) {
    return fill(t.startsAt, { at: dateTime(start, language) });
  }
  // «Пока нельзя» is a promise: a status that is behind does not come back.
  const ahead = STATUSES.slice(STATUSES.indexOf(file.status) + 1).filter((status) => when.includes(status));
  if (file.status === 'cancelled' || name === 'resume' || ahead.length === 0) return null;
  return fill(t.inStatuses, {
    statuses: list(
      ahead.map((status) => STATUS_NAMES[status][language]),
      language,
    ),
  });
}
