import type { Gap } from '../../domain/procurement/draft/faults.ts';
import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** What a step lacks, as a sentence that names the lots or customers. `{lots}`, `{customers}` are lists. */
export const GAP_SENTENCES: Record<Gap, Words> = {
  'name-missing': words(
    'Атауды екі тілде де жазыңыз',
    'Заполните наименование на двух языках',
    'Give the name in both languages',
  ),
  'no-lots': words('Кемінде бір лот қосыңыз', 'Добавьте хотя бы один лот', 'Add at least one lot'),
  'delivery-missing': words(
    'Жеткізу шарты мен орнын екі тілде көрсетіңіз. Лоттар: {lots}',
    'Укажите условия и место поставки на двух языках. Лоты: {lots}',
    'Give the delivery rule and the place in both languages. Lots: {lots}',
  ),
  'characteristics-missing': words(
    'Сипаттамаларды екі тілде толтырыңыз. Лоттар: {lots}',
    'Заполните характеристики на двух языках. Лоты: {lots}',
    'Fill in the characteristics in both languages. Lots: {lots}',
  ),
  'specification-file-missing': words(
    'Техникалық ерекшеліктің файлын тіркеңіз. Лоттар: {lots}',
    'Прикрепите файл технической спецификации. Лоты: {lots}',
    'Attach the file of the technical specification. Lots: {lots}',
  ),
  'not-approved': words('Құжатты бекітіңіз{lotsPart}', 'Утвердите документ{lotsPart}', 'Approve the document{lotsPart}'),
  'not-printed-yet': words(
    'Құжат қалыптастырылуда{lotsPart}',
    'Документ формируется{lotsPart}',
    'The document is being made{lotsPart}',
  ),
  'not-signed': words('ЭЦҚ қойылмаған{lotsPart}', 'Не подписано ЭЦП{lotsPart}', 'Not signed by EDS{lotsPart}'),
  outdated: words(
    'Құжат бекітілгеннен кейін деректер өзгерді: жойып, қайта жасаңыз{lotsPart}',
    'Данные изменились после утверждения: удалите документ и сделайте заново{lotsPart}',
    'The data changed after approval: delete the document and make it again{lotsPart}',
  ),
  'contract-fields-missing': words('Шарт нысанын толтырыңыз', 'Заполните форму договора', 'Fill in the form of the contract'),
  'representative-missing': words(
    'Ұйымдастырушының өкілін таңдаңыз',
    'Выберите представителя организатора',
    'Choose the organizer’s representative',
  ),
  'customer-representative-missing': words(
    'Тапсырыс берушінің өкілін таңдаңыз: {customers}',
    'Выберите представителя заказчика: {customers}',
    'Choose the customer’s representative: {customers}',
  ),
  'date-missing': words('Күнді көрсетіңіз', 'Укажите дату', 'Give the date'),
  'not-a-date': words(
    'Мұндай күн немесе уақыт жоқ: түзетіңіз',
    'Такой даты или времени нет: исправьте',
    'There is no such date or time: correct it',
  ),
};

export const LOTS_PART = words('. Лоттар: {lots}', '. Лоты: {lots}', '. Lots: {lots}');
export const FIELD_EMPTY = words('Толтырыңыз: {field}', 'Заполните: {field}', 'Fill in: {field}');
export const EARLIEST = words('Ең ертесі: {when}', 'Самое раннее: {when}', 'Earliest: {when}');
