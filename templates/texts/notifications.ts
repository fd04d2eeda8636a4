import type { CountedNoun } from '../formats.ts';
import type { Words } from './texts.ts';

/** The page of a person's notices. */
export const NOTIFICATIONS = {
  heading: { kk: 'Хабарламалар', ru: 'Уведомления', en: 'Notifications' },
  all: { kk: 'Барлығы', ru: 'Все', en: 'All' },
  allOfThem: { kk: 'Барлық хабарламалар', ru: 'Все уведомления', en: 'All notifications' },
  unreadOnly: { kk: 'Оқылмағандар', ru: 'Непрочитанные', en: 'Unread' },
  parts: { kk: 'Хабарламалар бөлімдері', ru: 'Разделы уведомлений', en: 'Parts of the notifications' },
  isNew: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
  select: { kk: 'Таңдау', ru: 'Выбрать', en: 'Select' },
  what: { kk: 'Хабарлама', ru: 'Уведомление', en: 'Notification' },
  procurement: { kk: 'Сатып алу', ru: 'Закупка', en: 'Procurement' },
  when: { kk: 'Уақыты', ru: 'Время', en: 'Time' },
  markChosen: { kk: 'Таңдалғандарды оқылды деп белгілеу', ru: 'Отметить выбранные прочитанными', en: 'Mark chosen as read' },
  markAll: { kk: 'Барлығын оқылды деп белгілеу', ru: 'Отметить все прочитанными', en: 'Mark all as read' },
  marked: { kk: 'Оқылды деп белгіленді: {count}', ru: 'Отмечено прочитанными: {count}', en: 'Marked as read: {count}' },
  noneChosen: {
    kk: 'Бірде-бір хабарлама таңдалмаған.',
    ru: 'Не выбрано ни одного уведомления.',
    en: 'No notification is chosen.',
  },
  empty: {
    kk: 'Хабарлама әлі жоқ. Сатып алуда сізге қатысты бірдеңе болғанда, осында жазылады және поштаңызға жіберіледі.',
    ru: 'Уведомлений пока нет. Когда в закупке произойдёт то, что касается вас, запись появится здесь и придёт на почту.',
    en: 'No notifications yet. When something in a procurement concerns you, it is written here and sent by mail.',
  },
  noUnread: {
    kk: 'Оқылмаған хабарлама жоқ. Соңғысы: {at}.',
    ru: 'Непрочитанных уведомлений нет. Последнее: {at}.',
    en: 'No unread notifications. The last one: {at}.',
  },
  lots: { kk: 'Лоттар: {lots}', ru: 'Лоты: {lots}', en: 'Lots: {lots}' },
  act: { kk: 'Акт № {act}', ru: 'Акт № {act}', en: 'Act No. {act}' },
  version: { kk: 'Хаттаманың нұсқасы: {version}', ru: 'Версия протокола: {version}', en: 'Version of the protocol: {version}' },
  count: { kk: 'Ұсыныстар саны: {count}', ru: 'Предложений: {count}', en: 'Quotations: {count}' },
} satisfies Record<string, Words>;

export const UNREAD: CountedNoun = {
  kk: 'оқылмаған хабарлама',
  ru: ['непрочитанное уведомление', 'непрочитанных уведомления', 'непрочитанных уведомлений'],
  en: ['unread notification', 'unread notifications'],
};
