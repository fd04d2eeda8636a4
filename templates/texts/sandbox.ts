import type { Words } from './texts.ts';

/** Words of the training portal's clock. */
export const SANDBOX = {
  heading: { kk: 'Оқу ортасы: портал уақыты', ru: 'Учебная среда: время портала', en: 'Sandbox: portal time' },
  lead: {
    kk: 'Мұнда портал уақытын келесі мерзімге жылжытуға болады. Жұмыс күнтізбесі мен мерзімдер өзгермейді, тек уақыт алға жүреді.',
    ru: 'Здесь время портала можно перевести к ближайшему сроку. Рабочий календарь и сроки не меняются, вперёд идёт только время.',
    en: 'Here the portal time can be moved to the nearest deadline. Calendar and deadlines stay; only time goes on.',
  },
  now: { kk: 'Портал уақыты', ru: 'Время портала', en: 'Portal time' },
  go: { kk: 'Келесі мерзімге өту', ru: 'Перейти к ближайшему сроку', en: 'Go to the nearest deadline' },
  upcoming: { kk: 'Не болады', ru: 'Что произойдёт', en: 'What will happen' },
  at: { kk: 'Уақыты', ru: 'Когда', en: 'When' },
  what: { kk: 'Оқиға', ru: 'Событие', en: 'Event' },
  announcement: { kk: 'Хабарландыру', ru: 'Объявление', en: 'Announcement' },
  none: {
    kk: 'Алда мерзім жоқ: жарияланған, тоқтатылмаған сатып алу қажет.',
    ru: 'Впереди сроков нет: они появятся, когда будет опубликована закупка.',
    en: 'No deadlines ahead: they appear when an announcement is published.',
  },
  moved: {
    kk: 'Портал уақыты жылжытылды: {at}.',
    ru: 'Время портала переведено: {at}.',
    en: 'The portal time was moved: {at}.',
  },
  happened: {
    kk: 'Мерзімі келді: {what}, № {number}.',
    ru: 'Наступил срок: {what}, № {number}.',
    en: 'A deadline came: {what}, № {number}.',
  },
  nothing: {
    kk: 'Уақыт жылжытылған жоқ: алда мерзім жоқ.',
    ru: 'Время не переведено: впереди сроков нет.',
    en: 'The time was not moved: no deadline is ahead.',
  },
  due: {
    kk: 'Мерзімі келген іс әлі орындалуда: № {number}. Бірнеше секундтан кейін қайталаңыз.',
    ru: 'Наступивший срок ещё исполняется: № {number}. Повторите через несколько секунд.',
    en: 'A deadline that has come is still being carried out: № {number}. Repeat in a few seconds.',
  },
  'quotations-start': {
    kk: 'баға ұсыныстарын қабылдау басталады',
    ru: 'начнётся приём ценовых предложений',
    en: 'quotations are taken from then on',
  },
  'quotations-end': {
    kk: 'қабылдау аяқталады, ұсыныстар ашылады, хаттама қалыптасады',
    ru: 'приём закончится, предложения будут вскрыты, сформируется протокол итогов',
    en: 'the window closes, quotations are opened, the protocol is formed',
  },
  'applications-start': {
    kk: 'өтінімдерді қабылдау басталады',
    ru: 'начнётся приём заявок',
    en: 'applications are taken from then on',
  },
  'applications-end': {
    kk: 'өтінімдерді қабылдау аяқталады, сатып алу ашылады',
    ru: 'приём заявок закончится, закупка будет вскрыта',
    en: 'the window closes, the procurement is opened',
  },
} satisfies Record<string, Words>;
