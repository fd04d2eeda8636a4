import type { LotStatus, ShownStatus } from '../../domain/procurement/statuses.ts';
import type { Tag } from '../components.ts';
import type { Language, Words } from './texts.ts';

/** Statuses of an announcement as people see them, in the words of the manual (spec 01 "Statuses"). */
export const STATUS_NAMES: Record<ShownStatus, Words> = {
  draft: { kk: 'Жоба', ru: 'Проект', en: 'Draft' },
  published: { kk: 'Жарияланды', ru: 'Опубликовано', en: 'Published' },
  'taking-quotations': {
    kk: 'Жарияланды (баға ұсыныстарын қабылдау)',
    ru: 'Опубликовано (прием ценовых предложений)',
    en: 'Published (taking quotations)',
  },
  'taking-applications': {
    kk: 'Жарияланды (өтінімдерді қабылдау)',
    ru: 'Опубликовано (прием заявок)',
    en: 'Published (taking applications)',
  },
  'considering-applications': { kk: 'Өтінімдерді қарау', ru: 'Рассмотрение заявок', en: 'Considering applications' },
  'forming-results-protocol': {
    kk: 'Қорытындылар хаттамасын қалыптастыру',
    ru: 'Формирование протокола итогов',
    en: 'Forming the results protocol',
  },
  completed: { kk: 'Аяқталды', ru: 'Завершено', en: 'Completed' },
  cancelled: { kk: 'Болдырылмады', ru: 'Отменено', en: 'Cancelled' },
  suspended: { kk: 'Тоқтатыла тұрды', ru: 'Приостановлен', en: 'Suspended' },
};

/** Statuses of a lot (spec 01 "Statuses"); a refused lot is named after the customer's act. */
export const LOT_STATUS_NAMES: Record<LotStatus, Words> = {
  'lot-draft': { kk: 'Лот жобасы', ru: 'Проект лота', en: 'Draft lot' },
  published: { kk: 'Жарияланды', ru: 'Опубликован', en: 'Published' },
  held: { kk: 'Сатып алу өткізілді', ru: 'Закупка состоялась', en: 'Procurement held' },
  failed: { kk: 'Сатып алу өткізілмеді', ru: 'Закупка не состоялась', en: 'Procurement failed' },
  cancelled: { kk: 'Болдырылмады', ru: 'Отменен', en: 'Cancelled' },
  refused: { kk: 'Сатып алудан бас тартылды', ru: 'Отказ от закупки', en: 'Refused by the customer' },
  suspended: { kk: 'Тоқтатыла тұрды', ru: 'Приостановлен', en: 'Suspended' },
};

const STATUS_COLOURS: Record<ShownStatus, Tag['colour']> = {
  draft: 'grey',
  published: 'blue',
  'taking-quotations': 'green',
  'taking-applications': 'green',
  'considering-applications': 'blue',
  'forming-results-protocol': 'purple',
  completed: 'turquoise',
  cancelled: 'grey',
  suspended: 'yellow',
};

const LOT_COLOURS: Record<LotStatus, Tag['colour']> = {
  'lot-draft': 'grey',
  published: 'blue',
  held: 'green',
  failed: 'orange',
  cancelled: 'grey',
  refused: 'grey',
  suspended: 'yellow',
};

export const statusTag = (status: ShownStatus, language: Language): Tag => ({
  text: STATUS_NAMES[status][language],
  colour: STATUS_COLOURS[status],
});

export const lotStatusTag = (status: LotStatus, language: Language): Tag => ({
  text: LOT_STATUS_NAMES[status][language],
  colour: LOT_COLOURS[status],
});
