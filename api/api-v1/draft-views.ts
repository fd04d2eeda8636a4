import type { Request } from 'express';
import type { StoredDraft } from '../../db/drafts.ts';
import {
  type DraftFault,
  type DraftForm,
  type DraftLot,
  formKey,
  formsOf,
  formValues,
  isPaper,
  type Paper,
  papersOf,
} from '../../domain/procurement/draft.ts';
import type { PlanItem } from '../../domain/procurement/draft.ts';
import { cite } from '../../domain/regulation.ts';
import { isoInstant } from '../../templates/formats.ts';
import { faultSentence } from '../../templates/pages/draft-faults.view.ts';
import type { Desk } from '../routes/draft-desk.ts';
import { isLocked } from '../routes/draft-forms.ts';
import { tenge } from './schemas/common.ts';

type Language = Request['language'];

/** A draft in the list; `userId` = who asks. */
export const lineOf = ({ number, body, creator, savedBy, savedAt }: StoredDraft, userId: string) => ({
  ...{ number, name: body.head.name, method: body.head.method, subjectKind: body.head.subjectKind, lots: body.lots.length },
  ...{ author: creator.name, own: creator.userId === userId, savedBy, savedAt: isoInstant(savedAt.getTime()) },
});

const lotOf = ({ number, planItemId, customer, item, amount }: DraftLot) => ({
  ...{ number, planItem: planItemId, customer, name: item.name, amount: tenge(amount) },
});
export const lotsOf = ({ draft }: Desk) => draft.body.lots.map(lotOf);

const faultOf = (fault: DraftFault, { customers }: Desk, language: Language) => ({
  step: fault.step,
  gap: fault.gap,
  says: faultSentence(fault, customers, language),
  lots: fault.lots ?? [],
  customers: fault.customers ?? [],
  field: fault.field ?? null,
  refusal: fault.refusal
    ? {
        code: fault.refusal.code,
        article: fault.refusal.source ? cite(fault.refusal.source) : null,
        facts: fault.refusal.facts,
      }
    : null,
});

const stepOf = (form: DraftForm, desk: Desk) => {
  const { body } = desk.draft;
  const key = formKey(form);
  const values = Object.entries(formValues(form, body)).map(([name, value]) => [name, [value ?? ''].flat()[0] ?? '']);
  return {
    ...{ step: key, version: body.saved[key]?.version ?? 0, locked: isLocked(desk, form) },
    values: Object.fromEntries(values) as Record<string, string>,
  };
};

/** A step with its own faults; those of a specification are its lot's. */
export const savedStepOf = (form: DraftForm, desk: Desk, language: Language) => {
  const own = desk.faults.filter(
    ({ step, lots }) => step === form.step && (form.step !== 'specification' || lots?.includes(form.lot)),
  );
  return { ...stepOf(form, desk), missing: own.map((fault) => faultOf(fault, desk, language)) };
};

export const paperViewOf = (paper: Paper, { papers }: Desk) => ({
  key: paper.key,
  kind: paper.kind,
  documents: papers
    .filter((stored) => isPaper(paper, stored))
    .map(({ id, name, state, sha256 }) => ({ id, name, state, sha256: sha256 || null })),
});

export function draftOf(desk: Desk, language: Language) {
  const { draft, file, faults, actor } = desk;
  const { window } = file;
  return {
    ...lineOf(draft, actor.userId),
    version: draft.version,
    window: window && { opensAt: isoInstant(window.opensAt), closesAt: isoInstant(window.closesAt) },
    lots: lotsOf(desk),
    steps: formsOf(draft.body).map((form) => stepOf(form, desk)),
    papers: papersOf(draft.body).map((paper) => paperViewOf(paper, desk)),
    missing: faults.map((fault) => faultOf(fault, desk, language)),
    ready: faults.length === 0,
  };
}

export const offeredOf = (items: readonly PlanItem[]) => ({
  items: items.map(({ id, customer, body, amount }) => ({
    ...{ id, customer, name: body.name, amount: tenge(amount), quantity: body.quantity, unitPrice: tenge(body.unitPrice) },
  })),
});
