import { words, type RefusalWords } from './sentences.ts';

/** Single source: application, consideration, protocol (S1 §1.7.3–1.7.7). */
export const SINGLE_SOURCE = {
  'not-in-this-method': {
    what: words(
      'Бұл әрекет осы сатып алу тәсілінде жоқ.',
      'В этом способе закупки такого действия нет.',
      'This method of procurement has no such action.',
    ),
    now: words('Қолжетімді әрекеттерді қараңыз.', 'Посмотрите доступные действия.', 'See what is available.'),
  },
  'no-application-yet': {
    what: words(
      'Шақырылған өнім беруші әлі өтінім берген жоқ, қолмен ашуға болмайды.',
      'Приглашенный поставщик ещё не подал заявку, вскрыть вручную нельзя.',
      'The invited supplier has not applied yet; it cannot be opened by hand.',
    ),
    now: words(
      'Өтінім берілгеннен кейін қайталаңыз. Мерзімі келгенде сатып алу өзі ашылады.',
      'Повторите после подачи заявки. По окончании срока закупка вскроется сама.',
      'Repeat once an application is in. At the end of the intake it is opened by itself.',
    ),
  },
  'application-stands': {
    what: words(
      'Сіздің өтініміңіз берілген: одан бас тарту үшін алдымен оны кері қайтарып алыңыз.',
      'Ваша заявка подана: чтобы отказаться от участия, сначала отзовите её.',
      'Your application stands: withdraw it first, then decline.',
    ),
    now: words(
      'Өтінімді кері қайтарып алып, қайталаңыз.',
      'Отзовите заявку и повторите отказ.',
      'Withdraw the application and repeat.',
    ),
  },
  'closing-under-way': {
    what: words(
      'Қабылдауды аяқтайтын әрекет қаралуда, сондықтан қазір ештеңе қабылданбайды.',
      'Рассматривается действие, которое завершает приём, поэтому сейчас ничего не принимается.',
      'An act that ends the intake is being decided, so nothing is taken now.',
    ),
    now: words(
      'Бірнеше секундтан кейін бетті жаңартыңыз.',
      'Обновите страницу через несколько секунд.',
      'Refresh the page in a few seconds.',
    ),
  },
  'lot-not-considered': {
    what: words(
      'Бұл лот бойынша шешім қабылданбайды.',
      'По этому лоту решение не принимается.',
      'This lot is not under consideration.',
    ),
    why: words('Лот: {lot}.', 'Лот: {lot}.', 'Lot: {lot}.'),
    now: words('Бетті жаңартып, қайталаңыз.', 'Обновите страницу и повторите.', 'Refresh the page and repeat.'),
  },
  'reason-missing': {
    what: words(
      'Қабылдамау себебі көрсетілмеген.',
      'Не заполнено «Обоснование причины» отклонения.',
      'The reason of the rejection is missing.',
    ),
    why: words('Лот: {lot}.', 'Лот: {lot}.', 'Lot: {lot}.'),
    now: words('Себебін жазыңыз.', 'Заполните «Обоснование причины».', 'Give the reason.'),
  },
  'decisions-missing': {
    what: words(
      'Барлық бөлім бойынша шешім қабылданбаған.',
      'Решение принято не по всем разделам.',
      'Not every part has been decided.',
    ),
    why: words('Шешім жоқ лоттар: {lots}.', 'Нет решения по лотам: {lots}.', 'Lots without a decision: {lots}.'),
    now: words(
      'Шешімді сақтап, содан кейін дауыс беріңіз.',
      'Примите и сохраните решение, затем голосуйте.',
      'Decide and save, then vote.',
    ),
  },
  'already-voted': {
    what: words('Дауыс берілген.', 'Голос уже отдан.', 'The vote has been cast.'),
    why: words('Дауыс берілген уақыты: {at}.', 'Время голосования: {at}.', 'Cast: {at}.'),
    now: words(
      'Өзгерту үшін алдымен дауысты кері қайтарып алыңыз.',
      'Чтобы изменить решение, сначала отзовите голос.',
      'To change the decision, recall the vote first.',
    ),
  },
  'not-voted-yet': {
    what: words(
      'Ұйымдастырушының өкілі әлі дауыс берген жоқ.',
      'Представитель организатора ещё не проголосовал.',
      'The organizer’s representative has not voted yet.',
    ),
    now: words(
      'Дауыс берілгенде хабарлама келеді.',
      'Когда голосование завершится, придёт уведомление.',
      'You will be told when the vote is cast.',
    ),
  },
  'representative-excluded': {
    what: words(
      'Сіз бұл сатып алуда өкіл ретінде ауыстырылғансыз, қайта шешім қабылдай алмайсыз.',
      'Вас заменили как представителя в этой закупке, принимать решение повторно нельзя.',
      'You were replaced as representative in this procurement and may not decide again.',
    ),
  },
  'protocol-not-formed': {
    what: words(
      'Қол қоятын қорытындылар хаттамасы жоқ.',
      'Нет протокола итогов, который ждёт подписи.',
      'There is no results protocol that waits for a signature.',
    ),
    now: words(
      'Хаттама қалыптасқанда хабарлама келеді.',
      'Когда протокол будет сформирован, придёт уведомление.',
      'You will be told when it is formed.',
    ),
  },
  'protocol-not-signed': {
    what: words(
      'Қорытындылар хаттамасына әлі қол қойылған жоқ.',
      'Протокол итогов ещё не подписан.',
      'The results protocol is not signed yet.',
    ),
    now: words(
      'Ұйымдастырушының өкілі қол қойғанда хабарлама келеді.',
      'Когда представитель организатора подпишет протокол, придёт уведомление.',
      'You will be told when the organizer’s representative has signed.',
    ),
  },
} satisfies Record<string, RefusalWords>;
