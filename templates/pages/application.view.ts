import { documentsAsked, requiredDocuments } from '../../domain/procurement/application-content.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Link, SummaryRow } from '../components.ts';
import { dateTimeWithZone, isoInstant, list } from '../formats.ts';
import { APPLICATION, APPLICATION_DOCUMENT_NAMES, APPLICATION_ONLY } from '../texts/application.ts';
import { FRAME } from '../texts/frame.ts';
import { FAILURE_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';
import type { OfferFacts } from './offer.view.ts';

/** Words of the part of the form that only an application has. */
export const documentWords = (language: Language) => {
  const { documents, documentsHint } = inLanguage(APPLICATION_ONLY, language);
  return { documents, documentsHint };
};

/** File fields of the application form: the specification lot by lot; null for an offer without documents. */
export function documentFields(file: ProcurementFile, language: Language) {
  if (file.method !== 'single-source') return null;
  const t = inLanguage(APPLICATION_ONLY, language);
  const f = inLanguage(FRAME, language);
  const words = {
    choose: f.fileChoose,
    drop: f.fileDrop,
    none: f.fileNone,
    many: f.fileMany,
    entered: f.fileEntered,
    left: f.fileLeft,
  };
  return documentsAsked(file).map(({ kind, lot, required }) => {
    const document = APPLICATION_DOCUMENT_NAMES[kind][language];
    const field = { kind, words, required, hint: required ? '' : t.optional };
    if (lot === null) return { ...field, id: `document-${kind}`, label: document, lot: '' };
    return { ...field, id: `document-${kind}-${lot}`, label: fill(t.ofLot, { document, lot }), lot };
  });
}

/** «Приглашение»: which procurement failed and why, until when an answer is awaited, what is asked for. Null where nobody is invited. */
export function invitationOf({
  file,
  language,
  phase,
  closesAt,
  latest,
  refusal,
}: OfferFacts): { heading: string; rows: SummaryRow[]; links: Link[] } | null {
  const { origin } = file;
  if (!origin || refusal) return null;
  const t = inLanguage(APPLICATION_ONLY, language);
  const standing = latest !== null && latest.act !== 'withdrawn';
  return {
    heading: t.invitation,
    rows: [
      {
        key: t.failedProcurement,
        text: `№ ${origin.number}`,
        href: `/procurements/${origin.number}`,
        lines: [`${t.ground}: ${FAILURE_NAMES[origin.ground][language]}`],
      },
      { key: APPLICATION.until[language], text: dateTimeWithZone(closesAt, language), iso: isoInstant(closesAt) },
      {
        key: t.required,
        text: list(
          requiredDocuments(file).map((kind) => APPLICATION_DOCUMENT_NAMES[kind][language]),
          language,
        ),
      },
    ],
    links:
      phase === 'open' && !standing
        ? [{ href: `/procurements/${file.number}/actions/decline-participation`, text: t.decline }]
        : [],
  };
}
