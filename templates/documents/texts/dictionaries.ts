import type { ContractKind } from '../../../domain/procurement/documents/annexes.ts';
import type { DocumentWindow, Flag, Signer } from '../../../domain/procurement/documents/common.ts';
import type { Change, ChangeReason, DocumentAct, LotOutcome } from '../../../domain/procurement/documents/results.ts';
import type { ProcurementPayload, ReceiptPayload, SingleSource } from '../../../domain/procurement/documents.ts';
import type { FailureGround, Method, SubjectKind } from '../../../domain/procurement/file.ts';
import type { RejectionGround } from '../../../domain/procurement/ranking.ts';
import type { Text } from '../../../domain/parties.ts';

const text = (kk: string, ru: string): Text => ({ kk, ru });

/** Titles of spec 17 §2. */
export const TITLES = {
  results: text('Баға ұсыныстарын сұрату қорытындылары туралы хаттама', 'Протокол итогов запроса ценовых предложений'),
  'lot-list': text('1-қосымша. Лоттар тізбесі', 'Приложение 1. Перечень лотов'),
  specification: text('2-қосымша. Техникалық ерекшелік', 'Приложение 2. Техническая спецификация'),
  'contract-draft': text('Мемлекеттік сатып алу туралы шарттың жобасы', 'Проект договора о государственных закупках'),
} satisfies Record<ProcurementPayload['type'], Text>;

export const METHODS = {
  'price-quotations': text('Баға ұсыныстарын сұрату', 'Запрос ценовых предложений'),
  'single-source': text('Өткізілмеген сатып алу бойынша бір көзден алу', 'Из одного источника по несостоявшимся закупкам'),
} satisfies Record<Method, Text>;

export const PURCHASE_TYPES = {
  first: text('Бірінші', 'Первая'),
  repeat: text('Қайталама', 'Повторная'),
} satisfies Record<'first' | 'repeat', Text>;

export const SUBJECT_KINDS = {
  goods: text('Тауар', 'Товар'),
  works: text('Жұмыс', 'Работа'),
  services: text('Көрсетілетін қызмет', 'Услуга'),
} satisfies Record<SubjectKind, Text>;

export const FLAGS = {
  disability: text('мүгедектігі бар адамдар ұйымдары арасындағы сатып алу', 'закупка среди организаций инвалидов'),
  'single-organizer': text('бірыңғай ұйымдастырушы', 'единый организатор'),
  'without-vat': text('ҚҚС есепке алынбаған', 'без учета НДС'),
} satisfies Record<Flag, Text>;

export const WINDOWS = {
  quotations: text('Баға ұсыныстарын қабылдау мерзімі', 'Срок приема ценовых предложений'),
  applications: text('Өтінімдерді қабылдау мерзімі', 'Срок приема заявок'),
  supplements: text('Өтінімдерді толықтыру мерзімі', 'Срок дополнения заявок'),
  complaints: text('Шағым беру мерзімі', 'Срок подачи жалоб'),
} satisfies Record<DocumentWindow['kind'], Text>;

export const OUTCOMES = {
  held: text('Сатып алу өткізілді', 'Закупка состоялась'),
  failed: text('Сатып алу өткізілмеді', 'Закупка не состоялась'),
  cancelled: text('Сатып алу болдырылмады', 'Закупка отменена'),
  refused: text('Тапсырыс беруші сатып алудан бас тартты', 'Заказчик отказался от закупки'),
} satisfies Record<LotOutcome, Text>;

/** Grounds of spec 17 §5.1 in the words of S1 §1.7.1–1.7.2; the kk wording has no source yet. */
export const FAILURE_GROUNDS = {
  'none-submitted': text('берілген өтінімдер жоқ', 'нет поданных заявок'),
  'one-submitted': text('бір өтінім берілді', 'подана одна заявка'),
  'none-admitted': text('жіберілген өтінімдер жоқ', 'нет допущенных заявок'),
  'one-admitted': text('екеуден аз өтінім жіберілді', 'допущено менее двух заявок'),
  'supplier-declined': text('өнім беруші қатысудан бас тартты', 'поставщик отправил отказ от участия'),
  'supplier-silent': text('өнім беруші мерзімінде жауап бермеді', 'поставщик не подал заявку и не отправил отказ в срок'),
  'supplier-rejected': text('өнім берушінің өтінімі қабылданбады', 'заявка поставщика отклонена'),
} satisfies Record<FailureGround, Text>;

export const REJECTIONS = {
  restriction: text('Қатысуға қойылған шектеу', 'Ограничение на участие'),
  unreadable: text('Баға ұсынысы ашылмады', 'Ценовое предложение не удалось открыть'),
  'above-lot-amount': text('Баға лот сомасынан жоғары', 'Цена выше суммы лота'),
} satisfies Record<RejectionGround, Text>;

/** Reasons the opening gives for an offer that cannot be read; a reason that is not listed is printed as its code. */
export const UNREADABLE_REASONS = {
  'manifest-malformed': text('манифест бұзылған', 'манифест повреждён'),
  'other-window': text('басқа сатып алуға арналған', 'предназначено для другой закупки'),
  'envelope-altered': text('конверт өзгертілген', 'конверт изменён'),
  'envelope-length': text('конверттің ұзындығы дұрыс емес', 'неверная длина конверта'),
  'envelope-point': text('конверттің кілті дұрыс емес', 'неверный ключ конверта'),
  'wrong-key-or-context': text('басқа кілтпен жабылған', 'запечатано другим ключом'),
  padding: text('толтырма дұрыс емес', 'неверное заполнение'),
  commitment: text('мазмұны қол қойылғаннан өзгеше', 'содержание не то, что подписано'),
  'not-canonical': text('жазылу түрі дұрыс емес', 'неверная форма записи'),
  'other-context-inside': text('ішінде басқа сатып алу көрсетілген', 'внутри указана другая закупка'),
  'not-a-quotation': text('ішінде баға ұсынысы жоқ', 'внутри нет ценового предложения'),
  'not-an-application': text('ішінде өтінім жоқ', 'внутри нет заявки'),
} satisfies Record<string, Text>;

export const unreadableReason = (code: string): Text =>
  (UNREADABLE_REASONS as Readonly<Record<string, Text>>)[code] ?? { kk: code, ru: code };

export const NO_SINGLE_SOURCE = {
  'restricted-supplier': text('өнім берушіге қатысуға шектеу қойылған', 'на поставщика распространяется ограничение на участие'),
  'not-yet-created': text('хаттама қалыптастырылған кезде әлі құрылмаған', 'на момент формирования протокола ещё не создано'),
  'not-provided': text('қағидаларда көзделмеген', 'не предусмотрено правилами'),
} satisfies Record<Extract<SingleSource, { none: string }>['none'], Text>;

export const ACTIONS = {
  cancel: text('Болдырмау', 'Отмена'),
  suspend: text('Тоқтата тұру', 'Приостановление'),
  resume: text('Қайта бастау', 'Возобновление'),
} satisfies Record<DocumentAct['action'], Text>;

/** Choices of the form of S1 §1.3.3. */
export const ACT_KINDS = {
  decision: text('Шешім', 'Решение'),
  ruling: text('Ұйғарым', 'Определение'),
  representation: text('Ұсыну', 'Представление'),
  notice: text('Хабарлама', 'Уведомление'),
  order: text('Қаулы', 'Постановление'),
} satisfies Record<DocumentAct['kind'], Text>;

export const BODY_KINDS = {
  court: text('Сот органы', 'Судебный орган'),
  prosecutor: text('Прокуратура органы', 'Орган прокуратуры'),
  'financial-control': text('Мемлекеттік қаржылық бақылау органы', 'Орган гос. фин. контроля'),
} satisfies Record<DocumentAct['bodyKind'], Text>;

export const CHANGE_REASONS = {
  'all-lots-cancelled': text('барлық лоттарды болдырмау', 'отмена всех лотов'),
  'lots-cancelled': text('лоттарды болдырмау', 'отмена лотов'),
  'lots-refused': text('тапсырыс берушінің сатып алудан бас тартуы', 'отказ заказчика от закупки'),
} satisfies Record<ChangeReason, Text>;

export const CHANGED_FIELDS = {
  outcome: text('Шешім', 'Решение'),
  winner: text('Жеңімпаз', 'Победитель'),
  'second-place': text('Екінші орын алған', 'Занявший второе место'),
  'contract-amount': text('Шарт сомасы, теңге', 'Сумма договора, тенге'),
} satisfies Record<Change['field'], Text>;

export const SIGNER_ROLES = {
  creator: text('Хабарландыруды жасаушы', 'Создатель объявления'),
  'organizer-representative': text('Ұйымдастырушының өкілі', 'Представитель организатора'),
  'customer-representative': text('Тапсырыс берушінің өкілі', 'Представитель заказчика'),
  chair: text('Төраға', 'Председатель'),
  member: text('Комиссия мүшесі', 'Член комиссии'),
  secretary: text('Хатшы', 'Секретарь'),
} satisfies Record<Signer['role'], Text>;

export const CONTRACT_KINDS = {
  goods: text('тауарларды жеткізу', 'поставка товаров'),
  services: text('қызметтер көрсету', 'оказание услуг'),
  'works-construction': text('құрылыс жұмыстарын орындау', 'выполнение строительных работ'),
  'works-other': text('құрылысқа жатпайтын жұмыстарды орындау', 'выполнение работ, не связанных со строительством'),
} satisfies Record<ContractKind, Text>;

export const RECEIPT_ACTIONS = {
  submitted: text('Баға ұсынысы берілді', 'Ценовое предложение подано'),
  replaced: text('Баға ұсынысы ауыстырылды', 'Ценовое предложение заменено'),
  withdrawn: text('Баға ұсынысы кері қайтарып алынды', 'Ценовое предложение отозвано'),
} satisfies Record<ReceiptPayload['action'], Text>;

/** Entries whose Kazakh wording a native speaker has yet to confirm (spec 17 §12 "to confirm" and "not given on purpose"). */
export const DRAFT_ENTRIES = {
  titles: ['results'],
  purchaseTypes: ['repeat'],
  windows: ['supplements'],
  outcomes: ['held', 'failed', 'cancelled', 'refused'],
  failureGrounds: [
    'none-submitted',
    'one-submitted',
    'none-admitted',
    'one-admitted',
    'supplier-declined',
    'supplier-silent',
    'supplier-rejected',
  ],
  rejections: ['restriction', 'unreadable', 'above-lot-amount'],
  noSingleSource: ['restricted-supplier', 'not-yet-created', 'not-provided'],
  actions: ['cancel', 'suspend', 'resume'],
  actKinds: ['ruling', 'representation'],
  changeReasons: ['all-lots-cancelled', 'lots-cancelled', 'lots-refused'],
  signerRoles: ['creator'],
  contractKinds: ['works-construction', 'works-other'],
  receiptActions: ['replaced', 'withdrawn'],
} as const;
