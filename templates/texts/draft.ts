import type { DraftStep } from '../../domain/procurement/draft/body.ts';
import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** Steps of the wizard as the task list names them (S1 §1.3.1). */
export const STEP_NAMES: Record<DraftStep | 'lot-list' | 'publication', Words> = {
  head: words('Жалпы мәліметтер', 'Общие сведения', 'General information'),
  lots: words('Лоттар', 'Лоты', 'Lots'),
  delivery: words('Жеткізу шарттары', 'Условия поставки', 'Delivery terms'),
  specification: words('Техникалық ерекшелік', 'Техническая спецификация', 'Technical specification'),
  contract: words('Шарттың жобасы', 'Проект договора', 'Draft contract'),
  people: words('Өкілдер', 'Представители', 'Representatives'),
  dates: words('Мерзімдер', 'Сроки', 'Dates'),
  'lot-list': words('Лоттар тізбесі', 'Перечень лотов', 'List of lots'),
  publication: words('Тексеру және жариялау', 'Проверка и публикация', 'Check and publish'),
};

/** The task list and what surrounds the steps. */
export const DRAFT = {
  newTitle: words('Хабарландыру жобасын құру', 'Создание проекта объявления', 'New draft announcement'),
  caption: words('Жоба № {number}', 'Черновик № {number}', 'Draft № {number}'),
  tasks: words('Хабарландыруды дайындау', 'Подготовка объявления', 'Preparing the announcement'),
  readyOf: words('Дайыны: {ready} / {all}', 'Готово {ready} из {all}', '{ready} of {all} ready'),
  lastSaved: words('Соңғы сақталуы: {when}, {who}', 'Сохранён: {when}, {who}', 'Saved: {when}, {who}'),
  authorIs: words('Хабарландыру авторы: {who}', 'Автор объявления: {who}', 'Author of the announcement: {who}'),
  othersWork: words('Қазір де жұмыс істейді', 'Сейчас также работает', 'Also at work'),
  otherStep: words('{who} («{step}» қадамы, {when})', '{who} (шаг «{step}», {when})', '{who} (step “{step}”, {when})'),
  copyFrom: words('Өткен сатып алудан көшіру', 'Заполнить как в прошлой закупке', 'Fill in as in an earlier purchase'),
  copyTitle: words('Шарттың талаптарын көшіру', 'Условия договора из прошлой закупки', 'Contract terms of an earlier purchase'),
  copyHint: words(
    'Шарттың өрістері мен қосымша тармақтары көшіріледі, енгізілгендер ауыстырылады. Шарттың мәні сақталады.',
    'Поля договора и добавленные пункты будут скопированы поверх введённых. Предмет договора останется.',
    'Fields and added clauses of the contract are copied over what was filled in. The subject stays.',
  ),
  copyChoose: words('Сатып алуды таңдаңыз', 'Выберите закупку', 'Choose a purchase'),
  copyNone: words(
    'Көшіретін сатып алу жоқ: осындай мәні бар басқа хабарландыру әлі дайындалмаған.',
    'Копировать не из чего: других объявлений с таким видом предмета ещё нет.',
    'There is nothing to copy from: no other announcement of this kind yet.',
  ),
  copy: words('Көшіру', 'Скопировать', 'Copy'),
  copied: words(
    'Шарттың талаптары көшірілді: № {number}',
    'Условия договора скопированы: № {number}',
    'Contract terms copied: № {number}',
  ),
  whatIsBought: words('Не сатып алынады', 'Что закупаем', 'What is bought'),
  documents: words('Құжаттар', 'Документы', 'Documents'),
  peopleAndDates: words('Адамдар мен мерзімдер', 'Люди и сроки', 'People and dates'),
  ready: words('Дайын', 'Готово', 'Ready'),
  lacks: words('Жетпейді: {count}', 'Не хватает {count}', '{count} missing'),
  toMend: words('Түзету керек', 'Нужно исправить', 'To be corrected'),
  notYet: words('Әзірге болмайды', 'Пока нельзя', 'Not yet'),
  optional: words('Міндетті емес', 'Необязательно', 'Optional'),
  firstLots: words('Алдымен лоттарды таңдаңыз', 'Сначала выберите лоты', 'Choose lots first'),
  finishAbove: words(
    'Жоғарыдағы аяқталмаған тапсырмалар: {count}',
    'Незаконченных задач выше: {count}',
    'Unfinished tasks above: {count}',
  ),
  authorOnly: words('Авторы жариялайды: {who}', 'Публикует автор: {who}', 'Published by the author: {who}'),
  saveAndContinue: words('Сақтау және жалғастыру', 'Сохранить и продолжить', 'Save and continue'),
  saveAndExit: words('Сақтау және шығу', 'Сохранить и выйти', 'Save and exit'),
  next: words('Әрі қарай', 'Далее', 'Next'),
  saved: words('Сақталды', 'Сохранено', 'Saved'),
  savedButFaulty: words(
    'Сақталды, бірақ бұл қадам әлі аяқталған жоқ.',
    'Сохранено, но шаг ещё не закончен.',
    'Saved, but this step is not finished yet.',
  ),
  toTasks: words('Тапсырмалар тізіміне оралу', 'К списку задач', 'Back to the task list'),
  delete: words('Жобаны жою', 'Удалить черновик', 'Delete the draft'),
  deleteTitle: words('Жобаны жою', 'Удаление черновика', 'Deleting the draft'),
  deleteWarning: words(
    'Жоба мен оның құжаттары қалпына келтірілмейді. Жоспар тармақтары босайды.',
    'Черновик и его документы не восстановить. Пункты плана освободятся.',
    'The draft and its documents cannot be restored. The plan items become free.',
  ),
  deleted: words('Жоба жойылды: № {number}', 'Черновик удалён: № {number}', 'Draft deleted: № {number}'),
  cancel: words('Бас тарту', 'Не удалять', 'Keep it'),
  beingPublished: words(
    'Хабарландыру жарияланып жатыр. Өзгерту әзірге мүмкін емес.',
    'Объявление публикуется. Изменить его пока нельзя.',
    'The announcement is being published. It cannot be changed now.',
  ),
  lockedByPaper: words(
    'Құжат бекітілген. Өзгерту үшін алдымен оны жойыңыз.',
    'Документ утверждён. Чтобы изменить данные, сначала удалите его.',
    'The document is approved. Delete it first to change what it says.',
  ),
  number: words('№', '№', '№'),
} satisfies Record<string, Words>;

/** The page after a save that met another person's (ux notes 3.4). */
export const STALE = {
  title: words(
    'Бұл қадам сіз жұмыс істеген кезде сақталды',
    'Этот шаг сохранён, пока вы работали',
    'This step was saved while you worked',
  ),
  lead: words(
    'Сақтаған: {who}, {when}. Сіздің мәтініңіз сақтаулы. Салыстырып, таңдаңыз.',
    'Сохранено: {who}, {when}. Ваш текст цел. Сравните и выберите.',
    'Saved: {who}, {when}. Your text is whole. Compare and choose.',
  ),
  same: words('Айырмашылық жоқ: мәндер бірдей.', 'Различий нет: значения совпадают.', 'No difference: the values are the same.'),
  field: words('Өріс', 'Поле', 'Field'),
  theirs: words('Сақталған', 'Сохранено', 'Saved'),
  mine: words('Сіздікі', 'У вас', 'Yours'),
  keepMine: words('Менікін сақтау', 'Сохранить моё', 'Save mine'),
  takeTheirs: words('Сақталғанын қалдыру', 'Оставить сохранённое', 'Keep what is saved'),
  back: words('Өңдеуге оралу', 'Вернуться к правке', 'Go back to editing'),
  empty: words('бос', 'пусто', 'empty'),
} satisfies Record<string, Words>;

/** Fields of the forms. */
export const DRAFT_FIELDS = {
  method: words('Сатып алуды өткізу тәсілі', 'Способ проведения закупки', 'Method'),
  purchaseType: words('Сатып алу түрі', 'Тип закупки', 'Type of purchase'),
  purchaseTypeHint: words(
    'Қайталама: тек осы тәсілмен өтпеген лоттар.',
    'Повторная: только лоты, не состоявшиеся этим же способом.',
    'Repeat: only lots that failed under the same method.',
  ),
  subjectKind: words('Сатып алу мәнінің түрі', 'Вид предмета закупки', 'Kind of subject'),
  chosenByLots: words(
    'Тәсіл, түр және белгі лоттар таңдалғаннан кейін өзгермейді. Өзгерту үшін лоттарды алып тастаңыз.',
    'Способ, тип, вид предмета и признак после выбора лотов не меняются. Чтобы изменить их, уберите лоты.',
    'Method, type, kind and flag do not change once lots are chosen. Remove the lots to change them.',
  ),
  nameKk: words(
    'Хабарландыру (сатып алу) атауы, қазақша',
    'Наименование объявления (закупки) на казахском',
    'Name of the announcement in Kazakh',
  ),
  nameRu: words(
    'Хабарландыру (сатып алу) атауы, орысша',
    'Наименование объявления (закупки) на русском',
    'Name of the announcement in Russian',
  ),
  feature: words('Сатып алуды өткізу белгісі', 'Признак проведения закупки', 'Feature of the purchase'),
  disability: words(
    'Мүгедектігі бар адамдардың қоғамдық бірлестіктері құрған ұйымдар арасында',
    'Закупка среди организаций инвалидов, созданных общественными объединениями',
    'Among organizations of people with disabilities',
  ),
  lot: words('Лот {number}: {name}', 'Лот {number}: {name}', 'Lot {number}: {name}'),
  incoterms: words('Жеткізу шарты (Incoterms)', 'Условия поставки (Incoterms)', 'Delivery rule (Incoterms)'),
  placeKk: words('Жеткізу орны, қазақша', 'Место поставки на казахском', 'Place of delivery in Kazakh'),
  placeRu: words('Жеткізу орны, орысша', 'Место поставки на русском', 'Place of delivery in Russian'),
  choose: words('Таңдаңыз', 'Выберите', 'Choose'),
  characteristics: words(
    'Сипаттамасы және талап етілетін функционалдық, техникалық, сапалық және пайдалану сипаттамалары',
    'Описание и требуемые функциональные, технические, качественные и эксплуатационные характеристики',
    'Description and required functional, technical, quality and operational characteristics',
  ),
  standards: words('Стандарттар', 'Стандарты', 'Standards'),
  relatedServices: words('Ілеспе қызметтер', 'Сопутствующие услуги', 'Related services'),
  winnerConditions: words('Жеңімпазға қойылатын шарттар', 'Условия к победителю', 'Conditions for the winner'),
  warrantyMonths: words('Кепілдік мерзімі, ай', 'Гарантийный срок, месяцев', 'Warranty, months'),
  inKazakh: words('қазақша', 'на казахском', 'in Kazakh'),
  inRussian: words('орысша', 'на русском', 'in Russian'),
  ifAny: words('Болмаса, бос қалдырыңыз.', 'Если нет, оставьте пустым.', 'Leave empty if there is none.'),
  contractKind: words('Шарттың үлгісі', 'Шаблон договора', 'Contract template'),
  region: words('Өңір', 'Регион', 'Region'),
  subject: words('Шарттың мәні', 'Предмет договора', 'Subject of the contract'),
  expenditureCode: words('Шығыстар ерекшелігінің коды', 'Код специфики расходов', 'Expenditure code'),
  paymentTerms: words('Төлем шарттары', 'Условия оплаты', 'Payment terms'),
  securityPercent: words('Шарттың орындалуын қамтамасыз ету, %', 'Обеспечение исполнения договора, %', 'Performance security, %'),
  contractTerm: words('Орындау мерзімі', 'Срок исполнения', 'Term of performance'),
  basis: words('Негізінде әрекет етеді', 'Действует на основании', 'Acts on the basis of'),
  signatory: words('Шартқа қол қоятын адам', 'Договор подписывает', 'Signs the contract'),
  clauses: words('Қосымша тармақтар', 'Дополнительные пункты', 'Added clauses'),
  clausesHint: words(
    'Тармақтар тек жариялағанға дейін қосылады. Тағы бір тармақ орны сақтағаннан кейін пайда болады.',
    'Пункты добавляются только до публикации. Место для ещё одного появится после сохранения.',
    'Clauses are added before publication only. Room for another appears after saving.',
  ),
  clause: words('Тармақ {number}', 'Пункт {number}', 'Clause {number}'),
  organizerPeople: words('Ұйымдастырушы', 'Организатор', 'Organizer'),
  customerPeople: words('Тапсырыс беруші: {name}', 'Заказчик: {name}', 'Customer: {name}'),
  organizerRepresentative: words('Ұйымдастырушының өкілі', 'Представитель организатора', 'Organizer’s representative'),
  customerRepresentative: words('Тапсырыс берушінің өкілі', 'Представитель заказчика', 'Customer’s representative'),
  personHint: words(
    'ЖСН, лауазымы, телефоны мен поштасы профильден алынады.',
    'Должность, телефон и почта берутся из профиля.',
    'Position, phone and e-mail come from the profile.',
  ),
  findPerson: words('ЖСН немесе Т.А.Ә. бойынша іздеу', 'Найти по ИИН или Ф. И. О.', 'Find by IIN or name'),
  find: words('Табу', 'Найти', 'Find'),
  approver: words('Құжаттаманы бекітетін адам', 'Лицо, утверждающее документацию', 'Approves the documentation'),
  orderNumber: words('Бұйрықтың нөмірі', 'Номер приказа', 'Order number'),
  orderDate: words('Бұйрықтың күні', 'Дата приказа', 'Order date'),
  iban: words('Банктік шот (IBAN)', 'Банковский счёт (IBAN)', 'Bank account (IBAN)'),
  notRequired: words('Бұл тәсілде міндетті емес.', 'Для этого способа необязательно.', 'Not required for this method.'),
  opensAt: words('Баға ұсыныстарын қабылдаудың басталуы', 'Начало приёма ценовых предложений', 'Opening of the intake'),
  closesAt: words('Баға ұсыныстарын қабылдаудың аяқталуы', 'Окончание приёма ценовых предложений', 'Closing of the intake'),
  dateHint: words(
    'Мысалы, 7 12 2026 18:00. Астана уақыты (UTC+5).',
    'Например, 7 12 2026 18:00. Время Астаны (UTC+5).',
    'For example, 7 12 2026 18:00. Astana time (UTC+5).',
  ),
  put: words('Қою: {when}', 'Поставить {when}', 'Set {when}'),
} satisfies Record<string, Words>;

/** Templates of the draft contract (spec 17 §8). */
export const CONTRACT_KIND_NAMES = {
  goods: words('Тауар', 'Товар', 'Goods'),
  services: words('Қызмет', 'Услуга', 'Services'),
  'works-construction': words('Жұмыс: құрылыс', 'Работа: строительство', 'Works: construction'),
  'works-other': words('Жұмыс: құрылыстан басқа', 'Работа: кроме строительства', 'Works: other than construction'),
} satisfies Record<string, Words>;
