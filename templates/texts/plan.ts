import type { PlanItemStatus } from '../../domain/procurement/draft/plan-item.ts';
import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** The annual plan: list and form of a line (S1 §1.1). */
export const PLAN = {
  title: words('Сатып алу жоспары', 'План закупок', 'Procurement plan'),
  newTitle: words('Жоспарға тармақ қосу', 'Новый пункт плана', 'New plan item'),
  add: words('Тармақ қосу', 'Добавить пункт', 'Add an item'),
  save: words('Жоспарға қосу', 'Добавить в план', 'Add to the plan'),
  added: words(
    'Жоспар тармағы қосылды: {name}, {amount}',
    'Пункт плана добавлен: {name}, {amount}',
    'Plan item added: {name}, {amount}',
  ),
  back: words('Жоспарға оралу', 'К плану закупок', 'Back to the plan'),
  count: words('Тармақтар: {count}', 'Пунктов: {count}', 'Items: {count}'),
  empty: words(
    'Жоспарда тармақ әлі жоқ. Біріншісін қосыңыз.',
    'В плане пока нет пунктов. Добавьте первый.',
    'The plan has no items yet. Add the first.',
  ),
  noneFound: words('Бұл шарттарға сай тармақ жоқ.', 'По этим условиям пунктов нет.', 'No item fits these conditions.'),
  search: words('Атауы, ТЖҚА коды немесе БСН', 'Наименование, код КТРУ или БИН', 'Name, catalogue code or BIN'),
  status: words('Мәртебесі', 'Статус', 'Status'),
  all: words('Барлығы', 'Все', 'All'),
  find: words('Табу', 'Найти', 'Find'),
  name: words('Атауы', 'Наименование', 'Name'),
  customer: words('Тапсырыс беруші', 'Заказчик', 'Customer'),
  organizer: words('Ұйымдастырушының БСН', 'БИН организатора', 'BIN of the organizer'),
  organizerHint: words('Бос болса: тапсырыс берушінің өзі.', 'Пусто: сам заказчик.', 'Empty: the customer itself.'),
  quantity: words('Саны', 'Количество', 'Quantity'),
  unit: words('Өлшем бірлігі', 'Единица измерения', 'Unit of measure'),
  unitPrice: words('Бірлік бағасы, ҚҚС-сыз, ₸', 'Цена за единицу без учета НДС, ₸', 'Unit price without VAT, KZT'),
  amount: words('Сомасы, ₸', 'Сумма, ₸', 'Amount, KZT'),
  announcement: words('Хабарландыру', 'Объявление', 'Announcement'),
  method: words('Сатып алу тәсілі', 'Способ закупки', 'Method'),
  subjectKind: words('Сатып алу мәнінің түрі', 'Вид предмета закупки', 'Kind of subject'),
  nameKk: words('Атауы, қазақша', 'Наименование на казахском', 'Name in Kazakh'),
  nameRu: words('Атауы, орысша', 'Наименование на русском', 'Name in Russian'),
  descriptionKk: words('Сипаттамасы, қазақша', 'Описание на казахском', 'Description in Kazakh'),
  descriptionRu: words('Сипаттамасы, орысша', 'Описание на русском', 'Description in Russian'),
  catalogueCode: words('ТЖҚА коды', 'Код КТРУ', 'Catalogue code'),
  catalogueHint: words('Мысалы, 172314.500.000002', 'Например, 172314.500.000002', 'For example, 172314.500.000002'),
  termKk: words('Жеткізу мерзімі, қазақша', 'Срок поставки на казахском', 'Term in Kazakh'),
  termRu: words('Жеткізу мерзімі, орысша', 'Срок поставки на русском', 'Term in Russian'),
  placeKk: words('Жеткізу орны, қазақша', 'Место поставки на казахском', 'Place in Kazakh'),
  placeRu: words('Жеткізу орны, орысша', 'Место поставки на русском', 'Place in Russian'),
  kato: words('Елді мекеннің ӘАОЖ коды', 'Код КАТО места поставки', 'Locality code (KATO)'),
  katoHint: words(
    'Тоғыз сан; белгісіз болса, бос қалдырыңыз.',
    'Девять цифр; оставьте пустым, если неизвестен.',
    'Nine digits; leave empty if unknown.',
  ),
  advance: words('Аванс, %', 'Аванс, %', 'Advance payment, %'),
  disability: words(
    'Мүгедектігі бар адамдардың ұйымдары арасында',
    'Закупка среди организаций инвалидов',
    'Among organizations of people with disabilities',
  ),
  feature: words('Белгісі', 'Признак', 'Feature'),
  wrongQuantity: words(
    'Санын нөлден артық ондық санмен жазыңыз, мысалы 240 немесе 0,5',
    'Укажите количество числом больше нуля, например 240 или 0,5',
    'Give the quantity as a number above zero, as 240 or 0.5',
  ),
  wrongPrice: words(
    'Бағаны теңгемен жазыңыз, мысалы 1 950,00',
    'Укажите цену в тенге, например 1 950,00',
    'Give the price in tenge, as 1,950.00',
  ),
  ambiguousPrice: words(
    'Бұл сан екі түрлі оқылады: бүтін немесе бөлшек. Тиынды екі таңбамен жазыңыз, мысалы 1 234,00',
    'Это число читается двояко: целое или дробное. Напишите с двумя знаками тиын, например 1 234,00',
    'This number can be read in two ways. Write two digits of tiyn, as 1 234,00',
  ),
  largeAmount: words(
    'Ең көп сома: 999 999 999 999,99',
    'Наибольшая сумма: 999 999 999 999,99',
    'The largest amount is 999 999 999 999,99',
  ),
  zeroAmount: words('Сома нөлден артық болуы керек', 'Сумма должна быть больше нуля', 'The amount must be above zero'),
  wrongCode: words(
    'Код 123456.789.000000 түрінде жазылады',
    'Код пишется в виде 123456.789.000000',
    'The code is written as 123456.789.000000',
  ),
  wrongKato: words('КАТО коды: тоғыз сан', 'Код КАТО: девять цифр', 'A KATO code has nine digits'),
  wrongPercent: words('0-ден 100-ге дейінгі сан', 'Число от 0 до 100', 'A number from 0 to 100'),
  unknownOrganizer: words(
    'Мұндай ұйым порталда тіркелмеген',
    'Такая организация на портале не зарегистрирована',
    'No such organization is registered',
  ),
} satisfies Record<string, Words>;

/** Statuses of a plan item: its own, then those of its lot (spec 01). */
export const PLAN_STATUS_NAMES: Record<PlanItemStatus, Words> = {
  planned: words('Жоспарда', 'В плане', 'Planned'),
  'lot-draft': words('Лот жобасы', 'Проект лота', 'Draft lot'),
  published: words('Жарияланды', 'Опубликован', 'Published'),
  suspended: words('Тоқтатыла тұрды', 'Приостановлен', 'Suspended'),
  held: words('Сатып алу өткізілді', 'Закупка состоялась', 'Procurement held'),
  failed: words('Сатып алу өткізілмеді', 'Закупка не состоялась', 'Procurement failed'),
};

/** Units offered in the form, by the classifier of units of measure. */
export const UNITS: { code: string; kk: string; ru: string }[] = [
  { code: '796', kk: 'Дана', ru: 'Штука' },
  { code: '5111', kk: 'Бір бума', ru: 'Одна пачка' },
  { code: '778', kk: 'Орама', ru: 'Упаковка' },
  { code: '839', kk: 'Жиынтық', ru: 'Комплект' },
  { code: '704', kk: 'Жинақ', ru: 'Набор' },
  { code: '166', kk: 'Килограмм', ru: 'Килограмм' },
  { code: '168', kk: 'Тонна', ru: 'Тонна' },
  { code: '112', kk: 'Литр', ru: 'Литр' },
  { code: '006', kk: 'Метр', ru: 'Метр' },
  { code: '055', kk: 'Шаршы метр', ru: 'Квадратный метр' },
  { code: '113', kk: 'Текше метр', ru: 'Кубический метр' },
  { code: '362', kk: 'Ай', ru: 'Месяц' },
  { code: '980', kk: 'Жұмыс', ru: 'Работа' },
  { code: '5114', kk: 'Қызмет', ru: 'Услуга' },
];
