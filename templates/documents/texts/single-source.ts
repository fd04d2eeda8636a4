import type { Opening } from '../../../domain/procurement/application.ts';
import type { DocumentVerdict } from '../../../domain/procurement/documents.ts';
import type { Text } from '../../../domain/parties.ts';

const text = (kk: string, ru: string): Text => ({ kk, ru });

/** Title of ПИ-ИОИ (spec 17 §2). */
export const SINGLE_SOURCE_TITLE = text(
  'Өткізілмеген сатып алу бойынша бір көзден алу қорытындылары туралы хаттама',
  'Протокол итогов, из одного источника по несостоявшимся закупкам',
);

/** «Тип закупки» of a single source after price quotations (S1 §1.7.1). */
export const SINGLE_SOURCE_TYPE = text('Баға ұсыныстарын сұратудан кейінгі бір көзден алу', 'ИОИ от ЗЦП');

/** Labels that only ПИ-ИОИ has (spec 17 §4; S1 §1.7.2–1.7.7). A native speaker has yet to confirm the Kazakh wording. */
export const SINGLE_SOURCE_LABELS = {
  failedAnnouncement: text('Өткізілмеген сатып алудың №', '№ несостоявшейся закупки'),
  failedMethod: text('Өткізілмеген сатып алудың тәсілі', 'Способ несостоявшейся закупки'),
  failedGround: text('Өткізілмеу негіздемесі', 'Основание, по которому закупка не состоялась'),
  representatives: text('Өкілдер', 'Представители'),
  fullName: text('Т.А.Ә.', 'Ф.И.О.'),
  position: text('Лауазымы', 'Должность'),
  role: text('Рөлі', 'Роль'),
  invited: text('Шақырылған өнім беруші', 'Приглашенный поставщик'),
  opening: text('Сатып алуды ашу', 'Вскрытие закупки'),
  how: text('Ашу тәртібі', 'Порядок вскрытия'),
  openedAt: text('Ашылған күні мен уақыты', 'Дата и время вскрытия'),
  openedBy: text('Кім', 'Кем'),
  unreadable: text('Ашылмаған өтінім', 'Заявка, которую не удалось открыть'),
  review: text('Ұйымдастырушы өкілінің шешімі', 'Решение представителя организатора'),
  section: text('Бөлім', 'Раздел'),
  verdict: text('Шешім', 'Решение'),
  restrictions: text('Барлық лоттар бойынша жалпы құжаттар', 'Общие документы по всем лотам'),
  specification: text('Техникалық ерекшелік', 'Техническая спецификация'),
  allLots: text('барлығы', 'все'),
  offer: text('Баға', 'Цена'),
  price: text('Бағасы, теңге', 'Цена, тенге'),
} as const satisfies Record<string, Text>;

export type SingleSourceLabel = keyof typeof SINGLE_SOURCE_LABELS;

export const OPENINGS = {
  'by-hand': text('қолмен', 'вручную'),
  deadline: text('мерзімі бойынша автоматты түрде', 'автоматически по сроку'),
  declined: text('өнім берушінің бас тартуына байланысты автоматты түрде', 'автоматически в связи с отказом поставщика'),
  silence: text('мерзімінде жауап болмағандықтан автоматты түрде', 'автоматически: нет ответа поставщика в срок'),
} satisfies Record<Opening['how'], Text>;

export const VERDICTS = {
  admitted: text('Жіберілді', 'Допущен'),
  rejected: text('Қабылданбады', 'Отклонен'),
} satisfies Record<DocumentVerdict['verdict'], Text>;
