import { z } from 'zod';
import { signaturesOf } from '../../db/documents.ts';
import { journalOf } from '../../db/history.ts';
import { followingStates } from '../../db/unpublished-single-source.ts';
import { publicDerivation, publicDerivations } from '../../domain/procurement/derivations/public.ts';
import { isoInstant } from '../../templates/formats.ts';
import { PageProblem } from '../page-problem.ts';
import { publishedProtocol, twinOf } from '../routes/protocol-files.ts';
import { publishedFile } from '../routes/procurement-page.ts';
import { publicProcurement, publicProtocol } from './public-procurement.ts';
import { NOTHING, route } from './route.ts';
import { announcementNumber, as } from './schemas/common.ts';
import { derivation, document, history, procurement, protocol } from './schemas/procurement.ts';
import { found } from './send.ts';

const ofNumber = z.strictObject({ number: announcementNumber });

const documents = as('DocumentList', z.strictObject({ items: z.array(document) }));
const protocols = as('ProtocolList', z.strictObject({ items: z.array(protocol) }));
const twin = as(
  'ProtocolTwin',
  z.looseObject({
    schema: z.string(),
    type: z.string(),
    documentId: z.string(),
    payload: z.looseObject({}),
    payloadSha256: z.string(),
  }),
  'All that the protocol states, and what happened to it after forming; the digest is that of the RFC 8785 form of the payload.',
);

/** A field of a procurement: `status`, `total`, `deadlines/quotations-end`, `lots/2/decision`, `acts/0`. */
const fieldName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9-]+(\/[^/\s]+)*$/);
const derivations = as(
  'Derivations',
  z.strictObject({ number: announcementNumber, derivations: z.record(z.string(), derivation) }),
  'Recorded when each field was set. In a name `*` stands for every lot. Offers are spoken of once a protocol is published, by their place of receipt.',
);

/** What anyone may read about a published procurement. */
export const procurementRoutes = [
  route({
    operation: 'getProcurement',
    tag: 'procurements',
    method: 'get',
    path: '/api/v1/procurements/{number}',
    access: 'everyone',
    params: ofNumber,
    query: NOTHING,
    answers: { 200: { description: 'The procurement.', schema: procurement } },
    refuses: [404],
    async serve({ services, req }) {
      const file = await publishedFile(services, req);
      const numbers = (file.successors ?? []).map(({ number }) => number);
      return found(publicProcurement(file, await followingStates(services.db.pool, numbers)));
    },
  }),
  route({
    operation: 'getDerivations',
    tag: 'procurements',
    method: 'get',
    path: '/api/v1/procurements/{number}/why',
    access: 'everyone',
    params: ofNumber,
    query: z.strictObject({ field: fieldName.optional() }),
    answers: { 200: { description: 'How each field came about, by field; of one field when it is named.', schema: derivations } },
    refuses: [404],
    serve: async ({ services, req, query: { field } }) => {
      const file = await publishedFile(services, req);
      const asked = field === undefined ? publicDerivations(file) : publicDerivation(file, field);
      if (Object.keys(asked).length === 0) throw new PageProblem('not-found');
      return found({ number: file.number, derivations: asked });
    },
  }),
  route({
    operation: 'listDocuments',
    tag: 'procurements',
    method: 'get',
    path: '/api/v1/procurements/{number}/documents',
    access: 'everyone',
    params: ofNumber,
    query: NOTHING,
    answers: { 200: { description: 'Documents of the announcement with the signatures under them.', schema: documents } },
    refuses: [404],
    serve: async ({ services, req }) => {
      const file = await publishedFile(services, req);
      const items = file.documents.map(async ({ id, kind, lot = null, name, sha256 }) => {
        const signatures = await signaturesOf(services.db.pool, id);
        return {
          ...{ id, kind, lot, name, sha256, href: `/documents/${id}` },
          signatures: signatures.map((each) => ({
            signer: each.signer.name,
            signedAt: isoInstant(each.signedAt.getTime()),
            href: `/documents/${id}/signatures/${each.id}.p7s`,
          })),
        };
      });
      return found({ items: await Promise.all(items) });
    },
  }),
  route({
    operation: 'getHistory',
    tag: 'procurements',
    method: 'get',
    path: '/api/v1/procurements/{number}/history',
    access: 'everyone',
    params: ofNumber,
    query: NOTHING,
    answers: { 200: { description: 'The journal, newest first.', schema: history } },
    refuses: [404],
    serve: async ({ services, req }) => {
      const file = await publishedFile(services, req);
      const entries = await journalOf(services.db.pool, file.id);
      const items = entries.map(({ seq, part, at, action, actor, fact, statusBefore, statusAfter, hash }) => ({
        ...{ seq, part, at: isoInstant(at), action, role: actor.role, fact: fact.type, statusBefore, statusAfter, hash },
      }));
      return found({ items });
    },
  }),
  route({
    operation: 'listProtocols',
    tag: 'protocols',
    method: 'get',
    path: '/api/v1/procurements/{number}/protocols',
    access: 'everyone',
    params: ofNumber,
    query: NOTHING,
    answers: { 200: { description: 'Every version, oldest first.', schema: protocols } },
    refuses: [404],
    serve: async ({ services, req }) => {
      const file = await publishedFile(services, req);
      return found({ items: file.protocols.map((each) => publicProtocol(file.number, each)) });
    },
  }),
  route({
    operation: 'getProtocol',
    tag: 'protocols',
    method: 'get',
    path: '/api/v1/procurements/{number}/protocols/{type}/{version}',
    access: 'everyone',
    params: ofNumber.extend({ type: z.string().regex(/^[a-z-]{1,40}$/), version: z.string().regex(/^\d{1,4}$/) }),
    query: NOTHING,
    answers: { 200: { description: 'The published version for machines.', schema: twin } },
    refuses: [404],
    serve: async ({ services, req }) => found(await twinOf(services, await publishedProtocol(services, req))),
  }),
];
