import { z } from 'zod';
import { DRAFT_STEPS, GAPS } from '../../../domain/procurement/draft.ts';
import { SUBJECT_KINDS } from '../../../domain/procurement/file.ts';
import { REFUSAL_CODES } from '../../../domain/refusals.ts';
import { amount, announcementNumber, as, bin, instant, next, sha256, text } from './common.ts';
import { method } from './procurement.ts';

/** A form of the wizard by the name under which its saves are counted: `head`, `specification-1`. */
export const stepKey = z.string().regex(/^(?:head|delivery|contract|people|dates|specification-\d{1,4})$/);

const line = z.strictObject({
  number: announcementNumber,
  name: text,
  method,
  subjectKind: z.enum(SUBJECT_KINDS),
  lots: z.number().int(),
  author: text,
  own: z.boolean(),
  savedBy: text,
  savedAt: instant,
});

export const draftList = as(
  'DraftList',
  z.strictObject({ items: z.array(line), next }),
  'A page of drafts of the own organization, the newest first. `own`: only their author publishes them.',
);

const values = z.record(z.string(), z.string());

const missing = as(
  'DraftFault',
  z.strictObject({
    step: z.enum(DRAFT_STEPS),
    gap: z.enum([...GAPS, 'refused']),
    says: z.string(),
    lots: z.array(z.string()),
    customers: z.array(bin),
    field: z.string().nullable(),
    refusal: z
      .strictObject({
        code: z.enum(REFUSAL_CODES),
        article: z.string().nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable(),
  }),
  'One thing left to do. `refusal`: the rule of publication that says no, when it is one.',
);

const step = z.strictObject({ step: stepKey, version: z.number().int(), locked: z.boolean(), values });

const lot = z.strictObject({ number: z.string(), planItem: z.uuid(), customer: bin, name: text, amount });

export const draftPaper = as(
  'DraftPaper',
  z.strictObject({
    key: z.string(),
    kind: z.enum(['specification', 'contract-draft', 'lot-list']),
    documents: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        state: z.enum(['to-print', 'approved', 'uploaded', 'signed']),
        sha256: sha256.nullable(),
      }),
    ),
  }),
  'A paper that belongs to the draft, with the documents made or attached for it. `sha256`: of the bytes that are signed, once printed.',
);

export const draft = as(
  'Draft',
  line.extend({
    version: z.number().int(),
    window: z.strictObject({ opensAt: instant, closesAt: instant }).nullable(),
    lots: z.array(lot),
    steps: z.array(step),
    papers: z.array(draftPaper),
    missing: z.array(missing),
    ready: z.boolean(),
  }),
  'A draft with the forms of its steps, as the wizard fills them in, and what its review page finds missing.',
);

export const savedStep = as(
  'DraftStep',
  step.extend({ missing: z.array(missing) }),
  'A step as it is saved now, and what it still lacks.',
);

export const stepToSave = as(
  'DraftStepInput',
  z.strictObject({ version: z.number().int().min(0), values: values.refine((all) => Object.keys(all).length <= 2_000) }),
  '`version` of the step as it was read; a step saved since is not overwritten. A field that is not named becomes empty.',
);

export const draftToMake = as(
  'DraftInput',
  z.strictObject({ values }),
  'The form of the step `head`; the name in both languages.',
);
export const draftNumber = as('DraftNumber', z.strictObject({ number: announcementNumber }));

export const offeredItems = as(
  'OfferedPlanItems',
  z.strictObject({
    items: z.array(z.strictObject({ id: z.uuid(), customer: bin, name: text, amount, quantity: z.string(), unitPrice: amount })),
  }),
  'Lines of the plan that fit the draft and are free.',
);

export const lotsToChange = as(
  'DraftLotsInput',
  z.strictObject({ add: z.array(z.uuid()).max(1_000).default([]), remove: z.array(z.string().max(20)).max(1_000).default([]) }),
  '`add`: ids of plan items; `remove`: numbers of lots, whose documents go with them.',
);

export const changedLots = as(
  'DraftLots',
  z.strictObject({ added: z.number().int(), removed: z.number().int(), lots: z.array(lot) }),
  'Fewer are added than asked for when others took them meanwhile.',
);

const person = z.strictObject({ userId: z.uuid(), name: text, position: text });
export const draftPeople = as(
  'DraftPeople',
  z.strictObject({
    organizer: z.array(person),
    customers: z.array(z.strictObject({ bin, name: text, people: z.array(person), iban: z.string().nullable() })),
  }),
  'Who may be named in the steps `people` and `contract`.',
);

export const paperKey = z.string().regex(/^(?:specification-\d{1,4}|contract-\d{12}|lot-list)$/);

export const draftFile = as(
  'DraftFile',
  z.object({ file: z.file().meta({ description: 'PDF, PNG, JPEG, DOCX or XLSX, at most 20 MB.' }) }),
  'One part named `file`.',
);

export const documentSignature = as(
  'DocumentSignature',
  z.strictObject({
    signature: z
      .string()
      .max(90_000)
      .regex(/^[A-Za-z0-9+/]+={0,2}$/),
  }),
  'Detached CAdES-BES (CMS in DER, base64) over the bytes of the document, by the EDS of the author.',
);
