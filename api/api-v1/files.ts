import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { publishedFile, takesPart } from '../routes/procurement-page.ts';
import { fileOf, storeUpload } from '../routes/uploads.ts';
import { asker } from './actions.ts';
import { NOTHING, route } from './route.ts';
import { announcementNumber, as, sha256 } from './schemas/common.ts';

const stored = as(
  'StoredFile',
  z.strictObject({ documentId: z.uuid(), sha256, name: z.string() }),
  'As the input of an act names it.',
);

const upload = as(
  'FileUpload',
  z.object({ file: z.file().meta({ description: 'PDF, PNG or JPEG, at most 20 MB.' }) }),
  'One part named `file`.',
);

export const fileRoutes = [
  route({
    operation: 'storeFile',
    tag: 'actions',
    method: 'post',
    path: '/api/v1/procurements/{number}/files',
    access: 'files:write',
    params: z.strictObject({ number: announcementNumber }),
    query: NOTHING,
    body: { type: 'multipart/form-data', schema: upload },
    once: true,
    answers: { 201: { description: 'Stored; the same file under the same key is stored once.', schema: stored, located: true } },
    refuses: [404],
    serve: async (call) => {
      const { services, req, commandId } = call;
      const procurement = await publishedFile(services, req);
      // Files belong to acts: others would only fill the store.
      if (!takesPart(procurement, asker(call))) return { refusal: refuse('not-your-role', { action: 'storeFile', who: '' }) };
      const file = fileOf(req, 'file');
      if (!file) return { refusal: refuse('bad-input', {}, { field: 'file' }) };
      const kept = await storeUpload(services, {
        ...{ caseId: procurement.id, actor: asker(call), commandId, file },
        kind: 'act-scan',
        field: 'file',
      });
      if ('code' in kept) return { refusal: kept };
      return { status: 201, body: kept, keeping: 'never', location: `/documents/${kept.documentId}` };
    },
  }),
];
