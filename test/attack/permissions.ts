import { CALLERS, type CallerName, type Ground } from './ground.ts';

/** Who may read or do what stands at a place, by hand from spec 01 "Roles" and S1 §1.3; nobody else may. */
type Allowed = readonly CallerName[] | 'everyone';
export type Place = Record<string, string>;

const NOBODY: Allowed = [];
const BUYERS: Allowed = ['creator', 'creator as customer', 'colleague', 'customer', 'stranger'];
const ORGANIZERS: Allowed = ['creator', 'colleague', 'stranger'];
/** Organizers of the organization whose draft it is. */
const FILLING: Allowed = ['creator', 'colleague'];
const AUTHOR: Allowed = ['creator'];
const ADMINISTRATORS: Allowed = ['administrator', "stranger's administrator"];
const SUPPLIERS: Allowed = ['supplier who offered', 'other supplier'];
const OPERATOR: Allowed = ['operator'];
const SIGNED_IN: Allowed = [...new Set([...BUYERS, ...ADMINISTRATORS, ...SUPPLIERS, ...OPERATOR])];
/** S1 §1.3.6: who runs the announcement and for whom it is run. */
const PARTIES: Allowed = ['creator', 'creator as customer', 'administrator', 'customer'];
/** People of the organizer's organization under any role but that of a supplier. */
const HOUSE: readonly CallerName[] = ['creator', 'creator as customer', 'colleague', 'administrator'];

/** Acts by name: S1 §1.3.3–1.3.6, 1.4.18–19, 1.7.3–1.7.7; the loss of a key is the operator's. */
const ACTS: Record<string, Allowed> = {
  cancel: AUTHOR,
  suspend: AUTHOR,
  resume: AUTHOR,
  'change-representative': AUTHOR,
  refuse: ['creator as customer', 'customer'],
  'change-creator': ['administrator'],
  'declare-key-lost': OPERATOR,
  'open-applications-by-hand': AUTHOR,
  'save-consideration': AUTHOR,
  vote: AUTHOR,
  'recall-vote': AUTHOR,
  'form-results-protocol': AUTHOR,
  'sign-results-protocol': AUTHOR,
  'publish-results-protocol': AUTHOR,
};

type Rule = (place: Place, ground: Ground) => Allowed;

const always =
  (allowed: Allowed): Rule =>
  () =>
    allowed;
/** A draft is nobody's page: not to be found. */
const published =
  (allowed: Allowed): Rule =>
  ({ number }, { draft }) =>
    number === draft ? NOBODY : allowed;
const draft =
  (allowed: Allowed): Rule =>
  ({ number }, ground) =>
    number === ground.draft ? allowed : NOBODY;
/** A document of the draft of its address. */
const ofDraft =
  (allowed: Allowed): Rule =>
  ({ number, id }, ground) =>
    number === ground.draft && ground.draftDocuments.has(id ?? '') ? allowed : NOBODY;
/** A notice is its reader's, under whichever role. */
const notice: Rule = ({ id }, { readers }) =>
  CALLERS.filter(([, login]) => login !== null && login === readers.get(id ?? '')).map(([name]) => name);
/** The token of this ground is the creator's; the administrator looks after all tokens of the organization. */
const TOKEN: Allowed = ['creator', 'creator as customer', 'administrator'];

function document({ id }: Place, { kinds, draftDocuments }: Ground): Allowed {
  const kind = kinds.get(id ?? '');
  if (draftDocuments.has(id ?? '')) return NOBODY;
  if (kind === 'protocol') return 'everyone';
  return kind === 'act-scan' || kind === 'order-file' ? PARTIES : NOBODY;
}

const stored = ({ id }: Place, { draftDocuments }: Ground): Allowed =>
  draftDocuments.has(id ?? '') ? HOUSE : [...HOUSE, 'customer'];

const receipt: Rule = ({ number }, { requests: { completed, taking } }) =>
  number === completed.number || number === taking.number ? ['supplier who offered'] : NOBODY;

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
    ...['', '/documents', '/history', '/protocols', '/why', '/protocols/:type/:version'].map(
      (part) => `GET /api/v1/procurements/:number${part}`,
    ),
    ...['.pdf', '/copy.pdf', '.json', '.p7s', ''].map((form) => `GET /procurements/:number/protocols/:type/:version${form}`),
    'GET /verify/:number/:type/:version',
  ),
  ...group(always(SIGNED_IN), 'GET /my', 'GET /resume', 'POST /role'),
  ...group(always(SIGNED_IN), 'GET /my/notifications', 'POST /my/notifications', 'GET /my/notifications/recent'),
  ...group(notice, 'GET /my/notifications/:id'),
  // Every command of this ground is the creator's, whichever role they act under now.
  ...group(always(['creator', 'creator as customer']), 'GET /commands/:id', 'GET /api/v1/commands/:id'),
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
  // Sent again after it was published, the form leads on to the page that says so.
  ...group(({ number }, ground) => (number === ground.draft ? AUTHOR : FILLING), 'POST /drafts/:number/publish'),
  ...group(draft(AUTHOR), 'POST /drafts/:number/documents/:id/sign'),
  ...group(always(ORGANIZERS), 'GET /api/v1/drafts', 'POST /api/v1/drafts'),
  ...group(draft(FILLING), ...['', '/plan-items', '/people'].map((part) => `GET /api/v1/drafts/:number${part}`)),
  ...group(draft(FILLING), 'POST /api/v1/drafts/:number/lots', 'PUT /api/v1/drafts/:number/steps/:step'),
  ...group(({ number }, ground) => (number === ground.draft ? AUTHOR : FILLING), 'POST /api/v1/drafts/:number/publish'),
  ...group(draft(AUTHOR), 'POST /api/v1/drafts/:number/papers/:key/approve'),
  ...group(draft(FILLING), 'POST /api/v1/drafts/:number/papers/:key/files'),
  ...group(ofDraft(FILLING), 'GET /api/v1/drafts/:number/documents/:id', 'DELETE /api/v1/drafts/:number/documents/:id'),
  ...group(ofDraft(AUTHOR), 'POST /api/v1/drafts/:number/documents/:id/signature'),
  ...group(always(AUTHOR), 'GET /drafts/:number/publish/:command', 'GET /drafts/:number/publish/:command/state'),
  ...group(published(FILLING), 'GET /drafts/:number/published'),
  ...group(document, 'GET /documents/:id', 'GET /documents/:id/signatures/:signature.p7s'),
  ...group(stored, 'GET /files/:id', 'GET /files/:id/signatures/:signature'),
  ...group(published(PARTIES), 'GET /procurements/:number/download-all'),
  ...group(published(SUPPLIERS), 'GET /procurements/:number/quotation', 'POST /procurements/:number/quotation'),
  ...group(published(SUPPLIERS), 'GET /procurements/:number/quotation/withdraw', 'POST /procurements/:number/quotation/withdraw'),
  ...group(receipt, 'GET /procurements/:number/quotation/receipt'),
  ...group(receipt, 'GET ^/procurements/(?<number>[^/]+)/(?:quotation|application)/receipt\\.(?<form>json|sig)$'),
  ...group(published(SUPPLIERS), ...['GET', 'PUT', 'DELETE'].map((method) => `${method} /api/v1/procurements/:number/offer`)),
  ...group(published(SUPPLIERS), 'GET /api/v1/procurements/:number/offer/receipts'),
  // The same desk under the name it has in a single source.
  ...group(published(SUPPLIERS), 'GET /procurements/:number/application', 'POST /procurements/:number/application'),
  ...group(
    published(SUPPLIERS),
    'GET /procurements/:number/application/withdraw',
    'POST /procurements/:number/application/withdraw',
  ),
  ...group(receipt, 'GET /procurements/:number/application/receipt'),
  // A single source's own pages: a request for quotations has no opened application and no protocol to be signed.
  ...group(always(NOBODY), 'GET /procurements/:number/applications', 'POST /procurements/:number/applications/:act'),
  ...group(always(NOBODY), ...['', '.pdf'].map((form) => `GET /procurements/:number/results-protocol${form}`)),
  ...group(always(NOBODY), 'POST /procurements/:number/results-protocol'),
  // Nothing here waits for a publication that was refused; of what is published the page leads on.
  ...group(published(ORGANIZERS), 'GET /procurements/:number/unpublished'),
  ...group(always(NOBODY), ...['publish', 'delete'].map((act) => `POST /procurements/:number/unpublished/${act}`)),
  ...group(published(PARTIES), 'POST /api/v1/procurements/:number/files'),
  ...group(published(SIGNED_IN), 'GET /api/v1/procurements/:number/actions'),
]);

const ACT_ROUTE = /^(?:GET|POST) (?:\/api\/v1)?\/procurements\/:number\/actions\/(?<act>[\w:-]+)$/;

/** Who is allowed at a place of a route; undefined when the table does not know the route. */
export function allowedAt(route: string, place: Place, ground: Ground): Allowed | undefined {
  const rule = TABLE.get(route);
  if (rule) return rule(place, ground);
  const act = ACT_ROUTE.exec(route)?.groups?.['act'];
  if (act === undefined) return undefined;
  const name = act === ':action' ? (place['action'] ?? '') : act;
  // The act has its form in the cabinet of every administrator, with the announcements of their own organization.
  if (route.startsWith('GET') && name === 'change-creator') return published(ADMINISTRATORS)(place, ground);
  return place['number'] === ground.draft ? NOBODY : (ACTS[name] ?? NOBODY);
}

/** Routes of the table, to find those that are no longer registered. */
export const KNOWN = [...TABLE.keys()];
