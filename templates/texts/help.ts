import type { Role } from '../../domain/parties.ts';
import type { Words } from './texts.ts';

/** The help page: what is where, how to get through for each role, whom to call. */
export const HELP = {
  heading: { kk: 'Көмек', ru: 'Помощь', en: 'Help' },
  lead: {
    kk: 'Лоттар, хабарландырулар мен хаттамалар барлығына ашық. Әрекет жасау үшін порталға кіріңіз: бір адам бірнеше рөлде бола алады, бет бір рөлмен жұмыс істейді.',
    ru: 'Лоты, объявления и протоколы открыты всем. Чтобы действовать, войдите: у человека может быть несколько ролей, страница работает в одной.',
    en: 'Lots, announcements and protocols are open to everyone. Sign in to act: a person may have several roles, a page works in one of them.',
  },
  where: { kk: 'Не қайда', ru: 'Что где находится', en: 'What is where' },
  page: { kk: 'Бет', ru: 'Страница', en: 'Page' },
  whatThere: { kk: 'Онда не бар', ru: 'Что там', en: 'What is there' },
  forWhom: { kk: 'Кімге', ru: 'Для кого', en: 'For whom' },
  everyone: { kk: 'барлығына', ru: 'для всех', en: 'everyone' },
  whoSignedIn: { kk: 'кіргендерге', ru: 'для вошедших', en: 'those signed in' },
  yourRole: { kk: '{role} (сіздің рөліңіз)', ru: '{role} (ваша роль)', en: '{role} (your role)' },
  tour: { kk: 'Үш тапсырмамен танысу', ru: 'Знакомство за три задачи', en: 'Get to know it in three tasks' },
  tourLead: {
    kk: 'Оқу ортасында портал уақытын жылжытуға болады, сондықтан сатып алуды басынан соңына дейін бірнеше минутта көруге болады.',
    ru: 'В учебной среде время портала можно переводить, поэтому закупка проходит от начала до итогов за несколько минут.',
    en: 'In the sandbox the portal time can be moved, so a procurement runs from start to results in minutes.',
  },
  toSignIn: { kk: 'Кіру бетін ашу', ru: 'Открыть страницу входа', en: 'Open the sign-in page' },
  eds: { kk: 'Электрондық цифрлық қолтаңба', ru: 'Электронная цифровая подпись', en: 'Electronic signature' },
  refusals: { kk: 'Портал бас тартқанда', ru: 'Если портал отказывает', en: 'When the portal says no' },
  contacts: { kk: 'Портал операторы', ru: 'Оператор портала', en: 'The portal’s operator' },
  noContacts: {
    kk: 'Оператордың байланыс деректері әлі енгізілмеген.',
    ru: 'Контакты оператора ещё не внесены.',
    en: 'The operator’s contacts have not been entered yet.',
  },
  position: { kk: 'Лауазымы', ru: 'Должность', en: 'Position' },
  organization: { kk: 'Ұйым', ru: 'Организация', en: 'Organization' },
  address: { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
  phone: { kk: 'Телефон', ru: 'Телефон', en: 'Telephone' },
  email: { kk: 'Электрондық пошта', ru: 'Электронная почта', en: 'E-mail' },
  tell: {
    kk: 'Хабарласқанда айтыңыз: беттің мекенжайы, сатып алу нөмірі, бас тарту коды немесе сұрау нөмірі, уақыты.',
    ru: 'При обращении назовите: адрес страницы, номер закупки, код отказа или номер запроса, время.',
    en: 'When you call, name: the address of the page, the number of the procurement, the code of the refusal or of the request, the time.',
  },
} satisfies Record<string, Words>;

/** Pages of the portal, in the order of a visitor's way. `for`: whom the page is for. */
export const PLACES: { href: string; for: 'all' | 'people' | Role[]; title: Words; what: Words }[] = [
  {
    href: '/lots',
    for: 'all',
    title: { kk: 'Лоттарды іздеу', ru: 'Поиск лотов', en: 'Search of lots' },
    what: {
      kk: 'сөз, нөмір, БСН, тауар коды, сома және мәртебе бойынша',
      ru: 'по слову, номеру, БИН, коду товара, сумме и статусу',
      en: 'by word, number, BIN, code, amount and status',
    },
  },
  {
    href: '/announcements',
    for: 'all',
    title: { kk: 'Хабарландырулар', ru: 'Объявления', en: 'Announcements' },
    what: {
      kk: 'сатып алу беті: мерзімі, лоттар, құжаттар, хаттамалар, тарихы',
      ru: 'страница закупки: срок, лоты, документы, протоколы, история',
      en: 'the page of a procurement: deadline, lots, documents, protocols, history',
    },
  },
  {
    href: '/rules',
    for: 'all',
    title: { kk: 'Ережелер мен мерзімдер', ru: 'Правила и сроки', en: 'Rules and deadlines' },
    what: {
      kk: 'ережелердің сандары, уақыттың есебі, не құпия',
      ru: 'числа правил, счёт времени, что скрыто до вскрытия',
      en: 'the numbers of the rules, how time is counted, what is secret',
    },
  },
  {
    href: '/calendar',
    for: 'all',
    title: { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
    what: {
      kk: 'мерекелер мен ауыстырулар, актілері',
      ru: 'праздники и переносы с актами',
      en: 'holidays and transfers with their acts',
    },
  },
  {
    href: '/eds',
    for: 'all',
    title: { kk: 'ЭЦҚ-ны тексеру', ru: 'Проверить мою ЭЦП', en: 'Check my EDS' },
    what: {
      kk: 'кілт файлы мен сертификат жарай ма',
      ru: 'подходят ли файл ключа и сертификат',
      en: 'whether the key file and the certificate are fit',
    },
  },
  {
    href: '/my',
    for: 'people',
    title: { kk: 'Менің кабинетім', ru: 'Мой кабинет', en: 'My cabinet' },
    what: { kk: 'сізден не күтіледі, мерзімі бойынша', ru: 'что ждут от вас, по срокам', en: 'what waits for you, by deadline' },
  },
  {
    href: '/my/notifications',
    for: 'people',
    title: { kk: 'Хабарламалар', ru: 'Уведомления', en: 'Notifications' },
    what: {
      kk: 'сатып алулардағы оқиғалар; поштаға да жіберіледі',
      ru: 'события ваших закупок; приходят и на почту',
      en: 'events of your procurements; also sent by mail',
    },
  },
  {
    href: '/my/announcements',
    for: ['organizer', 'customer'],
    title: { kk: 'Менің хабарландыруларым', ru: 'Мои объявления', en: 'My announcements' },
    what: { kk: 'жобалар мен жарияланғандар', ru: 'черновики и опубликованные', en: 'drafts and published ones' },
  },
  {
    href: '/my/quotations',
    for: ['supplier'],
    title: { kk: 'Менің ұсыныстарым', ru: 'Мои предложения', en: 'My quotations' },
    what: {
      kk: 'берілген ұсыныстар мен түбіртектер',
      ru: 'поданные предложения и квитанции',
      en: 'quotations handed in and their receipts',
    },
  },
  {
    href: '/operator',
    for: ['operator'],
    title: { kk: 'Порталдың күйі', ru: 'Состояние портала', en: 'State of the portal' },
    what: {
      kk: 'не кешікті, не күтіп тұр, бөліктер жауап бере ме',
      ru: 'что опаздывает, что ждёт, отвечают ли части',
      en: 'what is late, what waits, whether the parts answer',
    },
  },
];

/** The three tasks of the sandbox. */
export const TOUR: Words[] = [
  {
    kk: 'Өнім беруші (supplier1) болып кіріңіз.',
    ru: 'Войдите как поставщик (supplier1).',
    en: 'Sign in as a supplier (supplier1).',
  },
  {
    kk: 'Лоттар арасынан қабылдау жүріп жатқанын ашып, баға ұсынысын беріңіз: кілт файлы мен құпиясөз қол қою бетінде айтылған.',
    ru: 'Среди лотов откройте тот, по которому идёт приём, и подайте цену: где взять файл ключа и пароль, сказано у поля подписи.',
    en: 'Among the lots open one whose intake is running and hand in a price: where to get the key file and its password is said beside the signature.',
  },
  {
    kk: 'Оператор (operator) болып кіріп, беттің жоғарғы жағындағы «Келесі мерзімге өту» түймесін басыңыз: қабылдау аяқталады, ұсыныстар ашылады, хаттама жарияланады.',
    ru: 'Войдите как оператор (operator) и нажмите вверху страницы «Перейти к следующему сроку»: приём закончится, предложения вскроются, протокол опубликуется.',
    en: 'Sign in as the operator and press “Go to the next deadline” at the top: the intake closes, quotations are opened, the protocol is published.',
  },
];

/** About signing. */
export const EDS_HELP: Words[] = [
  {
    kk: 'Қол браузерде .p12 файлынан қойылады; бөлек бағдарлама қажет емес. Кілт пен құпиясөз браузерден шықпайды.',
    ru: 'Подпись ставится в браузере из файла .p12, отдельная программа не нужна. Ключ и пароль не покидают браузер.',
    en: 'You sign in the browser from a .p12 file; no other program is needed. Key and password never leave the browser.',
  },
  {
    kk: 'Сертификат сізге және ұйымыңызға берілген, мерзімі өтпеген және қайтарып алынбаған болуы керек.',
    ru: 'Сертификат должен быть выдан вам и вашей организации, не истёк и не отозван.',
    en: 'The certificate must be issued to you and your organization, be in force and not revoked.',
  },
  {
    kk: 'Кілтті мерзімнен бұрын тексеріп алыңыз.',
    ru: 'Проверьте ключ заранее, не в последний час приёма.',
    en: 'Check your key in good time, not in the last hour.',
  },
];

/** About refusals. */
export const REFUSAL_HELP: Words[] = [
  {
    kk: 'Бас тарту әрқашан төрт бөліктен тұрады: не болды, неге (ереженің тармағымен), енді не істеу керек, қашанға дейін.',
    ru: 'В отказе всегда четыре части: что произошло, почему (с пунктом правил), что делать, до какого времени.',
    en: 'A refusal always has four parts: what happened, why (with the article), what to do now, by when.',
  },
  {
    kk: 'Толтырғаныңыз жоғалмайды: пішін мәндерімен бірге қайтарылады, сеанс аяқталса да сақталады.',
    ru: 'Введённое не пропадает: форма возвращается с вашими значениями, даже если сеанс закончился.',
    en: 'What you typed is not lost: the form comes back filled in, even after the session has ended.',
  },
  {
    kk: 'Қосылмаған әрекеттің жанында себебі жазылған.',
    ru: 'Рядом с недоступным действием написано, почему его нельзя выполнить и когда оно откроется.',
    en: 'Beside an action that is not available stands why and when it opens.',
  },
];
