import type { Words } from './texts.ts';

/** What the canary of the opener may find, in words. */
export const KEY_FAULTS = {
  'key-unreadable': { kk: 'кілт оқылмайды', ru: 'ключ не читается', en: 'the key cannot be read' },
  'key-missing': { kk: 'кілт жоқ', ru: 'ключа нет', en: 'there is no key' },
  'round-failed': {
    kk: 'сынақ терезесі ашылмады',
    ru: 'пробное окно не вскрылось',
    en: 'the trial window could not be opened',
  },
  'gate-open-too-early': {
    kk: 'сынақ терезесі мерзімінен бұрын ашылды',
    ru: 'пробное окно вскрылось раньше срока',
    en: 'the trial window opened before its time',
  },
  'blind-key-differs': {
    kk: 'веб пен ашушының жасырын кілттері әртүрлі: ұсыныстар табылмайды',
    ru: 'слепые ключи веба и вскрытия различаются: предложения не найдутся',
    en: 'the blind keys of web and opener differ: offers would not be found',
  },
  'clock-differs': {
    kk: 'ашушының сағаты порталдың сағатынан алшақ',
    ru: 'часы процесса вскрытия расходятся с часами портала',
    en: 'the clock of the opener differs from the legal clock',
  },
} satisfies Record<string, Words>;

export type CanaryFaultCode = keyof typeof KEY_FAULTS;
