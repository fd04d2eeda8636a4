import type { Words } from './texts.ts';

/** Parts of the API on its page and in its document. */
export const API_TAGS = {
  procurements: { kk: 'Сатып алулар', ru: 'Закупки', en: 'Procurements' },
  protocols: { kk: 'Хаттамалар', ru: 'Протоколы', en: 'Protocols' },
  changes: { kk: 'Өзгерістер', ru: 'Изменения', en: 'Changes' },
  actions: { kk: 'Әрекеттер', ru: 'Действия', en: 'Actions' },
  drafts: { kk: 'Хабарландыру жобалары', ru: 'Черновики объявлений', en: 'Drafts of announcements' },
  offers: { kk: 'Өз ұсынысы', ru: 'Своё предложение', en: 'The own offer' },
  law: { kk: 'Ережелер мен күнтізбе', ru: 'Правила и календарь', en: 'Rules and calendar' },
  me: { kk: 'Сұраушы', ru: 'Кто спрашивает', en: 'Who asks' },
} satisfies Record<string, Words>;
export type ApiTag = keyof typeof API_TAGS;

/** What each operation does; acts have the names of the menu. */
export const API_OPERATIONS = {
  listProcurements: { kk: 'Хабарландыруларды іздеу', ru: 'Поиск объявлений', en: 'Search announcements' },
  listLots: { kk: 'Лоттарды іздеу', ru: 'Поиск лотов', en: 'Search lots' },
  getProcurement: { kk: 'Бір сатып алу', ru: 'Одна закупка', en: 'One procurement' },
  getDerivations: { kk: 'Неге осылай?', ru: 'Почему так?', en: 'Why is it so?' },
  listDocuments: { kk: 'Құжаттар мен қолтаңбалар', ru: 'Документы и подписи', en: 'Documents and signatures' },
  getHistory: { kk: 'Сатып алу тарихы', ru: 'История закупки', en: 'History of a procurement' },
  listProtocols: { kk: 'Хаттамалардың нұсқалары', ru: 'Версии протоколов', en: 'Versions of the protocols' },
  getProtocol: { kk: 'Хаттаманың мазмұны', ru: 'Содержание протокола', en: 'What a protocol states' },
  listChanges: { kk: 'Өзгерістер таспасы', ru: 'Лента изменений', en: 'Feed of changes' },
  listActions: { kk: 'Қазір не істеуге болады', ru: 'Что можно сделать сейчас', en: 'What may be done now' },
  getCommand: { kk: 'Әрекеттің нәтижесі', ru: 'Исход действия', en: 'Outcome of an act' },
  storeFile: { kk: 'Әрекетке файл жүктеу', ru: 'Загрузить файл для действия', en: 'Store a file for an act' },
  listDrafts: { kk: 'Ұйымның жобалары', ru: 'Черновики организации', en: 'Drafts of the organization' },
  makeDraft: { kk: 'Жоба жасау', ru: 'Создать черновик', en: 'Make a draft' },
  deleteDraft: { kk: 'Жобаны жою', ru: 'Удалить черновик', en: 'Delete a draft' },
  getDraft: {
    kk: 'Бір жоба: мазмұны және не жетпейді',
    ru: 'Один черновик: содержание и чего не хватает',
    en: 'One draft: its content and what it lacks',
  },
  publish: { kk: 'Хабарландыруды жариялау', ru: 'Опубликовать объявление', en: 'Publish the announcement' },
  saveDraftStep: { kk: 'Жобаның қадамын сақтау', ru: 'Сохранить шаг черновика', en: 'Save a step of a draft' },
  listOfferedPlanItems: {
    kk: 'Жобаға қосуға болатын жоспар тармақтары',
    ru: 'Пункты плана, которые можно добавить',
    en: 'Plan items that can be added',
  },
  changeDraftLots: { kk: 'Лоттарды қосу және алып тастау', ru: 'Добавить и убрать лоты', en: 'Add and remove lots' },
  listDraftPeople: {
    kk: 'Жобада көрсетуге болатын адамдар',
    ru: 'Кого можно указать в черновике',
    en: 'People who can be named in a draft',
  },
  approveDraftPaper: { kk: 'Құжатты бекіту', ru: 'Утвердить документ', en: 'Approve a document' },
  attachDraftFile: { kk: 'Ерекшелікке файл тіркеу', ru: 'Приложить файл спецификации', en: 'Attach a file of a specification' },
  getDraftDocument: { kk: 'Жобаның құжаты', ru: 'Документ черновика', en: 'A document of a draft' },
  deleteDraftDocument: { kk: 'Құжатты жою', ru: 'Удалить документ', en: 'Delete a document' },
  signDraftDocument: { kk: 'Құжатқа ЭЦҚ қою', ru: 'Подписать документ ЭЦП', en: 'Sign a document with the EDS' },
  getOffer: {
    kk: 'Ұсыныс терезесі: мерзімі, кілті, лоттары, соңғы түбіртек',
    ru: 'Окно подачи: сроки, ключ, лоты, последняя квитанция',
    en: 'The window for offers: times, key, lots, latest receipt',
  },
  listReceipts: { kk: 'Өз түбіртектері', ru: 'Свои квитанции', en: 'Own receipts' },
  putOffer: {
    kk: 'Мөрленген ұсынысты беру немесе ауыстыру',
    ru: 'Подать или заменить запечатанное предложение',
    en: 'Hand in or replace the sealed offer',
  },
  withdrawOffer: { kk: 'Ұсынысты кері қайтару', ru: 'Отозвать предложение', en: 'Withdraw the offer' },
  storeSealedFile: {
    kk: 'Өтінімнің мөрленген құжатын жүктеу',
    ru: 'Загрузить запечатанный документ заявки',
    en: 'Store a sealed document of an application',
  },
  getCalendar: { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
  getRules: { kk: 'Тәсілдердің ережелері', ru: 'Правила способов закупок', en: 'Rules of the methods' },
  getSession: { kk: 'Кім сұрап тұр', ru: 'Кто спрашивает', en: 'Who asks' },
} satisfies Record<string, Words>;
export type ApiOperation = keyof typeof API_OPERATIONS;

/** The page about the API, and those about its problems. */
export const API_PAGE = {
  title: { kk: 'Бағдарламаларға арналған API', ru: 'API для программ', en: 'API for programs' },
  lead: {
    kk: 'Порталдағы ашық деректердің бәрі JSON түрінде де оқылады, кіру қажет емес. Әрекеттер беттердегідей ережелермен орындалады және токен немесе кіру арқылы ашылады.',
    ru: 'Все открытые данные портала читаются и как JSON, без входа. Действия подчиняются тем же правилам, что и на страницах; для них нужен токен или вход.',
    en: 'All public data of the portal can be read as JSON, without signing in. Acts follow the same rules as on the pages and need a token or a session.',
  },
  document: { kk: 'OpenAPI 3.1 құжаты', ru: 'Документ OpenAPI 3.1', en: 'OpenAPI 3.1 document' },
  problems: { kk: 'Бас тартулар тізімі', ru: 'Список отказов', en: 'List of refusals' },
  tokens: { kk: 'Токен жасау', ru: 'Создать токен', en: 'Make a token' },
  conventions: { kk: 'Ортақ ережелер', ru: 'Общие правила', en: 'Conventions' },
  address: { kk: 'Мекенжай', ru: 'Адрес', en: 'Address' },
  what: { kk: 'Мазмұны', ru: 'Что делает', en: 'What it does' },
  access: { kk: 'Кімге ашық', ru: 'Доступ', en: 'Access' },
  everyone: { kk: 'барлығына', ru: 'всем', en: 'everyone' },
  code: { kk: 'Коды', ru: 'Код', en: 'Code' },
  status: { kk: 'HTTP күйі', ru: 'Статус HTTP', en: 'HTTP status' },
  happened: { kk: 'Не болды', ru: 'Что произошло', en: 'What happened' },
  why: { kk: 'Неге', ru: 'Почему', en: 'Why' },
  now: { kk: 'Не істеу керек', ru: 'Что сделать', en: 'What to do' },
  by: { kk: 'Қай уақытқа дейін', ru: 'До какого времени', en: 'By when' },
  places: {
    kk: '«…» орнында жауапта нақты мән тұрады.',
    ru: 'На месте «…» в ответе стоит значение.',
    en: 'In an answer, values stand in the places of “…”.',
  },
} satisfies Record<string, Words>;

/** What holds for every address of the API. */
export const API_CONVENTIONS: Words[] = [
  {
    kk: 'Уақыт: ISO 8601, +05:00. Сома: екі таңбалы ондық жол және KZT.',
    ru: 'Время: ISO 8601 со смещением +05:00. Суммы: десятичная строка с двумя знаками и KZT.',
    en: 'Times are ISO 8601 with +05:00. Amounts are decimal strings with two places and KZT.',
  },
  {
    kk: 'Токен: «Authorization: Bearer …» өрісінде. Кіру сеансы: cookie және X-CSRF-Token.',
    ru: 'Токен передаётся в поле «Authorization: Bearer …». Сеанс: cookie и X-CSRF-Token.',
    en: 'A token goes into “Authorization: Bearer …”. A session is a cookie and X-CSRF-Token.',
  },
  {
    kk: 'Әр әрекетке Idempotency-Key (UUID) керек: қайталанған сұрау сол нәтижені береді, басқа денемен 409.',
    ru: 'Каждому действию нужен Idempotency-Key (UUID): повтор вернёт тот же исход, с другим телом ответ 409.',
    en: 'Every act needs an Idempotency-Key (a UUID): a repetition gets the same outcome, with another body 409.',
  },
  {
    kk: '202: әрекет қабылданды, нәтижесі Location мекенжайында тұрады.',
    ru: '202: действие принято, исход будет по адресу из Location.',
    en: '202: the act is received, its outcome will stand at the address in Location.',
  },
  {
    kk: 'Бас тарту: application/problem+json (RFC 9457), code, article және availableActions өрістерімен, Accept-Language тілінде.',
    ru: 'Отказ: application/problem+json (RFC 9457) с полями code, article и availableActions, на языке Accept-Language.',
    en: 'A refusal is application/problem+json (RFC 9457) with code, article and availableActions, in the language of Accept-Language.',
  },
  {
    kk: 'ETag берілген жауапты If-None-Match арқылы қайта сұрауға болады: өзгермесе 304.',
    ru: 'Ответ с ETag можно перечитать с If-None-Match: без изменений придёт 304.',
    en: 'What came with an ETag can be asked for again with If-None-Match: 304 when nothing has changed.',
  },
];
