import type { DocumentVerdict, ResultsLot, ResultsPayload, SingleSourcePart } from '../../domain/procurement/documents.ts';
import { amountCell, cell, field, table, type Cell, type Fields, type Table } from './blocks.ts';
import { partyField } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { FAILURE_GROUNDS, METHODS, SIGNER_ROLES } from './texts/dictionaries.ts';
import { OPENINGS, SINGLE_SOURCE_LABELS, VERDICTS, type SingleSourceLabel } from './texts/single-source.ts';

const word = (part: LanguagePart, label: SingleSourceLabel): string => part.text(SINGLE_SOURCE_LABELS[label]);

/** Blocks that only ПИ-ИОИ has, in the order of spec 17 §4; null for any other protocol. */
export function singleSourceBlocks(part: LanguagePart, { singleSource, form, lots }: ResultsPayload) {
  if (!singleSource) return null;
  return {
    failed: failed(part, singleSource),
    representatives: representatives(part, singleSource),
    invited: { heading: null, fields: [partyField(part, word(part, 'invited'), singleSource.invited)] } satisfies Fields,
    opening: opening(part, singleSource),
    // A purchase cancelled as a whole was not opened: nothing is known of prices (spec 17 §4, §13.5).
    prices: form === 'cancelled' ? null : prices(part, lots),
    review: review(part, singleSource),
  };
}

const failed = (part: LanguagePart, { failed: { number, method, ground } }: SingleSourcePart): Fields => ({
  heading: null,
  fields: [
    field(word(part, 'failedAnnouncement'), `№ ${number}`),
    field(word(part, 'failedMethod'), part.text(METHODS[method])),
    field(word(part, 'failedGround'), part.text(FAILURE_GROUNDS[ground])),
  ],
});

function representatives(part: LanguagePart, { representatives: people }: SingleSourcePart): Table {
  const columns = [word(part, 'fullName'), word(part, 'position'), word(part, 'role')];
  const rows = people.map(({ name, position, role }) => [
    cell(part.text(name)),
    cell(part.text(position)),
    cell(part.text(SIGNER_ROLES[role])),
  ]);
  return table(part, word(part, 'representatives'), columns, rows);
}

function opening(part: LanguagePart, { opening: opened }: SingleSourcePart): Fields | null {
  if (!opened) return null;
  return {
    heading: word(part, 'opening'),
    fields: [
      field(word(part, 'how'), part.text(OPENINGS[opened.how])),
      field(word(part, 'openedAt'), part.instant(opened.at)),
      ...(opened.by ? [field(word(part, 'openedBy'), part.text(opened.by))] : []),
      ...(opened.reason ? [field(part.label('statedReason'), opened.reason)] : []),
    ],
  };
}

/** What the invited supplier asks for each lot, against what was set apart for it. */
function prices(part: LanguagePart, lots: readonly ResultsLot[]): Table {
  const columns = [part.label('lotNumber'), part.label('lotAmount'), word(part, 'price'), part.label('receivedAt')];
  const rows = lots.flatMap((lot) =>
    [...lot.quotations, ...lot.rejected].map(({ total, receivedAt }) => [
      cell(lot.number),
      amountCell(part.money(lot.amount)),
      amountCell(total ? part.money(total) : '–'),
      cell(part.exactInstant(receivedAt)),
    ]),
  );
  return table(part, word(part, 'offer'), columns, rows);
}

/** Where nobody had to decide, the heading stays (spec 17 §1.2). */
function review(part: LanguagePart, { review: made, opening: opened }: SingleSourcePart): Table | null {
  if (!opened) return null;
  const columns = [word(part, 'section'), part.label('lotsOf'), word(part, 'verdict'), part.label('reason')];
  if (!made) return table(part, word(part, 'review'), columns, []);
  const row = (section: string, lots: string, { verdict, reason }: DocumentVerdict): Cell[] => [
    cell(section),
    cell(lots),
    cell(part.text(VERDICTS[verdict])),
    cell(reason ?? '–'),
  ];
  const restrictions = `${word(part, 'restrictions')}. ${part.label('article')}: ${made.article}`;
  const rows = [
    ...(made.restrictions ? [row(restrictions, word(part, 'allLots'), made.restrictions)] : []),
    ...made.specifications.map((each) => row(word(part, 'specification'), each.lot, each)),
  ];
  const heading = `${word(part, 'review')} (${part.text(made.by)}, ${part.instant(made.at)})`;
  return table(part, heading, columns, rows);
}
