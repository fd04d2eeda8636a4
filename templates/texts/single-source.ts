import type { Words } from './texts.ts';

/** Words of a procurement's page that a single source says otherwise than a request for quotations (S1 §1.7). */
export const SINGLE_SOURCE_PANEL = {
  roadTaking: { kk: 'Өтінімдерді қабылдау', ru: 'Приём заявок', en: 'Taking applications' },
  roadConsidering: { kk: 'Өтінімді қарау', ru: 'Рассмотрение заявки', en: 'Consideration' },
  byRepresentative: { kk: 'ұйымдастырушының өкілі', ru: 'представитель организатора', en: 'the organizer’s representative' },
  secrecy: {
    kk: 'Ашылғанға дейін өтінімнің мазмұнын ешкім көрмейді: ұйымдастырушы да, портал әкімшісі де.',
    ru: 'До вскрытия содержание заявки никто не видит: ни организатор, ни администратор портала.',
    en: 'Before the opening nobody sees the content of the application: neither the organizer nor the administrator of the portal.',
  },
  closed: { kk: 'Өтінімдерді қабылдау аяқталды:', ru: 'Приём заявок окончен', en: 'Applications were taken until' },
  endedEarly: {
    kk: 'Өтінімдерді қабылдау аяқталғанға дейін тоқтатылды.',
    ru: 'Закупка прекращена до окончания приёма заявок.',
    en: 'The procurement ended before the end of the window.',
  },
  formingNow: {
    kk: 'Қорытындылар хаттамасына ұйымдастырушының өкілі қол қояды, хабарландыру авторы жариялайды.',
    ru: 'Протокол итогов подписывает представитель организатора, публикует создатель объявления.',
    en: 'The results protocol is signed by the organizer’s representative and published by the creator.',
  },
} satisfies Record<string, Words>;

/** Head of a single source on its page, and the links between it and the failed procurement (S1 §1.7.1). */
export const SINGLE_SOURCE = {
  failedMethod: {
    kk: 'Өткізілмеген сатып алудың тәсілі',
    ru: 'Способ несостоявшейся закупки',
    en: 'Method of the failed procurement',
  },
  failedProcurement: { kk: 'Өткізілмеген сатып алу', ru: 'Несостоявшаяся закупка', en: 'Failed procurement' },
  invited: { kk: 'Шақырылған өнім беруші', ru: 'Приглашенный поставщик', en: 'Invited supplier' },
  opening: { kk: 'Ашу', ru: 'Вскрытие', en: 'Opening' },
  openedBy: { kk: 'Кім: {name}', ru: 'Кем: {name}', en: 'By: {name}' },
  followedBy: { kk: 'Бір көзден сатып алу', ru: 'Закупка из одного источника', en: 'Single-source procurement' },
  followedLots: { kk: 'Лоттар: {lots}', ru: 'Лоты: {lots}', en: 'Lots: {lots}' },
  toFill: { kk: 'Толтырылмаған', ru: 'Не заполнено', en: 'To be filled in' },
  toFillHow: {
    kk: 'Тапсырыс беруші өкілінің деректерін хабарландыру авторы «Өкіл деректерін өзгерту» әрекетімен толтырады.',
    ru: 'Данные представителя заказчика заполняет создатель объявления действием «Изменить данные представителя».',
    en: 'The creator fills in the customer’s representative by the action “Change the representative”.',
  },
} satisfies Record<string, Words>;

/** «Просмотреть заявки»: the application after the opening and the decision on it (S1 §1.7.4). */
export const CONSIDERATION = {
  heading: { kk: 'Өтінімдерді қарау', ru: 'Просмотр заявок', en: 'Applications' },
  application: { kk: 'Өтінім', ru: 'Заявка', en: 'Application' },
  supplier: { kk: 'Өнім беруші', ru: 'Поставщик', en: 'Supplier' },
  bin: { kk: 'БСН', ru: 'БИН', en: 'BIN' },
  receipt: { kk: 'Түбіртек', ru: 'Квитанция', en: 'Receipt' },
  received: { kk: 'Қабылданған уақыты', ru: 'Принято', en: 'Received' },
  unreadable: {
    kk: 'Өтінім оқылмады (себеп коды: {reason}). Конверт осы терезеге сай ашылмады.',
    ru: 'Заявку не удалось прочитать (код причины: {reason}). Конверт не вскрылся как заявка этого окна.',
    en: 'The application could not be read (reason: {reason}).',
  },
  restriction: {
    kk: 'Портал тізілімінде шектеу бар: {ground} ({article}-бап, {entry}).',
    ru: 'В реестре портала есть ограничение: {ground} (статья {article}, {entry}).',
    en: 'The portal’s register holds a restriction: {ground} (article {article}, {entry}).',
  },
  restrictions: { kk: 'Қатысуға қойылған шектеулер', ru: 'Ограничения на участие', en: 'Restrictions on participation' },
  noRestriction: {
    kk: 'Портал тізілімінде қатысуға шектеу жоқ.',
    ru: 'Ограничений на участие в реестре портала нет.',
    en: 'There is no restriction on participation in the portal’s register.',
  },
  lots: {
    kk: 'Өнім берушінің сатып алуға қатысатын лоттары',
    ru: 'Лоты для участия в закупке поставщиком',
    en: 'Lots in which the supplier takes part',
  },
  lot: { kk: 'Лот', ru: 'Лот', en: 'Lot' },
  amount: { kk: 'Бөлінген сома, ₸', ru: 'Выделенная сумма, ₸', en: 'Amount, KZT' },
  price: { kk: 'Баға, ₸', ru: 'Цена, ₸', en: 'Price, KZT' },
  saving: { kk: 'Лот сомасынан төмен', ru: 'Ниже суммы лота', en: 'Below the amount' },
  notOffered: { kk: 'қатыспайды', ru: 'не участвует', en: 'not taking part' },
  aboveAmount: { kk: 'лот сомасынан жоғары', ru: 'больше суммы лота', en: 'above the amount' },
  documents: { kk: 'Құжаттама', ru: 'Документация', en: 'Documents' },
  document: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
  file: { kk: 'Файл', ru: 'Файл', en: 'File' },
  size: { kk: 'Өлшемі', ru: 'Размер', en: 'Size' },
  noDocuments: {
    kk: 'Өнім беруші құжат тіркемеген.',
    ru: 'Поставщик не приложил документов.',
    en: 'The supplier attached no documents.',
  },
  documentUnreadable: {
    kk: 'файл оқылмады ({reason})',
    ru: 'файл не удалось прочитать ({reason})',
    en: 'the file could not be read ({reason})',
  },
  missing: { kk: 'порталға түспеген', ru: 'не поступил на портал', en: 'never reached the portal' },
  altered: { kk: 'өзгертілген', ru: 'изменён', en: 'was changed' },
  'other-key': { kk: 'кілті сәйкес емес', ru: 'не подходит ключ', en: 'the key does not fit' },
  'other-bytes': {
    kk: 'мазмұны көрсетілген сомаға сәйкес емес',
    ru: 'содержание не соответствует указанной сумме',
    en: 'the content is not that of its digest',
  },
  admission: {
    kk: 'Өнім берушіні лоттар бойынша жіберу',
    ru: 'Допуск поставщика по лотам',
    en: 'Admission of the supplier by lots',
  },
  common: { kk: 'Барлық лоттар бойынша жалпы құжаттар', ru: 'Общие документы по всем лотам', en: 'Documents common to all lots' },
  commonHint: {
    kk: 'Қатысуға қойылған шектеулер ({article}-бап). Қабылданбаса, өнім беруші барлық лот бойынша қабылданбайды.',
    ru: 'Ограничения на участие (статья {article}). Отклонение здесь отклоняет поставщика по всем лотам.',
    en: 'Restrictions on participation (article {article}). A rejection here rejects the supplier for all lots.',
  },
  perLot: { kk: 'Әр лот бойынша құжаттар', ru: 'Документы по каждому лоту', en: 'Documents of each lot' },
  perLotHint: {
    kk: 'Техникалық ерекшелік. Өнім беруші қатысатын әр лот бойынша шешім қабылданады.',
    ru: 'Техническая спецификация. Решение принимается по каждому лоту, в котором участвует поставщик.',
    en: 'Technical specification. Each lot in which the supplier takes part is decided.',
  },
  decisionOf: { kk: 'Лот {lot}: {name}', ru: 'Лот {lot}: {name}', en: 'Lot {lot}: {name}' },
  admitted: { kk: 'Жіберілді', ru: 'Допущен', en: 'Admitted' },
  rejected: { kk: 'Қабылданбады', ru: 'Отклонен', en: 'Rejected' },
  undecided: { kk: 'Шешім жоқ', ru: 'Нет решения', en: 'Not decided' },
  reason: { kk: 'Себебін негіздеу', ru: 'Обоснование причины', en: 'Reason' },
  reasonHint: {
    kk: '«Қабылданбады» таңдалса, міндетті.',
    ru: 'Обязательно, если выбрано «Отклонен».',
    en: 'Required when “Rejected” is chosen.',
  },
  section: { kk: 'Бөлім', ru: 'Раздел', en: 'Section' },
  decision: { kk: 'Шешім', ru: 'Решение', en: 'Decision' },
  by: { kk: 'Шешімді қабылдаған', ru: 'Решение принимает', en: 'Decided by' },
  savedAt: { kk: 'Сақталған уақыты', ru: 'Сохранено', en: 'Saved' },
  votedAt: { kk: 'Дауыс берілген уақыты', ru: 'Проголосовано', en: 'Voted' },
  save: { kk: 'Сақтау', ru: 'Сохранить', en: 'Save' },
  vote: { kk: 'Дауыс беру', ru: 'Голосовать', en: 'Vote' },
  voteHint: {
    kk: 'Екі бөлімді де сақтағаннан кейін дауыс беріңіз. Хабарландыру авторына хабарлама келеді. Қорытындылар хаттамасы қалыптасқанша дауысты кері қайтаруға болады.',
    ru: 'Голосуйте, когда сохранены оба раздела. Создатель объявления получит уведомление. Отозвать голос можно, пока не сформирован протокол итогов.',
    en: 'Vote once both sections are saved. The creator is told. The vote may be recalled until the results protocol is formed.',
  },
  recall: { kk: 'Дауысты кері қайтару', ru: 'Отозвать голос', en: 'Recall the vote' },
  saved: { kk: 'Шешім сақталды', ru: 'Решение сохранено', en: 'The decision is saved' },
  voted: { kk: 'Дауыс берілді', ru: 'Голос принят', en: 'The vote is recorded' },
  recalled: { kk: 'Дауыс кері қайтарылды', ru: 'Голос отозван', en: 'The vote is recalled' },
  choose: { kk: 'Шешімді таңдаңыз.', ru: 'Выберите решение.', en: 'Choose a decision.' },
  toForm: { kk: 'Қорытындылар хаттамасын қалыптастыру', ru: 'Сформировать протокол итогов', en: 'Form the results protocol' },
} satisfies Record<string, Words>;

/** The results protocol before its publication: read, signed, published (S1 §1.7.5–1.7.7). */
export const PROTOCOL_TO_SIGN = {
  heading: { kk: 'Қорытындылар хаттамасы', ru: 'Протокол итогов', en: 'Results protocol' },
  formed: { kk: 'Қол қоюды күтуде', ru: 'Ожидает подписания', en: 'Waits for its signature' },
  signed: { kk: 'Қол қойылды', ru: 'Подписан', en: 'Signed' },
  forming: {
    kk: 'Портал хаттаманы қалыптастыруда. Бірнеше секундтан кейін бетті жаңартыңыз.',
    ru: 'Портал формирует протокол. Обновите страницу через несколько секунд.',
    en: 'The portal is forming the protocol. Refresh the page in a few seconds.',
  },
  refresh: { kk: 'Жаңарту', ru: 'Обновить', en: 'Refresh' },
  state: { kk: 'Күйі', ru: 'Состояние', en: 'State' },
  file: {
    kk: 'Хаттама (PDF, қазақ және орыс тілдерінде)',
    ru: 'Протокол (PDF, на казахском и русском)',
    en: 'Protocol (PDF, Kazakh and Russian)',
  },
  view: { kk: 'Хаттаманы қарау', ru: 'Просмотреть протокол', en: 'View the protocol' },
  digest: { kk: 'PDF-тің SHA-256', ru: 'SHA-256 файла PDF', en: 'SHA-256 of the PDF' },
  signedBy: { kk: 'Қол қойған', ru: 'Подписано', en: 'Signed by' },
  whoSigns: { kk: 'Қол қоюы керек', ru: 'Подписывает', en: 'To be signed by' },
  sign: { kk: 'Қол қою', ru: 'Подписать', en: 'Sign' },
  signWhat: {
    kk: 'Браузер хаттаманың дәл осы файлына қол қояды. Алдымен онымен танысыңыз.',
    ru: 'Браузер подпишет именно этот файл протокола. Сначала ознакомьтесь с ним.',
    en: 'The browser signs exactly this file. Read it first.',
  },
  publish: { kk: 'Қорытындылар хаттамасын жариялау', ru: 'Опубликовать протокол итогов', en: 'Publish the results protocol' },
  signatureFile: { kk: 'Хаттамаға қойылған қол', ru: 'Подпись под протоколом', en: 'Signature of the protocol' },
} satisfies Record<string, Words>;
