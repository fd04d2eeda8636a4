import { percentBelow } from '../../domain/money.ts';
import { openedOffers, shownStatus, type Lot, type ProcurementFile } from '../../domain/procurement/file.ts';
import { derivationOf } from '../../domain/derivation.ts';
import { publicDerivations } from '../../domain/procurement/derivations/public.ts';
import { offersFor } from '../../domain/procurement/ranking.ts';
import { suppliersOf, why } from '../derivation.ts';
import { WHY } from '../texts/deadlines.ts';
import { DERIVATION_INPUTS } from '../texts/derivations/inputs.ts';
import { VERIFY } from '../texts/verify.ts';
import type { LotStatus } from '../../domain/procurement/statuses.ts';
import type { DataTable, SummaryRow } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { amountOf, date, dateTime, money, percent, quantity, saving } from '../formats.ts';
import { FRAME } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { lotStatusTag } from '../texts/statuses.ts';
import { ACT_KIND_NAMES, FAILURE_NAMES } from '../texts/terms.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** A lot's shown status: suspension covers announcement and lots (S1 §1.4.18). */
const lotShown = (file: ProcurementFile, lot: Lot): LotStatus =>
  shownStatus(file) === 'suspended' && lot.status === 'published' ? 'suspended' : lot.status;

/** What each lot is, how much, and how it ended. The same for a draft's preview. */
export function lotsBlocks(file: ProcurementFile, language: Language): ContentBlock[] {
  return [{ table: lotsTable(file, language) }];
}

function lotsTable(file: ProcurementFile, language: Language): DataTable {
  const t = inLanguage(PROCUREMENT, language);
  return {
    id: 'lots',
    caption: t.lots,
    captionHidden: true,
    columns: [
      { text: t.lotNo },
      { text: t.lotName },
      { text: t.quantity, numeric: true },
      { text: t.unitPrice, numeric: true },
      { text: t.amount, numeric: true },
      { text: t.status },
    ],
    rows: file.lots.map((lot) => ({
      cells: [
        { text: lot.number },
        {
          text: ofBoth(lot.name, language),
          href: `/procurements/${file.number}/lots/${encodeURIComponent(lot.number)}`,
          lines: [lot.catalogueCode],
          rowHeader: true,
        },
        { text: `${quantity(lot.quantity, language)} ${ofBoth(lot.unit, language)}`, numeric: true },
        { text: amountOf(lot.unitPrice, language), numeric: true },
        { text: amountOf(lot.amount, language), numeric: true },
        {
          tag: lotStatusTag(lotShown(file, lot), language),
          lines: resultLines(file, lot, language),
          ...(file.status === 'draft' ? {} : { why: whyLot(file, lot, language) }),
        },
      ],
    })),
    empty: FRAME.notGiven[language],
  };
}

const whyLot = (file: ProcurementFile, lot: Lot, language: Language) => ({
  href: `/procurements/${file.number}/lots/${encodeURIComponent(lot.number)}`,
  text: WHY.why[language],
  hidden: `${PROCUREMENT.lot[language]} ${lot.number}`,
});

/** One lot in full. */
export function lotBlocks(file: ProcurementFile, lot: Lot, language: Language): ContentBlock[] {
  const t = inLanguage(PROCUREMENT, language);
  const customer = file.customers.find((each) => each.bin === lot.customer);
  const about = explainer(file, lot, language);
  const rows: SummaryRow[] = [
    { key: t.status, tag: lotStatusTag(lotShown(file, lot), language), explained: about('status', t.status) },
    ...resultRows(file, lot, language),
    { key: t.lotName, text: ofBoth(lot.name, language) },
    { key: t.description, text: ofBoth(lot.description, language) || FRAME.notGiven[language] },
    { key: t.catalogue, text: lot.catalogueCode },
    { key: t.quantity, text: `${quantity(lot.quantity, language)} ${ofBoth(lot.unit, language)}` },
    { key: t.unitPrice, text: money(lot.unitPrice, language) },
    { key: t.amount, text: money(lot.amount, language), explained: about('amount', t.amount) },
    { key: t.customer, text: customer ? ofBoth(customer.name, language) : lot.customer, lines: [`${t.bin} ${lot.customer}`] },
    { key: t.term, text: ofBoth(lot.term, language) || FRAME.notGiven[language] },
    ...(lot.delivery ? [{ key: t.delivery, text: `${lot.delivery.incoterms}, ${ofBoth(lot.delivery.place, language)}` }] : []),
  ];
  const documents = file.documents.filter((document) => document.lot === lot.number);
  return [
    { heading: `${t.lot} ${lot.number}`, summary: rows },
    ...(documents.length > 0
      ? [{ heading: t.documents, links: documents.map((d) => ({ href: `/documents/${d.id}`, text: `${t[d.kind]}: ${d.name}` })) }]
      : []),
    { links: [{ href: `/procurements/${file.number}/lots`, text: t.toAllLots }] },
  ];
}

/** «Почему?» of a field of the lot; suspension covers the lots' own statuses (S1 §1.4.18). */
function explainer(file: ProcurementFile, lot: Lot, language: Language) {
  const derivations = publicDerivations(file);
  const known = { suppliers: suppliersOf(file) };
  return (field: string, of: string) => {
    const suspended = field === 'status' && lotShown(file, lot) === 'suspended';
    const derivation = suspended ? derivations['status'] : derivationOf(derivations, `lots/${lot.number}/${field}`);
    return why(derivation, of, language, known);
  };
}

/** How the lot ended, the saving, and each quotation that the portal itself rejected, with why. */
function resultRows(file: ProcurementFile, lot: Lot, language: Language): SummaryRow[] {
  const lines = resultLines(file, lot, language);
  if (lines.length === 0) return [];
  const t = inLanguage(PROCUREMENT, language);
  const about = explainer(file, lot, language);
  const { decision } = lot;
  const saved = lot.status === 'held' && decision?.outcome === 'held' ? saving(lot.amount, decision.winner.price, language) : '';
  const rejected = offersFor(lot, file.quotations ?? [], file.restrictions).filter((offer) => offer.rejected);
  const named = suppliersOf(file);
  return [
    { key: t.result, text: lines[0] ?? '', lines: lines.slice(1), explained: about('decision', t.result) },
    ...(saved ? [{ key: DERIVATION_INPUTS.saving[language], text: saved, explained: about('saving', saved) }] : []),
    ...(lot.decision && file.protocols.some((protocol) => protocol.state === 'published') ? rejected : []).map((offer) => {
      const name = named.get(offer.order);
      const text = name ? ofBoth(name, language) : offer.supplier;
      return { key: VERIFY.rejected[language], text, explained: about(`rejected/${offer.order}`, text) };
    }),
  ];
}

/** How a lot ended, in lines; the offers themselves only once the protocol is published. */
function resultLines(file: ProcurementFile, lot: Lot, language: Language): string[] {
  const t = inLanguage(PROCUREMENT, language);
  if (lot.status === 'cancelled') {
    const act = file.acts[lot.endedBy ?? -1];
    return act ? [`${t.ground}: ${ACT_KIND_NAMES[act.kind][language]} № ${act.number}, ${date(act.date, language)}`] : [];
  }
  if (lot.status === 'refused') {
    const refusal = file.refusals[lot.endedBy ?? -1];
    return refusal ? [`${t.ground}: ${refusal.ground}`, dateTime(refusal.at, language)] : [];
  }
  const { decision } = lot;
  if (!decision || !file.protocols.some((protocol) => protocol.state === 'published')) return [];
  if (decision.outcome === 'failed') return [`${t.ground}: ${FAILURE_NAMES[decision.ground][language]}`];
  const name = (bin: string) => {
    const found = openedOffers(file).find(({ supplier }) => supplier.bin === bin);
    return found ? ofBoth(found.supplier.name, language) : bin;
  };
  const { winner, second } = decision;
  const below = percent(percentBelow(lot.amount, winner.price), language);
  return [
    `${t.winner}: ${name(winner.supplier)}, ${money(winner.price, language)} (\u2212${below})`,
    ...(second ? [`${t.second}: ${name(second.supplier)}, ${money(second.price, language)}`] : []),
  ];
}
