import type { Role } from '../../domain/parties.ts';
import type { Words } from './texts.ts';

export const SIGN_IN = {
  heading: { kk: 'Порталға кіру', ru: 'Вход на портал', en: 'Sign in to the portal' },
  login: { kk: 'Логин', ru: 'Логин', en: 'Login' },
  password: { kk: 'Құпиясөз', ru: 'Пароль', en: 'Password' },
  button: { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  show: { kk: 'Көрсету', ru: 'Показать', en: 'Show' },
  hide: { kk: 'Жасыру', ru: 'Скрыть', en: 'Hide' },
  showLabel: { kk: 'Құпиясөзді көрсету', ru: 'Показать пароль', en: 'Show password' },
  hideLabel: { kk: 'Құпиясөзді жасыру', ru: 'Скрыть пароль', en: 'Hide password' },
  shown: { kk: 'Құпиясөз көрініп тұр', ru: 'Пароль виден', en: 'Your password is visible' },
  hidden: { kk: 'Құпиясөз жасырылды', ru: 'Пароль скрыт', en: 'Your password is hidden' },
  signInFirst: {
    kk: 'Бұл бетті ашу үшін порталға кіріңіз. Кіргеннен кейін сол бетке ораласыз.',
    ru: 'Чтобы открыть эту страницу, войдите. После входа вы вернётесь к ней.',
    en: 'Sign in to open this page. You will come back to it.',
  },
  sessionEnded: {
    kk: 'Сеанс аяқталды. Толтырылғаны сақталды: кіргеннен кейін пішінге ораласыз.',
    ru: 'Сеанс закончился. Введённое сохранено: после входа вы вернётесь к форме.',
    en: 'The session has ended. What you typed is kept: you will come back to the form.',
  },
  loginMissing: { kk: 'Логинді енгізіңіз', ru: 'Введите логин', en: 'Enter your login' },
  passwordMissing: { kk: 'Құпиясөзді енгізіңіз', ru: 'Введите пароль', en: 'Enter your password' },
  wrongPair: {
    kk: 'Мұндай логин мен құпиясөз жұбы жоқ. Пернетақта тілін және Caps Lock пернесін тексеріңіз.',
    ru: 'Такой пары логина и пароля нет. Проверьте язык клавиатуры и Caps Lock.',
    en: 'There is no such pair of login and password. Check the keyboard layout and Caps Lock.',
  },
  blocked: {
    kk: 'Бұл есептік жазба бұғатталған. Ұйымыңыздың әкімшісіне хабарласыңыз.',
    ru: 'Эта учётная запись заблокирована. Обратитесь к администратору вашей организации.',
    en: 'This account is blocked. Ask the administrator of your organization.',
  },
  tooManyAttempts: {
    kk: 'Әрекет саны тым көп, кіру уақытша жабық. Қайталап көруге дейін қалған минут: {minutes}.',
    ru: 'Слишком много попыток, вход временно закрыт. До следующей попытки, минут: {minutes}.',
    en: 'Too many attempts, signing in is closed for a while. Minutes until the next attempt: {minutes}.',
  },
  demoHeading: { kk: 'Оқу ортасының адамдары', ru: 'Люди учебной среды', en: 'People of the sandbox' },
  demoHint: {
    kk: 'Адамды таңдаңыз: логин мен құпиясөз өздігінен толады.',
    ru: 'Выберите человека: логин и пароль заполнятся.',
    en: 'Choose a person: login and password are filled in.',
  },
  demoPerson: { kk: 'Адам, логин / құпиясөз', ru: 'Человек, логин / пароль', en: 'Person, login / password' },
  demoMay: { kk: 'Не істей алады', ru: 'Что может', en: 'What they can do' },
  signedOut: { kk: 'Порталдан шықтыңыз', ru: 'Вы вышли из портала', en: 'You have signed out' },
} satisfies Record<string, Words>;

/** What a role can do, in a line; shown beside the people of the sandbox. */
export const ROLE_DEEDS: Record<Role, Words> = {
  organizer: {
    kk: 'сатып алуды жариялайды және жүргізеді',
    ru: 'объявляет и ведёт закупки',
    en: 'announces and runs procurements',
  },
  customer: { kk: 'тапсырыс беруші ретінде қатысады', ru: 'участвует как заказчик', en: 'takes part as the customer' },
  supplier: { kk: 'баға ұсынысын береді', ru: 'подаёт ценовые предложения', en: 'submits price quotations' },
  'organization-administrator': {
    kk: 'ұйым адамдарын басқарады',
    ru: 'управляет людьми организации',
    en: 'manages the people of the organization',
  },
  operator: {
    kk: 'портал уақытын келесі мерзімге жылжытады',
    ru: 'переводит время портала к следующему сроку',
    en: 'moves the portal time to the next deadline',
  },
};

/** The session ended while a form was being filled in. */
export const RESUME = {
  heading: { kk: 'Пішін жіберілген жоқ', ru: 'Форма не отправлена', en: 'The form was not sent' },
  what: {
    kk: 'Сеанс пішін жіберілгенге дейін аяқталды, әрекет орындалған жоқ. Толтырылғаны сақталды.',
    ru: 'Сеанс закончился раньше, чем форма была отправлена; действие не выполнено. Введённое сохранено.',
    en: 'The session ended before the form was sent; nothing was done. What you typed is kept.',
  },
  typed: { kk: 'Толтырылғаны', ru: 'Введено', en: 'Typed' },
  send: { kk: 'Қазір жіберу', ru: 'Отправить сейчас', en: 'Send now' },
  back: { kk: 'Жібермей, бетке оралу', ru: 'Не отправлять, вернуться на страницу', en: 'Do not send, back to the page' },
} satisfies Record<string, Words>;
