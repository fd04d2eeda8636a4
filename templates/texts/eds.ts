import { inLanguage, type Language, type Words } from './texts.ts';

/** Fields of a signing key in any form that signs in the browser. */
export const EDS_KEY = {
  file: { kk: 'ЭЦҚ кілтінің файлы (.p12)', ru: 'Файл ключа ЭЦП (.p12)', en: 'Signing key file (.p12)' },
  fileHint: {
    kk: 'Кілт пен құпиясөз браузерден шықпайды.',
    ru: 'Ключ и пароль не покидают браузер.',
    en: 'Key and password never leave the browser.',
  },
  password: { kk: 'Кілттің құпиясөзі', ru: 'Пароль ключа', en: 'Password of the key' },
  needsScript: {
    kk: 'Қол қою үшін браузерде JavaScript қосулы болуы керек: кілт тек осы компьютерде қолданылады.',
    ru: 'Для подписи в браузере должен быть включён JavaScript: ключ применяется только на этом компьютере.',
    en: 'Signing needs JavaScript in the browser: the key is used on this computer only.',
  },
} satisfies Record<string, Words>;

/** Sentences of the scripts that sign, by reason code; `script[data-messages]` of the form carries them. */
const MESSAGES = {
  title: { kk: 'Толтыруды тексеріңіз', ru: 'Проверьте заполнение', en: 'Check what is filled in' },
  working: { kk: 'Қол қойылуда…', ru: 'Подписываем…', en: 'Signing…' },
  'eds-file-missing': {
    kk: 'ЭЦҚ кілтінің файлын таңдаңыз.',
    ru: 'Выберите файл ключа ЭЦП.',
    en: 'Choose the signing key file.',
  },
  'eds-password-missing': {
    kk: 'Кілттің құпиясөзін енгізіңіз.',
    ru: 'Введите пароль ключа.',
    en: 'Enter the password of the key.',
  },
  'wrong-password': {
    kk: 'Құпиясөз бұл кілтке сәйкес емес. Пернетақта тілін және Caps Lock пернесін тексеріңіз.',
    ru: 'Пароль не подходит к этому ключу. Проверьте язык клавиатуры и Caps Lock.',
    en: 'The password does not fit this key. Check the keyboard layout and Caps Lock.',
  },
  'not-a-key-file': {
    kk: 'Бұл файл ЭЦҚ кілті емес. Аты .p12 деп аяқталатын файлды таңдаңыз.',
    ru: 'Это не файл ключа ЭЦП. Выберите файл, имя которого оканчивается на .p12.',
    en: 'This is not a signing key file. Choose a file whose name ends in .p12.',
  },
  'no-secure-context': {
    kk: 'Браузер қорғалмаған қосылымда қол қоюға рұқсат бермейді. Порталды https мекенжайы арқылы ашыңыз.',
    ru: 'Браузер не разрешает подпись по незащищённому соединению. Откройте портал по адресу https.',
    en: 'The browser does not allow signing over an unprotected connection. Open the portal by its https address.',
  },
  'no-connection': {
    kk: 'Порталмен байланыс жоқ, жауап келмеді. Енгізілгендер сақтаулы: қайта жіберіңіз, әрекет екі рет орындалмайды.',
    ru: 'Нет связи с порталом, ответ не получен. Введённое цело: отправьте ещё раз, дважды действие не выполнится.',
    en: 'No connection with the portal, no answer came. What you typed is kept: send it again, nothing is done twice.',
  },
  'not-accepted': {
    kk: 'Портал сұрауды қабылдаған жоқ. Бетті жаңартып, қайталаңыз.',
    ru: 'Портал не принял запрос. Обновите страницу и повторите.',
    en: 'The portal did not accept the request. Refresh the page and repeat.',
  },
  'browser-failed': {
    kk: 'Браузер қол қоя алмады. Браузерді жаңартыңыз немесе басқасын қолданыңыз.',
    ru: 'Браузер не смог подписать. Обновите браузер или возьмите другой.',
    en: 'The browser could not sign. Update it or use another one.',
  },
} satisfies Record<string, Words>;

/** Messages of a form that signs; `more` are those of its own page. */
export const edsMessages = (language: Language, more: Record<string, Words> = {}): Record<string, string> =>
  inLanguage<string>({ ...MESSAGES, ...more }, language);

/** The page «Проверить мою ЭЦП». */
export const EDS_CHECK = {
  heading: { kk: 'ЭЦҚ-ны тексеру', ru: 'Проверить мою ЭЦП', en: 'Check my signing key' },
  lead: {
    kk: 'Кез келген күні тексеруге болады. Браузер кездейсоқ жолға қол қояды, портал кімнің қолы екенін және құжаттарға жарайтынын айтады. Ештеңе сақталмайды.',
    ru: 'Проверять можно в любой день. Браузер подпишет случайную строку, портал скажет, чья это подпись и примет ли он её под документами. Ничего не сохраняется.',
    en: 'Check it any day. The browser signs a random line; the portal says whose signature it is and whether it accepts it. Nothing is kept.',
  },
  button: { kk: 'Қол қойып тексеру', ru: 'Подписать и проверить', en: 'Sign and check' },
  again: { kk: 'Басқа кілтті тексеру', ru: 'Проверить другой ключ', en: 'Check another key' },
  accepted: {
    kk: 'Қолтаңба жарамды, портал оны қабылдайды',
    ru: 'Подпись действительна, портал её примет',
    en: 'The signature is valid; the portal accepts it',
  },
  certificate: { kk: 'Сертификат', ru: 'Сертификат', en: 'Certificate' },
  holder: { kk: 'Иесі', ru: 'Владелец', en: 'Holder' },
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  organization: { kk: 'Ұйым', ru: 'Организация', en: 'Organization' },
  bin: { kk: 'БСН', ru: 'БИН', en: 'BIN' },
  issuer: { kk: 'Берген орталық', ru: 'Кем выдан', en: 'Issued by' },
  serial: { kk: 'Сериялық нөмірі', ru: 'Серийный номер', en: 'Serial number' },
  validFrom: { kk: 'Жарамды бола бастайды', ru: 'Действует с', en: 'Valid from' },
  validTo: { kk: 'Жарамды мерзімі', ru: 'Действует до', en: 'Valid until' },
  left: { kk: 'Мерзімі', ru: 'Срок', en: 'Term' },
  ownOrganization: { kk: 'жеке тұлға', ru: 'физическое лицо', en: 'private person' },
  endsSoon: {
    kk: 'Сертификаттың мерзімі жақында бітеді. Жаңасын алдын ала алыңыз: мерзім ұсыныс беру кезінде өтіп кетсе, ұсыныс қабылданбайды.',
    ru: 'Сертификат скоро закончится. Получите новый заранее: если срок выйдет до подачи, предложение не примут.',
    en: 'The certificate ends soon. Get a new one in time: an offer signed after its end is not accepted.',
  },
  stale: {
    kk: 'Тексеру жолының мерзімі өтті. Кілтті таңдап, қайта қол қойыңыз.',
    ru: 'Строка для проверки устарела. Выберите ключ и подпишите ещё раз.',
    en: 'The line to sign has expired. Choose the key and sign again.',
  },
} satisfies Record<string, Words>;
