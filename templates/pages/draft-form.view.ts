import type { Link } from '../components.ts';
import type { FieldError, FieldView } from '../fields.ts';
import { DRAFT } from '../texts/draft.ts';
import { inLanguage, type Language } from '../texts/texts.ts';

/** Fields that belong together, under a heading of their own. */
export interface FieldGroup {
  heading?: string;
  lead?: string;
  fields: FieldView[];
  /** Buttons that put a value and save: the earliest date that the rule allows. */
  puts?: { value: string; text: string }[];
}

export interface DraftFormFacts {
  language: Language;
  csrf: string;
  action: string;
  /** Version of the step as the person sees it. */
  seen: number;
  groups: FieldGroup[];
  errors: FieldError[];
  back: Link;
  /** Said above the form. */
  lead?: string;
  /** The first save: there is nothing to exit to yet. */
  isNew?: boolean;
  /** A search that narrows what is chosen from. */
  find?: { field: FieldView; button: string };
  /** Another way to fill the form in. */
  shortcut?: Link;
  /** Nothing may be changed now; the sentence says why. */
  locked?: { text: string; link?: Link };
}

/** A step of the wizard: one subject, «Сохранить и продолжить» and «Сохранить и выйти». */
export function draftFormView(facts: DraftFormFacts) {
  const { language, csrf, action, seen, groups, back, lead, isNew, locked, find, shortcut } = facts;
  const t = inLanguage(DRAFT, language);
  const rooms = groups.map(({ heading, lead: groupLead, fields, puts }) => ({
    heading,
    lead: groupLead,
    fields,
    puts: puts ?? [],
  }));
  return {
    t,
    csrf,
    action,
    back,
    lead,
    isNew,
    locked,
    find,
    shortcut,
    groups: rooms,
    hidden: [{ name: 'seen', value: String(seen) }],
  };
}
