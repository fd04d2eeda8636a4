import { dateOf, type WorkingCalendar } from '../../calendar.ts';
import { sum } from '../../money.ts';
import type { Organization, Representative, Text } from '../../parties.ts';
import {
  type CommonPayload,
  type ContractDraftPayload,
  documentId,
  documentInstant,
  type DocumentParty,
  type Flag,
  type LotListPayload,
  type PlannedLot,
  type ProcurementPayload,
  type SpecificationPayload,
} from '../documents.ts';
import { sheetOn } from '../methods/index.ts';
import { bankCalled } from './banks.ts';
import type { DraftBody, DraftLot } from './body.ts';
import type { Paper } from './papers.ts';

/** A bank account of a customer, as its organization's card has it. */
export interface BankAccount {
  iban: string;
  bik: string;
  name: Text;
}

/** What documents of a draft are made of, beside what was typed. `now` = legal time of approval, ms. */
export interface PaperMatter {
  number: string;
  body: DraftBody;
  organizer: Organization;
  customers: Organization[];
  signer: Pick<Representative, 'name' | 'position'>;
  signatories: Record<string, Representative>;
  accounts: Record<string, BankAccount>;
  calendar: WorkingCalendar;
  now: number;
  baseUrl: string;
  /** Number of this making of the paper, from 1. */
  version: number;
}

const party = ({ name, bin, address }: Organization): DocumentParty => ({ name, bin, address });

const filled = (text: Text): Text | null => (text.kk.trim() || text.ru.trim() ? text : null);

const months = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : null);

function plannedLot(lot: DraftLot, goods: boolean): PlannedLot {
  const { name, description, catalogueCode, quantity, unit, unitPrice, term, place, advance } = lot.item;
  return {
    number: lot.number,
    ...{ name, description, catalogueCode, quantity, unit, unitPrice, term },
    amount: lot.amount,
    customer: lot.customer,
    delivery: goods ? lot.delivery : null,
    place: goods ? lot.delivery.place : place,
    advance: advance ?? '0',
  };
}

function common(matter: PaperMatter, paper: Paper, lots: DraftLot[]): CommonPayload {
  const { number, body, organizer, customers, version, now, calendar, signer, baseUrl } = matter;
  const { name, method, purchaseType, subjectKind, disability, singleOrganizer } = body.head;
  const flags: Flag[] = [
    ...(disability ? (['disability'] as const) : []),
    ...(singleOrganizer ? (['single-organizer'] as const) : []),
    'without-vat',
  ];
  // With several customers each has its own draft contract, told apart by the customer's place in the announcement.
  const part =
    paper.kind === 'specification'
      ? paper.lot
      : paper.kind === 'contract-draft' && customers.length > 1
        ? String(customers.findIndex((each) => each.bin === paper.customer) + 1)
        : undefined;
  const id = documentId(number, paper.kind, version, part);
  return {
    schema: 'protocol/1',
    type: paper.kind,
    documentId: id,
    number,
    version,
    formedAt: documentInstant(now, calendar.utcOffsetMinutes),
    place: organizer.place,
    announcement: { number, name, method, purchaseType, subjectKind },
    organizer: party(organizer),
    customers: customers.filter((each) => lots.some((lot) => lot.customer === each.bin)).map(party),
    flags,
    // The dates are chosen after the documents are signed (S1 §1.3.1.4).
    windows: [],
    lotCount: lots.length,
    total: sum(lots.map((lot) => lot.amount)),
    signers: [{ role: 'creator', name: signer.name, position: signer.position }],
    sheetVersion: sheetOn(method, dateOf(calendar, now)).from,
    verificationAddress: `${baseUrl}/verify/${id}`,
  };
}

function specification(matter: PaperMatter, paper: Paper & { kind: 'specification' }): SpecificationPayload | null {
  const lot = matter.body.lots.find((each) => each.number === paper.lot);
  if (!lot) return null;
  const { characteristics, standards, relatedServices, winnerConditions, warrantyMonths } = lot.specification;
  return {
    ...common(matter, paper, [lot]),
    type: 'specification',
    lot: plannedLot(lot, matter.body.head.subjectKind === 'goods'),
    characteristics,
    standards: filled(standards),
    relatedServices: filled(relatedServices),
    winnerConditions: filled(winnerConditions),
    warrantyMonths: months(warrantyMonths),
  };
}

function contractDraft(matter: PaperMatter, paper: Paper & { kind: 'contract-draft' }): ContractDraftPayload | null {
  const { body, customers, signatories, accounts } = matter;
  const { contract } = body;
  const customer = customers.find((each) => each.bin === paper.customer);
  const signatory = signatories[paper.customer];
  const bank = accounts[paper.customer];
  if (!customer || !signatory || !bank || !contract.kind) return null;
  const lots = body.lots.filter((lot) => lot.customer === paper.customer);
  const base = common(matter, paper, lots);
  return {
    ...base,
    type: 'contract-draft',
    contractKind: contract.kind,
    region: contract.region,
    contract: { number: null, date: null },
    customer: {
      ...party(customer),
      signatory: { name: signatory.name, position: signatory.position, basis: contract.basis },
      bank: bank.name.ru ? bank : { ...bank, name: bankCalled(bank.bik) },
      phone: signatory.phone,
    },
    supplier: null,
    results: null,
    subject: contract.subject,
    lots: lots.map((lot) => plannedLot(lot, body.head.subjectKind === 'goods')),
    expenditureCode: contract.expenditureCode.trim(),
    amount: base.total,
    vatIncluded: false,
    paymentTerms: contract.paymentTerms,
    security: contract.securityPercent.trim() ? { percent: contract.securityPercent.trim().replace(',', '.') } : null,
    term: contract.term,
    warrantyMonths: months(contract.warrantyMonths),
    clauses: contract.clauses,
    annexes: ['1', '2'],
  };
}

function lotList(matter: PaperMatter, paper: Paper): LotListPayload | null {
  const { body } = matter;
  if (body.lots.length === 0) return null;
  const goods = body.head.subjectKind === 'goods';
  return { ...common(matter, paper, body.lots), type: 'lot-list', lots: body.lots.map((lot) => plannedLot(lot, goods)) };
}

/** The document as the draft says it now; null while something it needs is missing. */
export function payloadOf(matter: PaperMatter, paper: Paper): ProcurementPayload | null {
  switch (paper.kind) {
    case 'specification':
      return specification(matter, paper);
    case 'contract-draft':
      return contractDraft(matter, paper);
    case 'lot-list':
      return lotList(matter, paper);
  }
}
