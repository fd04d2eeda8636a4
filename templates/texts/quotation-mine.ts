import type { Words } from './texts.ts';

/** The list of a supplier's own quotations and what became of them. */
export const MY_QUOTATIONS = {
  heading: { kk: 'Менің ұсыныстарым', ru: 'Мои предложения', en: 'My quotations' },
  sealed: { kk: 'Ашылғанға дейін', ru: 'До вскрытия', en: 'Not opened yet' },
  sealedHint: {
    kk: 'Бұл тізімді тек сіздің ұйымыңыз көреді. Ашылғанға дейін портал бағаларды білмейді.',
    ru: 'Этот список видит только ваша организация. До вскрытия портал цен не знает.',
    en: 'Only your organization sees this list. Until the opening the portal does not know the prices.',
  },
  sealedEmpty: {
    kk: 'Қабылдауы аяқталмаған сатып алуларда ұсынысыңыз жоқ. Қабылдауы жүріп жатқан лоттарды іздеуден табасыз.',
    ru: 'Поданных предложений в идущих закупках нет. Лоты с идущим приёмом есть в поиске.',
    en: 'You have no quotation in a running intake. Lots that take quotations are in the search.',
  },
  toSearch: { kk: 'Лоттарды іздеу', ru: 'Искать лоты', en: 'Search lots' },
  opened: { kk: 'Ашылғандар', ru: 'Вскрытые', en: 'Opened' },
  openedEmpty: {
    kk: 'Ашылған ұсыныс әлі жоқ. Біріншісі қабылдау аяқталған соң осында шығады.',
    ru: 'Вскрытых предложений пока нет. Первое появится здесь после окончания приёма.',
    en: 'No quotation has been opened yet. The first appears here when its intake is over.',
  },
  procurement: { kk: 'Сатып алу', ru: 'Закупка', en: 'Procurement' },
  ends: { kk: 'Қабылдаудың аяқталуы', ru: 'Окончание приёма', en: 'Intake closes' },
  receipt: { kk: 'Түбіртек', ru: 'Квитанция', en: 'Receipt' },
  state: { kk: 'Күйі', ru: 'Состояние', en: 'State' },
  submitted: { kk: 'Берілді', ru: 'Подано', en: 'Submitted' },
  withdrawn: { kk: 'Кері қайтарылды', ru: 'Отозвано', en: 'Withdrawn' },
  suspended: { kk: 'Тоқтатыла тұрды', ru: 'Приостановлен', en: 'Suspended' },
  beingOpened: { kk: 'Ашылуда', ru: 'Вскрывается', en: 'Being opened' },
  keyLost: {
    kk: 'Кілт жоғалды: оқылмайды, қайта беріңіз',
    ru: 'Ключ утрачен: не будет прочитано, подайте заново',
    en: 'Key lost: never read, hand in again',
  },
  cancelled: { kk: 'Болдырылмады', ru: 'Отменено', en: 'Cancelled' },
  lot: { kk: 'Лот', ru: 'Лот', en: 'Lot' },
  price: { kk: 'Сіздің бағаңыз', ru: 'Ваша цена', en: 'Your price' },
  result: { kk: 'Нәтиже', ru: 'Результат', en: 'Result' },
  received: { kk: 'Қабылданған уақыты', ru: 'Принято', en: 'Received' },
  forming: { kk: 'Қорытындылар қалыптасуда', ru: 'Итоги формируются', en: 'Results are being formed' },
  winner: { kk: 'Жеңімпаз', ru: 'Победитель', en: 'Winner' },
  second: { kk: 'Екінші жеңімпаз', ru: 'Второй победитель', en: 'Second winner' },
  admitted: { kk: 'Жіберілді', ru: 'Допущен', en: 'Admitted' },
  rejected: { kk: 'Қабылданбады', ru: 'Отклонен', en: 'Rejected' },
  lotCancelled: { kk: 'Лот болдырылмады', ru: 'Лот отменен', en: 'The lot is cancelled' },
  lotRefused: { kk: 'Тапсырыс беруші лоттан бас тартты', ru: 'Заказчик отказался от лота', en: 'The customer refused the lot' },
  'above-lot-amount': {
    kk: 'баға лот сомасынан жоғары',
    ru: 'цена больше суммы лота',
    en: 'the price is above the amount of the lot',
  },
  restriction: {
    kk: 'қатысуға шектеу: {ground} ({article})',
    ru: 'ограничение на участие: {ground} ({article})',
    en: 'restriction on participation: {ground} ({article})',
  },
  unreadable: {
    kk: 'Ұсыныс оқылмады',
    ru: 'Предложение не удалось прочитать',
    en: 'The quotation could not be read',
  },
  unreadableWhy: {
    kk: 'конверт осы терезеге сай ашылмады (себеп коды: {reason})',
    ru: 'конверт не вскрылся как предложение этого окна (код причины: {reason})',
    en: 'the envelope did not open as a quotation of this window (reason: {reason})',
  },
} satisfies Record<string, Words>;
