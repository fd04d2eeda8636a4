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

export const WHY = {
  heading: { kk: 'Неге мұндай мерзім?', ru: 'Почему такой срок?', en: 'Why this deadline?' },
  why: { kk: 'Неге?', ru: 'Почему?', en: 'Why?' },
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
