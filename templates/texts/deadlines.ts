import type { Words } from './texts.ts';

/** A deadline on its panel while it runs, by key. */
export const DEADLINE_TITLES: Record<string, Words> = {
  'quotations-start': {
    kk: 'Баға ұсыныстарын қабылдаудың басталуы:',
    ru: 'Приём ценовых предложений начнётся',
    en: 'Quotations are taken from',
  },
  'quotations-end': {
    kk: 'Баға ұсыныстарын қабылдаудың аяқталуы:',
    ru: 'Приём ценовых предложений до',
    en: 'Quotations are taken until',
  },
  'applications-start': {
    kk: 'Өтінімдерді қабылдаудың басталуы:',
    ru: 'Приём заявок начнётся',
    en: 'Applications are taken from',
  },
  'applications-end': { kk: 'Өтінімдерді қабылдаудың аяқталуы:', ru: 'Приём заявок до', en: 'Applications are taken until' },
};

/** The rule by which a deadline was set. */
export const DEADLINE_RULES: Record<string, Words> = {
  'start-at-publication': {
    kk: 'Қабылдау жарияланған сәттен басталады; демалыс немесе мереке күні жарияланса, келесі жұмыс күні сағат 9:00-де.',
    ru: 'Приём начинается с публикации; если она пришлась на выходной или праздник, в следующий рабочий день в 9:00.',
    en: 'The intake starts with the publication; on a day off, at 9:00 of the next working day.',
  },
  'end-after-calendar-days': {
    kk: 'Басталуы мен аяқталуының арасында белгіленген күнтізбелік күн саны бар.',
    ru: 'Между началом и окончанием приёма установленное число календарных дней.',
    en: 'The set number of calendar days lies between start and end.',
  },
  'start-chosen-by-organizer': {
    kk: 'Қабылдаудың басталуын ұйымдастырушы таңдайды. Ол жарияланған уақыттан ерте болмайды және жұмыс күніне келеді.',
    ru: 'Начало приёма выбирает организатор: не раньше публикации и в рабочий день.',
    en: 'The organizer chooses the start: not before publication, on a working day.',
  },
  'end-not-before-minimum-window': {
    kk: 'Қабылдаудың аяқталуын ұйымдастырушы таңдайды. Басталуы мен аяқталуының арасында толық жұмыс күндерінің ең аз саны болады.',
    ru: 'Окончание приёма выбирает организатор, но между началом и окончанием должно пройти не меньше установленного числа полных рабочих дней.',
    en: 'The organizer chooses the end; at least the set number of full working days lies between start and end.',
  },
  'what-was-left-runs-on': {
    kk: 'Тоқтата тұру кезінде қалған мерзім қайта басталғаннан кейін жалғасады: күнтізбе бойынша немесе жұмыс күндері бойынша, қайсысы кеш аяқталса.',
    ru: 'Остаток срока, сохранённый при приостановлении, продолжает течь после возобновления: по календарю или по рабочим дням, смотря что заканчивается позже.',
    en: 'What was left at suspension runs on after resumption: by the calendar or by working days, whichever ends later.',
  },
};

/** Inputs of a derivation, by name; the rest are the portal's own and not shown. */
export const DEADLINE_INPUTS: Record<string, Words> = {
  chosen: { kk: 'Ұйымдастырушы таңдаған уақыт', ru: 'Выбрано организатором', en: 'Chosen by the organizer' },
  published: { kk: 'Жарияланды', ru: 'Опубликовано', en: 'Published' },
  earliest: { kk: 'Ең ерте мүмкін уақыт', ru: 'Самое раннее допустимое', en: 'Earliest allowed' },
  from: { kk: 'Санау басы', ru: 'Отсчёт от', en: 'Counted from' },
  days: { kk: 'Толық жұмыс күні, кемінде', ru: 'Полных рабочих дней, не меньше', en: 'Full working days, at least' },
  calendarDays: { kk: 'Күнтізбелік күн', ru: 'Календарных дней', en: 'Calendar days' },
  resumed: { kk: 'Қайта басталды', ru: 'Возобновлено', en: 'Resumed' },
  left: { kk: 'Қалған уақыт', ru: 'Осталось по календарю', en: 'Left by the calendar' },
  workingLeft: { kk: 'Оның ішінде жұмыс күндеріне келетіні', ru: 'Из них в рабочие дни', en: 'Of it on working days' },
  elapsed: { kk: 'Күнтізбе бойынша аяқталуы', ru: 'Окончание по календарю', en: 'End by the calendar' },
  working: { kk: 'Жұмыс күндері бойынша аяқталуы', ru: 'Окончание по рабочим дням', en: 'End by working days' },
  calendarVersion: { kk: 'Жұмыс күнтізбесінің нұсқасы', ru: 'Версия рабочего календаря', en: 'Version of the working calendar' },
};

/** Steps of a derivation: whole codes, or the first word of a code with values after it. */
export const DEADLINE_STEPS: Record<string, Words> = {
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
  'start-at-publication': {
    kk: 'Қалған мерзім қабылдаудың басталуына қатысты.',
    ru: 'Остаток относится к началу приёма.',
    en: 'What was left concerns the start of the window.',
  },
  'end-after-calendar-days': {
    kk: 'Қалған мерзім қабылдаудың аяқталуына қатысты.',
    ru: 'Остаток относится к окончанию приёма.',
    en: 'What was left concerns the end of the window.',
  },
  starts: {
    kk: '{date}: бірінші күн, есепке алынбайды',
    ru: '{date}: день начала, не считается',
    en: '{date}: the first day, not counted',
  },
  counted: { kk: '{date}: жұмыс күні, реті: {n}', ru: '{date}: рабочий день, по счёту {n}', en: '{date}: working day no. {n}' },
  'counted-moved': {
    kk: '{date}: ауыстырылған жұмыс күні, реті: {n}',
    ru: '{date}: рабочий день по переносу, по счёту {n}',
    en: '{date}: working day by transfer, no. {n}',
  },
  free: { kk: '{date}: есепке алынбайды, {why}', ru: '{date}: не считается, {why}', en: '{date}: not counted, {why}' },
  at: { kk: 'Ең ерте аяқталуы: {date} {time}', ru: 'Самое раннее окончание: {date} {time}', en: 'Earliest end: {date} {time}' },
  'end-not-before-minimum-window': {
    kk: 'Қалған мерзім қабылдаудың аяқталуына қатысты.',
    ru: 'Остаток относится к окончанию приёма.',
    en: 'What was left concerns the end of the window.',
  },
  'start-chosen-by-organizer': {
    kk: 'Қалған мерзім қабылдаудың басталуына қатысты.',
    ru: 'Остаток относится к началу приёма.',
    en: 'What was left concerns the start of the window.',
  },
  'what-was-left-runs-on': {
    kk: 'Бұл мерзім бұрын да тоқтатыла тұрған.',
    ru: 'Этот срок уже останавливался раньше.',
    en: 'This deadline had been suspended before.',
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
};

/** Why a day is not counted. */
export const FREE_DAYS: Record<string, Words> = {
  weekend: { kk: 'демалыс күні', ru: 'выходной', en: 'weekend' },
  holiday: { kk: 'мереке күні', ru: 'праздник', en: 'holiday' },
  substitute: { kk: 'мереке үшін демалыс', ru: 'выходной за праздник', en: 'day off for a holiday' },
  'moved-free': { kk: 'ауыстырылған демалыс', ru: 'выходной по переносу', en: 'day off by transfer' },
};

export const WHY = {
  heading: { kk: 'Неге мұндай мерзім?', ru: 'Почему такой срок?', en: 'Why this deadline?' },
  rule: { kk: 'Ереже', ru: 'Правило', en: 'Rule' },
  article: { kk: 'Негіз', ru: 'Основание', en: 'Ground' },
  inputs: { kk: 'Бастапқы мәндер', ru: 'Исходные данные', en: 'Inputs' },
  input: { kk: 'Мән атауы', ru: 'Показатель', en: 'Input' },
  value: { kk: 'Мәні', ru: 'Значение', en: 'Value' },
  steps: { kk: 'Есептеу барысы', ru: 'Ход расчёта', en: 'Steps' },
  result: { kk: 'Мерзім', ru: 'Срок', en: 'Deadline' },
  exactly: {
    kk: 'Дәл осы сәттің өзінде қабылдау жабық: кешіккен ұсыныс қабылданбайды.',
    ru: 'В сам этот момент приём уже закрыт: предложение, поступившее ровно в это время, не принимается.',
    en: 'At this very instant the window is closed: what arrives exactly then is not taken.',
  },
  noFixed: {
    kk: 'Мерзім тоқтатылған. Қалғаны: {left}.',
    ru: 'Отсчёт остановлен. Осталось: {left}.',
    en: 'The clock is stopped. Left: {left}.',
  },
  manual: {
    kk: 'Ұйымдастырушы нұсқаулығы, {place}-тармақ',
    ru: 'Руководство организатора, п. {place}',
    en: 'Organizer’s manual, cl. {place}',
  },
  ownDecision: { kk: 'Порталдың шешімі № {place}', ru: 'Решение портала № {place}', en: 'Portal’s decision no. {place}' },
} satisfies Record<string, Words>;

/** An article of a derivation in words: `S1 §1.4.18, ADR 0008`. */
export function articleInWords(article: string, language: keyof Words): string {
  return article
    .split(', ')
    .map((part) => {
      const clause = /^S\d §(.+)$/.exec(part);
      const own = /^ADR (\d+)$/.exec(part);
      if (clause) return WHY.manual[language].replace('{place}', clause[1]!);
      return own ? WHY.ownDecision[language].replace('{place}', own[1]!) : part;
    })
    .join('; ');
}
