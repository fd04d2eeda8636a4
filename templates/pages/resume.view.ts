import { RESUME } from '../texts/sign-in.ts';
import { inLanguage, type Language } from '../texts/texts.ts';

export interface ResumeFacts {
  action: string;
  page: string;
  fields: { name: string; value: string }[];
}

/** A form whose session had ended before it was sent: what was typed is shown and kept in hidden fields. */
export function resumeView({ action, page, fields }: ResumeFacts, { language, csrf }: { language: Language; csrf: string }) {
  const t = inLanguage(RESUME, language);
  const typed = fields.map(({ value }) => value.trim()).filter((value) => value.length > 1 && !/^[0-9a-f-]{32,}$/i.test(value));
  return { heading: t.heading, t, csrf, action, page, hidden: fields, typed };
}
