import type { ProcurementFactType } from '../../domain/procurement/facts.ts';
import type { Words } from './texts.ts';

/** What happened, as the history names it. */
export const FACT_TITLES: Record<ProcurementFactType, Words> = {
  ProcurementPublished: { kk: 'Хабарландыру жарияланды', ru: 'Объявление опубликовано', en: 'Announcement published' },
  QuotationsStarted: {
    kk: 'Баға ұсыныстарын қабылдау басталды',
    ru: 'Приём ценовых предложений начат',
    en: 'Taking of quotations started',
  },
  QuotationsClosed: {
    kk: 'Баға ұсыныстарын қабылдау аяқталды',
    ru: 'Приём ценовых предложений окончен',
    en: 'Taking of quotations ended',
  },
  QuotationsOpened: { kk: 'Баға ұсыныстары ашылды', ru: 'Ценовые предложения вскрыты', en: 'Quotations opened' },
  LotsDecided: { kk: 'Лоттар бойынша қорытынды шығарылды', ru: 'Подведены итоги по лотам', en: 'Lots decided' },
  ProtocolDue: {
    kk: 'Қорытындылар хаттамасы қалыптастыруға қойылды',
    ru: 'Начато формирование протокола итогов',
    en: 'Results protocol due',
  },
  ProtocolPublished: {
    kk: 'Қорытындылар хаттамасы жарияланды',
    ru: 'Протокол итогов опубликован',
    en: 'Results protocol published',
  },
  ProcurementSuspended: { kk: 'Сатып алу тоқтатыла тұрды', ru: 'Закупка приостановлена', en: 'Procurement suspended' },
  ProcurementResumed: { kk: 'Сатып алу қайта басталды', ru: 'Закупка возобновлена', en: 'Procurement resumed' },
  LotsCancelled: { kk: 'Лоттар болдырылмады', ru: 'Лоты отменены', en: 'Lots cancelled' },
  LotsRefused: {
    kk: 'Тапсырыс беруші сатып алудан бас тартты',
    ru: 'Заказчик отказался от закупки',
    en: 'Refused by the customer',
  },
  RepresentativeChanged: { kk: 'Өкіл өзгертілді', ru: 'Изменён представитель', en: 'Representative changed' },
  CreatorChanged: { kk: 'Хабарландыру авторы өзгертілді', ru: 'Изменён создатель объявления', en: 'Creator changed' },
};

/** Details of facts: label and value, never inflected. */
export const FACT_LINES = {
  opened: { kk: 'Ашылған ұсыныс саны: {count}', ru: 'Вскрыто предложений: {count}', en: 'Quotations opened: {count}' },
  decided: {
    kk: 'Өткізілді: {held}. Өткізілмеді: {failed}',
    ru: 'Состоялись: {held}. Не состоялись: {failed}',
    en: 'Held: {held}. Failed: {failed}',
  },
  version: { kk: 'Нұсқа: {version}', ru: 'Версия: {version}', en: 'Version: {version}' },
  act: {
    kk: 'Акт: {kind} № {number}, {date}, {body}',
    ru: 'Акт: {kind} № {number} от {date}, {body}',
    en: 'Act: {kind} no. {number} of {date}, {body}',
  },
  lots: { kk: 'Лоттар: {lots}', ru: 'Лоты: {lots}', en: 'Lots: {lots}' },
  ground: { kk: 'Негіз: {ground}', ru: 'Основание: {ground}', en: 'Ground: {ground}' },
  who: { kk: 'Жаңа өкіл: {name}', ru: 'Новый представитель: {name}', en: 'New representative: {name}' },
  creator: { kk: 'Бұрынғысы: {from}. Жаңасы: {to}', ru: 'Был: {from}. Стал: {to}', en: 'Was: {from}. Is: {to}' },
  newEnd: { kk: 'Жаңа мерзім: {at}', ru: 'Новый срок: {at}', en: 'New deadline: {at}' },
} satisfies Record<string, Words>;
