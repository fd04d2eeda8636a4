import type { Words } from './texts.ts';

/** Acts that have a page of their own under `/procurements/{number}/actions/`. */
export const ACT_PAGES = [
  'cancel',
  'refuse',
  'suspend',
  'resume',
  'change-representative',
  'change-creator',
  'declare-key-lost',
  'open-applications-by-hand',
  'decline-participation',
  'form-results-protocol',
  'publish-results-protocol',
] as const;
export type ActPage = (typeof ACT_PAGES)[number];

/** Actions as the menu names them: an infinitive in ru, a verbal noun in kk (S1 §1.3). */
export const ACTION_NAMES: Record<string, Words> = {
  publish: { kk: 'Жариялау', ru: 'Опубликовать', en: 'Publish' },
  'submit-quotation': { kk: 'Баға ұсынысын беру', ru: 'Подать ценовое предложение', en: 'Submit a quotation' },
  'withdraw-quotation': {
    kk: 'Баға ұсынысын кері қайтарып алу',
    ru: 'Отозвать ценовое предложение',
    en: 'Withdraw the quotation',
  },
  cancel: { kk: 'Сатып алуды болдырмау', ru: 'Отменить закупку', en: 'Cancel the procurement' },
  refuse: { kk: 'Сатып алудан бас тарту', ru: 'Отказаться от закупки', en: 'Refuse the procurement' },
  suspend: { kk: 'Сатып алуды тоқтата тұру', ru: 'Приостановить закупку', en: 'Suspend the procurement' },
  resume: { kk: 'Сатып алуды қайта бастау', ru: 'Возобновить закупку', en: 'Resume the procurement' },
  'change-representative': {
    kk: 'Өкіл деректерін өзгерту',
    ru: 'Изменить данные представителя',
    en: 'Change the representative',
  },
  'change-creator': { kk: 'Хабарландыру авторын өзгерту', ru: 'Изменить создателя объявления', en: 'Change the creator' },
  'declare-key-lost': { kk: 'Кілттің жоғалғанын жариялау', ru: 'Объявить утрату ключа', en: 'Declare the key lost' },
  'submit-application': { kk: 'Өтінім беру', ru: 'Подать заявку', en: 'Submit an application' },
  'withdraw-application': { kk: 'Өтінімді кері қайтарып алу', ru: 'Отозвать заявку', en: 'Withdraw the application' },
  'decline-participation': { kk: 'Қатысудан бас тарту', ru: 'Отказаться от участия', en: 'Decline to take part' },
  'open-applications-by-hand': { kk: 'Сатып алуды ашу', ru: 'Вскрыть закупку', en: 'Open the application' },
  'save-consideration': { kk: 'Шешімді сақтау', ru: 'Сохранить решение', en: 'Save the decision' },
  vote: { kk: 'Дауыс беру', ru: 'Голосовать', en: 'Vote' },
  'recall-vote': { kk: 'Дауысты кері қайтарып алу', ru: 'Отозвать голос', en: 'Recall the vote' },
  'form-results-protocol': {
    kk: 'Қорытындылар туралы хаттаманы қалыптастыру',
    ru: 'Сформировать протокол итогов',
    en: 'Form the results protocol',
  },
  'sign-results-protocol': {
    kk: 'Қорытындылар туралы хаттамаға қол қою',
    ru: 'Подписать протокол итогов',
    en: 'Sign the results protocol',
  },
  'publish-results-protocol': {
    kk: 'Қорытындылар туралы хаттаманы жариялау',
    ru: 'Опубликовать протокол итогов',
    en: 'Publish the results protocol',
  },
  'download-all': { kk: 'Барлығын жүктеп алу', ru: 'Скачать все', en: 'Download everything' },
};

/** Said when an act is done: the fact, and what happens next. */
export const DONE: Record<string, { done: Words; next: Words }> = {
  publish: {
    done: { kk: 'Хабарландыру жарияланды', ru: 'Объявление опубликовано', en: 'The announcement is published' },
    next: {
      kk: 'Ұсыныстарды қабылдау белгіленген уақытта өзі басталады. Жарияланған хабарландыру өзгертілмейді.',
      ru: 'Приём ценовых предложений начнётся сам в назначенное время. Опубликованное объявление не редактируется.',
      en: 'Quotations are taken from the start date on, by itself. A published announcement is not edited.',
    },
  },
  cancel: {
    done: { kk: 'Лоттар болдырылмады', ru: 'Отмена проведена', en: 'The lots are cancelled' },
    next: {
      kk: 'Акт «Тоқтата тұру, қайта бастау, болдырмау» бөлімінде көрінеді. Қажет болса, хаттама өзі қалыптасып, жарияланады.',
      ru: 'Акт виден на вкладке «Приостановление/продолжение/отмена закупки». Если нужен протокол итогов, портал сформирует и опубликует его сам.',
      en: 'The act is on the tab of acts. If a results protocol is due, the portal forms and publishes it.',
    },
  },
  refuse: {
    done: { kk: 'Сатып алудан бас тарту тіркелді', ru: 'Отказ от закупки зарегистрирован', en: 'The refusal is recorded' },
    next: {
      kk: 'Негіз хабарландыруда көрінеді. Қажет болса, хаттама өзі қалыптасып, жарияланады.',
      ru: 'Основание видно в объявлении. Если нужен протокол итогов, портал сформирует и опубликует его сам.',
      en: 'The ground is on the announcement. If a results protocol is due, the portal forms and publishes it.',
    },
  },
  suspend: {
    done: { kk: 'Сатып алу сәтті тоқтатыла тұрды', ru: 'Закупка успешно приостановлена', en: 'The procurement is suspended' },
    next: {
      kk: 'Қайта бастау үшін жаңа акт енгізіңіз. Оған дейін мерзімдердің қалғаны сақталады.',
      ru: 'Чтобы возобновить закупку, внесите новый акт. До этого остаток сроков сохраняется.',
      en: 'Enter another act to resume. Until then what is left of the deadlines is kept.',
    },
  },
  resume: {
    done: { kk: 'Сатып алу қайта басталды', ru: 'Закупка возобновлена', en: 'The procurement is resumed' },
    next: {
      kk: 'Жаңа мерзімдер мен олардың есебі хабарландыру бетінде.',
      ru: 'Новые сроки и их расчёт на странице закупки.',
      en: 'The new deadlines and their derivation are on the page.',
    },
  },
  'open-applications-by-hand': {
    done: { kk: 'Сатып алу сәтті ашылды', ru: 'Закупка успешно вскрыта', en: 'The procurement is opened' },
    next: {
      kk: 'Өтінімді ұйымдастырушының өкілі қарайды; оған, тапсырыс берушінің өкіліне және өнім берушіге хабарлама келеді.',
      ru: 'Заявку рассмотрит представитель организатора; ему, представителю заказчика и поставщику отправлены уведомления.',
      en: 'The organizer’s representative considers the application; the representatives and the supplier are told.',
    },
  },
  'decline-participation': {
    done: {
      kk: 'Қатысудан бас тарту тіркелді',
      ru: 'Отказ от участия зарегистрирован',
      en: 'The refusal to take part is recorded',
    },
    next: {
      kk: 'Қорытындылар хаттамасы автоматты түрде қалыптасады.',
      ru: 'Протокол итогов сформируется автоматически.',
      en: 'The results protocol is formed by itself.',
    },
  },
  'form-results-protocol': {
    done: {
      kk: 'Қорытындылар хаттамасы қалыптастырылуда',
      ru: 'Протокол итогов формируется',
      en: 'The results protocol is being formed',
    },
    next: {
      kk: 'Портал хаттаманы PDF түрінде қалыптастырады, ұйымдастырушының өкіліне қол қою туралы хабарлама келеді.',
      ru: 'Портал сформирует протокол в PDF, представителю организатора придёт уведомление о подписании.',
      en: 'The portal forms the protocol as PDF; the organizer’s representative is asked to sign it.',
    },
  },
  'sign-results-protocol': {
    done: { kk: 'Қорытындылар хаттамасына қол қойылды', ru: 'Протокол итогов подписан', en: 'The results protocol is signed' },
    next: {
      kk: 'Енді хабарландыру авторы хаттаманы жариялайды.',
      ru: 'Теперь протокол публикует создатель объявления.',
      en: 'Now the creator publishes the protocol.',
    },
  },
  'publish-results-protocol': {
    done: { kk: 'Қорытындылар хаттамасы жарияланды', ru: 'Протокол итогов опубликован', en: 'The results protocol is published' },
    next: {
      kk: 'Хабарландыру аяқталды; нәтижелер лоттарда және хаттамада көрсетілген.',
      ru: 'Объявление завершено; результаты видны в лотах и в протоколе.',
      en: 'The announcement is completed; the results are on the lots and in the protocol.',
    },
  },
  'change-representative': {
    done: { kk: 'Өкіл өзгертілді', ru: 'Представитель изменён', en: 'The representative is changed' },
    next: {
      kk: 'Байланыс деректері хабарландыруда жаңартылды.',
      ru: 'Контакты в объявлении обновлены, новому представителю отправлено уведомление.',
      en: 'The contacts on the announcement are updated.',
    },
  },
  'change-creator': {
    done: { kk: 'Хабарландыру авторы өзгертілді', ru: 'Создатель объявления изменён', en: 'The creator is changed' },
    next: {
      kk: 'Бұдан әрі хабарландыруды жаңа автор жүргізеді.',
      ru: 'Дальше объявление ведёт новый создатель, ему отправлено уведомление.',
      en: 'The new creator runs the announcement from now on.',
    },
  },
  'declare-key-lost': {
    done: { kk: 'Кілттің жоғалғаны жарияланды', ru: 'Утрата ключа объявлена', en: 'The key is declared lost' },
    next: {
      kk: 'Жаңа кілттер жасалды. Жаңа мерзім мен оның есебі хабарландыру бетінде.',
      ru: 'Новые ключи созданы. Новый срок и его расчёт на странице закупки.',
      en: 'New keys are made. The new deadline and its derivation are on the page.',
    },
  },
};

/** Buttons and fields of the acts (S1 §1.3.3–1.3.5). */
export const ACT_FORM = {
  whatChanges: { kk: 'Не өзгереді', ru: 'Что изменится', en: 'What changes' },
  yes: { kk: 'Иә', ru: 'Да', en: 'Yes' },
  no: { kk: 'Жоқ', ru: 'Нет', en: 'No' },
  cancelQuestion: {
    kk: 'Сатып алуды болдырмауды жүргізесіз бе?',
    ru: 'Провести отмену закупки?',
    en: 'Cancel the procurement?',
  },
  chooseLots: { kk: 'Лоттарды таңдаңыз', ru: 'Выберите лоты', en: 'Choose lots' },
  lots: { kk: 'Лоттар', ru: 'Лоты', en: 'Lots' },
  allLots: { kk: 'барлық лот', ru: 'все лоты', en: 'all lots' },
  cancelChosen: {
    kk: 'Таңдалған лоттар бойынша болдырмауды жүргізу',
    ru: 'Провести отмену закупки по выбранным лотам',
    en: 'Cancel the chosen lots',
  },
  number: { kk: 'Шешімнің нөмірі', ru: 'Номер решения', en: 'Number of the act' },
  date: { kk: 'Шешімнің күні', ru: 'Дата решения', en: 'Date of the act' },
  kind: { kk: 'Акт', ru: 'Акт', en: 'Act' },
  bodyKind: { kk: 'Орган', ru: 'Орган', en: 'Body' },
  body: { kk: 'Органның толық атауы', ru: 'Наименование органа', en: 'Full name of the body' },
  scan: { kk: 'Актінің сканерленген көшірмесі', ru: 'Скан акта', en: 'Scan of the act' },
  scanHint: { kk: 'PDF, PNG немесе JPEG, 20 МБ дейін', ru: 'PDF, PNG или JPEG, до 20 МБ', en: 'PDF, PNG or JPEG, up to 20 MB' },
  scanKept: {
    kk: 'Жүктелген файл сақтаулы: {name}. Басқасын таңдасаңыз, ауыстырылады.',
    ru: 'Загруженный файл сохранён: {name}. Другой файл заменит его.',
    en: 'The uploaded file is kept: {name}. Another file replaces it.',
  },
  ground: { kk: 'Бас тарту негізі', ru: 'Основание отказа', en: 'Ground of the refusal' },
  doCancel: { kk: 'Болдырмауды жүргізу', ru: 'Провести отмену', en: 'Cancel' },
  doRefuse: { kk: 'Сатып алудан бас тарту', ru: 'Отказаться от закупки', en: 'Refuse' },
  doSuspend: { kk: 'Тоқтата тұру', ru: 'Приостановить закупку', en: 'Suspend' },
  doDeclareKeyLost: { kk: 'Кілттің жоғалғанын жариялау', ru: 'Объявить утрату ключа', en: 'Declare the key lost' },
  reason: { kk: 'Себебі', ru: 'Причина', en: 'Reason' },
  doOpen: { kk: 'Сатып алуды ашу', ru: 'Вскрыть закупку', en: 'Open the procurement' },
  doDecline: { kk: 'Қатысудан бас тарту', ru: 'Отказаться от участия', en: 'Decline to take part' },
  doForm: { kk: 'Қорытындылар хаттамасын қалыптастыру', ru: 'Сформировать протокол итогов', en: 'Form the results protocol' },
  doPublish: { kk: 'Қорытындылар хаттамасын жариялау', ru: 'Опубликовать протокол итогов', en: 'Publish the results protocol' },
  declineReason: { kk: 'Себебі (міндетті емес)', ru: 'Причина (необязательно)', en: 'Reason (optional)' },
  doResume: { kk: 'Қайта бастау', ru: 'Возобновить закупку', en: 'Resume' },
  save: { kk: 'Өзгерістерді сақтау', ru: 'Сохранить изменения', en: 'Save changes' },
  back: { kk: 'Хабарландыруға оралу', ru: 'Вернуться к закупке', en: 'Back to the procurement' },
  whose: { kk: 'Кімнің өкілі', ru: 'Чей представитель', en: 'Whose representative' },
  organizer: { kk: 'Ұйымдастырушы', ru: 'Организатор', en: 'Organizer' },
  customer: { kk: 'Тапсырыс беруші', ru: 'Заказчик', en: 'Customer' },
  next: { kk: 'Жалғастыру', ru: 'Продолжить', en: 'Continue' },
  newRepresentative: { kk: 'Жаңа өкіл', ru: 'Новый представитель', en: 'New representative' },
  newCreator: { kk: 'Жаңа автор', ru: 'Новый создатель', en: 'New creator' },
  nobody: {
    kk: 'Ұйымда бұл рөлі бар, бұғатталмаған басқа пайдаланушы жоқ.',
    ru: 'В организации нет другого незаблокированного пользователя с этой ролью.',
    en: 'The organization has no other user with this role who is not blocked.',
  },
  orderNumber: { kk: 'Бұйрық нөмірі (міндетті емес)', ru: 'Номер решения (необязательно)', en: 'Number of the order (optional)' },
  orderDate: { kk: 'Бұйрық күні (міндетті емес)', ru: 'Дата решения (необязательно)', en: 'Date of the order (optional)' },
  orderFile: { kk: 'Бұйрық файлы (міндетті емес)', ru: 'Файл решения (необязательно)', en: 'File of the order (optional)' },
  required: { kk: 'Жолды толтырыңыз: {field}.', ru: 'Заполните поле: {field}.', en: 'Fill in: {field}.' },
  badDate: {
    kk: 'Күнді көрсетіңіз, мысалы 27 11 2026.',
    ru: 'Укажите дату, например 27 11 2026.',
    en: 'Give a date, for example 27 11 2026.',
  },
  todayHint: {
    kk: 'Бүгіннен кеш емес, мысалы 27 11 2026',
    ru: 'Не позже сегодняшнего дня, например 27 11 2026',
    en: 'Not later than today, for example 27 11 2026',
  },
  blockedHeading: { kk: 'Хабарландыру авторын өзгерту', ru: 'Изменение создателя объявления', en: 'Change of creator' },
  blockedLead: {
    kk: 'Мұнда авторы бұғатталған хабарландырулар көрсетіледі. Бір автордың бірнешеуін таңдауға болады.',
    ru: 'Здесь показаны объявления, создатель которых заблокирован. Можно выбрать несколько объявлений одного создателя.',
    en: 'Announcements whose creator is blocked. Several of the same creator may be chosen.',
  },
  blockedNone: {
    kk: 'Авторы бұғатталған хабарландыру жоқ. Пайдаланушы бұғатталғанда оның хабарландырулары осында көрінеді.',
    ru: 'Объявлений с заблокированным создателем нет. Они появятся здесь, когда пользователь будет заблокирован.',
    en: 'There are no announcements with a blocked creator. They appear here when a user is blocked.',
  },
  changeCreatorChosen: { kk: 'Хабарландыру авторын өзгерту', ru: 'Изменить создателя объявления', en: 'Change the creator' },
  oneCreatorOnly: {
    kk: 'Бір автордың хабарландыруларын таңдаңыз.',
    ru: 'Выберите объявления одного создателя.',
    en: 'Choose announcements of one creator.',
  },
  creator: { kk: 'Автор', ru: 'Создатель', en: 'Creator' },
} satisfies Record<string, Words>;

/** The page of one command: received, being decided, decided. */
export const OUTCOME = {
  waitingHeading: { kk: 'Қабылданды, қаралуда', ru: 'Принято, рассматривается', en: 'Received, being decided' },
  receivedAt: {
    kk: 'Портал қабылдаған уақыт: {at}. Қаралуда.',
    ru: 'Принято {at}, рассматривается.',
    en: 'Received {at}, being decided.',
  },
  keptSafe: {
    kk: 'Әрекет жоғалмайды. Бетті жапсаңыз да, нәтиже осы мекенжайда болады.',
    ru: 'Действие не потеряется: даже если закрыть страницу, ответ будет по этому адресу.',
    en: 'Nothing is lost: even if you leave, the answer will stand at this address.',
  },
  check: { kk: 'Нәтижені тексеру', ru: 'Проверить ответ', en: 'Check for the answer' },
  whatNext: { kk: 'Енді не болады', ru: 'Что дальше', en: 'What happens next' },
  statusNow: { kk: 'Сатып алудың мәртебесі', ru: 'Статус закупки', en: 'Status of the procurement' },
  recordedAt: { kk: 'Портал қабылдаған уақыт', ru: 'Принято порталом', en: 'Received by the portal' },
  refusedHeading: { kk: 'Әрекет орындалған жоқ', ru: 'Действие не выполнено', en: 'Nothing was done' },
  tryAgain: { kk: 'Пішінге оралу', ru: 'Вернуться к форме', en: 'Back to the form' },
  receipt: { kk: 'Әрекет нөмірі', ru: 'Номер обращения', en: 'Number of the act' },
} satisfies Record<string, Words>;
