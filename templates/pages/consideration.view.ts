import { availableActions } from '../../domain/actions.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { ApplicationDocument, Decision, OpenedApplication } from '../../domain/procurement/application.ts';
import { lotsToConsider } from '../../domain/procurement/consideration.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { sheetOf } from '../../domain/procurement/methods/index.ts';
import { compare } from '../../domain/money.ts';
import type { Cell, DataTable, SummaryRow, Tag } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { radios, textArea, type FieldView, type Filled } from '../fields.ts';
import { amountOf, dateTime, dateTimeWithZone, fileSize, isoInstant, saving } from '../formats.ts';
import { APPLICATION_DOCUMENT_NAMES } from '../texts/application.ts';
import { CONSIDERATION } from '../texts/single-source.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { openingRows } from './single-source-head.ts';

export interface ConsiderationFacts {
  language: Language;
  file: ProcurementFile;
  application: OpenedApplication;
  actor: Actor;
  csrf: string;
  /** A fresh id for each form of the page. */
  commandId: () => string;
  /** What was typed and refused; null when the page is opened. */
  form: Filled | null;
}

interface DecisionForm {
  action: string;
  csrf: string;
  hidden: { name: string; value: string }[];
  heading: string;
  hint: string;
  fields: FieldView[];
  button: string;
  secondary: boolean;
}

type Texts = Record<keyof typeof CONSIDERATION, string>;

/** Name of the fields in which a lot is decided: `lot-1`, `lot-1-reason`. */
export const lotField = (number: string): string => `lot-${number}`;

/** «Просмотреть заявки»: application, prices, documents, and the decision, to be made or made (S1 §1.7.4). */
export function considerationView(facts: ConsiderationFacts) {
  const { file, language, actor, application } = facts;
  const t = inLanguage(CONSIDERATION, language);
  const may = new Set(availableActions(procurementActions, file, actor).map(({ name }) => name));
  return {
    blocks: [
      { heading: t.application, summary: aboutRows(facts, t) },
      ...(application.unreadable
        ? []
        : [
            { heading: t.lots, table: pricesTable(facts, t) },
            { heading: t.documents, table: documentsTable(application.documents, language, t) },
          ]),
      { heading: t.admission, id: 'admission', summary: stateRows(facts, t), table: decisionsTable(facts, t) },
    ] satisfies ContentBlock[],
    forms: [
      ...(may.has('save-consideration') ? [commonForm(facts, t), ...lotsForm(facts, t)] : []),
      ...(may.has('vote') ? [plainForm(facts, { act: 'vote', heading: t.vote, hint: t.voteHint, button: t.vote })] : []),
      ...(may.has('recall-vote')
        ? [{ ...plainForm(facts, { act: 'recall-vote', heading: '', hint: '', button: t.recall }), secondary: true }]
        : []),
    ],
    links: may.has('form-results-protocol')
      ? [{ href: `/procurements/${file.number}/actions/form-results-protocol`, text: t.toForm }]
      : [],
  };
}

function aboutRows({ file, application, language }: ConsiderationFacts, t: Texts): SummaryRow[] {
  const { supplier, receivedAt, receipt, unreadable } = application;
  const found = file.restrictions.find((each) => each.supplier === supplier.bin);
  const said = found && { ground: ofBoth(found.ground, language), article: found.article, entry: found.entry };
  return [
    { key: t.supplier, text: ofBoth(supplier.name, language), lines: [`${t.bin} ${supplier.bin}`] },
    { key: t.received, text: dateTime(receivedAt, language, 'millisecond'), iso: receivedAt, lines: [`${t.receipt} ${receipt}`] },
    ...(unreadable ? [{ key: t.application, text: fill(t.unreadable, { reason: unreadable }) }] : []),
    { key: t.restrictions, text: said ? fill(t.restriction, said) : t.noRestriction },
    ...openingRows(file, language),
  ];
}

function pricesTable({ file, application, language }: ConsiderationFacts, t: Texts): DataTable {
  const rows = file.lots.map(({ number, name, amount }) => {
    const price = application.prices.find((entry) => entry.lot === number)?.price;
    const above = price !== undefined && compare(price, amount) > 0;
    return {
      cells: [
        { text: `${number}. ${ofBoth(name, language)}`, rowHeader: true },
        { text: amountOf(amount, language), numeric: true },
        price === undefined ? { text: t.notOffered } : { text: amountOf(price, language), numeric: true },
        { text: price === undefined ? '' : above ? t.aboveAmount : saving(amount, price, language) },
      ],
    };
  });
  const columns = [{ text: t.lot }, { text: t.amount, numeric: true }, { text: t.price, numeric: true }, { text: t.saving }];
  return { id: 'prices', caption: t.lots, captionHidden: true, columns, rows, empty: '' };
}

function documentsTable(documents: readonly ApplicationDocument[], language: Language, t: Texts): DataTable {
  const why = (reason: string): string => (reason in t ? t[reason as keyof Texts] : reason);
  const rows = documents.map(({ id, kind, lot, name, size, sha256, unreadable }) => ({
    cells: [
      { text: APPLICATION_DOCUMENT_NAMES[kind][language], rowHeader: true },
      { text: lot ?? '' },
      unreadable
        ? { text: name, lines: [fill(t.documentUnreadable, { reason: why(unreadable) })] }
        : { text: name, href: `/files/${id}`, lines: [`SHA-256 ${sha256}`] },
      { text: fileSize(size, language), numeric: true },
    ],
  }));
  const columns = [{ text: t.document }, { text: t.lot }, { text: t.file }, { text: t.size, numeric: true }];
  return { id: 'documents', caption: t.documents, captionHidden: true, columns, rows, empty: t.noDocuments };
}

function stateRows({ file, language }: ConsiderationFacts, t: Texts): SummaryRow[] {
  const { consideration, organizerRepresentative } = file;
  const by = consideration?.by ?? organizerRepresentative;
  const moment = (key: string, at: number): SummaryRow => ({
    key,
    text: dateTimeWithZone(at, language, 'second'),
    iso: isoInstant(at),
  });
  return [
    ...(by ? [{ key: t.by, text: ofBoth(by.name, language) }] : []),
    ...(consideration ? [moment(t.savedAt, consideration.savedAt)] : []),
    ...(consideration?.votedAt ? [moment(t.votedAt, consideration.votedAt)] : []),
  ];
}

function decisionsTable({ file, language }: ConsiderationFacts, t: Texts): DataTable {
  const { consideration } = file;
  const row = (section: string, decided: Decision | null | undefined): { cells: Cell[] } => ({
    cells: [{ text: section, rowHeader: true }, { tag: verdictTag(decided, t) }, { text: decided?.reason ?? '' }],
  });
  return {
    id: 'decisions',
    caption: t.admission,
    captionHidden: true,
    columns: [{ text: t.section }, { text: t.decision }, { text: t.reason }],
    rows: [
      row(t.common, consideration?.restrictions),
      ...lotsToConsider(file).map(({ number, name }) =>
        row(
          fill(t.decisionOf, { lot: number, name: ofBoth(name, language) }),
          consideration?.specifications.find((each) => each.lot === number),
        ),
      ),
    ],
    empty: '',
  };
}

function verdictTag(decided: Decision | null | undefined, t: Texts): Tag {
  if (!decided) return { text: t.undecided, colour: 'grey' };
  return decided.verdict === 'admitted' ? { text: t.admitted, colour: 'green' } : { text: t.rejected, colour: 'orange' };
}

/** Допущен / Отклонен and the reason, as decided before or as typed now. */
function decisionFields(
  { language, form }: ConsiderationFacts,
  t: Texts,
  of: { name: string; label: string; decided: Decision | null | undefined },
): FieldView[] {
  const { name, label, decided } = of;
  const reason = `${name}-reason`;
  const before = { [name]: decided?.verdict ?? '', [reason]: decided?.reason ?? '' };
  const filled: Filled = { language, values: { ...before, ...form?.values }, errors: form?.errors ?? [] };
  const options = [
    { value: 'admitted', text: t.admitted },
    { value: 'rejected', text: t.rejected },
  ];
  return [
    radios({ name, label, options }, filled),
    textArea({ name: reason, label: `${t.reason} (${label})`, hint: t.reasonHint, rows: 2 }, filled),
  ];
}

const addressOf = ({ file }: ConsiderationFacts, act: string): string => `/procurements/${file.number}/applications/${act}`;

function commonForm(facts: ConsiderationFacts, t: Texts): DecisionForm {
  const { file, csrf, commandId } = facts;
  return {
    action: addressOf(facts, 'save-consideration'),
    csrf,
    hidden: [
      { name: 'commandId', value: commandId() },
      { name: 'section', value: 'restrictions' },
    ],
    heading: t.common,
    hint: fill(t.commonHint, { article: sheetOf(file).restrictions.article }),
    fields: decisionFields(facts, t, { name: 'restrictions', label: t.common, decided: file.consideration?.restrictions }),
    button: t.save,
    secondary: true,
  };
}

function lotsForm(facts: ConsiderationFacts, t: Texts): DecisionForm[] {
  const { file, csrf, commandId, language } = facts;
  const lots = lotsToConsider(file);
  if (lots.length === 0) return [];
  const fields = lots.flatMap(({ number, name }) =>
    decisionFields(facts, t, {
      name: lotField(number),
      label: fill(t.decisionOf, { lot: number, name: ofBoth(name, language) }),
      decided: file.consideration?.specifications.find((each) => each.lot === number),
    }),
  );
  const hidden = [
    { name: 'commandId', value: commandId() },
    { name: 'section', value: 'specifications' },
  ];
  const action = addressOf(facts, 'save-consideration');
  return [{ action, csrf, hidden, heading: t.perLot, hint: t.perLotHint, fields, button: t.save, secondary: true }];
}

const plainForm = (
  facts: ConsiderationFacts,
  { act, heading, hint, button }: { act: string; heading: string; hint: string; button: string },
): DecisionForm => ({
  action: addressOf(facts, act),
  csrf: facts.csrf,
  hidden: [{ name: 'commandId', value: facts.commandId() }],
  heading,
  hint,
  fields: [],
  button,
  secondary: false,
});
