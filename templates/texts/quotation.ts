import type { Words } from './texts.ts';

/** The page on which a quotation is filled in, sealed and signed (S1 §1.3.2). */
export const QUOTATION = {
  heading: { kk: 'Баға ұсынысы', ru: 'Ценовое предложение', en: 'Price quotation' },
  procurement: { kk: 'Сатып алу № {number}', ru: 'Закупка № {number}', en: 'Procurement No. {number}' },
  until: { kk: 'Ұсыныстарды қабылдаудың аяқталуы', ru: 'Приём предложений до', en: 'Quotations are taken until' },
  from: { kk: 'Ұсыныстарды қабылдаудың басталуы', ru: 'Приём предложений начнётся', en: 'Quotations are taken from' },
  over: { kk: 'Ұсыныстарды қабылдау аяқталды', ru: 'Приём предложений закончился', en: 'The intake is over' },
  frozen: { kk: 'Сатып алу тоқтатыла тұрды', ru: 'Закупка приостановлена', en: 'The procurement is suspended' },
  frozenLeft: {
    kk: 'Мерзімдердің қалғаны сақталады',
    ru: 'остаток сроков сохраняется',
    en: 'what is left of the deadlines is kept',
  },
  secrecy: {
    kk: 'Ашылғанға дейін бағаны да, ұсыныс бергеніңізді де, ұсыныстар санын да ешкім көрмейді: ұйымдастырушы да, портал әкімшісі де.',
    ru: 'До вскрытия никто не видит ни цену, ни то, что вы подали предложение, ни число предложений: ни организатор, ни администратор портала.',
    en: 'Until the opening nobody sees your price, that you submitted, or how many quotations there are: neither the organizer nor an administrator of the portal.',
  },
  opensAt: { kk: 'Ашылу уақыты: {at}.', ru: 'Вскрытие: {at}.', en: 'Opening: {at}.' },
  submitted: { kk: 'Ұсыныс берілді', ru: 'Предложение подано', en: 'The quotation is submitted' },
  withdrawn: { kk: 'Ұсыныс кері қайтарылды', ru: 'Предложение отозвано', en: 'The quotation is withdrawn' },
  receiptNumber: { kk: 'Түбіртек', ru: 'Квитанция', en: 'Receipt' },
  receivedAt: { kk: 'Қабылданған уақыты', ru: 'Принято', en: 'Received' },
  mayReplace: {
    kk: 'Ауыстыруға немесе кері қайтаруға болатын мерзім',
    ru: 'Заменить или отозвать можно до',
    en: 'May be replaced or withdrawn until',
  },
  openReceipt: { kk: 'Түбіртекті ашу', ru: 'Открыть квитанцию', en: 'Open the receipt' },
  withdraw: { kk: 'Кері қайтару', ru: 'Отозвать', en: 'Withdraw' },
  toProcurement: { kk: 'Хабарландыру беті', ru: 'Страница объявления', en: 'Page of the announcement' },
  toMine: { kk: 'Менің ұсыныстарым', ru: 'Мои предложения', en: 'My quotations' },

  preflight: { kk: 'Алдын ала тексеру', ru: 'Предпроверка', en: 'Before you submit' },
  noRestriction: {
    kk: 'Портал тізілімінде қатысуға шектеу жоқ (күні: {date}).',
    ru: 'Ограничений на участие в реестре портала нет (на {date}).',
    en: 'No restriction on participation in the portal’s register (as of {date}).',
  },
  restriction: {
    kk: 'Портал тізілімінде шектеу бар: {ground} ({article}). Ашу кезінде де болса, ұсыныс қабылданбайды.',
    ru: 'В реестре портала есть ограничение: {ground} ({article}). Если оно останется ко вскрытию, предложение будет отклонено.',
    en: 'The portal’s register holds a restriction: {ground} ({article}). If it still stands at the opening, the quotation is rejected.',
  },
  ownOrganization: {
    kk: 'Ұсынысты беретін ұйым: {name}, БСН {bin}.',
    ru: 'Предложение подаёт: {name}, БИН {bin}.',
    en: 'The quotation is from: {name}, BIN {bin}.',
  },
  certificateHint: {
    kk: 'ЭЦҚ сертификаты ұсыныс берілген сәтте жарамды болуы керек.',
    ru: 'Сертификат ЭЦП должен действовать в момент подачи.',
    en: 'The certificate of the signing key must be valid at the moment of submission.',
  },
  checkKey: { kk: 'ЭЦҚ-ны тексеру', ru: 'Проверить мою ЭЦП', en: 'Check my signing key' },

  prices: { kk: '1. Бағалар', ru: '1. Цены', en: '1. Prices' },
  pricesHint: {
    kk: 'Лоттың толық бағасы, теңгемен, ҚҚС-сыз. Лот сомасынан асырмаңыз ({article}).',
    ru: 'Цена за лот целиком, в тенге, без НДС, не больше суммы лота ({article}).',
    en: 'Price for the whole lot in tenge without VAT, not above the amount of the lot ({article}).',
  },
  lot: { kk: 'Лот', ru: 'Лот', en: 'Lot' },
  quantity: { kk: 'Саны', ru: 'Количество', en: 'Quantity' },
  amount: { kk: 'Лот сомасы', ru: 'Сумма лота', en: 'Amount of the lot' },
  price: { kk: 'Сіздің бағаңыз, ₸', ru: 'Ваша цена, ₸', en: 'Your price, ₸' },
  comparison: { kk: 'Лот сомасымен салыстыру', ru: 'Сравнение с суммой лота', en: 'Against the amount' },
  skip: { kk: 'Қатыспаймын', ru: 'Не участвую', en: 'Not taking part' },
  skipLot: { kk: 'Лот {lot}: қатыспаймын', ru: 'Лот {lot}: не участвую', en: 'Lot {lot}: not taking part' },
  priceOf: { kk: 'Лот {lot}: сіздің бағаңыз', ru: 'Лот {lot}: ваша цена', en: 'Lot {lot}: your price' },

  check: { kk: '2. Тексеру', ru: '2. Проверка', en: '2. Check' },
  checkEmpty: {
    kk: 'Бағаны енгізгенде мұнда ұсыныс сөзбен көрінеді.',
    ru: 'Когда вы введёте цены, здесь появится предложение словами.',
    en: 'Once prices are typed, the quotation is spelled out here.',
  },
  lowConfirm: {
    kk: 'Баға лот сомасынан он есе және одан да төмен. Нөлдерді тексердім, баға дұрыс.',
    ru: 'Цена в десять и более раз ниже суммы лота. Нули проверены, цена верна.',
    en: 'The price is a tenth of the lot’s amount or less. I checked the zeros, the price is right.',
  },

  sign: { kk: '3. Қол қою', ru: '3. Подпись', en: '3. Signature' },
  button: { kk: 'Қол қойып беру', ru: 'Подписать и подать', en: 'Sign and submit' },
  replaceButton: { kk: 'Қол қойып ауыстыру', ru: 'Подписать и заменить', en: 'Sign and replace' },
  tryButton: { kk: 'Жібермей байқап көру', ru: 'Попробовать без отправки', en: 'Try without sending' },
  tryHint: {
    kk: '«Байқап көру»: браузер бағаны мөрлейді, қол қояды және өзі қайта ашады. Ештеңе жіберілмейді.',
    ru: '«Попробовать»: браузер запечатает и подпишет предложение и сам же вскроет его. Ничего не отправляется.',
    en: '“Try”: the browser seals, signs and opens the quotation again by itself. Nothing is sent.',
  },
  beforeStart: {
    kk: 'Қабылдау әлі басталған жоқ. Кілтті және браузерді алдын ала байқап көруге болады.',
    ru: 'Приём ещё не начался. Ключ и браузер можно проверить заранее.',
    en: 'The intake has not opened yet. Key and browser may be tried beforehand.',
  },
  keepFile: {
    kk: 'Берген кезде «менің ұсынысым» файлы жүктеледі: онда бағаңыз бен оны дәлелдейтін деректер бар. Оны сақтаңыз: ашылғанға дейін портал бағаңызды өзіңізге де көрсете алмайды.',
    ru: 'При подаче скачается файл «моё предложение»: в нём ваша цена и всё, что её доказывает. Сохраните его: до вскрытия портал не может показать цену даже вам.',
    en: 'On submission a file “my offer” is downloaded: your price and all that proves it. Keep it: until the opening the portal cannot show the price even to you.',
  },

  how: { kk: 'Ұсыныс қалай қорғалған', ru: 'Как защищено предложение', en: 'How the quotation is protected' },
  howSealed: {
    kk: 'Бағалар осы браузерде терезенің ашық кілтімен мөрленеді, порталға тек мөрленген конверт пен сіздің қолыңыз барады. Жабық кілтті қабылдау аяқталғанша қолдануға болмайды.',
    ru: 'Цены запечатываются в этом браузере открытым ключом окна приёма; на портал уходят только запечатанный конверт и ваша подпись. Закрытым ключом нельзя воспользоваться до окончания приёма.',
    en: 'Prices are sealed in this browser to the public key of the intake; only the sealed envelope and your signature go to the portal. The private key cannot be used before the end.',
  },
  howLimit: {
    kk: 'Шегі: кілт сақталған серверді толық иеленген адам оны ертерек қолдана алар еді. Басқа жолмен – дерекқордан, көшірмелерден, файлдардан, журналдардан немесе хаттардан – бағаны оқу мүмкін емес.',
    ru: 'Предел: кто полностью завладел бы сервером с ключом, мог бы применить его раньше. Другим путём, из базы, её копий, файлов, журналов или писем, цену не прочесть.',
    en: 'The limit: whoever took over the one server that holds the key could use it earlier. By any other way, from the database, its copies, files, logs or mail, the price cannot be read.',
  },
  fingerprint: {
    kk: 'Терезе кілтінің таңбасы (SHA-256)',
    ru: 'Отпечаток ключа окна (SHA-256)',
    en: 'Fingerprint of the key (SHA-256)',
  },
  needsScript: {
    kk: 'Ұсыныс браузерде мөрленеді, сондықтан JavaScript қосулы, браузер жаңа болуы керек (Chrome 133, Firefox 129, Safari 17 немесе кейінгі). Онсыз баға порталға ашық күйде кетер еді.',
    ru: 'Предложение запечатывается в браузере, поэтому нужен включённый JavaScript и свежий браузер (Chrome 133, Firefox 129, Safari 17 или новее). Без этого цена ушла бы на портал открытой.',
    en: 'A quotation is sealed in the browser, so JavaScript must be on and the browser recent (Chrome 133, Firefox 129, Safari 17 or later). Without it the price would travel in the clear.',
  },

  withdrawHeading: { kk: 'Баға ұсынысын кері қайтару', ru: 'Отзыв ценового предложения', en: 'Withdraw the quotation' },
  withdrawWarning: {
    kk: 'Ұсыныс ашылмайды және салыстыруға қатыспайды. Мерзім аяқталғанша жаңасын беруге болады, бірақ қабылданған уақыты жаңа болады.',
    ru: 'Предложение не будет вскрыто и не участвует в сравнении. До окончания приёма можно подать новое, но время поступления будет новым.',
    en: 'The quotation will not be opened or compared. Until the end a new one may be submitted, with a new time of receipt.',
  },
  withdrawNobodyTold: {
    kk: 'Кері қайтару туралы ешкімге хабарланбайды.',
    ru: 'Об отзыве никто не узнает.',
    en: 'Nobody is told of the withdrawal.',
  },
  withdrawButton: { kk: 'Ұсынысты кері қайтару', ru: 'Отозвать предложение', en: 'Withdraw the quotation' },
  keep: { kk: 'Қалдыру', ru: 'Оставить как есть', en: 'Keep it' },
} satisfies Record<string, Words>;

/** Sentences that the page's script adds to those of a signing form. */
export const QUOTATION_MESSAGES = {
  working: { kk: 'Мөрленіп, қол қойылуда…', ru: 'Запечатываем и подписываем…', en: 'Sealing and signing…' },
  'no-prices': {
    kk: 'Кемінде бір лоттың бағасын көрсетіңіз.',
    ru: 'Укажите цену хотя бы по одному лоту.',
    en: 'Give a price for at least one lot.',
  },
  'price-missing': {
    kk: 'Бағаны көрсетіңіз немесе «Қатыспаймын» деп белгілеңіз.',
    ru: 'Укажите цену или отметьте «Не участвую».',
    en: 'Give a price or mark “Not taking part”.',
  },
  'price-not-money': {
    kk: 'Бағаны теңгемен, санмен жазыңыз: 1 190 000 немесе 1 190 000,50. «1.234» түріндегі жазу екіұшты.',
    ru: 'Укажите цену числом в тенге: 1 190 000 или 1 190 000,50. Запись вида «1.234» двусмысленна.',
    en: 'Give the price as a number of tenge: 1 190 000 or 1 190 000.50. “1.234” can be read in two ways.',
  },
  'price-above-lot': {
    kk: 'Баға лот сомасынан жоғары: {price} (лот сомасы: {amount}). Мұндай ұсыныс қабылданбайды ({article}). Бағаны түзетіңіз.',
    ru: 'Цена {price} больше суммы лота {amount}. Предложение выше суммы лота не принимается ({article}). Укажите цену не выше суммы лота.',
    en: 'The price {price} is above the amount of the lot {amount}. Such a quotation is not accepted ({article}). Give a price not above it.',
  },
  'price-far-below': {
    kk: 'Баға лот сомасынан он есе төмен. Нөлдерді тексеріп, бағаның дұрыстығын белгілеңіз.',
    ru: 'Цена в десять раз ниже суммы лота. Проверьте нули и подтвердите, что цена верна.',
    en: 'The price is a tenth of the lot’s amount. Check the zeros and confirm that it is right.',
  },
  'try-succeeded': {
    kk: 'Бәрі дұрыс: осы браузер мен осы кілт ұсынысты мөрлеп, қол қоя алады. Ештеңе жіберілген жоқ.',
    ru: 'Всё в порядке: этот браузер и этот ключ могут запечатать и подписать предложение. Ничего не отправлено.',
    en: 'All is well: this browser and this key can seal and sign the quotation. Nothing was sent.',
  },
  'browser-failed': {
    kk: 'Браузер ұсынысты мөрлеп, қол қоя алмады, ештеңе жіберілген жоқ. Браузерді жаңартыңыз (Chrome 133, Firefox 129, Safari 17 немесе кейінгі).',
    ru: 'Браузер не смог запечатать и подписать предложение, ничего не отправлено. Обновите браузер (Chrome 133, Firefox 129, Safari 17 или новее).',
    en: 'The browser could not seal and sign the quotation; nothing was sent. Update it (Chrome 133, Firefox 129, Safari 17 or later).',
  },
  'echo-below': { kk: 'лот сомасынан төмен: {percent}', ru: 'ниже суммы лота: {percent}', en: '{percent} below the amount' },
  'echo-equal': { kk: 'лот сомасына тең', ru: 'равна сумме лота', en: 'equal to the amount' },
  'echo-above': { kk: 'лот сомасынан жоғары', ru: 'больше суммы лота', en: 'above the amount' },
  'echo-skipped': { kk: 'қатыспаймын', ru: 'не участвую', en: 'not taking part' },
  'check-lot': {
    kk: 'Лот {lot}: {price} (шамамен {short})',
    ru: 'Лот {lot}: {price} (около {short})',
    en: 'Lot {lot}: {price} (about {short})',
  },
  'check-skipped': { kk: 'Лот {lot}: қатыспаймын', ru: 'Лот {lot}: не участвую', en: 'Lot {lot}: not taking part' },
  'check-total': { kk: 'Барлығы: {total}', ru: 'Всего: {total}', en: 'Total: {total}' },
  thousand: { kk: 'мың', ru: 'тыс.', en: 'thousand' },
  million: { kk: 'млн', ru: 'млн', en: 'million' },
  billion: { kk: 'млрд', ru: 'млрд', en: 'billion' },
} satisfies Record<string, Words>;
