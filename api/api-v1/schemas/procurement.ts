import { z } from 'zod';
import { FOLLOWING, OPENINGS } from '../../../domain/procurement/application.ts';
import { FAILURE_GROUNDS, METHODS, SUBJECT_KINDS } from '../../../domain/procurement/file.ts';
import { LOT_STATUSES, SHOWN_STATUSES } from '../../../domain/procurement/statuses.ts';
import { amount, announcementNumber, as, bin, href, instant, next, sha256, text } from './common.ts';

/** Statuses that anyone may see: drafts are nobody's but their author's. */
export const publicStatus = z.enum(SHOWN_STATUSES).exclude(['draft']);
export const publicLotStatus = z.enum(LOT_STATUSES).exclude(['lot-draft']);
export const method = z.enum(METHODS);

export const derivation = as(
  'Derivation',
  z.strictObject({
    rule: z.string(),
    article: z.string(),
    inputs: z.record(z.string(), z.union([z.string(), z.number()])),
    steps: z.array(z.string()),
  }),
  'How a deadline follows: rule, article, inputs (instants in ms) and steps as codes.',
);

export const deadline = as('Deadline', z.strictObject({ key: z.string(), at: instant, derivation }));
const frozenDeadline = as(
  'FrozenDeadline',
  z.strictObject({ key: z.string(), leftMs: z.number(), workingLeftMs: z.number(), derivation }),
  'What is left of a deadline while the procurement is suspended, ms: elapsed time, and time on working days.',
);

const organization = as('Organization', z.strictObject({ bin, name: text, address: text }));
const representative = as('Representative', z.strictObject({ name: text, position: text, phone: z.string(), email: z.string() }));

const place = as('RankedOffer', z.strictObject({ supplier: z.strictObject({ bin, name: text }), price: amount }));
export const lotResult = as(
  'LotResult',
  z.union([
    z.strictObject({ outcome: z.literal('held'), winner: place, second: place.nullable() }),
    z.strictObject({ outcome: z.literal('failed'), ground: z.enum(FAILURE_GROUNDS) }),
  ]),
  'From the publication of the results protocol on.',
);

export const lot = as(
  'Lot',
  z.strictObject({
    number: z.string(),
    status: publicLotStatus,
    name: text,
    description: text,
    catalogueCode: z.string(),
    quantity: z.string(),
    unit: z.strictObject({ code: z.string(), kk: z.string(), ru: z.string() }),
    unitPrice: amount,
    amount,
    customer: bin,
    term: text,
    delivery: z.strictObject({ incoterms: z.string(), place: text }).nullable(),
    result: lotResult.nullable(),
  }),
);

export const act = as(
  'ActOfAuthority',
  z.strictObject({
    action: z.string(),
    at: instant,
    number: z.string(),
    date: z.iso.date(),
    kind: z.string(),
    bodyKind: z.string(),
    body: z.string(),
    lots: z.array(z.string()),
    scan: z.strictObject({ name: z.string(), sha256 }),
  }),
  'Act of a court, a prosecutor or state financial control. Its scan is open to those who take part.',
);

export const document = as(
  'Document',
  z.strictObject({
    id: z.uuid(),
    kind: z.string(),
    lot: z.string().nullable(),
    name: z.string(),
    sha256,
    href,
    signatures: z.array(z.strictObject({ signer: z.string(), signedAt: instant, href })),
  }),
);

export const protocol = as(
  'Protocol',
  z.strictObject({
    type: z.string(),
    version: z.number().int(),
    state: z.enum(['due', 'published']),
    validity: z.enum(['valid', 'not-valid']),
    reason: z.string(),
    publishedAt: instant.nullable(),
    sha256: sha256.nullable(),
    payloadSha256: sha256.nullable(),
    links: z.strictObject({ json: href, pdf: href, copy: href, seal: href }).nullable(),
  }),
  'A version of a protocol: digests of the original and of its payload, addresses of both and of the seal.',
);

const origin = as(
  'Origin',
  z.strictObject({
    number: announcementNumber,
    method,
    ground: z.enum(FAILURE_GROUNDS),
    lots: z.record(z.string(), z.string()),
    href,
  }),
  'The failed procurement that a single source follows; `lots`: number here → number there.',
);
const successor = as(
  'Successor',
  z.strictObject({
    number: announcementNumber,
    method,
    lots: z.array(z.string()),
    state: z.enum(FOLLOWING),
    href: href.nullable(),
  }),
  'What took up lots of this failed one, `lots` by their numbers here; nothing is to be read of it before its publication.',
);
const opening = as(
  'Opening',
  z.strictObject({ how: z.enum(OPENINGS), at: instant, by: text.nullable() }),
  'When and how the application of a single source was opened, or that there is none to open.',
);

export const procurement = as(
  'Procurement',
  z.strictObject({
    number: announcementNumber,
    seq: z.number().int(),
    method,
    status: publicStatus,
    suspendedSince: instant.nullable(),
    purchaseType: z.enum(['first', 'repeat']),
    subjectKind: z.enum(SUBJECT_KINDS),
    name: text,
    amount,
    flags: z.strictObject({ disability: z.boolean(), singleOrganizer: z.boolean() }),
    ruleSheet: z.string(),
    publishedAt: instant.nullable(),
    window: z.strictObject({ opensAt: instant, closesAt: instant }).nullable(),
    deadlines: z.array(deadline),
    frozenDeadlines: z.array(frozenDeadline),
    organizer: organization,
    creator: text,
    organizerRepresentative: representative.nullable(),
    customers: z.array(z.strictObject({ organization, representative: representative.nullable() })),
    origin: origin.nullable(),
    invited: organization.nullable(),
    opening: opening.nullable(),
    successors: z.array(successor),
    lots: z.array(lot),
    acts: z.array(act),
    refusals: z.array(z.strictObject({ at: instant, customer: bin, lots: z.array(z.string()), ground: z.string() })),
    protocols: z.array(protocol),
    links: z.strictObject({ page: href, documents: href, history: href, protocols: href }),
  }),
  'A published procurement as its page shows it; `seq` grows with every recorded step.',
);

const found = {
  number: announcementNumber,
  name: text,
  method,
  status: publicStatus,
  organizer: text,
  amount,
  publishedAt: instant,
  nextDeadline: z.strictObject({ key: z.string(), at: instant }).nullable(),
  href,
};

export const procurementList = as(
  'ProcurementList',
  z.strictObject({
    total: z.number().int().describe('Counted up to 1,000.'),
    more: z.boolean().describe('There are more than `total`.'),
    items: z.array(z.strictObject({ ...found, lots: z.number().int() })),
    next,
  }),
);

export const lotList = as(
  'LotList',
  z.strictObject({
    total: z.number().int().describe('Counted up to 1,000.'),
    more: z.boolean().describe('There are more than `total`.'),
    items: z.array(
      z.strictObject({
        ...found,
        lot: z.strictObject({ number: z.string(), name: text, status: publicLotStatus, catalogueCode: z.string() }),
        customer: text,
      }),
    ),
    next,
  }),
);

export const history = as(
  'History',
  z.strictObject({
    items: z.array(
      z.strictObject({
        seq: z.number().int(),
        part: z.number().int(),
        at: instant,
        action: z.string(),
        role: z.string(),
        fact: z.string(),
        statusBefore: z.string(),
        statusAfter: z.string(),
        hash: sha256,
      }),
    ),
  }),
  'The journal, newest first, as links of a chain of hashes.',
);
