import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** The cabinet: what waits for a person, and their announcements. */
export const CABINET = {
  title: words('Сізден күтілетіні', 'Что ждут от вас', 'What waits for you'),
  waits: words('Сізден күтілетіні: {count}', 'От вас ждут: {count}', 'Waiting for you: {count}'),
  nothingWaits: words('Қазір сізден ештеңе күтілмейді.', 'Сейчас от вас ничего не ждут.', 'Nothing waits for you now.'),
  nearest: words(
    'Жақын оқиға: {when}, {what}, № {number}.',
    'Ближайшее событие: {when}, {what}, № {number}.',
    'Next event: {when}, {what}, № {number}.',
  ),
  todo: words('Орындау керек', 'Сделать', 'To do'),
  withoutDeadline: words('Мерзімсіз', 'Без срока', 'No deadline'),
  soon: words('Жақында', 'Скоро', 'Soon'),
  when: words('Қашан', 'Когда', 'When'),
  what: words('Не', 'Что', 'What'),
  draftLacks: words(
    'Жоба «{name}»: жетпейді {count}',
    'Черновик «{name}»: не хватает {count}',
    'Draft “{name}”: {count} missing',
  ),
  draftReady: words(
    'Жоба «{name}»: жариялауға дайын',
    'Черновик «{name}»: готов к публикации',
    'Draft “{name}”: ready to publish',
  ),
  untitled: words('атаусыз', 'без названия', 'untitled'),
  changed: words('Өзгертілген', 'Изменён', 'Changed'),
  myAnnouncements: words('Менің хабарландыруларым', 'Мои объявления', 'My announcements'),
  organizerSide: words('Менің хабарландыруларым (ұйымдастырушы)', 'Мои объявления (организатор)', 'My announcements (organizer)'),
  customerSide: words('Менің хабарландыруларым (тапсырыс беруші)', 'Мои объявления (заказчик)', 'My announcements (customer)'),
  create: words('Хабарландыру құру', 'Создать объявление', 'Create an announcement'),
  plan: words('Сатып алу жоспары', 'План закупок', 'Procurement plan'),
  number: words('Нөмірі', 'Номер', 'Number'),
  name: words('Атауы', 'Наименование', 'Name'),
  lots: words('Лоттар', 'Лоты', 'Lots'),
  total: words('Сомасы, ₸', 'Сумма, ₸', 'Amount, KZT'),
  status: words('Мәртебесі', 'Статус', 'Status'),
  nextDeadline: words('Жақын мерзім', 'Ближайший срок', 'Next deadline'),
  all: words('Барлығы', 'Все', 'All'),
  find: words('Табу', 'Найти', 'Find'),
  search: words('Нөмірі немесе атауы', 'Номер или наименование', 'Number or name'),
  none: words(
    'Хабарландыру әлі жоқ. Біріншісін жоспар тармақтарынан құрыңыз.',
    'Объявлений пока нет. Создайте первое из пунктов плана.',
    'There are no announcements yet. Create the first from plan items.',
  ),
  noneCustomer: words(
    'Сіздің ұйымыңыздың лоттары бар жарияланған хабарландыру әлі жоқ.',
    'Опубликованных объявлений с лотами вашей организации пока нет.',
    'There is no published announcement with lots of your organization yet.',
  ),
  noneFound: words(
    'Бұл шарттарға сай хабарландыру жоқ.',
    'По этим условиям объявлений нет.',
    'No announcement fits these conditions.',
  ),
  delete: words('Жою', 'Удалить', 'Delete'),
  sections: words('Кабинет бөлімдері', 'Разделы кабинета', 'Sections of the cabinet'),
  waitsTab: words('Күтілетіні', 'Ждут от вас', 'Waiting'),
  quotations: words('Менің ұсыныстарым', 'Мои предложения', 'My quotations'),
  notifications: words('Хабарламалар', 'Уведомления', 'Notifications'),
  tokens: words('API токендері', 'Токены API', 'API tokens'),
  edsCheck: words('ЭЦҚ-ны тексеру', 'Проверить мою ЭЦП', 'Check my EDS'),
  lotsSearch: words('Лоттарды іздеу', 'Поиск лотов', 'Search of lots'),
} satisfies Record<string, Words>;

/** What happens at a deadline, by its key. */
export const DEADLINE_NAMES: Record<string, Words> = {
  'quotations-start': words('қабылдаудың басталуы', 'начало приёма ценовых предложений', 'the intake opens'),
  'applications-start': words('өтінім қабылдаудың басталуы', 'начало приёма заявок', 'the intake of applications opens'),
  'applications-end': words('өтінім қабылдаудың аяқталуы', 'окончание приёма заявок', 'the intake of applications closes'),
  'quotations-end': words('қабылдаудың аяқталуы', 'окончание приёма ценовых предложений', 'the intake closes'),
};
