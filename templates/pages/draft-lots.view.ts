import { sum } from '../../domain/money.ts';
import type { Organization } from '../../domain/parties.ts';
import type { DraftBody, DraftLot } from '../../domain/procurement/draft/body.ts';
import type { PlanItem } from '../../domain/procurement/draft/plan-item.ts';
import type { Cell, Link } from '../components.ts';
import { amountOf, money, quantity } from '../formats.ts';
import { DRAFT } from '../texts/draft.ts';
import { DRAFT_LOTS } from '../texts/draft-papers.ts';
import { METHOD_NAMES, PURCHASE_TYPE_NAMES, SUBJECT_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface LotsFacts {
  language: Language;
  csrf: string;
  number: string;
  body: DraftBody;
  pool: PlanItem[];
  /** Names of the customers of both tables. */
  customers: readonly Organization[];
  nextHref: string;
  back: Link;
}

type Texts = Record<keyof typeof DRAFT_LOTS, string>;

/** Lots of the draft and the plan items that may be added: «Добавить выбранные», «Удалить выбранные» (S1 §1.3.1.1). */
export function draftLotsView({ language, csrf, number, body, pool, customers, nextHref, back }: LotsFacts) {
  const t: Texts = inLanguage(DRAFT_LOTS, language);
  const { method, purchaseType, subjectKind, disability } = body.head;
  const cells = (item: PlanItem['body'], customer: string, amount: string): Cell[] => [
    { text: ofBoth(item.name, language), lines: [item.catalogueCode, ofBoth(item.description, language)].filter(Boolean) },
    { text: ofBoth(customers.find((each) => each.bin === customer)?.name ?? { kk: customer, ru: customer }, language) },
    { text: `${quantity(item.quantity, language)} ${ofBoth(item.unit, language)}` },
    { text: amountOf(item.unitPrice, language), numeric: true },
    { text: amountOf(amount, language), numeric: true },
  ];
  const columns = [
    { text: t.name },
    { text: t.customer },
    { text: t.quantity },
    { text: t.unitPrice, numeric: true },
    { text: t.amount, numeric: true },
  ];
  const choose = (name: string) => `${t.choose}: ${name}`;
  const lotRow = (lot: DraftLot) => ({
    id: `lot-${lot.number}`,
    value: lot.number,
    label: choose(lot.number),
    cells: [{ text: lot.number }, ...cells(lot.item, lot.customer, lot.amount)],
  });
  const itemRow = (item: PlanItem) => ({
    id: `item-${item.id}`,
    value: item.id,
    label: choose(ofBoth(item.body.name, language)),
    cells: cells(item.body, item.customer, item.amount),
  });
  const what = [METHOD_NAMES[method], PURCHASE_TYPE_NAMES[purchaseType], SUBJECT_NAMES[subjectKind]].map(
    (words) => words[language],
  );
  const action = `/drafts/${number}/lots`;
  const shared = { action, choose: t.choose };
  return {
    t,
    csrf,
    hidden: [],
    chosen: {
      ...shared,
      id: 'chosen',
      title: t.chosen,
      columns: [{ text: DRAFT.number[language] }, ...columns],
      rows: body.lots.map(lotRow),
    },
    pool: { ...shared, id: 'pool', title: t.pool, columns, rows: pool.map(itemRow) },
    total: fill(t.total, { amount: money(sum(body.lots.map((lot) => lot.amount)), language) }),
    poolHint: fill(t.poolHint, { what: [...what, ...(disability ? [DRAFT_FLAG[language]] : [])].join(', ').toLowerCase() }),
    poolEmpty: purchaseType === 'repeat' ? t.poolEmptyRepeat : t.poolEmpty,
    next: DRAFT.saveAndContinue[language],
    nextHref,
    back,
  };
}

const DRAFT_FLAG = {
  kk: 'мүгедектігі бар адамдардың ұйымдары',
  ru: 'организации инвалидов',
  en: 'organizations of people with disabilities',
};
