import type { ProcurementFile, RecordedAct } from '../../domain/procurement/file.ts';
import type { SummaryCard, SummaryRow } from '../components.ts';
import { why } from '../derivation.ts';
import type { ContentBlock } from '../content.ts';
import { date, dateTimeWithZone, isoInstant } from '../formats.ts';
import { ACT_FORM } from '../texts/actions.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { ACT_ACTION_NAMES, ACT_KIND_NAMES, BODY_KIND_NAMES } from '../texts/terms.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** Tab «Приостановление/продолжение/отмена закупки»: acts newest first, then refusals of customers. Scans for those who take part. */
export function actsBlocks(file: ProcurementFile, language: Language, mayReadScans: boolean): ContentBlock[] {
  const t = inLanguage(PROCUREMENT, language);
  if (file.acts.length + file.refusals.length === 0) return [{ paragraphs: [t.noActs] }];
  const acts = file.acts.map((act, index) => actCard(file, { act, index }, language, mayReadScans)).reverse();
  const refusals = file.refusals.map((refusal, index): SummaryCard => {
    const customer = file.customers.find((each) => each.bin === refusal.customer);
    return {
      title: customer ? ofBoth(customer.name, language) : refusal.customer,
      rows: [
        { key: t.ground, text: refusal.ground },
        lotsRow(file, refusal.lots, language),
        {
          key: t.actRecorded,
          text: dateTimeWithZone(refusal.at, language),
          iso: isoInstant(refusal.at),
          explained: why(file.derivations[`refusals/${index}`], t.ground, language),
        },
      ],
    };
  });
  return [
    ...(acts.length > 0 ? [{ cards: acts }] : []),
    ...(refusals.length > 0 ? [{ heading: t.refusals, cards: refusals.reverse() }] : []),
  ];
}

function lotsRow(file: ProcurementFile, lots: string[], language: Language): SummaryRow {
  const all = lots.length === file.lots.length;
  return { key: PROCUREMENT.actLots[language], text: all ? ACT_FORM.allLots[language] : lots.join(', ') };
}

function actCard(
  file: ProcurementFile,
  { act, index }: { act: RecordedAct; index: number },
  language: Language,
  mayReadScans: boolean,
): SummaryCard {
  const t = inLanguage(PROCUREMENT, language);
  return {
    title: ACT_ACTION_NAMES[act.action][language],
    rows: [
      { key: t.act, text: `${ACT_KIND_NAMES[act.kind][language]} № ${act.number}, ${date(act.date, language)}` },
      { key: t.actBody, text: act.body, lines: [BODY_KIND_NAMES[act.bodyKind][language]] },
      lotsRow(file, act.lots, language),
      {
        key: t.actRecorded,
        text: dateTimeWithZone(act.at, language),
        iso: isoInstant(act.at),
        explained: why(file.derivations[`acts/${index}`], t.act, language),
      },
      {
        key: t.scan,
        text: act.scan.name,
        lines: [`SHA-256 ${act.scan.sha256}`],
        ...(mayReadScans ? { href: `/documents/${act.scan.documentId}` } : {}),
      },
    ],
  };
}
