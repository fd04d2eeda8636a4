import { saveDraft, type Saving } from '../../db/drafts.ts';
import { type DraftForm, formKey, type Typed, withForm } from '../../domain/procurement/draft.ts';
import type { Services } from '../services.ts';
import { type Desk, makeDraftFile } from './draft-desk.ts';
import { isLocked } from './draft-forms.ts';

/** Saves a form of the wizard as far as it goes; `seen` = version of the step that the person or program looked at. */
export async function saveStep(
  { db }: Pick<Services, 'db'>,
  desk: Desk,
  form: DraftForm,
  { seen, values }: { seen: number; values: Typed },
): Promise<Saving | { ok: false; reason: 'locked' }> {
  if (isLocked(desk, form)) return { ok: false, reason: 'locked' };
  const { number } = desk.draft;
  const change = (body: Desk['draft']['body']) => withForm(form, body, values, desk.calendar);
  return saveDraft(db, { number, step: formKey(form), seen, actor: desk.actor, change }, makeDraftFile);
}
