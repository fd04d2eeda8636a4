import type { Text } from '../../../domain/parties.ts';

const text = (kk: string, ru: string): Text => ({ kk, ru });

/** Texts of the publication sheet, the signature sheet (spec 17 §1.1) and the receipt. */
export const SHEET_LABELS = {
  publicationSheet: text('Жариялау туралы белгі', 'Отметка о публикации'),
  signatureSheet: text('Қолтаңбалар парағы', 'Лист подписей'),
  publishedAt: text('Жарияланған күні мен уақыты', 'Дата и время публикации'),
  publishedBy: text('Жариялаған', 'Кем опубликовано'),
  notPublished: text('жарияланбаған', 'не опубликован'),
  portal: text('веб-портал', 'веб-портал'),
  announcementStatus: text('Хабарландырудың мәртебесі', 'Статус объявления'),
  lotStatuses: text('Лоттардың мәртебесі', 'Статусы лотов'),
  status: text('Мәртебесі', 'Статус'),
  validity: text('Құжаттың жарамдылығы', 'Действительность документа'),
  valid: text('Жарамды', 'Действительный'),
  notValid: text('Жарамсыз', 'Не действительный'),
  original: text('Түпнұсқаның SHA-256 сомасы', 'SHA-256 оригинала'),
  pages: text('беттер саны', 'страниц'),
  signatures: text('Қолтаңбалар', 'Подписи'),
  role: text('Рөлі', 'Роль'),
  fullName: text('Т.А.Ә.', 'Ф.И.О.'),
  position: text('Лауазымы', 'Должность'),
  signed: text('Қолы', 'Подпись'),
  signedYes: text('Қол қойылды', 'Подписано'),
  signedNo: text('Қолтаңба жоқ', 'Подпись отсутствует'),
  signedAt: text('Қол қойылған күні мен уақыты', 'Дата и время подписания'),
  certificate: text('Сертификат', 'Сертификат'),
  issuer: text('берген', 'выдан'),
  validTo: text('жарамды, соңғы мерзімі', 'действителен до'),
  notes: text('Ескертпе', 'Примечание'),
  dissentingOpinion: text('Ерекше пікір', 'Особое мнение'),
  absenceReason: text('Қолтаңбаның болмау себебі', 'Причина отсутствия подписи'),
  reasonNotStated: text('себебі көрсетілмеген', 'причина не указана'),
  expertOpinions: text('Сараптамалық қорытындылар', 'Экспертные заключения'),
  seal: text('Платформаның электрондық мөрі', 'Электронная печать платформы'),
  sealedAt: text('Мөр қойылған күні мен уақыты', 'Дата и время удостоверения'),
  sealDigest: text('Мөрдің SHA-256 сомасы', 'SHA-256 печати'),
  // receipt
  receipt: text('Өнім берушіге қолхат', 'Расписка поставщику'),
  receiptNumber: text('Қолхаттың №', '№ расписки'),
  event: text('Оқиға', 'Событие'),
  submittedBy: text('Берген тұлға', 'Кем подано'),
  receivedAt: text('Портал қабылдаған уақыт', 'Время получения порталом'),
  windowEndsAt: text('Қабылдаудың аяқталуы', 'Окончание приёма'),
  envelope: text('Жабық конверттің SHA-256 сомасы', 'SHA-256 запечатанного конверта'),
  portalSignature: text('Порталдың қолтаңбасы', 'Подпись портала'),
  key: text('кілт', 'ключ'),
  noContent: text(
    'Қолхатта баға мен ұсыныстың мазмұны жоқ: олар ашылғанға дейін порталға белгісіз.',
    'Расписка не содержит цены и содержания предложения: до вскрытия они порталу неизвестны.',
  ),
} as const satisfies Record<string, Text>;

export type SheetLabel = keyof typeof SHEET_LABELS;

export const DRAFT_SHEET_LABELS: readonly SheetLabel[] = [
  'publicationSheet',
  'absenceReason',
  'reasonNotStated',
  'seal',
  'sealedAt',
  'sealDigest',
  'receipt',
  'receiptNumber',
  'envelope',
  'noContent',
];
