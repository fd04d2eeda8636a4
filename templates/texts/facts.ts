import type { Opening } from '../../domain/procurement/application.ts';
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
  ApplicationsStarted: { kk: 'Өтінімдерді қабылдау басталды', ru: 'Приём заявок начат', en: 'Taking of applications started' },
  ApplicationsClosed: { kk: 'Өтінімдерді қабылдау аяқталды', ru: 'Приём заявок окончен', en: 'Taking of applications ended' },
  ApplicationOpened: { kk: 'Сатып алу ашылды', ru: 'Закупка вскрыта', en: 'Procurement opened' },
  ParticipationDeclined: {
    kk: 'Шақырылған өнім беруші қатысудан бас тартты',
    ru: 'Приглашенный поставщик отказался от участия',
    en: 'The invited supplier declined',
  },
  ConsiderationSaved: {
    kk: 'Өтінімді қарау нәтижелері сақталды',
    ru: 'Результаты рассмотрения сохранены',
    en: 'Decisions saved',
  },
  ConsiderationVoted: {
    kk: 'Ұйымдастырушының өкілі дауыс берді',
    ru: 'Представитель организатора проголосовал',
    en: 'Vote cast',
  },
  VoteRecalled: { kk: 'Дауыс кері қайтарып алынды', ru: 'Голос отозван', en: 'Vote recalled' },
  ConsiderationReset: {
    kk: 'Өкіл ауысуына байланысты дауыс беру нәтижелері жойылды',
    ru: 'Результаты голосования сброшены в связи с заменой представителя',
    en: 'Decisions reset: the representative was replaced',
  },
  ProtocolFormed: {
    kk: 'Қорытындылар хаттамасы қалыптастырылды',
    ru: 'Протокол итогов сформирован',
    en: 'Results protocol formed',
  },
  ProtocolSigned: { kk: 'Қорытындылар хаттамасына қол қойылды', ru: 'Протокол итогов подписан', en: 'Results protocol signed' },
  SingleSourceStarted: {
    kk: 'Бір көзден сатып алу автоматты түрде құрылды',
    ru: 'Автоматически создана закупка из одного источника',
    en: 'A single-source procurement was created',
  },
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
  KeyLost: { kk: 'Қабылдау терезесінің кілті жоғалды', ru: 'Утрачен ключ окна приёма', en: 'Key of the window lost' },
  WindowRepeated: {
    kk: 'Баға ұсыныстарын қабылдау қайта жарияланды',
    ru: 'Приём ценовых предложений проводится заново',
    en: 'Quotations are taken anew',
  },
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
  how: { kk: 'Ашу тәртібі: {how}', ru: 'Порядок вскрытия: {how}', en: 'How it was opened: {how}' },
  announcement: { kk: 'Хабарландыру: № {number}', ru: 'Объявление: № {number}', en: 'Announcement: № {number}' },
  reason: { kk: 'Себебі: {reason}', ru: 'Причина: {reason}', en: 'Reason: {reason}' },
  unread: {
    kk: 'Бұрын берілген ұсыныстар ешқашан оқылмайды. Кілт жинағының нөмірі: {generation}',
    ru: 'Поданные ранее предложения не будут прочитаны. Номер набора ключей: {generation}',
    en: 'Quotations handed in before will never be read. Number of the set of keys: {generation}',
  },
  newEnd: { kk: 'Жаңа мерзім: {at}', ru: 'Новый срок: {at}', en: 'New deadline: {at}' },
} satisfies Record<string, Words>;

/** How a procurement was opened (S1 §1.7.3). */
export const OPENING_NAMES: Record<Opening['how'], Words> = {
  'by-hand': { kk: 'қолмен', ru: 'вручную', en: 'by hand' },
  deadline: { kk: 'мерзімі бойынша автоматты түрде', ru: 'автоматически по сроку', en: 'by itself at the deadline' },
  declined: { kk: 'өнім беруші бас тартқаннан кейін', ru: 'после отказа поставщика', en: 'after the supplier declined' },
  silence: { kk: 'мерзімінде жауап келген жоқ', ru: 'нет ответа поставщика в срок', en: 'no answer in time' },
};
