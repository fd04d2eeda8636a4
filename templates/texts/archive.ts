import type { Words } from './texts.ts';

/** Folders of the archive «Скачать все» (S1 §1.3.6). */
export const ARCHIVE = {
  documents: { kk: 'Хабарландыру құжаттары', ru: 'Документы объявления', en: 'Announcement documents' },
  quotations: { kk: 'Баға ұсыныстары', ru: 'Ценовые предложения', en: 'Quotations' },
  applications: { kk: 'Өтінімдер', ru: 'Заявки', en: 'Applications' },
  protocols: { kk: 'Хаттамалар', ru: 'Протоколы', en: 'Protocols' },
  acts: { kk: 'Актілер', ru: 'Акты', en: 'Acts' },
  lot: { kk: 'Лот', ru: 'Лот', en: 'Lot' },
} satisfies Record<string, Words>;
