import type { NoticeEvent } from '../../domain/procurement/notices.ts';
import type { InLanguages } from '../formats.ts';

/** What a notice says: the event in a few words, and what to do now. Values stand after a colon, never inflected. */
export const NOTICE_TEXTS: Record<NoticeEvent, { title: InLanguages<string>; now: InLanguages<string> }> = {
  published: {
    title: { kk: 'Хабарландыру жарияланды', ru: 'Объявление опубликовано', en: 'The announcement is published' },
    now: {
      kk: 'Ұсыныстарды қабылдау мерзімінде өзі басталады.',
      ru: 'Прием ценовых предложений начнётся сам в назначенное время.',
      en: 'Quotations will be taken from the start date on, by itself.',
    },
  },
  'quotations-started': {
    title: {
      kk: 'Баға ұсыныстарын қабылдау басталды',
      ru: 'Прием ценовых предложений начался',
      en: 'Quotations are being taken',
    },
    now: {
      kk: 'Ашылғанға дейін ұсыныстарды да, олардың санын да ешкім көрмейді.',
      ru: 'До вскрытия никто не видит ни предложений, ни их числа.',
      en: 'Until the opening nobody sees the quotations or their number.',
    },
  },
  'quotations-opened': {
    title: { kk: 'Баға ұсыныстары ашылды', ru: 'Ценовые предложения вскрыты', en: 'The quotations are opened' },
    now: {
      kk: 'Қорытындылар хаттамасы автоматты түрде қалыптасады.',
      ru: 'Протокол итогов формируется автоматически.',
      en: 'The results protocol is being formed by itself.',
    },
  },
  'results-published': {
    title: {
      kk: 'Қорытындылар хаттамасы жарияланды',
      ru: 'Протокол итогов опубликован',
      en: 'The results protocol is published',
    },
    now: {
      kk: 'Хаттаманы хабарландыру бетінен қараңыз.',
      ru: 'Протокол откройте на странице объявления.',
      en: 'Open the protocol on the announcement’s page.',
    },
  },
  suspended: {
    title: { kk: 'Сатып алу тоқтатыла тұрды', ru: 'Закупка приостановлена', en: 'The procurement is suspended' },
    now: {
      kk: 'Мерзімдердің қалғаны сақталады; қайта бастағанға дейін ештеңе қабылданбайды.',
      ru: 'Остаток сроков сохраняется; до возобновления ничего не принимается.',
      en: 'What is left of the deadlines is kept; nothing is taken until it is resumed.',
    },
  },
  resumed: {
    title: { kk: 'Сатып алу қайта басталды', ru: 'Закупка возобновлена', en: 'The procurement is resumed' },
    now: {
      kk: 'Жаңа мерзімдерді хабарландыру бетінен қараңыз.',
      ru: 'Новые сроки указаны на странице объявления.',
      en: 'The new deadlines are on the announcement’s page.',
    },
  },
  'lots-cancelled': {
    title: { kk: 'Сатып алу болдырылмады', ru: 'Закупка отменена по акту', en: 'Lots are cancelled by an act' },
    now: {
      kk: 'Лоттар мен актіні хабарландыру бетінен қараңыз.',
      ru: 'Лоты и акт указаны на странице объявления.',
      en: 'Lots and act are on the announcement’s page.',
    },
  },
  'lots-refused': {
    title: {
      kk: 'Тапсырыс беруші сатып алудан бас тартты',
      ru: 'Заказчик отказался от закупки',
      en: 'The customer refused the procurement',
    },
    now: {
      kk: 'Лоттар мен негізді хабарландыру бетінен қараңыз.',
      ru: 'Лоты и основание указаны на странице объявления.',
      en: 'Lots and ground are on the announcement’s page.',
    },
  },
  'representative-changed': {
    title: { kk: 'Сіз өкіл болып тағайындалдыңыз', ru: 'Вы назначены представителем', en: 'You are named as representative' },
    now: {
      kk: 'Хабарландыру сіздің кабинетіңізде.',
      ru: 'Объявление доступно в вашем кабинете.',
      en: 'The announcement is in your cabinet.',
    },
  },
  'creator-changed': {
    title: { kk: 'Хабарландыру сізге берілді', ru: 'Объявление передано вам', en: 'The announcement is handed to you' },
    now: {
      kk: 'Қолжетімді әрекеттер хабарландыру бетінде.',
      ru: 'Доступные действия на странице объявления.',
      en: 'The available actions are on the announcement’s page.',
    },
  },
};
