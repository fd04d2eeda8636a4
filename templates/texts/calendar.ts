import type { DayKind } from '../../domain/calendar.ts';
import type { Words } from './texts.ts';

/** The public page of the working calendar, its versions. */
export const CALENDAR = {
  heading: { kk: 'Жұмыс күнтізбесі, {year}', ru: 'Рабочий календарь, {year}', en: 'Working calendar, {year}' },
  title: { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
  years: { kk: 'Жылдар', ru: 'Годы', en: 'Years' },
  lead: {
    kk: 'Порталда жұмыс күнімен есептелетін барлық мерзім осы күнтізбе бойынша саналады. Қысқартылған күн толық жұмыс күні болып есептеледі.',
    ru: 'По этому календарю портал считает все сроки в рабочих днях. Сокращённый день считается целым рабочим днём.',
    en: 'The portal counts every term in working days by this calendar. A shortened day counts as a whole working day.',
  },
  office: {
    kk: 'Жұмыс уақыты: {from} – {to}, {zone}.',
    ru: 'Рабочее время: {from} – {to}, {zone}.',
    en: 'Office hours: {from} – {to}, {zone}.',
  },
  inForce: {
    kk: 'Қолданыстағы нұсқа: {version}, енгізілген уақыты: {at}.',
    ru: 'Действующая версия: {version}, введена {at}.',
    en: 'Version in force: {version}, entered on {at}.',
  },
  notInForce: {
    kk: 'Бұл – бұрынғы нұсқа: {version}, енгізілген уақыты: {at}. Қолданыстағысы: {newest}.',
    ru: 'Это прежняя версия: {version}, введена {at}. Действующая: {newest}.',
    en: 'This is a former version: {version}, entered on {at}. In force: {newest}.',
  },
  showInForce: { kk: 'Қолданыстағы нұсқаны ашу', ru: 'Открыть действующую', en: 'Open the one in force' },
  versions: { kk: 'Нұсқалар тарихы', ru: 'История версий', en: 'History of versions' },
  edit: { kk: 'Күнтізбені өзгерту', ru: 'Изменить календарь', en: 'Edit the calendar' },
  legend: { kk: 'Белгілер', ru: 'Обозначения', en: 'Legend' },
  workingIn: { kk: 'жұмыс күні: {count}', ru: 'рабочих дней: {count}', en: 'working days: {count}' },
  workingInYear: {
    kk: 'Жылдағы жұмыс күні: {count}.',
    ru: 'Рабочих дней в году: {count}.',
    en: 'Working days in the year: {count}.',
  },
  today: { kk: 'бүгін', ru: 'сегодня', en: 'today' },
  exceptions: { kk: 'Мерекелер мен ауыстырулар', ru: 'Праздники и переносы', en: 'Holidays and transfers' },
  date: { kk: 'Күні', ru: 'Дата', en: 'Date' },
  what: { kk: 'Бұл қандай күн', ru: 'Что за день', en: 'What day it is' },
  name: { kk: 'Атауы', ru: 'Название', en: 'Name' },
  act: { kk: 'Негіз', ru: 'Основание', en: 'Act' },
  noAct: { kk: 'көрсетілмеген', ru: 'не указано', en: 'not given' },
  inRussian: { kk: '', ru: '', en: '{name} (in Russian)' },
  remove: { kk: 'Алып тастау', ru: 'Убрать', en: 'Remove' },
  removeHidden: { kk: 'күні: {date}', ru: 'дата: {date}', en: 'date: {date}' },
  noYear: {
    kk: '{year} жылдың күнтізбесі енгізілмеген. Енгізілгенге дейін бұл жылға өтетін мерзімдер белгіленбейді.',
    ru: 'Календарь на {year} год ещё не введён. Пока его нет, портал не назначает сроков, которые заходят в этот год.',
    en: 'The calendar of {year} has not been entered. Until then the portal sets no deadline that reaches into it.',
  },
  historyHeading: {
    kk: 'Жұмыс күнтізбесінің нұсқалары',
    ru: 'Версии рабочего календаря',
    en: 'Versions of the working calendar',
  },
  historyLead: {
    kk: 'Әрбір мерзім өзі есептелген нұсқаның нөмірін сақтайды. Жаңа нұсқа белгіленген мерзімдерді өздігінен өзгертпейді.',
    ru: 'Каждый срок хранит номер версии, по которой он посчитан. Новая версия сама не меняет назначенных сроков.',
    en: 'Every deadline keeps the number of the version it was counted with. A new version changes no standing deadline by itself.',
  },
  versionTitle: { kk: 'Нұсқа {version}', ru: 'Версия {version}', en: 'Version {version}' },
  byPortal: { kk: 'портал', ru: 'портал', en: 'the portal' },
  reasonIs: { kk: 'Себебі: {reason}', ru: 'Причина: {reason}', en: 'Reason: {reason}' },
  firstVersion: {
    kk: 'Алғашқы нұсқа, мереке мен ауыстыру саны: {count}.',
    ru: 'Первая версия, праздников и переносов: {count}.',
    en: 'First version, holidays and transfers: {count}.',
  },
  noDifference: { kk: 'Күндер өзгермеген.', ru: 'Дни не изменились.', en: 'No day changed.' },
  dayBecomes: {
    kk: '{date}: {before} → {after}. {act}',
    ru: '{date}: {before} → {after}. {act}',
    en: '{date}: {before} → {after}. {act}',
  },
  showVersion: { kk: 'Күнтізбені ашу', ru: 'Открыть календарь', en: 'Open the calendar' },
} satisfies Record<string, Words>;

/** What an exception is called in a list. */
export const KIND_NAMES: Record<DayKind, Words> = {
  holiday: { kk: 'мереке', ru: 'праздник', en: 'holiday' },
  substitute: { kk: 'мереке үшін демалыс', ru: 'выходной за праздник', en: 'day off for a holiday' },
  'moved-free': { kk: 'ауыстырылған демалыс', ru: 'выходной по переносу', en: 'day off by transfer' },
  'moved-working': { kk: 'ауыстырылған жұмыс күні', ru: 'рабочий день по переносу', en: 'working day by transfer' },
};

export const WEEKEND: Words = { kk: 'демалыс күні', ru: 'выходной', en: 'weekend' };
export const WORKING_DAY: Words = { kk: 'жұмыс күні', ru: 'рабочий день', en: 'working day' };

/** Names of the two days of a transfer; `date` is the other one. */
export const MOVED_NAMES = {
  working: {
    kk: 'Жұмыс күні (демалыс {date} күніне ауыстырылды)',
    ru: 'Рабочий день (отдых перенесён на {date})',
    en: 'Working day (the day off is moved to {date})',
  },
  free: {
    kk: '{date} күнінен ауыстырылған демалыс күні',
    ru: 'День отдыха, перенесён с {date}',
    en: 'Day off, moved from {date}',
  },
} satisfies Record<string, Words>;

/** Holidays in English by their Russian name (Law on Holidays No 267 of 2001-12-13, Labour Code art. 84). */
export const HOLIDAYS_IN_ENGLISH: Record<string, string> = {
  'Новый год': 'New Year',
  'Православное Рождество': 'Orthodox Christmas',
  'Международный женский день': 'International Women’s Day',
  'Наурыз мейрамы': 'Nauryz',
  'Праздник единства народа Казахстана': 'Kazakhstan People’s Unity Day',
  'День защитника Отечества': 'Defender of the Fatherland Day',
  'День Победы': 'Victory Day',
  'Первый день Курбан айта': 'First day of Kurban Ait',
  'День Столицы': 'Capital City Day',
  'День Конституции Республики Казахстан': 'Constitution Day',
  'День Республики': 'Republic Day',
  'День Республики Казахстан': 'Day of the Republic of Kazakhstan',
  'День Независимости': 'Independence Day',
};

/** Months as headings, January first. */
export const MONTH_NAMES: Record<keyof Words, readonly string[]> = {
  kk: ['Қаңтар', 'Ақпан', 'Наурыз', 'Сәуір', 'Мамыр', 'Маусым', 'Шілде', 'Тамыз', 'Қыркүйек', 'Қазан', 'Қараша', 'Желтоқсан'],
  ru: ['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь', 'Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь'],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
};

/** Days of the week, Monday first: short for columns, whole for screen readers. */
export const WEEKDAYS: Record<keyof Words, readonly { short: string; whole: string }[]> = {
  kk: named('Дс Сс Ср Бс Жм Сб Жс', 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'),
  ru: named('Пн Вт Ср Чт Пт Сб Вс', 'понедельник вторник среда четверг пятница суббота воскресенье'),
  en: named('Mo Tu We Th Fr Sa Su', 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
};

function named(short: string, whole: string) {
  const wholes = whole.split(' ');
  return short.split(' ').map((each, index) => ({ short: each, whole: wholes[index]! }));
}
