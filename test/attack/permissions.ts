import { actorsOf } from './acts.ts';
import type { Ground } from './ground.ts';
import {
  ADMINISTRATORS,
  type Allowed,
  always,
  AUTHOR,
  BUYERS,
  EVERY_SOURCE,
  FILLING,
  HOUSE,
  INVITED,
  isHidden,
  isSingleSource,
  NOBODY,
  OPENED,
  OPERATOR,
  ORGANIZERS,
  ofSources,
  parties,
  partiesOf,
  type Place,
  published,
  representativeOf,
  type Rule,
  SIGNED_IN,
  SUPPLIERS,
  VIEWERS,
  whose,
} from './groups.ts';

const draft =
  (allowed: Allowed): Rule =>
  ({ number }, ground) =>
    number === ground.draft ? allowed : NOBODY;
/** A document of the draft of its address. */
const ofDraft =
  (allowed: Allowed): Rule =>
  ({ number, id }, ground) =>
    number === ground.draft && ground.documents.get(id ?? '')?.number === number ? allowed : NOBODY;
/** The portal's single source that was not published (ADR 0015). */
const unpublished =
  (allowed: Allowed): Rule =>
  ({ number }, ground) =>
    number === ground.unpublished ? allowed : NOBODY;
/** A draft; sent again after it was published, the form leads on to the page that says so. */
const draftOnce: Rule = ({ number }, ground) =>
  number === ground.draft ? AUTHOR : number === ground.unpublished ? NOBODY : FILLING;
/** A notice is its reader's, a command its sender's, under whichever role. */
const notice: Rule = ({ id }, { readers }) => whose(readers.get(id ?? ''));
const command: Rule = ({ id }, { senders }) => whose(senders.get(id ?? ''));
/** The token of this ground is the creator's; the administrator looks after all tokens of the organization. */
const TOKEN: Allowed = ['creator', 'creator as customer', 'administrator'];

/** The only protocol here that was published; before that it is the organizer's (S1 §1.7.5–1.7.7). */
const protocol: Rule = ({ number }, { requests }) => (number === requests.completed.number ? 'everyone' : NOBODY);

function document({ id }: Place, ground: Ground): Allowed {
  const { kind, number } = ground.documents.get(id ?? '') ?? {};
  if (isHidden(number, ground)) return NOBODY;
  if (kind === 'protocol') return protocol({ number: number! }, ground);
  return kind === 'act-scan' || kind === 'order-file' ? partiesOf(number, ground) : NOBODY;
}

const stored: Rule = ({ id }, ground) =>
  isHidden(ground.documents.get(id ?? '')?.number, ground) ? HOUSE : [...HOUSE, 'customer'];

const receipt: Rule = ({ number }, ground) =>
  [ground.requests.completed, ground.requests.taking].some((each) => each.number === number) || isSingleSource(number, ground)
    ? ['supplier who offered']
    : NOBODY;

/** To hand in or take back: every supplier, in a single source the invited one alone (S1 §1.7.1, §1.7.3). */
const offering: Rule = ({ number }, ground) =>
  isSingleSource(number, ground) ? INVITED : published(SUPPLIERS)({ number: number! }, ground);

const group = (rule: Rule, ...routes: string[]): [string, Rule][] => routes.map((route) => [route, rule]);

const forms = ['head', 'delivery', 'contract', 'people', 'dates', 'lots', 'contract/copy', 'specification/:lot'];
const TABLE = new Map<string, Rule>([
  ...group(
    always('everyone'),
    ...['/', '/lots', '/announcements', '/calendar', '/calendar/history', '/help', '/rules', '/verify', '/eds', '/eds/challenge'],
    ...[
      '/sign-in',
      '/trust/keys.json',
      '/trust/keys.p7s',
      '/trust/portal.pem',
      '/clock',
      '/healthz',
      '/readyz',
      '/favicon.ico',
      '/problems',
      '/api',
    ],
    ...['/problems/:code', '/assets/:digest/:name', '/api/openapi.json', '/api/v1/calendar', '/api/v1/rules', '/api/v1/session'],
    ...['/api/v1/lots', '/api/v1/procurements', '/api/v1/changes'],
  ).map(([path, rule]): [string, Rule] => [`GET ${path}`, rule]),
  ...group(always('everyone'), 'POST /eds', 'POST /language', 'POST /sign-in', 'POST /sign-out'),
  ...group(
    published('everyone'),
    ...['', '/lots', '/lots/:lot', '/documents', '/protocols', '/history', '/acts', '/why/:key'].map(
      (part) => `GET /procurements/:number${part}`,
    ),
    ...['', '/documents', '/history', '/protocols', '/why'].map((part) => `GET /api/v1/procurements/:number${part}`),
  ),
  ...group(
    protocol,
    ...['.pdf', '/copy.pdf', '.json', '.p7s', ''].map((form) => `GET /procurements/:number/protocols/:type/:version${form}`),
    'GET /api/v1/procurements/:number/protocols/:type/:version',
    'GET /verify/:number/:type/:version',
  ),
  ...group(always(SIGNED_IN), 'GET /my', 'GET /resume', 'POST /role'),
  ...group(always(SIGNED_IN), 'GET /my/notifications', 'POST /my/notifications', 'GET /my/notifications/recent'),
  ...group(notice, 'GET /my/notifications/:id'),
  ...group(command, 'GET /commands/:id', 'GET /api/v1/commands/:id'),
  ...group(always(BUYERS), 'GET /my/announcements', 'GET /my/plan', 'GET /my/plan/new', 'POST /my/plan'),
  ...group(always(SUPPLIERS), 'GET /my/quotations', 'POST /sealed-files', 'POST /api/v1/sealed-files'),
  ...group(always(ADMINISTRATORS), 'GET /my/change-creator', 'POST /my/change-creator', 'GET /my/change-creator/done'),
  ...group(always(SIGNED_IN.filter((name) => name !== 'operator')), 'GET /my/tokens', 'GET /my/tokens/new', 'POST /my/tokens'),
  ...group(always(TOKEN), 'GET /my/tokens/:id/revoke', 'POST /my/tokens/:id/revoke'),
  ...group(always(OPERATOR), 'GET /operator', 'GET /operator/ledger', 'GET /sandbox', 'POST /sandbox/next-deadline'),
  ...group(always(OPERATOR), 'GET /calendar/edit', 'GET /calendar/edit/:kind'),
  ...group(always(OPERATOR), 'POST /calendar/edit/:kind', 'POST /calendar/edit/:kind/save'),
  ...group(always(ORGANIZERS), 'GET /drafts/new', 'POST /drafts'),
  ...group(draft(FILLING), ...forms.flatMap((form) => [`GET /drafts/:number/${form}`, `POST /drafts/:number/${form}`])),
  ...group(
    draft(FILLING),
    ...['', '/delete', '/specification', '/contract/papers', '/papers/:key', '/papers/:key/state', '/publication'].map(
      (part) => `GET /drafts/:number${part}`,
    ),
    'POST /drafts/:number/papers/:key/files',
    'POST /drafts/:number/documents/:id/delete',
  ),
  ...group(draft(FILLING), 'POST /drafts/:number/delete', 'DELETE /api/v1/drafts/:number'),
  ...group(draft(AUTHOR), 'POST /drafts/:number/papers/:key/approve'),
  ...group(draft(AUTHOR), 'GET /drafts/:number/publish'),
  ...group(draftOnce, 'POST /drafts/:number/publish', 'POST /api/v1/drafts/:number/publish'),
  ...group(draft(AUTHOR), 'POST /drafts/:number/documents/:id/sign'),
  ...group(always(ORGANIZERS), 'GET /api/v1/drafts', 'POST /api/v1/drafts'),
  ...group(draft(FILLING), ...['', '/plan-items', '/people'].map((part) => `GET /api/v1/drafts/:number${part}`)),
  ...group(draft(FILLING), 'POST /api/v1/drafts/:number/lots', 'PUT /api/v1/drafts/:number/steps/:step'),
  ...group(draft(AUTHOR), 'POST /api/v1/drafts/:number/papers/:key/approve'),
  ...group(draft(FILLING), 'POST /api/v1/drafts/:number/papers/:key/files'),
  ...group(ofDraft(FILLING), 'GET /api/v1/drafts/:number/documents/:id', 'DELETE /api/v1/drafts/:number/documents/:id'),
  ...group(ofDraft(AUTHOR), 'POST /api/v1/drafts/:number/documents/:id/signature'),
  ...group(always(AUTHOR), 'GET /drafts/:number/publish/:command', 'GET /drafts/:number/publish/:command/state'),
  ...group(published(FILLING), 'GET /drafts/:number/published'),
  ...group(document, 'GET /documents/:id', 'GET /documents/:id/signatures/:signature.p7s'),
  ...group(stored, 'GET /files/:id', 'GET /files/:id/signatures/:signature'),
  ...group(parties, 'GET /procurements/:number/download-all', 'POST /api/v1/procurements/:number/files'),
  // One desk under two names. Its page tells a supplier who is not invited so.
  ...group(
    published(SUPPLIERS),
    ...['quotation', 'application'].flatMap((desk) =>
      ['', '/withdraw'].map((part) => `GET /procurements/:number/${desk}${part}`),
    ),
    ...['', '/receipts'].map((part) => `GET /api/v1/procurements/:number/offer${part}`),
  ),
  ...group(
    offering,
    ...['quotation', 'application'].flatMap((desk) =>
      ['', '/withdraw'].map((part) => `POST /procurements/:number/${desk}${part}`),
    ),
    ...['PUT', 'DELETE'].map((method) => `${method} /api/v1/procurements/:number/offer`),
  ),
  ...group(receipt, ...['quotation', 'application'].map((desk) => `GET /procurements/:number/${desk}/receipt`)),
  ...group(receipt, 'GET ^/procurements/(?<number>[^/]+)/(?:quotation|application)/receipt\\.(?<form>json|sig)$'),
  // Before the opening nobody sees an application; a request for quotations has none, nor a protocol to be signed.
  ...group(ofSources(OPENED, VIEWERS), 'GET /procurements/:number/applications'),
  ...group(
    ofSources(OPENED, ({ number }, ground) => representativeOf(number, ground)),
    'POST /procurements/:number/applications/:act',
  ),
  ...group(ofSources(EVERY_SOURCE, FILLING), 'GET /procurements/:number/results-protocol'),
  ...group(ofSources(['forming'], FILLING), 'GET /procurements/:number/results-protocol.pdf'),
  // The case refuses whoever is not the representative (see the act `sign-results-protocol`); what they sent is stored before that.
  ...group(ofSources(EVERY_SOURCE, FILLING), 'POST /procurements/:number/results-protocol'),
  // Of what is published the page leads on.
  ...group(
    ({ number }, ground) => (number === ground.unpublished ? FILLING : published(ORGANIZERS)({ number: number! }, ground)),
    'GET /procurements/:number/unpublished',
  ),
  ...group(unpublished(AUTHOR), ...['publish', 'delete'].map((act) => `POST /procurements/:number/unpublished/${act}`)),
  ...group(published(SIGNED_IN), 'GET /api/v1/procurements/:number/actions'),
]);

const ACT_ROUTE = /^(?:GET|POST) (?:\/api\/v1)?\/procurements\/:number\/actions\/(?<act>[\w:-]+)$/;

const ELSEWHERE = ['save-consideration', 'vote', 'recall-vote', 'sign-results-protocol'];

/** Who is allowed at a place of a route; undefined when the table does not know the route. */
export function allowedAt(route: string, place: Place, ground: Ground): Allowed | undefined {
  const rule = TABLE.get(route);
  if (rule) return rule(place, ground);
  const act = ACT_ROUTE.exec(route)?.groups?.['act'];
  if (act === undefined) return undefined;
  const name = act === ':action' ? (place['action'] ?? '') : act;
  // These have no page of their own under the name: they are done on the application's and the protocol's.
  if (!route.includes('/api/') && ELSEWHERE.includes(name)) return NOBODY;
  // The act has its form in the cabinet of every administrator, with the announcements of their own organization.
  if (route.startsWith('GET') && name === 'change-creator') return published(ADMINISTRATORS)(place, ground);
  return actorsOf(name, place, ground);
}

/** Routes of the table, to find those that are no longer registered. */
export const KNOWN = [...TABLE.keys()];
