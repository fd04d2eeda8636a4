import type { TOKEN_SCOPES } from '../../domain/api-tokens.ts';
import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** Tokens of an organization for its programs, in the cabinet. */
export const TOKENS = {
  title: words('API токендері', 'Токены API', 'API tokens'),
  lead: words(
    'Токен бағдарламаға порталда оны жасаған адамның атынан, оның бір рөлімен әрекет етуге мүмкіндік береді. Ашық деректерді оқу үшін токен керек емес.',
    'Токен позволяет программе действовать на портале от имени того, кто его создал, в одной из его ролей. Для чтения открытых данных токен не нужен.',
    'With a token a program acts on the portal in the name of the person who made it, in one of their roles. Public data need no token.',
  ),
  howTo: words('API сипаттамасы', 'Описание API', 'Description of the API'),
  own: words('Менің токендерім', 'Мои токены', 'My tokens'),
  ofOrganization: words('Ұйымның токендері', 'Токены организации', 'Tokens of the organization'),
  none: words('Токендер жоқ.', 'Токенов нет.', 'There are no tokens.'),
  make: words('Токен жасау', 'Создать токен', 'Make a token'),
  name: words('Атауы', 'Название', 'Name'),
  nameHint: words(
    'Қай бағдарлама үшін: кейін қайсысын кері қайтару керегі көрінеді.',
    'Для какой программы: потом будет видно, какой отозвать.',
    'For which program: tells later which one to revoke.',
  ),
  owner: words('Жауапты', 'Ответственный', 'Answers for it'),
  role: words('Рөлі', 'Роль', 'Role'),
  scopes: words('Рұқсаттар', 'Разрешения', 'Scopes'),
  days: words('Мерзімі, күн', 'Срок, дней', 'Life, days'),
  created: words('Жасалған', 'Создан', 'Made'),
  expires: words('Жарамдылық мерзімі', 'Действует до', 'Good until'),
  lastUsed: words('Соңғы пайдаланылған күні', 'Последний день использования', 'Last day of use'),
  never: words('пайдаланылмаған', 'не использовался', 'never used'),
  live: words('Жарамды', 'Действует', 'Good'),
  expired: words('Мерзімі өтті', 'Истёк', 'Expired'),
  revoked: words('Кері қайтарылды', 'Отозван', 'Revoked'),
  state: words('Күйі', 'Состояние', 'State'),
  revoke: words('Кері қайтару', 'Отозвать', 'Revoke'),
  revokeHeading: words('Токенді кері қайтару', 'Отзыв токена', 'Revoking a token'),
  revokeLead: words(
    'Токен бірден жарамсыз болады, оны қайтару мүмкін емес.',
    'Токен сразу перестанет действовать, вернуть его нельзя.',
    'The token stops working at once and cannot be brought back.',
  ),
  revokedDone: words('Токен кері қайтарылды.', 'Токен отозван.', 'The token is revoked.'),
  notRevoked: words('Мұндай жарамды токен жоқ.', 'Такого действующего токена нет.', 'There is no such token in force.'),
  madeHeading: words('Токен жасалды', 'Токен создан', 'The token is made'),
  copyNow: words(
    'Токенді қазір көшіріп алыңыз: ол бір рет қана көрсетіледі, порталда тек оның дайджесті сақталады.',
    'Скопируйте токен сейчас: он показывается один раз, портал хранит только его дайджест.',
    'Copy the token now: it is shown once, the portal keeps only its digest.',
  ),
  token: words('Токен', 'Токен', 'Token'),
  madeBefore: words(
    'Бұл токен жасалып қойған және енді көрсетілмейді. Көшіріп үлгермесеңіз, оны кері қайтарып, жаңасын жасаңыз.',
    'Этот токен уже создан и больше не показывается. Если вы не успели его скопировать, отзовите его и создайте новый.',
    'This token was made already and is not shown again. If you did not copy it, revoke it and make a new one.',
  ),
  toList: words('Токендер тізіміне', 'К списку токенов', 'To the list of tokens'),
  nameMissing: words('Токенге атау беріңіз.', 'Дайте токену название.', 'Give the token a name.'),
  scopesMissing: words('Кемінде бір рұқсатты таңдаңыз.', 'Выберите хотя бы одно разрешение.', 'Choose at least one scope.'),
  badRole: words('Өз рөліңізді таңдаңыз.', 'Выберите одну из своих ролей.', 'Choose a role of yours.'),
  badDays: words('Мерзімді таңдаңыз.', 'Выберите срок.', 'Choose how long it lives.'),
  oneAct: words('Тек «{act}»', 'Только «{act}»', 'Only “{act}”'),
} satisfies Record<string, Words>;

export const SCOPE_NAMES: Record<(typeof TOKEN_SCOPES)[number], Words> = {
  'procurements:read': words(
    'Өз мүмкіндіктері мен әрекеттерінің нәтижесін оқу',
    'Читать, что доступно, и исход своих действий',
    'Read what may be done and the outcome of own acts',
  ),
  'files:write': words('Әрекеттерге файл жүктеу', 'Загружать файлы для действий', 'Store files for acts'),
  'offers:read': words(
    'Өз ұсынысының терезесі мен түбіртектерін оқу (мұндай пайдалану күні сақталмайды)',
    'Читать окно и квитанции своего предложения (день такого использования не сохраняется)',
    'Read the window and receipts of the own offer (the day of such use is not kept)',
  ),
  'offers:write': words(
    'Өз ұсынысын беру, ауыстыру, кері қайтару (мұндай пайдалану күні сақталмайды)',
    'Подавать, заменять и отзывать своё предложение (день такого использования не сохраняется)',
    'Hand in, replace and withdraw the own offer (the day of such use is not kept)',
  ),
  'drafts:read': words(
    'Ұйымның хабарландыру жобаларын оқу',
    'Читать черновики объявлений организации',
    'Read the drafts of announcements of the organization',
  ),
  'drafts:write': words(
    'Хабарландыру жобаларын жасау, толтыру, құжаттарын бекіту',
    'Создавать и заполнять черновики объявлений, утверждать их документы',
    'Make drafts of announcements, fill them in, approve their documents',
  ),
  actions: words('Рөлге ашық барлық әрекет', 'Все действия этой роли', 'All acts of the role'),
};
