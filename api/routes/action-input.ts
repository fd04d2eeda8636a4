import type { Request } from 'express';
import type { Actor } from '../../domain/parties.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { anchorOf, readDateTime, type FieldError, type Filled } from '../../templates/fields.ts';
import { ACT_FORM, type ActPage } from '../../templates/texts/actions.ts';
import { sentencesOf } from '../../templates/texts/refusals.ts';
import { fill, type Language } from '../../templates/texts/texts.ts';
import type { Services } from '../services.ts';
import { fileOf, keptUpload, storeUpload, type Uploaded, type Upload } from './uploads.ts';

/** A form of an act as sent: its input when it is complete, what is wrong otherwise, and what was typed either way. */
export interface ActionInput {
  input: unknown;
  errors: FieldError[];
  values: Filled['values'];
  /** A file that is stored already, whatever becomes of the form. */
  kept: Uploaded | null;
}

interface Reading {
  services: Services;
  req: Request;
  file: ProcurementFile;
  actor: Actor;
  commandId: string;
  language: Language;
  values: Filled['values'];
  errors: FieldError[];
}

/** Field of a form by the name an action's schema or a refusal gives it. */
const fieldOf = (name: string): string => name.replace(/^act\./, '').replace(/^order\./, 'order-');

/** A refusal as the error of its field: what is wrong, why, what to do. */
export function fieldError(refusal: Refusal, language: Language): FieldError | null {
  if (!refusal.field) return null;
  const { what, why, now, by } = sentencesOf(refusal, language);
  const field = fieldOf(refusal.field);
  const anchor = field === 'date' ? 'date-day' : field;
  return { field, text: [what, why, now, by].filter(Boolean).join(' '), href: anchorOf(anchor) };
}

/** Reads a form of an act. Files are stored at once, so that a refused form has not to be uploaded again. */
export async function readActionForm(
  services: Services,
  req: Request,
  of: { action: ActPage; file: ProcurementFile; actor: Actor; commandId: string },
): Promise<ActionInput> {
  const body = (req.body ?? {}) as Filled['values'];
  const reading: Reading = { services, req, ...of, language: req.language, values: { ...body }, errors: [] };
  const kept = await keptFile(reading, of.action);
  return { input: inputOf(of.action, reading, kept), errors: reading.errors, values: reading.values, kept };
}

function inputOf(action: ActPage, reading: Reading, kept: Uploaded | null): unknown {
  const lots = [reading.values['lots'] ?? []].flat();
  switch (action) {
    case 'cancel':
      return { lots, act: actOf(reading, kept) };
    case 'refuse':
      if (lots.length === 0) missing(reading, 'lots', ACT_FORM.lots[reading.language]);
      return { lots, ground: required(reading, 'ground', ACT_FORM.ground[reading.language]) };
    case 'suspend':
    case 'resume':
      return { act: actOf(reading, kept) };
    case 'change-representative': {
      const of = text(reading, 'of');
      const order = orderOf(reading, kept);
      const userId = required(reading, 'userId', ACT_FORM.newRepresentative[reading.language]);
      return { ...(of && of !== 'organizer' ? { customer: of } : {}), userId, ...(order ? { order } : {}) };
    }
    case 'decline-participation': {
      const reason = text(reading, 'reason');
      return reason ? { reason } : {};
    }
    case 'open-applications-by-hand':
    case 'form-results-protocol':
    case 'publish-results-protocol':
      return {};
    case 'change-creator':
      return { userId: required(reading, 'userId', ACT_FORM.newCreator[reading.language]) };
    case 'declare-key-lost':
      return { reason: required(reading, 'reason', ACT_FORM.reason[reading.language]) };
  }
}

const text = ({ values }: Reading, name: string): string => [values[name] ?? ''].flat()[0]!.trim();

function missing({ errors, language }: Reading, field: string, label: string): void {
  errors.push({ field, text: fill(ACT_FORM.required[language], { field: label }), href: anchorOf(field) });
}

function required(reading: Reading, name: string, label: string): string {
  const value = text(reading, name);
  if (!value) missing(reading, name, label);
  return value;
}

function dateIn(reading: Reading, name: string, must: boolean): string | undefined {
  const { values, errors, language } = reading;
  const typed = ['day', 'month', 'year'].some((part) => text(reading, `${name}-${part}`));
  if (!typed && !must) return undefined;
  const read = readDateTime(values, name);
  if (!read) errors.push({ field: name, text: ACT_FORM.badDate[language], href: anchorOf(`${name}-day`) });
  return read?.date;
}

/** Form of an act of an authority: every field is required (S1 §1.3.3). */
function actOf(reading: Reading, scan: Uploaded | null): unknown {
  const { language } = reading;
  const t = (name: 'number' | 'kind' | 'bodyKind' | 'body' | 'scan') => ACT_FORM[name][language];
  const act = {
    number: required(reading, 'number', t('number')),
    date: dateIn(reading, 'date', true),
    kind: required(reading, 'kind', t('kind')),
    bodyKind: required(reading, 'bodyKind', t('bodyKind')),
    body: required(reading, 'body', t('body')),
  };
  if (!scan && !reading.errors.some((error) => error.field === 'scan')) missing(reading, 'scan', t('scan'));
  return { ...act, scan };
}

/** Decision on a representative: number, date and file are optional (S1 §1.3.5). */
function orderOf(reading: Reading, file: Uploaded | null) {
  const number = text(reading, 'order-number');
  const date = dateIn(reading, 'order-date', false);
  if (!number && !date && !file) return null;
  return { ...(number ? { number } : {}), ...(date ? { date } : {}), ...(file ? { file } : {}) };
}

async function keptFile(
  { services, req, file, actor, commandId, values, errors, language }: Reading,
  action: ActPage,
): Promise<Uploaded | null> {
  const field = action === 'change-representative' ? 'order-file' : 'scan';
  const kind: Upload['kind'] = field === 'scan' ? 'act-scan' : 'order-file';
  const chosen = fileOf(req, field);
  if (chosen) {
    const stored = await storeUpload(services, { caseId: file.id, actor, commandId, kind, field, file: chosen });
    if (!('code' in stored)) return stored;
    const error = fieldError(stored, language);
    if (error) errors.push(error);
    return null;
  }
  const documentId = [values['kept'] ?? ''].flat()[0]!;
  return documentId ? keptUpload(services, { caseId: file.id, actor, kind, documentId }) : null;
}
