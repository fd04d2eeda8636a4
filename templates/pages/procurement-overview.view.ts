import { sum } from '../../domain/money.ts';
import type { Organization, Representative } from '../../domain/parties.ts';
import { shownStatus, type ProcurementFile } from '../../domain/procurement/file.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import type { SummaryRow } from '../components.ts';
import { emptyContact, type Reading, singleSourceRows } from './single-source-head.ts';
import { why } from '../derivation.ts';
import { statusTag } from '../texts/statuses.ts';
import { DEADLINE_NAMES } from '../texts/derivations/steps.ts';
import type { ContentBlock } from '../content.ts';
import { date, dateTime, dateTimeWithZone, isoInstant, money } from '../formats.ts';
import { FRAME } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { METHOD_NAMES, PURCHASE_TYPE_NAMES, SINGLE_SOURCE_TYPE_NAME, SUBJECT_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** The announcement in full: what, for whom, on what terms, whom to ask. The same for a draft's preview. */
export function overviewBlocks(
  file: ProcurementFile,
  language: Language,
  reading: Omit<Reading, 'language'> = {},
): ContentBlock[] {
  return [
    ...lostKeyBlocks(file, language),
    { summary: aboutRows(file, { ...reading, language }) },
    { heading: PROCUREMENT.parties[language], summary: partyRows(file, language) },
  ];
}

/** Told to everyone: nobody may know who had offered (ADR 0021). */
function lostKeyBlocks(file: ProcurementFile, language: Language): ContentBlock[] {
  const t = inLanguage(PROCUREMENT, language);
  return (file.lostKeys ?? []).map(({ at, reason }) => ({
    heading: t.keyLost,
    paragraphs: [
      fill(t.keyLostSince, { at: dateTimeWithZone(at, language, 'second') }),
      fill(t.keyLostReason, { reason }),
      t.keyLostNow,
    ],
  }));
}

function aboutRows(file: ProcurementFile, reading: Reading): SummaryRow[] {
  const { language } = reading;
  const t = inLanguage(PROCUREMENT, language);
  const flags = [...(file.flags.disability ? [t.disability] : []), ...(file.flags.singleOrganizer ? [t.singleOrganizer] : [])];
  const window = file.window;
  const { derivations } = file;
  const { start, end } = windowDeadlines(file.method);
  return [
    { key: t.what, text: ofBoth(file.name, language), lines: language === 'en' ? [file.name.kk] : [] },
    { key: t.number, text: file.number },
    { key: t.method, text: METHOD_NAMES[file.method][language] },
    {
      key: t.purchaseType,
      text: file.origin ? SINGLE_SOURCE_TYPE_NAME[language] : PURCHASE_TYPE_NAMES[file.purchaseType][language],
    },
    { key: t.subject, text: SUBJECT_NAMES[file.subjectKind][language] },
    ...(file.status === 'draft'
      ? []
      : [
          {
            key: t.status,
            tag: statusTag(shownStatus(file), language),
            explained: why(derivations['status'], t.status, language),
          },
        ]),
    { key: t.lotCount, text: String(file.lots.length) },
    {
      key: t.total,
      text: money(sum(file.lots.map((lot) => lot.amount)), language),
      explained: why(derivations['total'], t.total, language),
    },
    ...(file.publishedAt === null
      ? []
      : [
          {
            key: t.publishedAt,
            text: dateTimeWithZone(file.publishedAt, language),
            iso: isoInstant(file.publishedAt),
            explained: why(derivations['publishedAt'], t.publishedAt, language),
          },
        ]),
    {
      key: file.method === 'single-source' ? t.applicationWindow : t.window,
      text: window
        ? `${dateTime(window.opensAt, language)} – ${dateTimeWithZone(window.closesAt, language)}`
        : FRAME.notGiven[language],
      explained: [start, end].flatMap((key) =>
        why(derivations[`deadlines/${key}`], DEADLINE_NAMES[key]?.[language] ?? key, language).map((each) => ({
          ...each,
          summary: `${each.summary} (${DEADLINE_NAMES[key]?.[language] ?? key})`,
          of: '',
        })),
      ),
    },
    ...singleSourceRows(file, reading),
    ...(flags.length > 0 ? [{ key: t.flags, text: flags.join('; ') }] : []),
    ...(file.sheet ? [{ key: t.sheet, text: date(file.sheet, language) }] : []),
  ];
}

function partyRows(file: ProcurementFile, language: Language): SummaryRow[] {
  const t = inLanguage(PROCUREMENT, language);
  const party = (key: string, { name, bin, address }: Organization): SummaryRow => ({
    key,
    text: ofBoth(name, language),
    lines: [`${t.bin} ${bin}`, ofBoth(address, language)],
  });
  const contact = (key: string, { name, position, phone, email }: Representative): SummaryRow => ({
    key,
    text: ofBoth(name, language),
    lines: [ofBoth(position, language), phone, email].filter(Boolean),
  });
  return [
    party(t.organizer, file.organizer),
    ...(file.organizerRepresentative ? [contact(t.contact, file.organizerRepresentative)] : []),
    { key: t.creator, text: ofBoth(file.creator.name, language) },
    ...file.customers.flatMap((customer) => {
      const representative = file.customerRepresentatives.find((each) => each.customer === customer.bin);
      return [
        party(t.customer, customer),
        ...(representative
          ? [contact(t.customerContact, representative)]
          : file.origin
            ? [emptyContact(t.customerContact, language)]
            : []),
      ];
    }),
  ];
}
