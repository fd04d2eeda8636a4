import type { DocumentAct, QuotationLine, RejectedLine, ResultsLot, ResultsPayload } from '../../domain/procurement/documents.ts';
import { amountCell, cell, field, table, type Cell, type Fields, type Table } from './blocks.ts';
import { decisionFields } from './decision.ts';
import { closing, header, inBothLanguages, lotsTable, mastheadOf } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { singleSourceBlocks } from './single-source.view.ts';
import {
  ACT_KINDS,
  ACTIONS,
  BODY_KINDS,
  CHANGED_FIELDS,
  CHANGE_REASONS,
  OUTCOMES,
  REJECTIONS,
  TITLES,
  unreadableReason,
} from './texts/dictionaries.ts';
import { SINGLE_SOURCE_LABELS, SINGLE_SOURCE_TITLE } from './texts/single-source.ts';

/** ПИ-ЗЦП, ПИ-ИОИ and the protocol of a cancelled purchase (spec 17 §4). @param digest SHA-256 of the payload, hex */
export function resultsView(payload: ResultsPayload, digest: string) {
  return {
    masthead: { ...mastheadOf(payload), ...(payload.singleSource ? { titles: SINGLE_SOURCE_TITLE } : {}) },
    parts: inBothLanguages((part) => ({
      title: part.text(payload.singleSource ? SINGLE_SOURCE_TITLE : TITLES.results),
      header: header(part, payload),
      newVersion: newVersion(part, payload),
      changes: changes(part, payload),
      lots: lotsTable(part, payload.lots, payload.total),
      singleSource: singleSourceBlocks(part, payload),
      unreadable: unreadable(part, payload),
      decisions: payload.lots.map((lot) => ({
        heading: `${part.label('lot')} № ${lot.number}`,
        card: lotCard(part, payload, lot),
        // A purchase cancelled as a whole was not opened: nothing is known of quotations (spec 17 §4, §13.5).
        quotations: payload.form === 'cancelled' || payload.singleSource ? [] : [rejected(part, lot), quotations(part, lot)],
        decision: decisionFields(part, payload, lot.decision),
      })),
      acts: acts(part, payload),
    })),
    closing: closing(payload, digest),
  };
}

function newVersion(part: LanguagePart, payload: ResultsPayload): Fields | null {
  const { changeReason, replaces } = payload;
  if (!changeReason && !replaces) return null;
  return {
    heading: part.label('newVersion'),
    fields: [
      ...(changeReason ? [field(part.label('changeReason'), part.text(CHANGE_REASONS[changeReason]))] : []),
      ...(replaces ? [field(part.label('replaces'), replaces)] : []),
    ],
  };
}

function changes(part: LanguagePart, payload: ResultsPayload): Table | null {
  if (payload.changes.length === 0) return null;
  const value = (changed: ResultsPayload['changes'][number]['was']): Cell => {
    if (changed === null) return cell(part.label('noOne'));
    if ('money' in changed) return cell(part.money(changed.money));
    return cell(part.text('text' in changed ? changed.text : OUTCOMES[changed.outcome]));
  };
  const columns = (['lotNumber', 'field', 'was', 'is'] as const).map((key) => part.label(key));
  const rows = payload.changes.map((change) => [
    cell(change.lot),
    cell(part.text(CHANGED_FIELDS[change.field])),
    value(change.was),
    value(change.is),
  ]);
  return table(part, part.label('changes'), columns, rows);
}

function unreadable(part: LanguagePart, payload: ResultsPayload): Table | null {
  if (payload.unreadable.length === 0) return null;
  const columns = (['supplier', 'supplierCode', 'reason', 'receivedAt'] as const).map((key) => part.label(key));
  const rows = payload.unreadable.map((each) => [
    cell(part.text(each.supplier.name)),
    cell(each.supplier.bin),
    cell(part.text(unreadableReason(each.reason))),
    cell(part.exactInstant(each.receivedAt)),
  ]);
  const heading = payload.singleSource ? part.text(SINGLE_SOURCE_LABELS.unreadable) : part.label('unreadable');
  return table(part, heading, columns, rows);
}

function lotCard(part: LanguagePart, payload: ResultsPayload, lot: ResultsLot): Fields {
  const customer = payload.customers.find((each) => each.bin === lot.customer);
  return {
    heading: null,
    fields: [
      field(part.label('lotName'), part.text(lot.name)),
      ...(customer
        ? [
            field(part.label('customer'), part.text(customer.name), `${part.label('bin')}: ${customer.bin}`),
            field(part.label('address'), part.text(customer.address)),
          ]
        : []),
      field(part.label('plannedUnitPrice'), part.money(lot.unitPrice)),
      field(part.label('unit'), part.text(lot.unit)),
      field(part.label('quantity'), part.quantity(lot.quantity)),
      field(part.label('plannedAmount'), part.money(lot.amount)),
    ],
  };
}

function rejected(part: LanguagePart, lot: ResultsLot): Table {
  const columns = (['supplier', 'supplierCode', 'reason', 'receivedAt'] as const).map((key) => part.label(key));
  const rows = lot.rejected.map((line) => [
    cell(part.text(line.supplier.name)),
    cell(line.supplier.bin),
    rejection(part, line, lot),
    cell(part.exactInstant(line.receivedAt)),
  ]);
  return table(part, part.label('rejected'), columns, rows);
}

function rejection(part: LanguagePart, line: RejectedLine, lot: ResultsLot): Cell {
  const reason = part.text(REJECTIONS[line.reason]);
  if (line.reason === 'above-lot-amount' && line.total) {
    return cell(
      reason,
      `${part.label('quotationTotal')}: ${part.money(line.total)}`,
      `${part.label('plannedAmount')}: ${part.money(lot.amount)}`,
    );
  }
  const { restriction } = line;
  if (!restriction) return cell(reason);
  const article = [`${part.label('article')}: ${restriction.article}`];
  if (restriction.subParagraph) article.push(`${part.label('subParagraph')}: ${restriction.subParagraph}`);
  const register = [`${part.label('register')}: ${part.text(restriction.register)}`];
  if (restriction.entry) register.push(`${part.label('entry')}: ${restriction.entry}`);
  return cell(
    reason,
    part.text(restriction.ground),
    article.join(', '),
    register.join(', '),
    `${part.label('checkedAt')}: ${part.instant(restriction.checkedAt)}`,
  );
}

/** Columns that no quotation of the lot fills (price for a unit, amount at dumping) are left out. */
function quotations(part: LanguagePart, lot: ResultsLot): Table {
  const withUnitPrice = lot.quotations.some((line) => line.unitPrice !== undefined);
  const withDumping = lot.quotations.some((line) => line.dumpingAmount !== undefined);
  const optional = (shown: boolean, amount: string | undefined): Cell[] =>
    shown ? [amountCell(amount ? part.money(amount) : '–')] : [];
  const columns = [
    part.label('supplier'),
    part.label('supplierCode'),
    ...(withUnitPrice ? [part.label('unitPrice')] : []),
    ...(withDumping ? [part.label('dumpingAmount')] : []),
    part.label('quotationTotal'),
    part.label('receivedAt'),
  ];
  const row = (line: QuotationLine): Cell[] => [
    cell(part.text(line.supplier.name)),
    cell(line.supplier.bin),
    ...optional(withUnitPrice, line.unitPrice),
    ...optional(withDumping, line.dumpingAmount),
    amountCell(part.money(line.total)),
    cell(part.exactInstant(line.receivedAt)),
  ];
  return table(part, part.label('quotations'), columns, lot.quotations.map(row));
}

/** Block B14. */
function acts(part: LanguagePart, payload: ResultsPayload): Table | null {
  if (payload.acts.length === 0) return null;
  const columns = (['action', 'actNumber', 'date', 'act', 'body', 'bodyName', 'file', 'lotsOf'] as const).map((key) =>
    part.label(key),
  );
  const row = (act: DocumentAct): Cell[] => [
    cell(part.text(ACTIONS[act.action])),
    cell(act.number),
    cell(part.date(act.date)),
    cell(part.text(ACT_KINDS[act.kind])),
    cell(part.text(BODY_KINDS[act.bodyKind])),
    cell(act.body),
    cell(act.file.name, `SHA-256: ${act.file.sha256}`),
    cell(act.lots.join(', ')),
  ];
  return table(part, part.label('acts'), columns, payload.acts.map(row));
}
