import type { QuotationsSheet, SingleSourceSheet } from '../../domain/procurement/methods/sheet.ts';
import type { CountedNoun } from '../formats.ts';
import type { Words } from './texts.ts';

/** The page of rules and deadlines: the numbers of a method in words, how time is counted, what is kept secret. */
export const RULES = {
  heading: { kk: 'Ережелер мен мерзімдер', ru: 'Правила и сроки', en: 'Rules and deadlines' },
  lead: {
    kk: 'Бұл сандар порталдың өзі қолданатын ережелер парағынан алынған. Сатып алу жарияланған күні қолданыста болған парақ сол сатып алуға соңына дейін қолданылады.',
    ru: 'Эти числа взяты из того же листа правил, по которому работает портал. Лист, действовавший в день публикации, относится к закупке до её конца.',
    en: 'These numbers come from the very sheet of rules that the portal works by. The sheet in force on the day of publication governs a procurement to its end.',
  },
  inForceSince: {
    kk: 'Қолданыстағы парақ, басталған күні: {from}.',
    ru: 'Лист действует с {from}.',
    en: 'The sheet is in force since {from}.',
  },
  formerSheets: {
    kk: 'Бұрынғы парақтар, басталған күні: {dates}. Айырмашылығы: {rules}.',
    ru: 'Прежние листы действовали с {dates}. Отличаются: {rules}.',
    en: 'Former sheets were in force since {dates}. They differ in: {rules}.',
  },
  rule: { kk: 'Ереже', ru: 'Правило', en: 'Rule' },
  value: { kk: 'Мәні', ru: 'Значение', en: 'Value' },
  source: { kk: 'Негіз', ru: 'Основание', en: 'Source' },
  time: { kk: 'Уақыт қалай есептеледі', ru: 'Как считается время', en: 'How time is counted' },
  example: { kk: 'Мысал', ru: 'Пример', en: 'Example' },
  exampleText: {
    kk: 'Қабылдау {opens} басталса, қолданыстағы күнтізбе ({version}-нұсқа) бойынша ең ерте аяқталуы: {earliest}.',
    ru: 'Если приём начинается {opens}, самое раннее окончание по действующему календарю (версия {version}): {earliest}.',
    en: 'If the intake opens on {opens}, its earliest end by the calendar in force (version {version}) is {earliest}.',
  },
  calendarLink: { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
  secrecy: { kk: 'Ашылғанға дейін не құпия', ru: 'Что скрыто до вскрытия', en: 'What is secret until the opening' },
  sources: { kk: 'Негіздер туралы', ru: 'Об основаниях', en: 'About the sources' },
  sourcesText: {
    kk: '«Ұйымдастырушы нұсқаулығы» – мемлекеттік сатып алу порталының ұйымдастырушы мен комиссияға арналған нұсқаулығы. «Порталдың шешімі» – нұсқаулықта айтылмаған жерде порталдың өзі қабылдаған және ашық көрсететін шешім.',
    ru: '«Руководство организатора» – руководство портала государственных закупок для организатора и комиссии. «Решение портала» – решение, которое портал принял там, где руководство молчит, и которое он открыто называет.',
    en: '“Organizer’s manual” is the manual of the procurement portal for the organizer and the committee. “Portal’s decision” is one that the portal took where the manual is silent, and names openly.',
  },
} satisfies Record<string, Words>;

/** Parts of a rule sheet by name; each part may give several lines. */
export const SHEET_PARTS: Record<keyof QuotationsSheet | keyof SingleSourceSheet, Words> = {
  offers: { kk: 'ұсыныстар', ru: 'предложения', en: 'quotations' },
  window: { kk: 'қабылдау мерзімі', ru: 'срок приёма', en: 'intake' },
  admission: { kk: 'қарау тәртібі', ru: 'порядок рассмотрения', en: 'consideration' },
  restrictions: { kk: 'қатысуға байланысты шектеулер', ru: 'ограничения участия', en: 'restrictions on participation' },
  held: { kk: 'өткізілді деп тану', ru: 'признание состоявшейся', en: 'when it is held' },
  ranking: { kk: 'жеңімпазды айқындау', ru: 'определение победителя', en: 'choice of the winner' },
  remainder: { kk: 'тоқтатудан кейінгі мерзім', ru: 'срок после приостановления', en: 'deadline after a suspension' },
  afterOneOffer: { kk: 'өткізілмегеннен кейін', ru: 'после несостоявшейся', en: 'after a failure' },
  openedByHand: { kk: 'қолмен ашу', ru: 'вскрытие вручную', en: 'opening by hand' },
  resultsProtocol: { kk: 'қорытындылар хаттамасы', ru: 'протокол итогов', en: 'results protocol' },
};

export const QUOTATIONS: CountedNoun = {
  kk: 'ұсыныс',
  ru: ['предложение', 'предложения', 'предложений'],
  en: ['quotation', 'quotations'],
};
export const APPLICATIONS: CountedNoun = {
  kk: 'өтінім',
  ru: ['заявка', 'заявки', 'заявок'],
  en: ['application', 'applications'],
};

/** Lines of the sheet in words. */
export const SHEET_LINES = {
  perSupplierAndLot: {
    kk: 'Бір өнім берушінің бір лотқа ұсынысы',
    ru: 'Предложений одного поставщика на один лот',
    en: 'Quotations of one supplier for one lot',
  },
  notMore: { kk: '{count}, артық емес', ru: 'не больше: {count}', en: 'not more than {count}' },
  replaceable: { kk: 'Ұсынысты ауыстыру', ru: 'Замена предложения', en: 'Replacing a quotation' },
  untilEnd: {
    kk: 'қабылдау аяқталғанға дейін ауыстыруға және қайтарып алуға болады',
    ru: 'до окончания приёма можно заменить и отозвать',
    en: 'may be replaced and withdrawn until the intake closes',
  },
  notReplaceable: { kk: 'ауыстыруға болмайды', ru: 'заменить нельзя', en: 'cannot be replaced' },
  atMost: { kk: 'Баға шегі', ru: 'Предел цены', en: 'Limit of the price' },
  lotAmount: {
    kk: 'сатып алу үшін бөлінген лот сомасынан жоғары емес',
    ru: 'не выше суммы, выделенной на лот',
    en: 'not above the amount allotted to the lot',
  },
  atLeast: { kk: 'Қабылдаудың ең қысқа мерзімі', ru: 'Самый короткий срок приёма', en: 'Shortest intake' },
  notLess: { kk: '{count}, кем емес', ru: 'не меньше: {count}', en: 'not less than {count}' },
  startsOn: { kk: 'Қабылдаудың басталуы', ru: 'Начало приёма', en: 'Start of the intake' },
  onWorkingDay: {
    kk: 'тек жұмыс күні, жарияланғаннан ерте емес',
    ru: 'только в рабочий день, не раньше публикации',
    en: 'on a working day only, not before publication',
  },
  admission: { kk: 'Ашу, салыстыру және қорытынды', ru: 'Вскрытие, сопоставление и итоги', en: 'Opening, comparison, results' },
  automatic: {
    kk: 'автоматты түрде, комиссиясыз; ешкімнің қатысуы қажет емес',
    ru: 'автоматически, без комиссии; ничьё присутствие не нужно',
    en: 'automatic, without a committee; nobody has to be present',
  },
  restrictions: {
    kk: 'Қатысуға шектеу тексеріледі',
    ru: 'Проверяются ограничения участия',
    en: 'Restrictions on participation are checked',
  },
  article: {
    kk: '«Мемлекеттік сатып алу туралы» Заң, {article}-бап',
    ru: 'Закон «О государственных закупках», статья {article}',
    en: 'Law on Public Procurement, article {article}',
  },
  held: {
    kk: 'Сатып алу өткізілді деп танылуы үшін',
    ru: 'Закупка по лоту состоялась, если допущено',
    en: 'A lot is held when there are admitted',
  },
  ranking: { kk: 'Жеңімпазды айқындау', ru: 'Определение победителя', en: 'Choice of the winner' },
  remainder: {
    kk: 'Тоқтатудан кейін қалған мерзім',
    ru: 'Остаток срока после приостановления',
    en: 'What is left after a suspension',
  },
  later: {
    kk: 'күнтізбе бойынша да, жұмыс күндері бойынша да сақталады; қайсысы кеш аяқталса, сол қолданылады',
    ru: 'сохраняется и по календарю, и по рабочим дням; действует то окончание, которое позже',
    en: 'is kept both by the calendar and in working days; the later end applies',
  },
  afterOneOffer: {
    kk: 'Бір ғана ұсыныс берілсе',
    ru: 'Если подано только одно предложение',
    en: 'With only one quotation handed in',
  },
  lasts: { kk: 'Қабылдау мерзімі', ru: 'Срок приёма заявок', en: 'Length of the intake' },
  atPublication: {
    kk: 'жарияланған сәттен; демалыс күні жарияланса, келесі жұмыс күні сағат 9:00-ден',
    ru: 'с публикации; если она пришлась на выходной, со следующего рабочего дня с 9:00',
    en: 'from the publication; on a day off, from 9:00 of the next working day',
  },
  openedByHand: { kk: 'Мерзімінен бұрын ашу', ru: 'Вскрытие до окончания приёма', en: 'Opening before the end' },
  byCreator: {
    kk: 'өтінім берілгеннен кейін хабарландыру авторы қолмен аша алады',
    ru: 'после подачи заявки создатель объявления может вскрыть вручную',
    en: 'once an application is in, the creator may open by hand',
  },
  representative: {
    kk: 'ұйымдастырушының өкілі жібереді немесе қабылдамайды',
    ru: 'допускает или отклоняет представитель организатора',
    en: 'the organizer’s representative admits or rejects',
  },
  resultsProtocol: { kk: 'Қорытындылар хаттамасы', ru: 'Протокол итогов', en: 'Results protocol' },
  byPortal: {
    kk: 'портал мөрлейді және жариялайды',
    ru: 'скрепляет печатью и публикует портал',
    en: 'sealed and published by the portal',
  },
  byRepresentative: {
    kk: 'ұйымдастырушының өкілі қол қояды, хабарландыру авторы жариялайды',
    ru: 'подписывает представитель организатора, публикует создатель объявления',
    en: 'signed by the organizer’s representative, published by the creator',
  },
  singleSource: {
    kk: 'бір көзден алу жолымен сатып алуға негіз болады',
    ru: 'появляется основание для закупки из одного источника',
    en: 'there is ground for a procurement from a single source',
  },
} satisfies Record<string, Words>;

export const RANKING_STEPS: Record<QuotationsSheet['ranking'][number], Words> = {
  'lowest-price': { kk: 'ең төмен баға', ru: 'самая низкая цена', en: 'the lowest price' },
  'earliest-received': {
    kk: 'баға тең болса, бұрын түскені',
    ru: 'при равной цене – поступившее раньше',
    en: 'of equal prices, the one received earlier',
  },
};

/** How time is counted, a sentence each. */
export const TIME_RULES: Words[] = [
  {
    kk: 'Барлығына бір сағат қолданылады: порталдың сағаты, {zone}. Ол әр беттің төменгі жағында көрсетілген; компьютеріңіздің сағаты ештеңеге әсер етпейді.',
    ru: 'Для всех одни часы: часы портала, {zone}. Они показаны внизу каждой страницы; часы вашего компьютера ни на что не влияют.',
    en: 'There is one clock for all: the portal’s, {zone}. It stands at the foot of every page; the clock of your computer decides nothing.',
  },
  {
    kk: 'Жұмыс күндері жұмыс күнтізбесі бойынша саналады. Басталған күн есептелмейді, содан кейінгі толық жұмыс күндері ғана есептеледі.',
    ru: 'Рабочие дни считаются по рабочему календарю. День начала не входит в счёт, считаются полные рабочие дни после него.',
    en: 'Working days are counted by the working calendar. The day of the start is not counted; full working days after it are.',
  },
  {
    kk: 'Қабылдау аяқталатын сәттің өзінде ол жабық: дәл сол уақытта түскен ұсыныс қабылданбайды. Түскен уақыты секундтың миллионнан бір бөлігіне дейін жазылады.',
    ru: 'В сам момент окончания приём уже закрыт: поступившее ровно в это время не принимается. Время поступления записывается до миллионной доли секунды.',
    en: 'At the instant of its end the intake is closed: what arrives exactly then is not taken. The time of receipt is recorded to a millionth of a second.',
  },
  {
    kk: 'Портал уақытында қабылдаған әрекет сол уақытпен есептеледі, тіпті кейінірек орындалса да: мерзім одан озып кетпейді.',
    ru: 'Действие, принятое порталом вовремя, считается совершённым в это время, даже если исполнено позже: срок его не обгонит.',
    en: 'An act received in time counts from that time even if it is carried out later: no deadline overtakes it.',
  },
  {
    kk: 'Әр мерзім өзі есептелген ережені, мәндерді және күнтізбе нұсқасын сақтайды: «Неге?» сілтемесі оларды көрсетеді. Күнтізбе кейін өзгерсе, белгіленген мерзім өзгермейді.',
    ru: 'Каждый срок хранит правило, исходные данные и версию календаря, по которым посчитан: их показывает ссылка «Почему?». Если календарь потом изменят, назначенный срок останется прежним.',
    en: 'Every deadline keeps the rule, the inputs and the version of the calendar it was counted with: the link “Why?” shows them. A later edit of the calendar does not change it.',
  },
];

/** The promise of secrecy, a sentence each. */
export const SECRECY: Words[] = [
  {
    kk: 'Баға сіздің браузеріңізде мөрленеді және портал оны ашылғанға дейін көре алмайды: порталға тек мөрленген конверт жіберіледі.',
    ru: 'Цена запечатывается в вашем браузере, до вскрытия портал её не видит: на портал уходит только запечатанный конверт.',
    en: 'The price is sealed in your browser and the portal does not see it before the opening: only a sealed envelope is sent.',
  },
  {
    kk: 'Ашылғанға дейін ұсыныстарды да, олардың санын да ешкім көрмейді: ұйымдастырушы да, тапсырыс беруші де, портал операторы да.',
    ru: 'До вскрытия никто не видит ни предложений, ни их числа: ни организатор, ни заказчик, ни оператор портала.',
    en: 'Until the opening nobody sees the quotations or their number: neither organizer, nor customer, nor portal operator.',
  },
  {
    kk: 'Бір көзден алу кезінде бір ғана өнім беруші шақырылады: хабарландыру авторы өтінімді ашпақ болғанда оның берілген-берілмегенін біледі, бағасын емес.',
    ru: 'При закупке из одного источника приглашён один поставщик: создатель объявления, вскрывая заявку вручную, узнаёт, подана ли она, но не её цену.',
    en: 'A single source invites one supplier: the creator who opens the application by hand learns whether there is one, not its price.',
  },
  {
    kk: 'Конверттерді ашатын кілт дерекқордан бөлек сақталады және мерзімі келмейінше қолданылмайды; оны жеке қызмет қана пайдаланады.',
    ru: 'Ключ, которым открываются конверты, хранится отдельно от базы данных и не действует раньше срока; пользуется им только отдельная служба вскрытия.',
    en: 'The key that opens the envelopes is kept apart from the database and does not work before its time; only a separate opening service uses it.',
  },
  {
    kk: 'Сіздің ЭЦҚ кілтіңіз бен оның құпиясөзі браузерден шықпайды.',
    ru: 'Ваш ключ ЭЦП и пароль к нему не покидают браузер.',
    en: 'Your EDS key and its password never leave the browser.',
  },
  {
    kk: 'Қабылданған ұсынысқа порталдың қолы қойылған түбіртек беріледі: ол бойынша ұсыныстың жоғалмағаны және ауыстырылмағаны тексеріледі.',
    ru: 'За принятое предложение выдаётся квитанция с подписью портала: по ней можно проверить, что предложение не потеряно и не подменено.',
    en: 'A received quotation gets a receipt signed by the portal: by it anyone can check that the quotation was neither lost nor replaced.',
  },
];
