import type { NoticeEvent } from '../../domain/procurement/notices.ts';
import type { InLanguages } from '../formats.ts';

/** What a notice says: the event in a few words, and what to do now. Values stand after a colon, never inflected. */
export const NOTICE_TEXTS: Record<NoticeEvent, { title: InLanguages<string>; now: InLanguages<string> }> = {
  published: {
    title: { kk: 'Хабарландыру жарияланды', ru: 'Объявление опубликовано', en: 'The announcement is published' },
    now: {
      kk: 'Қабылдау белгіленген уақытта өзі басталады.',
      ru: 'Прием начнётся сам в назначенное время.',
      en: 'Offers will be taken from the start date on, by itself.',
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
  invited: {
    title: {
      kk: 'Сізді бір көзден сатып алуға қатысуға шақырады',
      ru: 'Вас приглашают к участию в закупке из одного источника',
      en: 'You are invited to a single-source procurement',
    },
    now: {
      kk: 'Өтінімді қабылдау мерзімінде беріңіз немесе қатысудан бас тартыңыз.',
      ru: 'Подайте заявку до окончания приёма или откажитесь от участия.',
      en: 'Submit an application before the end of the intake, or decline.',
    },
  },
  'applications-started': {
    title: { kk: 'Өтінімдерді қабылдау басталды', ru: 'Прием заявок начался', en: 'Applications are being taken' },
    now: {
      kk: 'Ашылғанға дейін өтінімнің мазмұнын ешкім көрмейді.',
      ru: 'До вскрытия содержание заявки никто не видит.',
      en: 'Until the opening nobody sees the content of the application.',
    },
  },
  'application-opened': {
    title: { kk: 'Сатып алу ашылды', ru: 'Закупка вскрыта', en: 'The procurement is opened' },
    now: {
      kk: 'Өтінім хабарландыру бетінде қолжетімді.',
      ru: 'Заявка доступна на странице объявления.',
      en: 'The application is on the announcement’s page.',
    },
  },
  'to-consider': {
    title: { kk: 'Өтінімді қарау қажет', ru: 'Необходимо рассмотреть заявку', en: 'An application is to be considered' },
    now: {
      kk: '«Өнім берушіні лоттар бойынша жіберу» бөлімінде шешім қабылдаңыз.',
      ru: 'Примите решение в разделе «Допуск поставщика по лотам».',
      en: 'Decide in the section “Admission of the supplier by lots”.',
    },
  },
  'opened-without-application': {
    title: {
      kk: 'Шақырылған өнім беруші мерзімінде жауап бермеді',
      ru: 'Приглашенный поставщик не ответил в срок',
      en: 'The invited supplier did not answer in time',
    },
    now: {
      kk: 'Қорытындылар хаттамасы автоматты түрде қалыптасады.',
      ru: 'Протокол итогов формируется автоматически.',
      en: 'The results protocol is being formed by itself.',
    },
  },
  'participation-declined': {
    title: {
      kk: 'Шақырылған өнім беруші қатысудан бас тартты',
      ru: 'Приглашенный поставщик отказался от участия',
      en: 'The invited supplier declined',
    },
    now: {
      kk: 'Қорытындылар хаттамасы автоматты түрде қалыптасады.',
      ru: 'Протокол итогов формируется автоматически.',
      en: 'The results protocol is being formed by itself.',
    },
  },
  'vote-finished': {
    title: { kk: 'Өтінімді қарау аяқталды', ru: 'Рассмотрение заявки завершено', en: 'The consideration is finished' },
    now: { kk: 'Қорытындылар хаттамасын қалыптастырыңыз.', ru: 'Сформируйте протокол итогов.', en: 'Form the results protocol.' },
  },
  'consideration-reset': {
    title: {
      kk: 'Өкіл ауысты: дауыс беру нәтижелері жойылды',
      ru: 'Представитель заменен: результаты голосования сброшены',
      en: 'The representative was replaced: the decisions are void',
    },
    now: {
      kk: 'Өтінімді жаңа өкіл қайта қарайды.',
      ru: 'Заявку рассматривает новый представитель.',
      en: 'The new representative considers the application.',
    },
  },
  'protocol-to-sign': {
    title: {
      kk: 'Қорытындылар хаттамасына қол қою қажет',
      ru: 'Необходимо подписать протокол итогов',
      en: 'The results protocol waits for your signature',
    },
    now: {
      kk: 'Хаттамамен танысып, ЭЦҚ-мен қол қойыңыз.',
      ru: 'Ознакомьтесь с протоколом и подпишите его ЭЦП.',
      en: 'Read the protocol and sign it with your EDS.',
    },
  },
  'protocol-signed': {
    title: { kk: 'Қорытындылар хаттамасына қол қойылды', ru: 'Протокол итогов подписан', en: 'The results protocol is signed' },
    now: { kk: 'Қорытындылар хаттамасын жариялаңыз.', ru: 'Опубликуйте протокол итогов.', en: 'Publish the results protocol.' },
  },
  'single-source-started': {
    title: {
      kk: 'Бір көзден сатып алу автоматты түрде құрылды',
      ru: 'Автоматически создана закупка из одного источника',
      en: 'A single-source procurement was created',
    },
    now: {
      kk: 'Оған сілтеме хабарландыру бетінде.',
      ru: 'Ссылка на неё на странице объявления.',
      en: 'The link to it is on the announcement’s page.',
    },
  },
  'single-source-unpublished': {
    title: {
      kk: 'Бір көзден сатып алу автоматты түрде жарияланбады',
      ru: 'Закупка из одного источника не опубликована автоматически',
      en: 'The single-source procurement was not published by itself',
    },
    now: {
      kk: 'Жоба кабинетіңізде сақталды. Себебі жойылғаннан кейін оны өзіңіз жариялаңыз немесе жойыңыз.',
      ru: 'Проект сохранён в вашем кабинете. Когда причина устранена, опубликуйте его сами или удалите.',
      en: 'The draft is kept in your cabinet. When the cause is gone, publish it yourself, or delete it.',
    },
  },
  'window-repeated': {
    title: {
      kk: 'Кілт жоғалды, қабылдау қайта өткізілуде',
      ru: 'Ключ утрачен, приём проводится заново',
      en: 'The key is lost, the window is held again',
    },
    now: {
      kk: 'Бұрын берілгені оқылмайды; жаңа мерзім хабарландыру бетінде.',
      ru: 'Поданное ранее прочитано не будет; новый срок указан на странице объявления.',
      en: 'What was handed in before will not be read; the new deadline is on the announcement’s page.',
    },
  },
  'hand-in-again': {
    title: {
      kk: 'Кілт жоғалды: бұрын бергендер қайта береді',
      ru: 'Ключ утрачен: подававшие подают заново',
      en: 'The key is lost: who handed in before hands in again',
    },
    now: {
      kk: 'Бұл хабарламаны портал кімнің бергенін білмей жібереді. Егер сіз осы хабарландыру бойынша ұсыныс немесе өтінім берген болсаңыз, оны қайта беріңіз: бұрынғысы оқылмайды. Бермеген болсаңыз, ештеңе істеу қажет емес.',
      ru: 'Портал отправляет это сообщение, не зная, кто подавал. Если вы подавали по этому объявлению предложение или заявку, подайте заново: прежнее прочитано не будет. Если не подавали, ничего делать не нужно.',
      en: 'The portal sends this without knowing who handed in. If you handed in a quotation or an application for this announcement, do so again: the former one will not be read. If you did not, there is nothing to do.',
    },
  },
};
