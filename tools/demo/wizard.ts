import type { Text } from '../../domain/parties.ts';
import {
  type ContractForm,
  customersOf,
  DRAFT_STEPS,
  type DraftBody,
  type DraftLot,
  type DraftPeople,
  newDraft,
  NO_MOMENT,
  withLots,
} from '../../domain/procurement/draft/body.ts';
import { typedMoment } from '../../domain/procurement/draft/moments.ts';
import type { DemoAnnouncement } from './announcements.ts';
import { ORGANIZATIONS, personCalled } from './people.ts';
import { planItem } from './registers.ts';
import { lots as rows, organization } from './seeds.ts';
import type { World } from './world.ts';

const NONE: Text = { kk: '', ru: '' };

const incotermsOf = (row: number): string => rows.find((each) => each.no === String(row))?.incoterms ?? '';

/** A lot's delivery and specification as the organizer filled them in. */
function filledLot(lot: DraftLot, row: number, goods: boolean): DraftLot {
  const { description, place } = lot.item;
  return {
    ...lot,
    delivery: { incoterms: incotermsOf(row), place },
    specification: {
      characteristics: description,
      standards: NONE,
      relatedServices: goods
        ? { kk: 'Тапсырыс берушінің мекенжайы бойынша жеткізу және түсіру', ru: 'Доставка и разгрузка по адресу Заказчика' }
        : NONE,
      winnerConditions: NONE,
      warrantyMonths: goods ? '12' : '',
    },
  };
}

function filledContract(contract: ContractForm, customers: string[]): ContractForm {
  const { organizer, customer2 } = { organizer: personCalled('organizer'), customer2: personCalled('customer2') };
  const signatory = (bin: string) => (bin === customer2.bin ? customer2 : organizer).userId;
  return {
    ...contract,
    region: { kk: 'Астана қаласы', ru: 'город Астана' },
    expenditureCode: contract.kind === 'goods' ? '149' : '159',
    paymentTerms: {
      kk: 'қабылдап алу актісіне қол қойылған күннен бастап 30 күнтізбелік күн ішінде',
      ru: 'в течение 30 календарных дней со дня подписания акта приёмки',
    },
    term: { kk: 'тараптар міндеттемелерін толық орындағанға дейін', ru: 'до полного исполнения сторонами обязательств' },
    securityPercent: '3',
    warrantyMonths: contract.kind === 'goods' ? '12' : '',
    signatories: Object.fromEntries(customers.map((bin) => [bin, signatory(bin)])),
    clauses: [
      {
        kk: 'Өнім беруші Тапсырыс берушіге орындау күні туралы кемінде екі жұмыс күні бұрын хабарлайды.',
        ru: 'Поставщик сообщает Заказчику о дне исполнения не позднее чем за два рабочих дня.',
      },
    ],
  };
}

function filledPeople(customers: string[], orderDay: DraftBody['window']['opens']): DraftPeople {
  const [organizer, customer2] = [personCalled('organizer'), personCalled('customer2')];
  const order = { approver: organizer.userId, orderNumber: '118-Ө', orderDate: { ...orderDay, time: '' } };
  const of = (bin: string) => {
    const [who, key] =
      bin === customer2.bin ? ([customer2, ORGANIZATIONS.customer2] as const) : ([organizer, ORGANIZATIONS.organizer] as const);
    return { ...order, approver: who.userId, representative: who.userId, iban: organization(key).iban };
  };
  return {
    organizerRepresentative: personCalled('representative').userId,
    organizerIban: organization(ORGANIZATIONS.organizer).iban,
    organizerOrder: { approver: null, orderNumber: '', orderDate: NO_MOMENT },
    customers: Object.fromEntries(customers.map((bin) => [bin, of(bin)])),
  };
}

const marks = (steps: readonly string[], at: number): DraftBody['saved'] =>
  Object.fromEntries(steps.map((step) => [step, { version: 1, by: personCalled('organizer').name, at }]));

/** The draft with every step filled in, as saved at `now` (ms). Without dates it is left half done after the first specification. */
export function draftBody(
  { calendar, instant }: Pick<World, 'calendar' | 'instant'>,
  of: DemoAnnouncement,
  now: number,
): DraftBody {
  const { name, subjectKind, rows: chosen, window } = of;
  const goods = subjectKind === 'goods';
  const head = {
    method: 'price-quotations',
    purchaseType: 'first',
    subjectKind,
    name,
    disability: false,
    singleOrganizer: false,
  } as const;
  const begun = withLots(newDraft(head), chosen.map(planItem));
  const filled = begun.lots.map((lot, at) => filledLot(lot, chosen[at]!, goods));
  if (!window) {
    const lots = begun.lots.map((lot, at) =>
      at === 0 ? filled[at]! : at === 1 ? { ...lot, delivery: filled[at]!.delivery } : lot,
    );
    return { ...begun, lots, saved: marks(['head', 'lots', 'delivery', 'specification'], now) };
  }
  const customers = customersOf({ lots: filled });
  const today = typedMoment(now, calendar);
  return {
    ...begun,
    lots: filled,
    contract: filledContract(begun.contract, customers),
    people: filledPeople(customers, today),
    window: { opens: typedMoment(instant(window.opens), calendar), closes: typedMoment(instant(window.closes), calendar) },
    saved: marks(DRAFT_STEPS, now),
  };
}
