import { words, type RefusalWords } from './sentences.ts';

/** Submission of quotations (S1 §1.3.2). */
export const QUOTATIONS = {
  'window-not-open': {
    what: words('Қабылдау әлі басталған жоқ.', 'Приём ещё не начался.', 'The intake has not opened yet.'),
    by: words('Басталуы: {opensAt}.', 'Начало приёма: {opensAt}.', 'Opens: {opensAt}.'),
  },
  'window-closed': {
    what: words(
      'Қабылдау аяқталды, енді беруге болмайды.',
      'Приём закончился, подать предложение уже нельзя.',
      'The intake is over; nothing can be submitted any more.',
    ),
    why: words(
      'Аяқталуы: {closesAt}. Ұсыныс түскен уақыты: {receivedAt}.',
      'Окончание приёма: {closesAt}. Предложение поступило: {receivedAt}.',
      'Closed: {closesAt}. Received: {receivedAt}.',
    ),
    now: words('Жоба сақталды.', 'Черновик сохранён у вас.', 'Your draft is kept.'),
  },
  'price-above-lot': {
    what: words('Баға лот сомасынан жоғары.', 'Цена больше суммы лота.', 'The price is above the amount of the lot.'),
    why: words(
      'Баға: {price}. Лот сомасы: {amount}. Мұндай ұсыныс қабылданбайды.',
      'Цена: {price}. Сумма лота: {amount}. Предложение выше суммы лота не принимается.',
      'Price: {price}. Amount of the lot: {amount}. A quotation above it is not accepted.',
    ),
    now: words('Бағаны түзетіңіз.', 'Укажите цену не выше суммы лота.', 'Give a price not above the amount of the lot.'),
    by: words('Соңғы мерзім: {closesAt}.', 'Последний срок: {closesAt}.', 'Last moment: {closesAt}.'),
  },
  'price-not-money': {
    what: words('Баға сан түрінде жазылмаған.', 'Цена записана не числом.', 'The price is not a number.'),
    now: words(
      'Теңгемен, үтірден кейін екі таңбаға дейін жазыңыз.',
      'Укажите тенге, до двух знаков после запятой.',
      'Give tenge with up to two decimal places.',
    ),
  },
  'no-prices': {
    what: words('Бірде-бір лот бойынша баға жоқ.', 'Нет цены ни по одному лоту.', 'There is no price for any lot.'),
    now: words(
      'Кемінде бір лоттың бағасын көрсетіңіз.',
      'Укажите цену хотя бы по одному лоту.',
      'Give a price for at least one lot.',
    ),
  },
  'quotation-not-found': {
    what: words('Сіздің мұндай ұсынысыңыз жоқ.', 'Такого вашего предложения нет.', 'You have no such quotation.'),
  },
  'envelope-malformed': {
    what: words(
      'Ұсыныстың мөрленген конверті бүлінген, қабылданған жоқ.',
      'Запечатанный конверт предложения повреждён и не принят.',
      'The sealed envelope of the quotation is damaged and was not accepted.',
    ),
    now: words(
      'Бетті жаңартып, ұсынысты қайта беріңіз.',
      'Обновите страницу и подайте предложение заново.',
      'Refresh the page and submit again.',
    ),
    by: words('Соңғы мерзім: {closesAt}.', 'Последний срок: {closesAt}.', 'Last moment: {closesAt}.'),
  },
} satisfies Record<string, RefusalWords>;
