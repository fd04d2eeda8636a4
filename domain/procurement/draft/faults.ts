import type { WorkingCalendar } from '../../calendar.ts';
import type { Actor } from '../../parties.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import { publish } from '../actions/publication.ts';
import type { ProcurementFile } from '../file.ts';
import { announcementIsComplete } from '../rules/announcement-is-complete.ts';
import { customersOf, type DraftBody, type DraftStep } from './body.ts';
import { readMoment } from './moments.ts';
import { contractPaper, isOutdated, isPaper, papersOf, specificationPaper, type Paper, type StoredPaper } from './papers.ts';
import type { ProcurementPayload } from '../documents.ts';

/** What a draft may lack or have wrong, beside the refusals of publication itself. */
export const GAPS = [
  'name-missing',
  'no-lots',
  'delivery-missing',
  'characteristics-missing',
  'specification-file-missing',
  'not-approved',
  'not-printed-yet',
  'not-signed',
  'outdated',
  'contract-fields-missing',
  'representative-missing',
  'customer-representative-missing',
  'date-missing',
  'not-a-date',
] as const;
export type Gap = (typeof GAPS)[number];

/** One thing to do in a step: something missing, or something wrong with the rule that says so. */
export interface DraftFault {
  step: DraftStep;
  gap: Gap | 'refused';
  /** Lots it concerns, by number. */
  lots?: string[];
  /** BINs of the customers it concerns. */
  customers?: string[];
  /** Field of the step's form. */
  field?: string;
  refusal?: Refusal;
}

export interface Judged {
  body: DraftBody;
  file: ProcurementFile;
  papers: readonly StoredPaper[];
  /** The papers as the draft says them now; null while something is missing. */
  payloads: (paper: Paper) => ProcurementPayload | null;
  calendar: WorkingCalendar;
  /** Legal time, ms. */
  now: number;
  takenPlanItems: readonly string[];
}

const blank = (text: { kk: string; ru: string }) => !text.kk.trim() || !text.ru.trim();

const missing = (step: DraftStep, gap: Gap, more: Omit<DraftFault, 'step' | 'gap'> = {}): DraftFault => ({ step, gap, ...more });

/** Fault of a step that concerns lots: nothing when there are none. */
const forLots = (step: DraftStep, gap: Gap, lots: string[]): DraftFault[] =>
  lots.length > 0 ? [missing(step, gap, { lots })] : [];

function stateOf(paper: Paper, { papers, payloads }: Judged): Gap | null {
  const own = papers.filter((stored) => isPaper(paper, stored));
  if (own.length === 0) return 'not-approved';
  if (own.some((stored) => stored.state === 'to-print')) return 'not-printed-yet';
  if (own.some((stored) => stored.state !== 'signed')) return 'not-signed';
  const now = payloads(paper);
  return own.some((stored) => stored.payload && (!now || isOutdated(stored.payload, now))) ? 'outdated' : null;
}

function specificationFaults(judged: Judged): DraftFault[] {
  const { body } = judged;
  const goods = body.head.subjectKind === 'goods';
  const state = new Map(body.lots.map((lot) => [lot.number, stateOf(specificationPaper(lot.number), judged)]));
  const untold = body.lots.filter((lot) => goods && blank(lot.specification.characteristics)).map((lot) => lot.number);
  const at = (gap: Gap) =>
    body.lots.map((lot) => lot.number).filter((number) => state.get(number) === gap && !untold.includes(number));
  return [
    ...forLots('specification', 'characteristics-missing', untold),
    ...forLots('specification', goods ? 'not-approved' : 'specification-file-missing', at('not-approved')),
    ...(['not-printed-yet', 'not-signed', 'outdated'] as const).flatMap((gap) => forLots('specification', gap, at(gap))),
  ];
}

/** Fields of the contract's form that are empty, by name (S1 §1.3.1.3). */
export function emptyContractFields({ contract, lots }: DraftBody): string[] {
  const texts = (['region', 'subject', 'paymentTerms', 'term', 'basis'] as const).filter((name) => blank(contract[name]));
  const signatories = customersOf({ lots }).filter((bin) => !contract.signatories[bin]);
  return [
    ...(contract.kind ? [] : ['kind']),
    ...texts.flatMap((name) => (['kk', 'ru'] as const).filter((l) => !contract[name][l].trim()).map((l) => `${name}-${l}`)),
    ...(contract.expenditureCode.trim() ? [] : ['expenditureCode']),
    ...signatories.map((bin) => `signatory-${bin}`),
  ];
}

function contractFaults(judged: Judged): DraftFault[] {
  const empty = emptyContractFields(judged.body);
  if (empty.length > 0) return [missing('contract', 'contract-fields-missing', { field: empty[0] })];
  const customers = customersOf(judged.body);
  return (['not-approved', 'not-printed-yet', 'not-signed', 'outdated'] as const).flatMap((gap) => {
    const found = customers.filter((bin) => stateOf(contractPaper(bin), judged) === gap);
    return found.length > 0 ? [missing('contract', gap, { customers: found })] : [];
  });
}

function dateFaults({ body, file, calendar, now, takenPlanItems }: Judged): DraftFault[] {
  const unread = (['opens', 'closes'] as const).flatMap((name) => {
    const read = readMoment(body.window[name], calendar);
    return read.ok ? [] : [missing('dates', read.reason === 'empty' ? 'date-missing' : 'not-a-date', { field: `${name}At` })];
  });
  if (unread.length > 0 || !file.window) return unread;
  return refusalsOfPublication(file, { calendar, now, takenPlanItems })
    .filter((refusal) => refusal.field === 'opensAt' || refusal.field === 'closesAt')
    .map((refusal) => ({
      step: 'dates',
      gap: 'refused',
      field: refusal.field,
      refusal: withEarliest(refusal, file, { calendar, now }),
    }));
}

/** What the rules of publication say, all of them, as they would say it now. A date beyond the calendar cannot be judged further. */
export function refusalsOfPublication(
  file: ProcurementFile,
  { calendar, now, takenPlanItems }: Pick<Judged, 'calendar' | 'now' | 'takenPlanItems'>,
): Refusal[] {
  const { name, userId, iin, bin } = file.creator;
  const actor: Actor = { userId, name, iin, bin, role: 'organizer' };
  const occasion = { file, actor, receivedAt: now, input: {}, consulted: { calendar, takenPlanItems } };
  const found: Refusal[] = [];
  for (const rule of publish.rules) {
    const refusal = rule(occasion);
    if (refusal) found.push(refusal.source ? refusal : { ...refusal, source: publish.source });
    if (refusal?.code === 'date-beyond-calendar') break;
  }
  return found;
}

/** A refused date names the earliest one that the rules allow: an end before its start is asked again with the shortest window. */
function withEarliest(refusal: Refusal, file: ProcurementFile, { calendar, now }: Pick<Judged, 'calendar' | 'now'>): Refusal {
  if (refusal.code !== 'end-before-start' || !file.window) return refusal;
  const { opensAt } = file.window;
  const shortest = { ...file, window: { opensAt, closesAt: opensAt + 1 } };
  const said = refusalsOfPublication(shortest, { calendar, now, takenPlanItems: [] }).find(
    (each) => each.code === 'window-too-short',
  );
  return said ? { ...refusal, facts: { ...refusal.facts, earliest: said.facts['earliest']! } } : refusal;
}

/** Everything missing or wrong, step by step, in the order of the task list. */
export function draftFaults(judged: Judged): DraftFault[] {
  const { body, file, takenPlanItems } = judged;
  const undelivered = body.lots.filter(({ delivery }) => !delivery.incoterms || blank(delivery.place)).map((lot) => lot.number);
  const taken = body.lots.filter((lot) => takenPlanItems.includes(lot.planItemId)).map((lot) => lot.number);
  const unrepresented = customersOf(body).filter((bin) => !file.customerRepresentatives.some((r) => r.customer === bin));
  const known: DraftFault[] = [
    ...(blank(body.head.name) ? [missing('head', 'name-missing', { field: 'name' })] : []),
    ...(body.lots.length === 0 ? [missing('lots', 'no-lots')] : []),
    ...(taken.length > 0
      ? [
          {
            step: 'lots' as const,
            gap: 'refused' as const,
            lots: taken,
            refusal: refuse('plan-item-taken', { lots: taken.join(', ') }, { source: S1('1.3.1.1') }),
          },
        ]
      : []),
    ...(body.head.subjectKind === 'goods' ? forLots('delivery', 'delivery-missing', undelivered) : []),
    ...specificationFaults(judged),
    ...contractFaults(judged),
    ...(file.organizerRepresentative ? [] : [missing('people', 'representative-missing', { field: 'organizerRepresentative' })]),
    ...(unrepresented.length > 0 ? [missing('people', 'customer-representative-missing', { customers: unrepresented })] : []),
    ...dateFaults(judged),
  ];
  return known.length > 0 ? known : unforeseen(file);
}

/** The rule of publication has the last word: should it see a gap that no step names, the announcement is not ready either. */
function unforeseen(file: ProcurementFile): DraftFault[] {
  const refusal = announcementIsComplete(file);
  return refusal ? [{ step: 'head', gap: 'refused', refusal }] : [];
}

/** Signed papers that no longer belong to the draft: their lot or customer has been taken out. */
export const strayPapers = (body: DraftBody, papers: readonly StoredPaper[]): StoredPaper[] =>
  papers.filter((stored) => !papersOf(body).some((paper) => isPaper(paper, stored)));
