import type { ApplicationDocumentKind } from '../../domain/procurement/application.ts';
import { QUOTATION, QUOTATION_MESSAGES } from './quotation.ts';
import { RECEIPT } from './quotation-receipt.ts';
import type { Words } from './texts.ts';

/** The page of an application to a single source (S1 §1.7.1–1.7.3); what is not said here is said as of a quotation. */
export const APPLICATION: Record<keyof typeof QUOTATION, Words> = {
  ...QUOTATION,
  heading: { kk: 'Қатысуға өтінім', ru: 'Заявка на участие', en: 'Application' },
  until: { kk: 'Өтінімдерді қабылдаудың аяқталуы', ru: 'Приём заявок до', en: 'Applications are taken until' },
  from: { kk: 'Өтінімдерді қабылдаудың басталуы', ru: 'Приём заявок начнётся', en: 'Applications are taken from' },
  over: { kk: 'Өтінімдерді қабылдау аяқталды', ru: 'Приём заявок закончился', en: 'The intake is over' },
  secrecy: {
    kk: 'Ашылғанға дейін өтінімнің мазмұнын ешкім көрмейді: ұйымдастырушы да, портал әкімшісі де. Өтінім берілгеннен кейін хабарландыру авторы сатып алуды мерзімінен бұрын аша алады.',
    ru: 'До вскрытия содержание заявки никто не видит: ни организатор, ни администратор портала. Когда заявка подана, создатель объявления может вскрыть закупку раньше срока.',
    en: 'Until the opening nobody sees the content of the application: neither the organizer nor an administrator of the portal. Once it is in, the creator may open the procurement before the end.',
  },
  opensAt: { kk: 'Ең кеші осы уақытта ашылады: {at}.', ru: 'Вскрытие не позднее: {at}.', en: 'Opening at the latest: {at}.' },
  submitted: { kk: 'Өтінім берілді', ru: 'Заявка подана', en: 'The application is submitted' },
  withdrawn: { kk: 'Өтінім кері қайтарылды', ru: 'Заявка отозвана', en: 'The application is withdrawn' },
  restriction: {
    kk: 'Портал тізілімінде шектеу бар: {ground} ({article}). Өтінімді қарағанда ұйымдастырушының өкілі оны көреді.',
    ru: 'В реестре портала есть ограничение: {ground} ({article}). Представитель организатора увидит его при рассмотрении заявки.',
    en: 'The portal’s register holds a restriction: {ground} ({article}). The organizer’s representative sees it when considering the application.',
  },
  ownOrganization: {
    kk: 'Өтінім беретін ұйым: {name}, БСН {bin}.',
    ru: 'Заявку подаёт: {name}, БИН {bin}.',
    en: 'The application is from: {name}, BIN {bin}.',
  },
  check: { kk: '3. Тексеру', ru: '3. Проверка', en: '3. Check' },
  checkEmpty: {
    kk: 'Бағаны енгізгенде мұнда баға ұсынысы сөзбен көрінеді.',
    ru: 'Когда вы введёте цены, здесь появится ценовое предложение словами.',
    en: 'Once prices are typed, the price offer is spelled out here.',
  },
  sign: { kk: '4. Қол қою', ru: '4. Подпись', en: '4. Signature' },
  tryHint: {
    kk: '«Байқап көру»: браузер бағалар мен құжаттарды мөрлейді, қол қояды және өзі қайта ашады. Ештеңе жіберілмейді.',
    ru: '«Попробовать»: браузер запечатает цены и документы, подпишет заявку и сам же вскроет её. Ничего не отправляется.',
    en: '“Try”: the browser seals prices and documents, signs the application and opens it again by itself. Nothing is sent.',
  },
  keepFile: {
    kk: 'Берген кезде «менің ұсынысым» файлы жүктеледі: онда бағаңыз, құжаттарыңыздың кілттері және олардың дәлелі бар. Оны сақтаңыз: ашылғанға дейін портал өтінімді өзіңізге де көрсете алмайды.',
    ru: 'При подаче скачается файл «моё предложение»: в нём ваша цена, ключи ваших документов и всё, что их доказывает. Сохраните его: до вскрытия портал не может показать заявку даже вам.',
    en: 'On submission a file “my offer” is downloaded: your price, the keys of your documents and all that proves them. Keep it: until the opening the portal cannot show the application even to you.',
  },
  how: { kk: 'Өтінім қалай қорғалған', ru: 'Как защищена заявка', en: 'How the application is protected' },
  howSealed: {
    kk: 'Бағалар осы браузерде терезенің ашық кілтімен мөрленеді, әр құжат өзінің кездейсоқ кілтімен бөлек мөрленеді, ал сол кілт мөрленген өтінімнің ішінде болады. Порталға тек мөрленген деректер мен сіздің қолыңыз барады.',
    ru: 'Цены запечатываются в этом браузере открытым ключом окна приёма, каждый документ отдельно, своим случайным ключом, который лежит внутри запечатанной заявки. На портал уходят только запечатанные данные и ваша подпись.',
    en: 'Prices are sealed in this browser to the public key of the intake, each document apart under a random key of its own that lies inside the sealed application. Only sealed data and your signature go to the portal.',
  },
  needsScript: {
    kk: 'Өтінім браузерде мөрленеді, сондықтан JavaScript қосулы, браузер жаңа болуы керек (Chrome 133, Firefox 129, Safari 17 немесе кейінгі). Онсыз баға мен құжаттар порталға ашық күйде кетер еді.',
    ru: 'Заявка запечатывается в браузере, поэтому нужен включённый JavaScript и свежий браузер (Chrome 133, Firefox 129, Safari 17 или новее). Без этого цена и документы ушли бы на портал открытыми.',
    en: 'An application is sealed in the browser, so JavaScript must be on and the browser recent (Chrome 133, Firefox 129, Safari 17 or later). Without it price and documents would travel in the clear.',
  },
  withdrawHeading: { kk: 'Өтінімді кері қайтару', ru: 'Отзыв заявки', en: 'Withdraw the application' },
  withdrawWarning: {
    kk: 'Өтінім ашылмайды және қаралмайды. Қабылдау аяқталғанша жаңасын беруге немесе қатысудан бас тартуға болады.',
    ru: 'Заявка не будет вскрыта и рассмотрена. До окончания приёма можно подать новую или отказаться от участия.',
    en: 'The application will not be opened or considered. Until the end a new one may be submitted, or participation declined.',
  },
  withdrawButton: { kk: 'Өтінімді кері қайтару', ru: 'Отозвать заявку', en: 'Withdraw the application' },
};

/** What only an application has. */
export const APPLICATION_ONLY = {
  documents: { kk: '2. Құжаттар', ru: '2. Документы', en: '2. Documents' },
  documentsHint: {
    kk: 'PDF, JPEG, PNG, DOCX немесе XLSX, әр файл 20 МБ-тан аспауы керек. Файлдар браузерден тек мөрленген күйде шығады.',
    ru: 'PDF, JPEG, PNG, DOCX или XLSX, каждый файл не больше 20 МБ. Файлы покидают браузер только запечатанными.',
    en: 'PDF, JPEG, PNG, DOCX or XLSX, each file at most 20 MB. Files leave the browser sealed only.',
  },
  ofLot: { kk: '{document}, лот {lot}', ru: '{document}, лот {lot}', en: '{document}, lot {lot}' },
  optional: { kk: 'Міндетті емес.', ru: 'Необязательно.', en: 'Optional.' },
  invitation: { kk: 'Шақыру', ru: 'Приглашение', en: 'Invitation' },
  failedProcurement: { kk: 'Өткізілмеген сатып алу', ru: 'Несостоявшаяся закупка', en: 'Failed procurement' },
  ground: { kk: 'Негіз', ru: 'Основание', en: 'Ground' },
  required: { kk: 'Талап етілетін құжаттар', ru: 'Требуемые документы', en: 'Documents required' },
  decline: { kk: 'Қатысудан бас тарту', ru: 'Отказаться от участия', en: 'Decline to take part' },
} satisfies Record<string, Words>;

/** Documents required from the invited supplier (S1 §1.7.2). */
export const APPLICATION_DOCUMENT_NAMES: Record<ApplicationDocumentKind, Words> = {
  'technical-specification': { kk: 'Техникалық ерекшелік', ru: 'Техническая спецификация', en: 'Technical specification' },
  'participation-agreement': { kk: 'Қатысу туралы келісім', ru: 'Соглашение об участии', en: 'Agreement to participate' },
  'price-justification': { kk: 'Бағаның негіздемесі', ru: 'Обоснование цены', en: 'Price justification' },
  subcontractors: {
    kk: 'Қосалқы мердігерлер туралы мәліметтер',
    ru: 'Сведения о субподрядчиках',
    en: 'Subcontractors',
  },
};

/** Sentences of the script of the application page. */
export const APPLICATION_MESSAGES: Record<
  keyof typeof QUOTATION_MESSAGES | 'document-missing' | 'document-empty' | 'document-too-large' | 'sealing-document',
  Words
> = {
  ...QUOTATION_MESSAGES,
  'document-missing': { kk: 'Файлды таңдаңыз.', ru: 'Выберите файл.', en: 'Choose a file.' },
  'document-empty': { kk: 'Файл бос: {name}.', ru: 'Файл пуст: {name}.', en: 'The file is empty: {name}.' },
  'document-too-large': {
    kk: 'Файл 20 МБ-тан үлкен: {name}. Оны бөліңіз немесе қысыңыз.',
    ru: 'Файл больше 20 МБ: {name}. Разделите его или сожмите.',
    en: 'The file is above 20 MB: {name}. Split or compress it.',
  },
  'sealing-document': {
    kk: 'Құжат мөрленіп, жіберілуде: {n} / {count}',
    ru: 'Запечатываем и отправляем документ: {n} / {count}',
    en: 'Sealing and sending document {n} / {count}',
  },
  'price-above-lot': {
    kk: 'Баға лот сомасынан жоғары: {price} (лот сомасы: {amount}). Мұндай өтінім қабылданбайды ({article}). Бағаны түзетіңіз.',
    ru: 'Цена {price} больше суммы лота {amount}. Заявка с ценой выше суммы лота не принимается ({article}). Укажите цену не выше суммы лота.',
    en: 'The price {price} is above the amount of the lot {amount}. Such an application is not accepted ({article}). Give a price not above it.',
  },
  'try-succeeded': {
    kk: 'Бәрі дұрыс: осы браузер мен осы кілт өтінімді мөрлеп, қол қоя алады. Ештеңе жіберілген жоқ.',
    ru: 'Всё в порядке: этот браузер и этот ключ могут запечатать и подписать заявку. Ничего не отправлено.',
    en: 'All is well: this browser and this key can seal and sign the application. Nothing was sent.',
  },
};

/** The receipt of an application. */
export const APPLICATION_RECEIPT: Record<keyof typeof RECEIPT, Words> = {
  ...RECEIPT,
  heading: { kk: 'Өтінімнің түбіртегі', ru: 'Квитанция о заявке', en: 'Receipt of an application' },
  none: {
    kk: 'Бұл сатып алу бойынша өтінім берген жоқсыз.',
    ru: 'По этой закупке вы не подавали заявку.',
    en: 'You have submitted no application in this procurement.',
  },
  submitted: { kk: 'Өтінім берілді', ru: 'Заявка подана', en: 'Application submitted' },
  replaced: { kk: 'Өтінім ауыстырылды', ru: 'Заявка заменена', en: 'Application replaced' },
  withdrawn: { kk: 'Өтінім кері қайтарылды', ru: 'Заявка отозвана', en: 'Application withdrawn' },
  done: { kk: 'Өтінім қабылданды', ru: 'Заявка принята', en: 'The application is received' },
  doneWithdrawn: { kk: 'Өтінім кері қайтарылды', ru: 'Заявка отозвана', en: 'The application is withdrawn' },
  next: {
    kk: 'Енді не болады: сатып алу ашылады және ұйымдастырушының өкілі өтінімді қарайды. Ең кеші осы уақытта ашылады: {at}. Қатысу қажет емес, хабарлама келеді.',
    ru: 'Что дальше: закупку вскроют, и представитель организатора рассмотрит заявку. Вскрытие не позднее: {at}. Присутствовать не нужно, придёт уведомление.',
    en: 'What happens next: the procurement is opened, at the latest at {at}, and the organizer’s representative considers the application. Nobody has to be present; you will be told.',
  },
  nextWithdrawn: {
    kk: 'Қабылдау аяқталғанша жаңа өтінім беруге болады. Соңғы мерзім: {at}.',
    ru: 'До окончания приёма можно подать новую заявку. Последний срок: {at}.',
    en: 'A new application may be submitted until the end of the intake: {at}.',
  },
  toQuotation: { kk: 'Өтінім беті', ru: 'Страница заявки', en: 'Page of the application' },
};
