import type { ContractDraftPayload, ContractParty } from '../../domain/procurement/documents.ts';
import { field, type Field, type Fields } from './blocks.ts';
import { closing, inBothLanguages, lotsTable, mastheadOf, partyField } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { moneyInWords } from './money-in-words.ts';
import { CONTRACT_LABELS, CONTRACT_SECTIONS, type ContractLabel, type ContractSection } from './texts/contract.ts';
import { CONTRACT_KINDS, METHODS, TITLES } from './texts/dictionaries.ts';

/** What is filled only when the contract is concluded (S1 §1.4.1.11). */
const TO_FILL = '____________________';

/** ПДГ, draft contract by kind (S1 §1.3.1.3, spec 17 §8). @param digest SHA-256 of the payload, hex */
export function contractDraftView(payload: ContractDraftPayload, digest: string) {
  return {
    masthead: mastheadOf(payload),
    parts: inBothLanguages((part) => ({
      title: `${part.text(TITLES['contract-draft'])}: ${part.text(CONTRACT_KINDS[payload.contractKind])}`,
      card: { heading: null, fields: card(part, payload) },
      lots: lotsTable(part, payload.lots, payload.total),
      sections: sections(part, payload),
      parties: [party(part, 'customer', payload.customer), party(part, 'supplier', payload.supplier)],
    })),
    closing: closing(payload, digest),
  };
}

const word = (part: LanguagePart, label: ContractLabel): string => CONTRACT_LABELS[label][part.language];

function card(part: LanguagePart, payload: ContractDraftPayload): Field[] {
  const { contract, results, announcement } = payload;
  return [
    field(word(part, 'draftId'), payload.documentId),
    field(word(part, 'region'), part.text(payload.region)),
    field(word(part, 'contractNumber'), contract.number ?? TO_FILL),
    field(word(part, 'contractDate'), contract.date ? part.date(contract.date) : TO_FILL),
    field(word(part, 'customer'), part.text(payload.customer.name)),
    field(word(part, 'supplier'), payload.supplier ? part.text(payload.supplier.name) : TO_FILL),
    field(part.label('announcement'), `№ ${announcement.number}`, part.text(announcement.name)),
    field(part.label('method'), part.text(METHODS[announcement.method])),
    field(word(part, 'resultsProtocol'), results ? `№ ${results.number}, ${part.date(results.date)}` : TO_FILL),
  ];
}

function sections(part: LanguagePart, payload: ContractDraftPayload) {
  const added: ContractSection[] =
    payload.clauses.length > 0 ? [{ key: 'added', heading: CONTRACT_LABELS.addedClauses, clauses: [] }] : [];
  return [...CONTRACT_SECTIONS, ...added].map((section, index) => {
    const own =
      section.key === 'added'
        ? payload.clauses
        : section.clauses.filter((clause) => applies(clause, payload)).map((clause) => clause.text);
    const fields = sectionFields(part, payload, section.key);
    return {
      number: index + 1,
      heading: section.heading[part.language],
      fields: fields.length > 0 ? ({ heading: null, fields } satisfies Fields) : null,
      clauses: own.map((text, at) => ({ number: `${index + 1}.${at + 1}.`, text: part.text(text) })),
    };
  });
}

const applies = (clause: ContractSection['clauses'][number], payload: ContractDraftPayload): boolean =>
  clause.kinds === 'all' || clause.kinds.includes(payload.contractKind);

/** Values of a section stand as label and value before its clauses: nothing inserted has to be declined. */
function sectionFields(part: LanguagePart, payload: ContractDraftPayload, section: ContractSection['key']): Field[] {
  switch (section) {
    case 'subject':
      return [
        field(word(part, 'subject'), part.text(payload.subject)),
        field(word(part, 'expenditureCode'), payload.expenditureCode),
        field(word(part, 'annexes'), payload.annexes.join('; ')),
      ];
    case 'amount':
      return [
        payload.amount === null
          ? field(part.label('contractAmount'), TO_FILL)
          : field(part.label('contractAmount'), part.money(payload.amount), `(${moneyInWords(payload.amount, part.language)})`),
        field(word(part, 'vat'), word(part, payload.vatIncluded ? 'vatIncluded' : 'vatNotIncluded')),
        field(word(part, 'paymentTerms'), part.text(payload.paymentTerms)),
      ];
    case 'security':
      return [
        payload.security
          ? field(word(part, 'securityPercent'), part.decimal(payload.security.percent))
          : field(word(part, 'security'), word(part, 'notRequired')),
      ];
    case 'performance':
      return [field(part.label('term'), part.text(payload.term))];
    case 'warranty':
      return [
        field(
          part.label('warrantyMonths'),
          payload.warrantyMonths === null ? part.label('noOne') : String(payload.warrantyMonths),
        ),
      ];
    case 'liability':
    case 'final':
    case 'added':
      return [];
  }
}

function party(part: LanguagePart, role: 'customer' | 'supplier', side: ContractParty | null): Fields {
  if (!side) {
    const blank = (['signatory', 'position', 'basis', 'iban', 'bank', 'phone'] as const).map((label) =>
      field(word(part, label), TO_FILL),
    );
    return {
      heading: word(part, role),
      fields: [field(part.label('name'), TO_FILL), field(part.label('bin'), TO_FILL), ...blank],
    };
  }
  return {
    heading: word(part, role),
    fields: [
      partyField(part, part.label('name'), side),
      field(word(part, 'signatory'), part.text(side.signatory.name)),
      field(word(part, 'position'), part.text(side.signatory.position)),
      field(word(part, 'basis'), part.text(side.signatory.basis)),
      field(word(part, 'iban'), side.bank.iban),
      field(word(part, 'bank'), part.text(side.bank.name), `${word(part, 'bik')}: ${side.bank.bik}`),
      field(word(part, 'phone'), side.phone),
    ],
  };
}
