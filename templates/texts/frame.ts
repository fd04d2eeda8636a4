import type { Role } from '../../domain/parties.ts';
import type { Language, Words } from './texts.ts';

/** Words of the frame around every page. */
export const FRAME = {
  portalName: { kk: 'Zakup', ru: 'Zakup', en: 'Zakup' },
  portalWhat: { kk: 'мемлекеттік сатып алу', ru: 'государственные закупки', en: 'public procurement' },
  skipToContent: { kk: 'Негізгі мазмұнға өту', ru: 'Перейти к содержанию', en: 'Skip to main content' },
  languageNavigation: { kk: 'Тіл', ru: 'Язык', en: 'Language' },
  serviceInformation: { kk: 'Портал бөлімдері', ru: 'Разделы портала', en: 'Sections of the portal' },
  menu: { kk: 'Мәзір', ru: 'Меню', en: 'Menu' },
  signIn: { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  signOut: { kk: 'Шығу', ru: 'Выйти', en: 'Sign out' },
  youActAs: { kk: 'Сіздің рөліңіз', ru: 'Вы действуете как', en: 'You act as' },
  changeRole: { kk: 'Ауыстыру', ru: 'Сменить', en: 'Change' },
  lots: { kk: 'Лоттар', ru: 'Лоты', en: 'Lots' },
  announcements: { kk: 'Хабарландырулар', ru: 'Объявления', en: 'Announcements' },
  myCabinet: { kk: 'Менің кабинетім', ru: 'Мой кабинет', en: 'My cabinet' },
  myAnnouncements: { kk: 'Менің хабарландыруларым', ru: 'Мои объявления', en: 'My announcements' },
  myQuotations: { kk: 'Менің ұсыныстарым', ru: 'Мои предложения', en: 'My quotations' },
  notifications: { kk: 'Хабарламалар', ru: 'Уведомления', en: 'Notifications' },
  unread: { kk: 'оқылмағаны: {count}', ru: 'непрочитанных: {count}', en: '{count} unread' },
  sandbox: { kk: 'Оқу ортасы', ru: 'Учебная среда', en: 'Sandbox' },
  sandboxWhat: {
    kk: 'Мұндағы сатып алудың, құжаттар мен қолтаңбалардың заңды күші жоқ, хаттар сыртқа жіберілмейді.',
    ru: 'Закупки, документы и подписи здесь не имеют юридической силы, письма наружу не уходят.',
    en: 'Procurements, documents and signatures here bind nobody, letters do not leave the portal.',
  },
  legalTime: { kk: 'Портал уақыты', ru: 'Время портала', en: 'Portal time' },
  sandboxMail: { kk: 'Хаттар', ru: 'Письма', en: 'Letters' },
  sandboxEngine: { kk: 'Процестер', ru: 'Процессы', en: 'Processes' },
  goToNextDeadline: { kk: 'Келесі мерзімге өту', ru: 'Перейти к следующему сроку', en: 'Go to the next deadline' },
  aboutPortal: { kk: 'Портал туралы', ru: 'О портале', en: 'About the portal' },
  help: { kk: 'Көмек', ru: 'Помощь', en: 'Help' },
  rules: { kk: 'Ережелер мен мерзімдер', ru: 'Правила и сроки', en: 'Rules and deadlines' },
  calendar: { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
  api: { kk: 'Бағдарламаларға арналған API', ru: 'API для программ', en: 'API for programs' },
  portalState: { kk: 'Порталдың күйі', ru: 'Состояние портала', en: 'State of the portal' },
  portalTime: { kk: 'Портал уақыты', ru: 'Время портала', en: 'Portal time' },
  zone: { kk: 'Астана уақыты (UTC+5)', ru: 'Время Астаны (UTC+5)', en: 'Astana time (UTC+5)' },
  sessionUntil: { kk: 'Сеанстың аяқталуы', ru: 'Сеанс до', en: 'Session until' },
  sessionExtends: {
    kk: 'Бетті ашқан сайын 40 минутқа ұзарады.',
    ru: 'Продлевается на 40 минут при каждом открытии страницы.',
    en: 'Opening a page extends it to 40 minutes.',
  },
  breadcrumbs: { kk: 'Бет орны', ru: 'Путь к странице', en: 'Breadcrumb' },
  errorPrefix: { kk: 'Қате:', ru: 'Ошибка:', en: 'Error:' },
  errorsTitle: { kk: 'Толтыруды тексеріңіз', ru: 'Проверьте заполнение', en: 'Check what is filled in' },
  done: { kk: 'Орындалды', ru: 'Готово', en: 'Done' },
  important: { kk: 'Маңызды', ru: 'Важно', en: 'Important' },
  warning: { kk: 'Назар аударыңыз', ru: 'Внимание', en: 'Warning' },
  previousPage: { kk: 'Алдыңғы бет', ru: 'Предыдущая страница', en: 'Previous page' },
  nextPage: { kk: 'Келесі бет', ru: 'Следующая страница', en: 'Next page' },
  pages: { kk: 'Беттер', ru: 'Страницы', en: 'Pages' },
  why: { kk: 'Неге?', ru: 'Почему?', en: 'Why?' },
  refresh: { kk: 'Жаңарту', ru: 'Обновить', en: 'Refresh' },
  asOf: { kk: 'Есептелген уақыты: {time}', ru: 'по состоянию на {time}', en: 'as of {time}' },
  deadlineEnded: {
    kk: 'Мерзімі өтті, порталмен салыстырылуда',
    ru: 'Срок истёк, сверяем с порталом',
    en: 'Time is up, checking with the portal',
  },
  day: { kk: 'Күні', ru: 'День', en: 'Day' },
  month: { kk: 'Айы', ru: 'Месяц', en: 'Month' },
  year: { kk: 'Жылы', ru: 'Год', en: 'Year' },
  timeOfDay: { kk: 'Уақыты', ru: 'Время', en: 'Time' },
  fileChoose: { kk: 'Файлды таңдау', ru: 'Выбрать файл', en: 'Choose file' },
  fileDrop: { kk: 'немесе осында сүйреңіз', ru: 'или перетащите сюда', en: 'or drop it here' },
  fileNone: { kk: 'Файл таңдалмаған', ru: 'Файл не выбран', en: 'No file chosen' },
  fileMany: { kk: 'Таңдалған файлдар: %{count}', ru: 'Выбрано файлов: %{count}', en: 'Files chosen: %{count}' },
  fileEntered: { kk: 'Файлды жіберуге болады', ru: 'Файл можно отпустить', en: 'You can drop the file' },
  fileLeft: { kk: 'Файл өрістен тыс', ru: 'Файл вне поля', en: 'The file left the field' },
  notGiven: { kk: 'көрсетілмеген', ru: 'не указано', en: 'not given' },
} satisfies Record<string, Words>;

export type FrameText = keyof typeof FRAME;

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** English is help, not law: said once, at the foot of English pages. */
export const LEGAL_LANGUAGE_NOTE: Words = {
  kk: '',
  ru: '',
  en: 'English is a help for reading. The texts in Kazakh and Russian are the binding ones.',
};

export const ROLE_NAMES: Record<Role, Words> = {
  organizer: { kk: 'ұйымдастырушы', ru: 'организатор', en: 'organizer' },
  customer: { kk: 'тапсырыс беруші', ru: 'заказчик', en: 'customer' },
  supplier: { kk: 'өнім беруші', ru: 'поставщик', en: 'supplier' },
  'organization-administrator': { kk: 'ұйым әкімшісі', ru: 'администратор организации', en: 'organization administrator' },
  operator: { kk: 'портал операторы', ru: 'оператор портала', en: 'portal operator' },
};
