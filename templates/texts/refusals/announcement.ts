import { words, type RefusalWords } from './sentences.ts';

/** Publication of an announcement (S1 §1.3.1), its window, and the acts about it (S1 §1.3.3–1.3.5). */
export const ANNOUNCEMENT = {
  'start-in-the-past': {
    what: words(
      'Қабылдаудың басталу уақыты өтіп кетті.',
      'Начало приёма уже в прошлом.',
      'The opening of the intake lies in the past.',
    ),
    why: words(
      'Көрсетілгені: {opensAt}. Ең ертесі: {earliest}.',
      'Указано: {opensAt}. Самое раннее: {earliest}.',
      'Given: {opensAt}. Earliest: {earliest}.',
    ),
    now: words('Кейінірек уақытты көрсетіңіз.', 'Укажите более позднее время.', 'Give a later time.'),
  },
  'start-not-on-working-day': {
    what: words(
      'Қабылдау жұмыс күні емес күні басталады.',
      'Начало приёма приходится на нерабочий день.',
      'The intake would open on a day that is not a working day.',
    ),
    why: words('Көрсетілгені: {opensAt}.', 'Указано: {opensAt}.', 'Given: {opensAt}.'),
    now: words(
      'Жұмыс күнін көрсетіңіз. Ең жақыны: {earliest}.',
      'Укажите рабочий день. Ближайший: {earliest}.',
      'Give a working day. The nearest: {earliest}.',
    ),
  },
  'calendar-not-approved': {
    what: words(
      'Қабылдаудың басталуын есептейтін жылдың жұмыс күнтізбесі әлі бекітілмеген.',
      'Рабочий календарь года, по которому считается начало приёма, ещё не утверждён.',
      'The working calendar of the year in which the intake would start has not been approved yet.',
    ),
    why: words('Жыл: {year}.', 'Год: {year}.', 'Year: {year}.'),
    now: words(
      'Күнтізбе бекітілгеннен кейін қайта жариялаңыз.',
      'Опубликуйте ещё раз, когда календарь будет утверждён.',
      'Publish again once the calendar has been approved.',
    ),
  },
  'date-beyond-calendar': {
    what: words(
      'Бұл жылдың жұмыс күнтізбесі әлі бекітілмеген.',
      'Рабочий календарь этого года ещё не утверждён.',
      'The working calendar of this year has not been approved yet.',
    ),
    why: words('Жыл: {year}.', 'Год: {year}.', 'Year: {year}.'),
    now: words('Ертерек күнді көрсетіңіз.', 'Укажите более раннюю дату.', 'Give an earlier date.'),
  },
  'end-before-start': {
    what: words('Қабылдау басталмай аяқталады.', 'Окончание приёма не позже начала.', 'The intake would close before it opens.'),
    why: words(
      'Басталуы: {opensAt}. Аяқталуы: {closesAt}.',
      'Начало: {opensAt}. Окончание: {closesAt}.',
      'Opens: {opensAt}. Closes: {closesAt}.',
    ),
    now: words('Аяқталу уақытын түзетіңіз.', 'Исправьте окончание приёма.', 'Correct the closing time.'),
  },
  'window-too-short': {
    what: words('Қабылдау мерзімі тым қысқа.', 'Срок приёма слишком короткий.', 'The intake is too short.'),
    why: words(
      'Көрсетілгені: {opensAt} – {closesAt}. Керегі, толық жұмыс күні: кемінде {days}.',
      'Указано: {opensAt} – {closesAt}. Нужно полных рабочих дней, не меньше: {days}.',
      'Given: {opensAt} – {closesAt}. Full working days needed, at least: {days}.',
    ),
    now: words('Ең ерте аяқталу уақыты: {earliest}.', 'Самое раннее окончание: {earliest}.', 'Earliest closing: {earliest}.'),
  },
  'draft-not-ready': {
    what: words(
      'Жариялауға әлі болмайды: аяқталмаған тапсырмалар бар.',
      'Опубликовать пока нельзя: есть незаконченные задачи.',
      'It cannot be published yet: there are unfinished tasks.',
    ),
    now: words(
      'Тапсырмалар тізімінен қалғанын аяқтаңыз.',
      'Закончите то, что осталось в списке задач.',
      'Finish what is left in the list of tasks.',
    ),
  },
  'being-published': {
    what: words('Хабарландыру жарияланып жатыр.', 'Объявление публикуется.', 'The announcement is being published.'),
    now: words(
      'Өзгерту әзірге мүмкін емес: нәтижесін күтіңіз.',
      'Изменить его пока нельзя: дождитесь исхода.',
      'It cannot be changed now: wait for the outcome.',
    ),
  },
  'document-approved': {
    what: words('Құжат бекітілген.', 'Документ утверждён.', 'The document is approved.'),
    now: words(
      'Өзгерту үшін алдымен оны жойыңыз.',
      'Чтобы изменить данные, сначала удалите его.',
      'Delete it first to change what it says.',
    ),
  },
  'document-not-ready': {
    what: words(
      'Құжатты бекіту үшін деректер жетпейді.',
      'Чтобы утвердить документ, не хватает данных.',
      'Something is missing before the document can be approved.',
    ),
    now: words('Қадамын толтырыңыз.', 'Заполните его шаг.', 'Fill in its step.'),
  },
  'head-incomplete': {
    what: words(
      'Хабарландырудың атауы толық емес.',
      'Название объявления не заполнено.',
      'The name of the announcement is missing.',
    ),
    now: words('Атауды екі тілде де жазыңыз.', 'Заполните название на двух языках.', 'Give the name in both languages.'),
  },
  'no-lots': {
    what: words('Хабарландыруда лот жоқ.', 'В объявлении нет лотов.', 'The announcement has no lots.'),
    now: words(
      'Жоспардан кемінде бір лот қосыңыз.',
      'Добавьте из плана хотя бы один лот.',
      'Add at least one lot from the plan.',
    ),
  },
  'delivery-terms-missing': {
    what: words('Жеткізу шарттары толтырылмаған.', 'Не заполнены условия поставки.', 'Delivery terms are missing.'),
    why: words('Лоттар: {lots}.', 'Лоты: {lots}.', 'Lots: {lots}.'),
    now: words('Орны мен мерзімін көрсетіңіз.', 'Укажите место и срок поставки.', 'Give place and time of delivery.'),
  },
  'specification-missing': {
    what: words('Техникалық ерекшелік жоқ.', 'Нет технической спецификации.', 'The technical specification is missing.'),
    why: words('Лоттар: {lots}.', 'Лоты: {lots}.', 'Lots: {lots}.'),
    now: words('Оны құрыңыз немесе тіркеңіз.', 'Создайте или приложите её.', 'Make or attach it.'),
  },
  'contract-draft-missing': {
    what: words('Шарттың жобасы жоқ.', 'Нет проекта договора.', 'The draft contract is missing.'),
    now: words(
      'Оны үлгіден құрыңыз немесе тіркеңіз.',
      'Создайте его по шаблону или приложите.',
      'Make it from the template or attach it.',
    ),
  },
  'representative-missing': {
    what: words(
      'Ұйымдастырушының өкілі көрсетілмеген.',
      'Не указан представитель организатора.',
      'The organizer’s representative is not named.',
    ),
    now: words('Өкілді таңдаңыз.', 'Выберите представителя.', 'Choose a representative.'),
  },
  'plan-item-taken': {
    what: words(
      'Жоспардың осы тармағы басқа хабарландыруда.',
      'Этот пункт плана уже в другом объявлении.',
      'This plan item is in another announcement already.',
    ),
    why: words('Лоттар: {lots}.', 'Лоты: {lots}.', 'Lots: {lots}.'),
    now: words(
      'Лотты алып тастаңыз немесе басқасын таңдаңыз.',
      'Уберите лот или выберите другой.',
      'Remove the lot or choose another.',
    ),
  },
  'act-dated-in-the-future': {
    what: words('Құжаттың күні әлі келген жоқ.', 'Дата документа ещё не наступила.', 'The date of the act has not come yet.'),
    why: words('Көрсетілгені: {date}. Бүгін: {today}.', 'Указано: {date}. Сегодня: {today}.', 'Given: {date}. Today: {today}.'),
    now: words('Құжаттың күнін түзетіңіз.', 'Исправьте дату документа.', 'Correct the date of the act.'),
  },
  'no-lots-chosen': {
    what: words('Лот таңдалмаған.', 'Не выбрано ни одного лота.', 'No lot is chosen.'),
    now: words('Кемінде бір лотты таңдаңыз.', 'Выберите хотя бы один лот.', 'Choose at least one lot.'),
  },
  'lot-not-open-to-cancellation': {
    what: words('Бұл лотты болдырмауға болмайды.', 'Этот лот отменить нельзя.', 'This lot cannot be cancelled.'),
    why: words('Лот: {lot}.', 'Лот: {lot}.', 'Lot: {lot}.'),
    now: words('Лотты тізімнен алып тастаңыз.', 'Уберите лот из списка.', 'Remove the lot from the list.'),
  },
  'lot-used-elsewhere': {
    what: words(
      'Бұл лот басқа сатып алуда пайдаланылған.',
      'Этот лот уже используется в другой закупке.',
      'This lot is used in another procurement.',
    ),
    why: words(
      'Лот: {lot}. Хабарландыру: {announcement}.',
      'Лот: {lot}. Объявление: {announcement}.',
      'Lot: {lot}. Announcement: {announcement}.',
    ),
    now: words('Алдымен сол хабарландыруды болдырмаңыз.', 'Сначала отмените то объявление.', 'Cancel that announcement first.'),
  },
  'representative-unfit': {
    what: words(
      'Бұл адам өкіл бола алмайды.',
      'Этого человека нельзя назначить представителем.',
      'This person cannot be the representative.',
    ),
    why: words(
      'Өкіл сол ұйымның бұғатталмаған пайдаланушысы болуы керек.',
      'Представитель: незаблокированный пользователь той же организации.',
      'A representative is a user of the same organization who is not blocked.',
    ),
    now: words('Басқа адамды таңдаңыз.', 'Выберите другого человека.', 'Choose another person.'),
  },
  'creator-not-blocked': {
    what: words(
      'Құқықтарды беруге болмайды: хабарландыруды құрушы бұғатталмаған.',
      'Права передать нельзя: создатель объявления не заблокирован.',
      'Rights cannot be transferred: the author of the announcement is not blocked.',
    ),
    now: words(
      'Алдымен автордың есептік жазбасын бұғаттаңыз.',
      'Сначала заблокируйте учётную запись автора.',
      'Block the author’s account first.',
    ),
  },
  'new-creator-unfit': {
    what: words(
      'Бұл адамға құқықтарды беруге болмайды.',
      'Этому человеку права передать нельзя.',
      'Rights cannot be transferred to this person.',
    ),
    why: words(
      'Жаңа автор ұйымдастырушының пайдаланушысы болуы керек.',
      'Новый автор: пользователь организации-организатора.',
      'The new author is a user of the organizer’s organization.',
    ),
    now: words('Басқа адамды таңдаңыз.', 'Выберите другого человека.', 'Choose another person.'),
  },
} satisfies Record<string, RefusalWords>;
