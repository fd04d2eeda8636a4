import type { DerivationStep } from '../../../domain/derivation.ts';
import type { Words } from '../texts.ts';

/** Steps of a derivation by their first word, with places for the values after it. */
export const DERIVATION_STEPS: Record<DerivationStep, Words> = {
  'start-is-not-before-publication': {
    kk: 'Басталуы жарияланған уақыттан ерте емес.',
    ru: 'Начало не раньше публикации.',
    en: 'The start is not before publication.',
  },
  'start-is-a-working-day': {
    kk: 'Басталуы жұмыс күніне келеді.',
    ru: 'Начало приходится на рабочий день.',
    en: 'The start is on a working day.',
  },
  'publication-is-on-a-working-day': {
    kk: 'Жарияланған күн жұмыс күні: қабылдау бірден басталады.',
    ru: 'День публикации рабочий: приём начинается сразу.',
    en: 'The day of publication is a working day: the intake starts at once.',
  },
  opens: { kk: 'Қабылдаудың басталуы: {date} {time}', ru: 'Начало приёма: {date} {time}', en: 'Start: {date} {time}' },
  ends: { kk: 'Қабылдаудың аяқталуы: {date} {time}', ru: 'Окончание приёма: {date} {time}', en: 'End: {date} {time}' },
  starts: {
    kk: '{date}: бірінші күн, есепке алынбайды',
    ru: '{date}: день начала, не считается',
    en: '{date}: the first day, not counted',
  },
  counted: { kk: '{date}: жұмыс күні, реті: {n}', ru: '{date}: рабочий день, по счёту {n}', en: '{date}: working day no. {n}' },
  free: { kk: '{date}: есепке алынбайды, {why}', ru: '{date}: не считается, {why}', en: '{date}: not counted, {why}' },
  at: { kk: 'Ең ерте аяқталуы: {date} {time}', ru: 'Самое раннее окончание: {date} {time}', en: 'Earliest end: {date} {time}' },
  'left-of': {
    kk: 'Қалған мерзім мынаған қатысты: {deadline}.',
    ru: 'Остаток относится к сроку: {deadline}.',
    en: 'What was left concerns: {deadline}.',
  },
  'stopped-before': {
    kk: 'Бұл мерзім бұрын да тоқтатыла тұрған.',
    ru: 'Этот срок уже останавливался раньше.',
    en: 'This deadline had been suspended before.',
  },
  'former-time-of-day': {
    kk: 'Бірінші жұмыс күні, бұрынғы аяқталу сағатында.',
    ru: 'Ближайший рабочий день, в прежний час окончания.',
    en: 'The next working day, at the former time of day.',
  },
  'former-end-is-later': {
    kk: 'Бұрынғы аяқталуы кешірек, сол қолданылады.',
    ru: 'Прежнее окончание позже, действует оно.',
    en: 'The former end is later; it applies.',
  },
  'working-days-end-later': {
    kk: 'Жұмыс күндері бойынша кеш аяқталады, сол қолданылады.',
    ru: 'По рабочим дням заканчивается позже, действует этот срок.',
    en: 'By working days it ends later; that end applies.',
  },
  'elapsed-time-ends-later': {
    kk: 'Күнтізбе бойынша кеш аяқталады, сол қолданылады.',
    ru: 'По календарю заканчивается позже, действует этот срок.',
    en: 'By the calendar it ends later; that end applies.',
  },
  ranked: {
    kk: '{place}-орын: {supplier}, {price}, түскен уақыты: {at}',
    ru: '{place}-е место: {supplier}, {price}, поступило {at}',
    en: 'Place {place}: {supplier}, {price}, received {at}',
  },
  rejected: {
    kk: 'Қабылданбады: {supplier}. Себебі: {ground}',
    ru: 'Отклонено: {supplier}. Причина: {ground}',
    en: 'Rejected: {supplier}. Ground: {ground}',
  },
  'decided-by': {
    kk: 'Бірінші мен екінші орынды ажыратқан: {criterion}.',
    ru: 'Первое и второе место различило: {criterion}.',
    en: 'What told first and second place apart: {criterion}.',
  },
  admitted: { kk: 'Жіберілді: {part}.', ru: 'Допущен: {part}.', en: 'Admitted: {part}.' },
  compared: {
    kk: 'Баға: {price}. Лоттың сомасы: {amount}. Баға одан аспайды.',
    ru: 'Цена: {price}. Сумма лота: {amount}. Цена не выше неё.',
    en: 'Price: {price}. Amount of the lot: {amount}. The price is not above it.',
  },
  'ground-fits': { kk: 'Сәйкес келген негіз: {ground}.', ru: 'Подошло основание: {ground}.', en: 'Ground that fits: {ground}.' },
};

/** A working day that stands in for another, by an act. */
export const COUNTED_MOVED: Words = {
  kk: '{date}: ауыстырылған жұмыс күні, реті: {n}',
  ru: '{date}: рабочий день по переносу, по счёту {n}',
  en: '{date}: working day by transfer, no. {n}',
};

/** What a deadline is, by key, as a step of a derivation names it. */
export const DEADLINE_NAMES: Record<string, Words> = {
  'quotations-start': {
    kk: 'баға ұсыныстарын қабылдаудың басталуы',
    ru: 'начало приёма ценовых предложений',
    en: 'start of the window for quotations',
  },
  'applications-start': {
    kk: 'өтінімдерді қабылдаудың басталуы',
    ru: 'начало приёма заявок',
    en: 'start of the window for applications',
  },
  'applications-end': {
    kk: 'өтінімдерді қабылдаудың аяқталуы',
    ru: 'окончание приёма заявок',
    en: 'end of the window for applications',
  },
  'quotations-end': {
    kk: 'баға ұсыныстарын қабылдаудың аяқталуы',
    ru: 'окончание приёма ценовых предложений',
    en: 'end of the window for quotations',
  },
};

/** Why a day is not counted. */
export const FREE_DAYS: Record<string, Words> = {
  weekend: { kk: 'демалыс күні', ru: 'выходной', en: 'weekend' },
  holiday: { kk: 'мереке күні', ru: 'праздник', en: 'holiday' },
  substitute: { kk: 'мереке үшін демалыс', ru: 'выходной за праздник', en: 'day off for a holiday' },
  'moved-free': { kk: 'ауыстырылған демалыс', ru: 'выходной по переносу', en: 'day off by transfer' },
};

/** What the representative decides on, as a step of a derivation names it. */
export const CONSIDERED: Record<string, Words> = {
  restrictions: { kk: 'қатысуға қойылған шектеулер', ru: 'ограничения на участие', en: 'restrictions on participation' },
  specification: { kk: 'техникалық ерекшелік', ru: 'техническая спецификация', en: 'technical specification' },
};

/** What ranks quotations, as a step of a derivation names it. */
export const CRITERIA: Record<string, Words> = {
  'lowest-price': { kk: 'баға', ru: 'цена', en: 'the price' },
  'earliest-received': {
    kk: 'бағалар тең, түскен уақыты',
    ru: 'цены равны, время поступления',
    en: 'prices are equal, the time of receipt',
  },
};
