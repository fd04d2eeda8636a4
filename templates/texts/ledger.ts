import type { Words } from './texts.ts';

/** The operator's page about the checks of the ledger. */
export const LEDGER = {
  heading: { kk: 'Жазбаларды тексеру', ru: 'Проверка записей', en: 'Checks of the ledger' },
  lead: {
    kk: 'Тексеру порталда сақталғанның бәрін оқып, бір-бірімен салыстырады: журнал тізбегін, істерді, шешімдерді, құжаттарды, қолтаңбаларды, мерзімдерді. Ол ештеңені өзгертпейді.',
    ru: 'Проверка читает всё, что хранит портал, и сличает: цепочку журнала, дела, решения, документы, подписи, сроки. Она ничего не меняет.',
    en: 'A check reads everything that the portal keeps and compares it: chain of the journal, cases, decisions, documents, signatures, deadlines. It changes nothing.',
  },
  how: {
    kk: 'Тексеру порталды жүргізетін серверде «npm run verify» командасымен басталады, күніне бір реттен сирек болмауы тиіс. Күтілген және табылған мәндер сол жерде толық шығады.',
    ru: 'Проверку запускают на сервере портала командой «npm run verify», не реже раза в сутки. Ожидаемые и найденные значения она называет там полностью.',
    en: 'It is run on the portal’s server by “npm run verify”, at least once a day. There it names expected and found values in full.',
  },
  never: {
    kk: 'Тексеру әлі болған жоқ.',
    ru: 'Проверок ещё не было.',
    en: 'There has been no check yet.',
  },
  last: { kk: 'Соңғы тексеру', ru: 'Последняя проверка', en: 'Last check' },
  at: { kk: 'Аяқталған уақыты', ru: 'Закончена', en: 'Ended' },
  result: { kk: 'Нәтиже', ru: 'Итог', en: 'Result' },
  clean: { kk: 'Сәйкес', ru: 'Сходится', en: 'Agrees' },
  faulty: { kk: 'Сәйкессіздік: {count}', ru: 'Расхождений: {count}', en: 'Findings: {count}' },
  late: { kk: 'Ескірген', ru: 'Устарела', en: 'Out of date' },
  unknown: { kk: 'Тексерілмеген', ru: 'Не проверялись', en: 'Not checked yet' },
  cases: { kk: 'Істер', ru: 'Дел', en: 'Cases' },
  took: { kk: 'Ұзақтығы', ru: 'Длилась', en: 'Took' },
  seconds: { kk: '{count} с', ru: '{count} с', en: '{count} s' },
  engineNotAsked: {
    kk: 'Процестер (Temporal) сұралған жоқ: TEMPORAL_ADDRESS берілмеген.',
    ru: 'Процессы (Temporal) не спрошены: не задан TEMPORAL_ADDRESS.',
    en: 'The engine (Temporal) was not asked: TEMPORAL_ADDRESS is not set.',
  },
  checks: { kk: 'Не тексерілді', ru: 'Что проверено', en: 'What was checked' },
  check: { kk: 'Тексеру', ru: 'Проверка', en: 'Check' },
  count: { kk: 'Қаралған', ru: 'Просмотрено', en: 'Looked at' },
  found: { kk: 'Сәйкессіздік', ru: 'Расхождений', en: 'Findings' },
  findings: { kk: 'Сәйкессіздіктер', ru: 'Расхождения', en: 'Findings' },
  firstOf: {
    kk: 'Алғашқы {shown} көрсетілген, барлығы {total}.',
    ru: 'Показаны первые {shown} из {total}.',
    en: 'The first {shown} of {total} are shown.',
  },
  procurement: { kk: 'Хабарландыру', ru: 'Объявление', en: 'Announcement' },
  row: { kk: 'Орны', ru: 'Где', en: 'Where' },
  now: {
    kk: 'Сәйкессіздік табылса, дерекқорға және файлдарға қолмен тиіспеңіз: көшірмесін сақтап, оны сол көшірмеде зерттеңіз.',
    ru: 'Если найдено расхождение, не правьте базу и файлы руками: сохраните копию и разбирайтесь на ней.',
    en: 'When something does not agree, do not touch database or files by hand: keep a copy and examine that.',
  },
  earlier: { kk: 'Бұрынғы тексерулер', ru: 'Прежние проверки', en: 'Earlier checks' },
  back: { kk: 'Порталдың күйі', ru: 'Состояние портала', en: 'State of the portal' },
  part: { kk: 'Жазбалар', ru: 'Записи', en: 'Ledger' },
  more: { kk: 'Тексерулер туралы', ru: 'О проверках', en: 'About the checks' },
} satisfies Record<string, Words>;

/** What each check of `npm run verify` makes sure of. */
export const CHECK_WORDS: Record<string, Words> = {
  journal: {
    kk: 'Журнал: хэштер тізбегі үзілмеген, жол қосылмаған және жоғалмаған',
    ru: 'Журнал: цепочка хэшей цела, строки не добавлены и не пропали',
    en: 'Journal: the chain of hashes is whole, no row was added or lost',
  },
  fold: {
    kk: 'Істер: әрқайсысы журналдағы фактілерден шығады',
    ru: 'Дела: каждое следует из фактов журнала',
    en: 'Cases: each follows from the facts of the journal',
  },
  decisions: {
    kk: 'Шешімдер: қайта қабылданғанда сол қалпында шығады',
    ru: 'Решения: принятые заново, они те же',
    en: 'Decisions: made again they come out the same',
  },
  documents: {
    kk: 'Құжаттар: байттары мен деректері өз хэштеріне сай',
    ru: 'Документы: байты и данные отвечают своим хэшам',
    en: 'Documents: bytes and data match their digests',
  },
  signatures: {
    kk: 'Қолтаңбалар: сақталған байттарға сай және жазылған адамдікі',
    ru: 'Подписи: отвечают хранимым байтам и названному лицу',
    en: 'Signatures: hold over the stored bytes, by the person named',
  },
  columns: {
    kk: 'Іздеу бағандары: істердегімен бірдей',
    ru: 'Столбцы поиска: совпадают с делами',
    en: 'Search columns: the same as in the cases',
  },
  windows: {
    kk: 'Қабылдау терезелері: істердегі мерзімдермен бірдей',
    ru: 'Окна приёма: совпадают со сроками дел',
    en: 'Intake windows: the same as the deadlines of the cases',
  },
  commands: {
    kk: 'Бұйрықтар: әрқайсысының бір ғана нәтижесі бар',
    ru: 'Команды: у каждой один исход',
    en: 'Commands: each has one outcome',
  },
  engine: {
    kk: 'Процестер: ашық істердің әрқайсысына біреуден',
    ru: 'Процессы: по одному на каждое открытое дело',
    en: 'Engine: one running workflow for each open case',
  },
};
