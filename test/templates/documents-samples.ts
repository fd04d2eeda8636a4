import type {
  ContractDraftPayload,
  DocumentDecision,
  DocumentParty,
  Execution,
  LotListPayload,
  PlannedLot,
  ReceiptPayload,
  ResultsLot,
  ResultsPayload,
  SpecificationPayload,
} from '../../domain/procurement/documents.ts';

/** Payloads with what makes documents hard: long Kazakh names, №, « », ₸, markup in names, a quantity of 0,1. */
export const school: DocumentParty = {
  bin: '060140990060',
  name: {
    ru: 'КГУ «Средняя школа № 901» отдела образования по городу Қонаев управления образования Алматинской области',
    kk: 'Алматы облысының білім басқармасы Қонаев қаласы бойынша білім бөлімінің «№ 901 орта мектебі» КММ',
  },
  address: { ru: 'Алматинская область, г. Қонаев, мкр. 91, д. 906', kk: 'Алматы облысы, Қонаев қ., 91-шағын аудан, 906-үй' },
};

const stationery = { bin: '140340990192', name: { ru: 'ТОО «Өркен Кеңсе Жабдықтары»', kk: '«Өркен Кеңсе Жабдықтары» ЖШС' } };
const furniture = { bin: '170640990215', name: { ru: 'ТОО «Дала Шебер Жиһаз»', kk: '«Дала Шебер Жиһаз» ЖШС' } };
const printer = {
  bin: '921003399644',
  name: { ru: 'ИП «Сұңқар Принт» <b>&amp;</b> Ко', kk: '«Сұңқар Принт» <b>&amp;</b> Ко ЖК' },
};

const paper: ResultsLot = {
  number: '1',
  name: { ru: 'Бумага для офисного оборудования, формат А4, 80 г/м²', kk: 'Кеңсе жабдығына арналған қағаз, А4 форматы, 80 г/м²' },
  catalogueCode: '172314.500.000002',
  quantity: '240',
  unit: { code: '5111', ru: 'одна пачка', kk: 'бір бума' },
  unitPrice: '1950.00',
  amount: '468000.00',
  customer: school.bin,
  rejected: [
    {
      order: 1,
      supplier: printer,
      receivedAt: '2025-06-02T09:15:00.001+05:00',
      reason: 'restriction',
      restriction: {
        article: '7',
        subParagraph: '5',
        ground: { ru: 'состоит в реестре', kk: 'тізілімде тұр' },
        register: { ru: 'Реестр недобросовестных участников', kk: 'Жосықсыз қатысушылар тізілімі' },
        entry: '2024-118',
        checkedAt: '2025-06-06T18:00:02.000+05:00',
      },
    },
  ],
  quotations: [
    { order: 2, supplier: furniture, total: '450000.50', receivedAt: '2025-06-02T10:00:00.250+05:00' },
    { order: 4, supplier: stationery, total: '448800.00', receivedAt: '2025-06-06T17:59:59.999+05:00' },
  ],
  decision: {
    outcome: 'held',
    winner: stationery,
    secondPlace: furniture,
    customer: school.bin,
    contractAmount: '448800.00',
    saving: { amount: '19200.00', percent: '4.1' },
  },
};

const fuel: ResultsLot = {
  number: '2',
  name: { ru: 'Мазут топочный по акту сверки № 7/1-бис', kk: '№ 7/1-бис салыстыру актісі бойынша өртенгіш мазут' },
  catalogueCode: '192028.910.000001',
  quantity: '0.1',
  unit: { code: '168', ru: 'тонна', kk: 'тонна' },
  unitPrice: '162500.05',
  amount: '16250.01',
  customer: school.bin,
  rejected: [
    {
      order: 4,
      supplier: stationery,
      total: '16250.02',
      receivedAt: '2025-06-06T17:59:59.999+05:00',
      reason: 'above-lot-amount',
    },
  ],
  quotations: [{ order: 2, supplier: furniture, total: '16000.00', receivedAt: '2025-06-02T10:00:00.250+05:00' }],
  decision: { outcome: 'failed', groundCode: 'one-admitted' },
};

const common = {
  schema: 'protocol/1',
  formedAt: '2025-06-06T18:00:05.120+05:00',
  place: { ru: 'г. Қонаев', kk: 'Қонаев қ.' },
  announcement: {
    number: '1234567-1',
    name: { ru: 'Канцелярские товары и топливо, 5000 ₸ и выше', kk: 'Кеңсе тауарлары мен отын, 5000 ₸ және одан жоғары' },
    method: 'price-quotations',
    purchaseType: 'first',
    subjectKind: 'goods',
  },
  organizer: school,
  customers: [school],
  flags: ['without-vat'],
  windows: [{ kind: 'quotations', startsAt: '2025-05-30T09:00:00.000+05:00', endsAt: '2025-06-06T18:00:00.000+05:00' }],
  lotCount: 2,
  total: '484250.01',
  sheetVersion: '2025-01-01',
  signers: [],
  verificationAddress: 'https://zakup.example/verify/1234567-1/results/1',
} as const;

export const aResultsProtocol = (changes: Partial<ResultsPayload> = {}): ResultsPayload => ({
  ...structuredClone(common),
  customers: [school],
  flags: ['without-vat'],
  windows: [...common.windows],
  signers: [],
  type: 'results',
  form: 'results',
  documentId: '1234567-1/results/1',
  number: '1234567-ЗЦП1',
  version: 1,
  lots: [paper, fuel],
  unreadable: [{ order: 3, supplier: printer, receivedAt: '2025-06-03T11:11:11.111+05:00', reason: 'commitment' }],
  acts: [],
  changes: [],
  derivations: {},
  ...changes,
});

/** The sample protocol with one lot, decided as given. */
export const withDecision = (decision: DocumentDecision): ResultsPayload =>
  aResultsProtocol({ lots: [{ ...paper, decision }], unreadable: [] });

export const aCancelledPurchase = (): ResultsPayload =>
  aResultsProtocol({
    form: 'cancelled',
    documentId: '1234567-1/results/2',
    version: 2,
    replaces: '1234567-1/results/1',
    changeReason: 'all-lots-cancelled',
    unreadable: [],
    lots: [paper, fuel].map((lot) => ({
      ...lot,
      rejected: [],
      quotations: [],
      decision: { outcome: 'cancelled', act: { number: '12-П', date: '2025-06-09' } },
    })),
    acts: [
      {
        action: 'cancel',
        number: '12-П',
        date: '2025-06-09',
        kind: 'order',
        bodyKind: 'prosecutor',
        body: 'Прокуратура города Қонаев Алматинской области',
        at: '2025-06-09T15:30:00.000+05:00',
        file: { name: 'Постановление № 12-П.pdf', sha256: 'ab'.repeat(32) },
        lots: ['1', '2'],
      },
    ],
    changes: [
      { lot: '1', field: 'outcome', was: { outcome: 'held' }, is: { outcome: 'cancelled' } },
      { lot: '1', field: 'winner', was: { text: stationery.name }, is: null },
      { lot: '1', field: 'contract-amount', was: { money: '448800.00' }, is: null },
      { lot: '2', field: 'outcome', was: { outcome: 'failed' }, is: { outcome: 'cancelled' } },
    ],
  });

const creator = {
  role: 'creator',
  name: { ru: 'Сулейменулы Данияр', kk: 'Сүлейменұлы Данияр' },
  position: { ru: 'Руководитель отдела государственных закупок', kk: 'Мемлекеттік сатып алу бөлімінің басшысы' },
} as const;

const planned = (lot: ResultsLot): PlannedLot => {
  const { rejected: _rejected, quotations: _quotations, decision: _decision, ...card } = lot;
  return {
    ...card,
    description: { ru: 'Плотность 80 г/м², в пачке 500 листов.', kk: 'Тығыздығы 80 г/м², бумада 500 парақ.' },
    delivery: { incoterms: 'DDP', place: school.address },
    term: {
      ru: 'в течение 15 календарных дней со дня вступления договора в силу',
      kk: 'шарт күшіне енген күннен бастап күнтізбелік 15 күн ішінде',
    },
    place: school.address,
    advance: '30',
  };
};

export const aLotList = (): LotListPayload => ({
  ...aResultsProtocol(),
  type: 'lot-list',
  documentId: '1234567-1/lot-list/1',
  signers: [creator],
  lots: [paper, fuel].map(planned),
});

export const aSpecification = (): SpecificationPayload => ({
  ...aResultsProtocol(),
  type: 'specification',
  documentId: '1234567-1/specification-1/1',
  signers: [creator],
  lot: planned(paper),
  standards: null,
  warrantyMonths: 12,
  characteristics: {
    ru: 'Белизна не менее 146 % CIE.\nВлажность 4,5 %; <script>alert("₸")</script> & прочее.',
    kk: 'Ақтығы кемінде 146 % CIE.\nЫлғалдылығы 4,5 %; <script>alert("₸")</script> & басқалары.',
  },
  relatedServices: { ru: 'Разгрузка и подъём на 2 этаж', kk: '' },
  winnerConditions: null,
});

export const aContractDraft = (): ContractDraftPayload => ({
  ...aResultsProtocol(),
  type: 'contract-draft',
  documentId: '1234567-1/contract-draft/1',
  signers: [creator],
  contractKind: 'goods',
  region: { ru: 'Алматинская область', kk: 'Алматы облысы' },
  contract: { number: null, date: null },
  customer: {
    ...school,
    signatory: { name: creator.name, position: creator.position, basis: { ru: 'Положение', kk: 'Ереже' } },
    bank: {
      iban: 'KZ37070103KSN9900004',
      bik: 'KKMFKZ2A',
      name: { ru: 'РГУ «Комитет казначейства»', kk: '«Қазынашылық комитеті» РММ' },
    },
    phone: '+7 (72772) 0-00-01',
  },
  supplier: null,
  results: null,
  subject: common.announcement.name,
  lots: [paper, fuel].map(planned),
  expenditureCode: '149',
  amount: '484250.01',
  vatIncluded: false,
  paymentTerms: { ru: 'аванс 30 %, остальное в течение 30 дней', kk: 'аванс 30 %, қалғаны 30 күн ішінде' },
  security: { percent: '3' },
  term: { ru: 'до 31.12.2025', kk: '31.12.2025 дейін' },
  warrantyMonths: 12,
  clauses: [
    {
      ru: 'Поставщик уведомляет Заказчика о дне поставки за 2 дня.',
      kk: 'Өнім беруші жеткізу күні туралы 2 күн бұрын хабарлайды.',
    },
  ],
  annexes: ['1', '2'],
});

export const aReceipt = (): ReceiptPayload => ({
  schema: 'protocol/1',
  type: 'receipt',
  documentId: '1234567-1/receipt/000123',
  number: '1234567-1/000123',
  formedAt: '2025-06-02T10:00:00.250+05:00',
  announcement: common.announcement,
  action: 'submitted',
  windowEndsAt: '2025-06-06T18:00:00.000+05:00',
  supplier: furniture,
  submittedBy: creator.name,
  receivedAt: '2025-06-02T10:00:00.250+05:00',
  envelopeSha256: 'cd'.repeat(32),
  signature: { keyId: 'portal-2025', value: 'q83vEjRWeJA=' },
  verificationAddress: 'https://zakup.example/verify/receipt/000123',
});

const certificate = { serial: '0F1E2D3C', issuer: 'CN=Ұлттық куәландырушы орталық', validTo: '2026-01-31T23:59:59.000+05:00' };

export const anExecution = (original: Execution['original']): Execution => ({
  original,
  signatures: [{ ...creator, signedAt: '2025-06-06T18:05:00.000+05:00', certificate, cmsSha256: 'ef'.repeat(32) }],
  absent: [{ ...creator, role: 'organizer-representative', reason: 'командировка' }],
  seal: { sealedAt: '2025-06-06T18:00:06.000+05:00', certificate, cmsSha256: '01'.repeat(32) },
  attachments: [],
  publishedAt: '2025-06-06T18:00:07.000+05:00',
  publishedBy: 'portal',
  windows: [{ kind: 'complaints', startsAt: '2025-06-07T00:00:00.000+05:00', endsAt: '2025-06-13T18:00:00.000+05:00' }],
  statusAfter: {
    announcement: { ru: 'Завершено', kk: 'Аяқталды' },
    lots: [
      { number: '1', status: { ru: 'Закупка состоялась', kk: 'Сатып алу өткізілді' } },
      { number: '2', status: { ru: 'Закупка не состоялась', kk: 'Сатып алу өткізілмеді' } },
    ],
  },
  validity: 'valid',
});
