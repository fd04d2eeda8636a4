import type { EditKind, CalendarFaultCode } from '../pages/calendar-edit.view.ts';
import type { Words } from './texts.ts';

/** The kinds of edit, as links and headings. */
export const EDIT_NAMES: Record<EditKind, { title: Words; hint: Words }> = {
  move: {
    title: { kk: 'Демалыс күнін ауыстыру', ru: 'Перенести выходной', en: 'Move a day off' },
    hint: {
      kk: 'Демалыс күні жұмыс күні болады, ал басқа жұмыс күні демалыс болады.',
      ru: 'Один выходной становится рабочим, другой рабочий день становится выходным.',
      en: 'One day off becomes a working day, another working day becomes a day off.',
    },
  },
  holiday: {
    title: { kk: 'Мереке қосу', ru: 'Добавить праздник', en: 'Add a holiday' },
    hint: {
      kk: 'Заңмен демалыс болып белгіленген күн.',
      ru: 'День, который стал нерабочим по закону.',
      en: 'A day that the law makes free.',
    },
  },
  substitute: {
    title: { kk: 'Мереке үшін демалыс қосу', ru: 'Добавить выходной за праздник', en: 'Add a day off for a holiday' },
    hint: {
      kk: 'Мереке демалыс күніне келгенде одан кейінгі жұмыс күні демалыс болады.',
      ru: 'Если праздник пришёлся на выходной, нерабочим становится следующий за ним рабочий день.',
      en: 'When a holiday falls on a day off, the working day after it becomes free.',
    },
  },
  remove: {
    title: { kk: 'Күнді күнтізбеден алып тастау', ru: 'Убрать день из календаря', en: 'Remove a day from the calendar' },
    hint: {
      kk: 'Күн апта күніне сай қайтадан жұмыс күні немесе демалыс болады.',
      ru: 'День снова становится рабочим или выходным по дню недели.',
      en: 'The day is again working or free by its weekday.',
    },
  },
  year: {
    title: { kk: 'Жаңа жылдың күнтізбесін енгізу', ru: 'Ввести календарь нового года', en: 'Enter the calendar of a new year' },
    hint: {
      kk: 'Жылдың барлық мерекесі мен ауыстыруы бірге енгізіледі.',
      ru: 'Все праздники и переносы года вводятся сразу.',
      en: 'All holidays and transfers of the year are entered at once.',
    },
  },
};

/** The operator's forms and the page that shows what an edit would touch. */
export const CALENDAR_EDIT = {
  heading: { kk: 'Жұмыс күнтізбесін өзгерту', ru: 'Изменить рабочий календарь', en: 'Edit the working calendar' },
  lead: {
    kk: 'Әр өзгеріс жаңа нұсқа болып сақталады. Белгіленген мерзімдер өздігінен өзгермейді: сақтар алдында қайсысы басқаша есептелетіні көрсетіледі.',
    ru: 'Каждое изменение сохраняется новой версией. Назначенные сроки сами не меняются: перед сохранением показано, какие были бы посчитаны иначе.',
    en: 'Every edit is kept as a new version. Standing deadlines do not change by themselves: before saving you see which would be counted otherwise.',
  },
  working: { kk: 'Жұмыс күні болатын демалыс', ru: 'Выходной, который станет рабочим', en: 'Day off that becomes a working day' },
  free: { kk: 'Демалыс болатын жұмыс күні', ru: 'Рабочий день, который станет выходным', en: 'Working day that becomes free' },
  date: { kk: 'Күні', ru: 'Дата', en: 'Date' },
  nameKk: { kk: 'Қазақша атауы', ru: 'Название на казахском', en: 'Name in Kazakh' },
  nameRu: { kk: 'Орысша атауы', ru: 'Название на русском', en: 'Name in Russian' },
  nameEn: {
    kk: 'Ағылшынша атауы (міндетті емес)',
    ru: 'Название на английском (необязательно)',
    en: 'Name in English (optional)',
  },
  act: { kk: 'Акт', ru: 'Акт', en: 'Act' },
  actHint: {
    kk: 'Актінің түрі, органы, нөмірі мен күні',
    ru: 'Вид акта, орган, номер и дата, например «Приказ Министра труда от 21.11.2024 № 436»',
    en: 'Kind, body, number and date of the act',
  },
  reason: { kk: 'Өзгертудің себебі', ru: 'Причина изменения', en: 'Reason for the edit' },
  reasonHint: {
    kk: 'Нұсқалар тарихында барлығына көрінеді',
    ru: 'Видна всем в истории версий',
    en: 'Everybody sees it in the history of versions',
  },
  year: { kk: 'Жыл', ru: 'Год', en: 'Year' },
  days: { kk: 'Мерекелер мен ауыстырулар', ru: 'Праздники и переносы', en: 'Holidays and transfers' },
  daysHint: {
    kk: 'Бір жолда бір күн: күні; түрі; қазақша атауы; орысша атауы; акт. Түрлері: {kinds}. Белгіленген мерекелер {year} жылдан көшірілген: Құрбан айтты, мереке үшін демалыстарды және ауыстыруларды қосыңыз.',
    ru: 'По одному дню в строке: дата; вид; название на казахском; название на русском; акт. Виды: {kinds}. Постоянные праздники взяты из года {year}: добавьте Курбан айт, выходные за праздники и переносы.',
    en: 'One day in a line: date; kind; name in Kazakh; name in Russian; act. Kinds: {kinds}. The fixed holidays come from {year}: add Kurban Ait, days off for holidays and transfers.',
  },
  preview: {
    kk: 'Қандай мерзімдерге әсер ететінін көру',
    ru: 'Показать, какие сроки затронет',
    en: 'Show which deadlines it touches',
  },
  cancel: { kk: 'Күнтізбеге оралу', ru: 'Вернуться к календарю', en: 'Back to the calendar' },
  checkHeading: { kk: 'Өзгерісті тексеріп, сақтаңыз', ru: 'Проверьте и сохраните изменение', en: 'Check and save the edit' },
  changesHeading: { kk: 'Не өзгереді', ru: 'Что изменится', en: 'What changes' },
  day: { kk: 'Күні', ru: 'День', en: 'Day' },
  before: { kk: 'Қазір', ru: 'Сейчас', en: 'Now' },
  after: { kk: 'Болады', ru: 'Станет', en: 'Becomes' },
  ground: { kk: 'Негіз', ru: 'Основание', en: 'Act' },
  name: { kk: 'Атауы', ru: 'Название', en: 'Name' },
  touched: {
    kk: 'Қандай мерзімдерге әсер етеді: {count}',
    ru: 'Какие сроки затронет: {count}',
    en: 'Deadlines touched: {count}',
  },
  touchedNote: {
    kk: 'Бұл мерзімдер қайта есептелмейді: жарияланған күйінде қалады. Тоқтатыла тұрған сатып алулар мұнда жоқ: қалған мерзімі қайта басталған күннің күнтізбесі бойынша саналады.',
    ru: 'Эти сроки не пересчитываются: они останутся такими, как опубликованы. Приостановленных закупок здесь нет: их остаток посчитают по календарю того дня, когда закупку возобновят.',
    en: 'These deadlines are not counted again: they stay as published. Suspended procurements are not listed: what is left of them is counted by the calendar of the day they are resumed.',
  },
  noneTouched: {
    kk: 'Жүріп жатқан сатып алулардың бірде-бір мерзімі басқаша есептелмес еді.',
    ru: 'Ни один срок идущих закупок не был бы посчитан иначе.',
    en: 'No deadline of a running procurement would be counted otherwise.',
  },
  procurement: { kk: 'Сатып алу', ru: 'Закупка', en: 'Procurement' },
  deadline: { kk: 'Мерзім', ru: 'Срок', en: 'Deadline' },
  was: { kk: 'Қазіргі күнтізбе бойынша', ru: 'По нынешнему календарю', en: 'By the present calendar' },
  wouldBe: { kk: 'Жаңа күнтізбе бойынша', ru: 'По новому календарю', en: 'By the new calendar' },
  meaning: { kk: 'Бұл нені білдіреді', ru: 'Что это значит', en: 'What it means' },
  save: { kk: 'Жаңа нұсқаны сақтау', ru: 'Сохранить новую версию', en: 'Save the new version' },
  change: { kk: 'Өзгерту', ru: 'Исправить', en: 'Correct' },
  saved: {
    kk: 'Күнтізбенің жаңа нұсқасы сақталды: {version}',
    ru: 'Сохранена версия календаря {version}',
    en: 'Calendar version {version} is saved',
  },
  savedNext: {
    kk: 'Жаңа мерзімдер осы нұсқа бойынша есептеледі. Бұрын белгіленген мерзімдер өзгерген жоқ.',
    ru: 'Новые сроки считаются по этой версии. Назначенные раньше сроки не изменились.',
    en: 'New deadlines are counted by this version. Deadlines set before have not changed.',
  },
  staleHeading: {
    kk: 'Күнтізбе осы арада өзгертілді',
    ru: 'Календарь за это время изменили',
    en: 'The calendar was edited meanwhile',
  },
  staleWhat: {
    kk: 'Сіздің өзгерісіңіз сақталған жоқ: ол {basedOn}-нұсқадан жасалған, ал қолданыстағысы {current}.',
    ru: 'Ваше изменение не сохранено: оно сделано от версии {basedOn}, а действует уже версия {current}.',
    en: 'Your edit is not saved: it was made from version {basedOn}, and version {current} is in force now.',
  },
  staleTheirs: { kk: 'Сақталғаны', ru: 'Сохранено другими', en: 'Saved by others' },
  staleYours: { kk: 'Сіздің өзгерісіңіз', ru: 'Ваше изменение', en: 'Your edit' },
  staleAgain: {
    kk: 'Өзімдікін {current}-нұсқаға қолдану',
    ru: 'Применить моё к версии {current}',
    en: 'Apply mine to version {current}',
  },
  staleDrop: { kk: 'Өзімдікінен бас тарту', ru: 'Отказаться от моего', en: 'Drop mine' },
  versionBy: {
    kk: 'Нұсқа {version}: {by}, {at}. {reason}',
    ru: 'Версия {version}: {by}, {at}. {reason}',
    en: 'Version {version}: {by}, {at}. {reason}',
  },
} satisfies Record<string, Words>;

export const EFFECTS = {
  'still-allowed': {
    kk: 'Ең ерте аяқталуы жылжиды, таңдалған мерзім ({at}) ережеге сай қалады',
    ru: 'Сдвинется самое раннее окончание, выбранный срок ({at}) остаётся допустимым',
    en: 'The earliest end moves, the chosen deadline ({at}) stays allowed',
  },
  'below-minimum': {
    kk: 'Таңдалған мерзім ({at}) жаңа ең аз мерзімнен қысқа болып қалады',
    ru: 'Выбранный срок ({at}) окажется короче нового минимума',
    en: 'The chosen deadline ({at}) falls below the new minimum',
  },
  'starts-on-free-day': {
    kk: 'Қабылдаудың басталуы жұмыс емес күнге келеді; ең жақын жұмыс күні көрсетілген',
    ru: 'Начало приёма придётся на нерабочий день; указан ближайший рабочий',
    en: 'The intake would open on a free day; the nearest working day is given',
  },
  'remainder-moves': {
    kk: 'Тоқтатудан кейін қалған мерзім басқа күні аяқталар еді',
    ru: 'Остаток после приостановления закончился бы в другой день',
    en: 'What was left after the suspension would end on another day',
  },
} satisfies Record<string, Words>;

/** What is wrong with a field of an edit. */
export const FAULTS: Record<CalendarFaultCode, Words> = {
  'not-a-date': {
    kk: 'Күнді толық енгізіңіз, мысалы 04 05 2026',
    ru: 'Введите дату целиком, например 04 05 2026',
    en: 'Enter the whole date, for example 04 05 2026',
  },
  'year-unknown': {
    kk: '{year} жыл әлі енгізілмеген: алдымен оның барлық мерекесін енгізіңіз',
    ru: 'Календаря на {year} год ещё нет: сначала введите год целиком',
    en: 'Year {year} has not been entered: enter the whole year first',
  },
  'year-known': {
    kk: '{year} жыл енгізілген',
    ru: 'Календарь на {year} год уже введён',
    en: 'Year {year} has already been entered',
  },
  'not-a-year': { kk: 'Жылды төрт цифрмен енгізіңіз', ru: 'Введите год четырьмя цифрами', en: 'Enter the year in four digits' },
  'already-an-exception': {
    kk: '{date}: күнтізбеде бар ({kind}). Алдымен алып тастаңыз',
    ru: '{date} уже есть в календаре: {kind}. Сначала уберите этот день',
    en: '{date} stands in the calendar already: {kind}. Remove it first',
  },
  'not-an-exception': {
    kk: '{date}: күнтізбеде жеке белгіленбеген',
    ru: '{date} в календаре отдельно не отмечено',
    en: '{date} is not marked in the calendar',
  },
  'last-of-year': {
    kk: '{year} жылдың соңғы белгіленген күні: алып тастаса, жыл белгісіз болады',
    ru: 'Это последний отмеченный день {year} года: без него год стал бы неизвестен',
    en: 'This is the last marked day of {year}: without it the year would be unknown',
  },
  'already-free': { kk: '{date}: бұл күн онсыз да демалыс', ru: '{date} и так выходной', en: '{date} is free as it is' },
  'already-working': {
    kk: '{date}: бұл күн онсыз да жұмыс күні',
    ru: '{date} и так рабочий день',
    en: '{date} is a working day as it is',
  },
  'act-missing': { kk: 'Актіні көрсетіңіз', ru: 'Укажите акт', en: 'Name the act' },
  'name-kk-missing': { kk: 'Қазақша атауын енгізіңіз', ru: 'Введите название на казахском', en: 'Enter the name in Kazakh' },
  'name-ru-missing': { kk: 'Орысша атауын енгізіңіз', ru: 'Введите название на русском', en: 'Enter the name in Russian' },
  'reason-missing': { kk: 'Себебін жазыңыз', ru: 'Укажите причину', en: 'Give the reason' },
  'no-days': { kk: 'Кемінде бір күн енгізіңіз', ru: 'Введите хотя бы один день', en: 'Enter at least one day' },
  'bad-line': {
    kk: 'Жол {line}: бес бөлік керек – осы жылдың күні; түрі; екі атауы; акт',
    ru: 'Строка {line}: нужны пять частей: дата этого года; вид; два названия; акт',
    en: 'Line {line}: five parts are needed: a date of this year; kind; two names; act',
  },
  'double-line': {
    kk: 'Жол {line}: {date} қайталанған',
    ru: 'Строка {line}: {date} уже есть выше',
    en: 'Line {line}: {date} is already above',
  },
};
