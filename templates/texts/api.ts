import type { Words } from './texts.ts';

/** Parts of the API on its page and in its document. */
export const API_TAGS = {
  procurements: { kk: 'Сатып алулар', ru: 'Закупки', en: 'Procurements' },
  protocols: { kk: 'Хаттамалар', ru: 'Протоколы', en: 'Protocols' },
  changes: { kk: 'Өзгерістер', ru: 'Изменения', en: 'Changes' },
  actions: { kk: 'Әрекеттер', ru: 'Действия', en: 'Actions' },
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
  getCalendar: { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
  getRules: { kk: 'Тәсілдердің ережелері', ru: 'Правила способов закупок', en: 'Rules of the methods' },
  getSession: { kk: 'Кім сұрап тұр', ru: 'Кто спрашивает', en: 'Who asks' },
} satisfies Record<string, Words>;
export type ApiOperation = keyof typeof API_OPERATIONS;
