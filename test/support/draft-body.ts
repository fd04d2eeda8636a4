import {
  contractPaper,
  type DraftBody,
  type DraftFault,
  draftFaults,
  fileOfDraft,
  newDraft,
  type Paper,
  type PaperMatter,
  type PaperState,
  payloadOf,
  type PlanItem,
  signedRefs,
  specificationPaper,
  type StoredPaper,
  typedMoment,
  withLots,
} from '../../domain/procurement/draft.ts';
import { at } from './draft-file.ts';
import { organization, townsperson } from './people.ts';
import { kazakhCalendar } from './seeds.ts';

export const calendar = kazakhCalendar();
const creator = townsperson('creator');
export const [buyer, other] = [organization('C1'), organization('C2')];
export const NOW = at('2026-11-20T10:00');

export const planItem = (n: number, more: Partial<PlanItem> = {}): PlanItem => ({
  id: `20000000-0000-4000-8000-00000000000${n}`,
  customer: buyer.bin,
  organizer: buyer.bin,
  method: 'price-quotations',
  subjectKind: 'goods',
  body: {
    name: { kk: `Қағаз ${n}`, ru: `Бумага ${n}` },
    description: { kk: 'А4', ru: 'А4' },
    catalogueCode: '172314.500.000002',
    quantity: '240',
    unit: { code: '5111', kk: 'Бір бума', ru: 'Одна пачка' },
    unitPrice: '1950.00',
    term: { kk: '15 күн', ru: '15 дней' },
    place: { kk: 'Астана қ.', ru: 'г. Астана' },
    kato: '711210000',
    disability: false,
  },
  amount: '468000.00',
  status: 'planned',
  caseId: null,
  ...more,
});

export const head = {
  method: 'price-quotations',
  purchaseType: 'first',
  subjectKind: 'goods',
  name: { kk: 'Қағаз сатып алу', ru: 'Закупка бумаги' },
  disability: false,
  singleOrganizer: false,
} as const;

/** A draft with everything typed in, over these plan items. */
export function filledDraft(items: PlanItem[] = [planItem(1)]): DraftBody {
  const empty = withLots(newDraft(head), items);
  const lots = empty.lots.map((lot) => ({
    ...lot,
    delivery: { incoterms: 'DDP', place: { kk: 'Астана қ.', ru: 'г. Астана' } },
    specification: { ...lot.specification, characteristics: { kk: 'Тығыздығы 80', ru: 'Плотность 80' } },
  }));
  const text = { kk: 'мәтін', ru: 'текст' };
  return {
    ...empty,
    lots,
    contract: {
      ...empty.contract,
      region: text,
      paymentTerms: text,
      term: text,
      expenditureCode: '149',
      signatories: { [buyer.bin]: creator.userId, [other.bin]: townsperson('customer').userId },
    },
    people: {
      ...empty.people,
      organizerRepresentative: creator.userId,
      customers: {},
    },
    window: { opens: typedMoment(at('2026-11-23T09:00'), calendar), closes: typedMoment(at('2026-12-01T18:00'), calendar) },
  };
}

export function matterOf(body: DraftBody): PaperMatter {
  const customers = [buyer, other].filter((each) => body.lots.some((lot) => lot.customer === each.bin));
  return {
    number: '1000001-1',
    body,
    organizer: buyer,
    customers,
    signer: creator,
    signatories: { [buyer.bin]: creator, [other.bin]: townsperson('customer') },
    accounts: Object.fromEntries(
      customers.map(({ bin }) => [bin, { iban: 'KZ55070101KSN9900001', bik: 'KKMFKZ2A', name: { kk: '', ru: '' } }]),
    ),
    calendar,
    now: NOW,
    baseUrl: 'https://zakup.example',
    version: 1,
  };
}

export const stored = (paper: Paper, body: DraftBody, state: PaperState = 'signed'): StoredPaper => ({
  id: `30000000-0000-4000-8000-${paper.key.length.toString().padStart(12, '0')}`,
  kind: paper.kind,
  lot: paper.kind === 'specification' ? paper.lot : null,
  name: `${paper.key}.pdf`,
  sha256: 'ab'.repeat(32),
  state,
  payload: payloadOf(matterOf(body), paper),
});

export function faultsOf(body: DraftBody, papers: StoredPaper[], now = NOW): DraftFault[] {
  const matter = matterOf(body);
  const { userId, iin, name, bin } = creator;
  const file = fileOfDraft({
    ...{
      id: '40000000-0000-4000-8000-000000000001',
      number: '1000001-1',
      body,
      organizer: buyer,
      customers: matter.customers,
      calendar,
    },
    creator: { userId, iin, name, bin },
    people: {
      organizerRepresentative: body.people.organizerRepresentative ? creator : null,
      customerRepresentatives: matter.customers.map((each) => ({ ...creator, customer: each.bin })),
    },
    documents: signedRefs(papers),
  });
  return draftFaults({ body, file, papers, payloads: (paper) => payloadOf(matter, paper), calendar, now, takenPlanItems: [] });
}

export const allSigned = (body: DraftBody): StoredPaper[] => [
  ...body.lots.map((lot) => stored(specificationPaper(lot.number), body)),
  stored(contractPaper(buyer.bin), body),
];
