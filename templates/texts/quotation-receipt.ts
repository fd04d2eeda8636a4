import type { Words } from './texts.ts';

/** The receipt of a quotation, on its own page to be printed. */
export const RECEIPT = {
  heading: { kk: 'Баға ұсынысының түбіртегі', ru: 'Квитанция о ценовом предложении', en: 'Receipt of a price quotation' },
  none: {
    kk: 'Бұл сатып алу бойынша ұсыныс берген жоқсыз.',
    ru: 'По этой закупке вы не подавали предложений.',
    en: 'You have submitted no quotation in this procurement.',
  },
  number: { kk: 'Түбіртек №', ru: 'Квитанция №', en: 'Receipt No.' },
  act: { kk: 'Әрекет', ru: 'Действие', en: 'Act' },
  submitted: { kk: 'Ұсыныс берілді', ru: 'Предложение подано', en: 'Quotation submitted' },
  replaced: { kk: 'Ұсыныс ауыстырылды', ru: 'Предложение заменено', en: 'Quotation replaced' },
  withdrawn: { kk: 'Ұсыныс кері қайтарылды', ru: 'Предложение отозвано', en: 'Quotation withdrawn' },
  procurement: { kk: 'Сатып алу', ru: 'Закупка', en: 'Procurement' },
  supplier: { kk: 'Өнім беруші', ru: 'Поставщик', en: 'Supplier' },
  bin: { kk: 'БСН', ru: 'БИН', en: 'BIN' },
  by: { kk: 'Кім берді', ru: 'Кем подано', en: 'Submitted by' },
  received: { kk: 'Қабылданған уақыты', ru: 'Принято', en: 'Received' },
  windowEnds: { kk: 'Қабылдаудың аяқталуы', ru: 'Окончание приёма', en: 'Intake closes' },
  replaces: { kk: 'Алдыңғы түбіртек', ru: 'Вместо квитанции', en: 'Replaces receipt' },
  envelope: { kk: 'Мөрленген конверттің SHA-256', ru: 'SHA-256 запечатанного конверта', en: 'SHA-256 of the sealed envelope' },
  signature: { kk: 'ЭЦҚ-ның SHA-256', ru: 'SHA-256 подписи ЭЦП', en: 'SHA-256 of your signature' },
  portalSignature: { kk: 'Порталдың қолы (Ed25519)', ru: 'Подпись портала (Ed25519)', en: 'Signature of the portal (Ed25519)' },
  key: { kk: 'Портал кілті', ru: 'Ключ портала', en: 'Key of the portal' },
  neverRead: {
    kk: 'Осы ұсыныс мөрленген кілт жоғалған деп жарияланды: ұсыныс ешқашан оқылмайды. Түбіртек оның берілгенін растайды. Қабылдау қайта ашылды, ұсынысты қайта беріңіз.',
    ru: 'Ключ, которым запечатано это предложение, объявлен утраченным: предложение не будет прочитано никогда. Квитанция подтверждает, что оно было подано. Приём открыт заново, подайте предложение ещё раз.',
    en: 'The key this quotation was sealed to was declared lost: it will never be read. The receipt proves that it was handed in. The window is open again: hand in once more.',
  },
  noPrice: {
    kk: 'Түбіртекте баға жоқ: оны ашылғанға дейін портал да білмейді. Бағаңыз берген кезде жүктелген «менің ұсынысым» файлында.',
    ru: 'Цены в квитанции нет: до вскрытия её не знает и портал. Ваша цена в файле «моё предложение», который скачался при подаче.',
    en: 'The receipt holds no price: until the opening the portal does not know it either. Yours is in the file “my offer”, downloaded on submission.',
  },
  done: { kk: 'Баға ұсынысы қабылданды', ru: 'Ценовое предложение принято', en: 'The price quotation is received' },
  doneWithdrawn: {
    kk: 'Баға ұсынысы кері қайтарылды',
    ru: 'Ценовое предложение отозвано',
    en: 'The price quotation is withdrawn',
  },
  next: {
    kk: 'Енді не болады: портал барлық ұсынысты өзі ашады, салыстырады және қорытындылар хаттамасын жариялайды. Ашылу уақыты: {at}. Қатысу қажет емес, хабарлама келеді.',
    ru: 'Что дальше: портал сам вскроет все предложения, сравнит их и опубликует протокол итогов. Вскрытие: {at}. Присутствовать не нужно, придёт уведомление.',
    en: 'What happens next: at {at} the portal opens all quotations, compares them and publishes the results protocol by itself. Nobody has to be present; you will be told.',
  },
  nextWithdrawn: {
    kk: 'Қабылдау аяқталғанша жаңа ұсыныс беруге болады. Соңғы мерзім: {at}.',
    ru: 'До окончания приёма можно подать новое предложение. Последний срок: {at}.',
    en: 'A new quotation may be submitted until the end of the intake: {at}.',
  },
  print: {
    kk: 'Басып шығару: браузердің «Басып шығару» командасы',
    ru: 'Распечатать: команда «Печать» браузера',
    en: 'To print: the browser’s “Print” command',
  },
  files: { kk: 'Файлдар', ru: 'Файлы', en: 'Files' },
  json: { kk: 'Түбіртек (receipt.json)', ru: 'Квитанция (receipt.json)', en: 'Receipt (receipt.json)' },
  sig: { kk: 'Порталдың қолы (receipt.sig)', ru: 'Подпись портала (receipt.sig)', en: 'Signature of the portal (receipt.sig)' },
  pem: {
    kk: 'Порталдың ашық кілті (portal.pem)',
    ru: 'Открытый ключ портала (portal.pem)',
    en: 'Public key of the portal (portal.pem)',
  },
  keys: {
    kk: 'Портал кілттерінің тізімі (keys.json)',
    ru: 'Список ключей портала (keys.json)',
    en: 'List of the portal’s keys (keys.json)',
  },
  keysSeal: {
    kk: 'Кілттер тізіміндегі порталдың мөрі (keys.p7s)',
    ru: 'Печать портала под списком ключей (keys.p7s)',
    en: 'The portal’s seal under the list of keys (keys.p7s)',
  },
  check: { kk: 'Порталсыз қалай тексеруге болады', ru: 'Как проверить без портала', en: 'How to check it without the portal' },
  checkHow: {
    kk: 'Үш файлды бір қалтаға сақтап, мына команданы орындаңыз. «Signature Verified Successfully» деген жауап: түбіртекті портал берген және ол өзгертілмеген.',
    ru: 'Сохраните три файла в одну папку и выполните команду. Ответ «Signature Verified Successfully»: квитанцию выдал портал, и она не изменена.',
    en: 'Save the three files into one folder and run the command. “Signature Verified Successfully” means that the portal issued the receipt and nobody changed it.',
  },
  all: {
    kk: 'Осы сатып алу бойынша барлық түбіртек',
    ru: 'Все квитанции по этой закупке',
    en: 'All receipts in this procurement',
  },
  toQuotation: { kk: 'Ұсыныс беті', ru: 'Страница предложения', en: 'Page of the quotation' },
} satisfies Record<string, Words>;
