import { availableActions, checkAction } from '../../domain/actions.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { type Method, shownStatus, type ProcurementFile } from '../../domain/procurement/file.ts';
import { STATUSES } from '../../domain/procurement/statuses.ts';
import { deadline } from '../../domain/case.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
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
  'submit-application': 'application',
  'withdraw-application': 'application/withdraw',
  'save-consideration': 'applications',
  vote: 'applications',
  'recall-vote': 'applications',
  'sign-results-protocol': 'results-protocol',
  'download-all': 'download-all',
};

/** One page serves all three, under the name of the section where the decision is made (S1 §1.7.4). */
const ON_CONSIDERATION = ['save-consideration', 'vote', 'recall-vote'];

const PRIMARY = [
  'submit-quotation',
  'submit-application',
  'open-applications-by-hand',
  'form-results-protocol',
  'sign-results-protocol',
  'publish-results-protocol',
  'resume',
];

const WHILE_TAKING = ['taking-quotations', 'taking-applications'];

/** Statuses that a method never has: nobody is told to wait for them. */
const NOT_OF: Record<Method, readonly string[]> = {
  'price-quotations': ['taking-applications', 'considering-applications'],
  'single-source': ['taking-quotations'],
};

/** Where an action begins. */
const actionHref = (number: string, action: string): string => `/procurements/${number}/${PAGES[action] ?? `actions/${action}`}`;

/** «Доступные действия»: what the table of actions allows this person now, and what not yet with the reason. */
export function actionMenu(facts: MenuFacts): ActionMenu {
  const { file, actor, language } = facts;
  const t = inLanguage(PROCUREMENT, language);
  const names = (actor ? availableActions(procurementActions, file, actor) : [])
    .map((row) => row.name)
    .filter((name) => (name !== 'change-creator' || facts.creatorBlocked) && !ON_CONSIDERATION.includes(name));
  const link = (name: string): Link => ({ href: actionHref(file.number, name), text: ACTION_NAMES[name]?.[language] ?? name });
  const protocol = file.protocols.findLast((p) => p.state === 'published');
  const primary = [
    ...names.filter((name) => PRIMARY.includes(name)).map(link),
    ...(actor ? applicationLinks(file, actor, language) : visitorLinks(facts)),
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

/** «Просмотреть заявки» and the protocol that is not published yet, for the organizer's and the customer's people (S1 §1.7.4–1.7.7). */
function applicationLinks(file: ProcurementFile, actor: Actor, language: Language): Link[] {
  const t = inLanguage(PROCUREMENT, language);
  const formed = file.protocols.some((p) => p.state === 'formed' || p.state === 'signed');
  return [
    ...(file.application && seesApplications(file, actor)
      ? [{ href: `/procurements/${file.number}/applications`, text: t.viewApplications }]
      : []),
    ...(formed && actor.bin === file.organizer.bin && actor.role === 'organizer'
      ? [{ href: `/procurements/${file.number}/results-protocol`, text: t.viewProtocol }]
      : []),
  ];
}

/** Who may read an opened application: people of the organizer and of the customers. */
export const seesApplications = (file: ProcurementFile, { bin, role }: Actor): boolean =>
  (role === 'organizer' && bin === file.organizer.bin) ||
  (role === 'customer' && file.customers.some((customer) => customer.bin === bin));

function visitorLinks({ file, language }: MenuFacts): Link[] {
  if (file.invited || !['published', 'taking-quotations', 'suspended'].includes(shownStatus(file))) return [];
  const next = encodeURIComponent(`/procurements/${file.number}`);
  return [{ href: `/sign-in?next=${next}`, text: PROCUREMENT.signInToTakePart[language] }];
}

/** Actions of the person's own roles that are closed now, each with what opens it. */
function notYetOf(facts: MenuFacts): ActionMenu['notYet'] {
  const { file, actor, language } = facts;
  const rows: ActionMenu['notYet'] = [];
  const opens = deadline(file, windowDeadlines(file.method).end)?.at;
  if (opens !== undefined) {
    rows.push({
      text: (file.method === 'single-source' ? PROCUREMENT.viewApplications : PROCUREMENT.viewQuotations)[language],
      reason: fill(PROCUREMENT.opensAt[language], { at: dateTime(opens, language) }),
    });
  }
  if (!actor) return rows;
  const roles = procurementActions.rolesOf(file, actor);
  for (const row of procurementActions.rows) {
    if (
      row.carrier === 'clock' ||
      row.name === 'publish' ||
      ON_CONSIDERATION.includes(row.name) ||
      !ofMethod(row, file) ||
      !row.who.some((role) => roles.has(role))
    )
      continue;
    const reason = reasonOf(facts, actor, row.name, row.when);
    if (reason) rows.push({ text: ACTION_NAMES[row.name]?.[language] ?? row.name, reason });
  }
  return rows;
}

const ofMethod = ({ methods }: { methods?: readonly string[] }, { method }: ProcurementFile): boolean =>
  !methods || methods.includes(method);

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
  const start = deadline(file, windowDeadlines(file.method).start)?.at;
  if (WHILE_TAKING.some((status) => when.includes(status)) && file.status === 'published' && start !== undefined) {
    return fill(t.startsAt, { at: dateTime(start, language) });
  }
  // «Пока нельзя» is a promise: a status that is behind does not come back.
  const ahead = STATUSES.slice(STATUSES.indexOf(file.status) + 1).filter(
    (status) => when.includes(status) && !NOT_OF[file.method].includes(status),
  );
  if (file.status === 'cancelled' || name === 'resume' || ahead.length === 0) return null;
  return fill(t.inStatuses, {
    statuses: list(
      ahead.map((status) => STATUS_NAMES[status][language]),
      language,
    ),
  });
}
