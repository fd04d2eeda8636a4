import { words, type RefusalWords } from './sentences.ts';

/** Who may act, when, and how the portal receives an act. */
export const PARTICIPATION = {
  'sign-in-required': {
    what: words('Бұл әрекет үшін порталға кіру қажет.', 'Для этого действия нужен вход на портал.', 'Sign in to do this.'),
    now: words('Порталға кіріп, қайталаңыз.', 'Войдите и повторите.', 'Sign in and repeat.'),
  },
  'not-your-role': {
    what: words(
      'Бұл әрекет сіздің рөліңізге ашық емес.',
      'Это действие недоступно в вашей роли.',
      'This is not available in your role.',
    ),
    why: words('Орындай алатын рөлдер: {who}.', 'Могут: {who}.', 'Open to: {who}.'),
    now: words(
      'Басқа рөліңіз болса, рөлді ауыстырыңыз.',
      'Если у вас есть другая роль, смените её.',
      'If you have another role, change to it.',
    ),
  },
  'not-in-this-status': {
    what: words(
      'Бұл әрекет сатып алудың қазіргі мәртебесінде ашық емес.',
      'Это действие недоступно в нынешнем статусе закупки.',
      'This is not available in the present status of the procurement.',
    ),
    now: words(
      'Бетті жаңартып, қолжетімді әрекеттерді қараңыз.',
      'Обновите страницу и посмотрите доступные действия.',
      'Refresh the page to see what is available.',
    ),
  },
  suspended: {
    what: words(
      'Сатып алу тоқтатыла тұрды, бұл әрекет қазір орындалмайды.',
      'Закупка приостановлена, это действие сейчас не выполняется.',
      'The procurement is suspended; this cannot be done now.',
    ),
    why: words('Тоқтатыла тұрған уақыты: {since}.', 'Приостановлена: {since}.', 'Suspended: {since}.'),
    now: words(
      'Барлық мерзімнің қалған бөлігі сақталады. Сатып алу жаңартылғанда хабарлама келеді.',
      'Остаток всех сроков сохраняется. О возобновлении придёт уведомление.',
      'What is left of every deadline is kept. You will be told when it resumes.',
    ),
  },
  'case-not-found': {
    what: words('Мұндай нөмірлі сатып алу жоқ.', 'Закупки с таким номером нет.', 'There is no procurement with this number.'),
    now: words('Нөмірді тексеріңіз.', 'Проверьте номер.', 'Check the number.'),
  },
  'unknown-action': {
    what: words('Мұндай әрекет жоқ.', 'Такого действия нет.', 'There is no such action.'),
  },
  'bad-input': {
    what: words(
      'Енгізілген деректер толық емес немесе қате.',
      'Данные неполные или с опечаткой.',
      'Something is missing or mistyped.',
    ),
    now: words('Белгіленген жолды түзетіңіз.', 'Исправьте отмеченное поле.', 'Correct the marked field.'),
  },
  'never-received': {
    what: words(
      'Портал мұндай әрекетті қабылдамаған.',
      'Портал не принимал такого действия.',
      'The portal never received such an act.',
    ),
    now: words('Оны портал арқылы қайта жіберіңіз.', 'Отправьте его через портал заново.', 'Send it through the portal again.'),
  },
  'same-key-other-body': {
    what: words(
      'Бұл нөмірмен басқа мазмұндағы сұрау қабылданған.',
      'С этим номером уже принят запрос с другим содержанием.',
      'A request with this number and another content has been received.',
    ),
    why: words('Бір нөмір бір ғана әрекетке беріледі.', 'Один номер служит одному действию.', 'One number serves one act.'),
    now: words('Бетті қайта ашып, қайталаңыз.', 'Откройте страницу заново и повторите.', 'Open the page again and repeat.'),
  },
  'stale-draft': {
    what: words(
      'Сіз жұмыс істеген кезде бұл қадам сақталды.',
      'Пока вы работали, этот шаг сохранён ещё раз.',
      'While you worked, this step was saved again.',
    ),
    why: words('Сақтаған: {by}. Уақыты: {at}.', 'Сохранение: {by}, {at}.', 'Saved by: {by}, {at}.'),
    now: words(
      'Мәтініңіз сақтаулы. Салыстырып, таңдаңыз.',
      'Ваш текст цел. Сравните и выберите.',
      'Your text is kept. Compare and choose.',
    ),
  },
  'too-many-attempts': {
    what: words('Әрекет саны тым көп.', 'Слишком много попыток.', 'Too many attempts.'),
    by: words(
      'Қайталауға дейін қалған минут: {minutes}.',
      'До следующей попытки, минут: {minutes}.',
      'Minutes until the next attempt: {minutes}.',
    ),
  },
  'token-not-accepted': {
    what: words('Токен қабылданбады.', 'Токен не принят.', 'The token is not accepted.'),
    why: words(
      'Ол жоқ, мерзімі өткен, кері қайтарылған немесе иесінің рөлі енді жоқ.',
      'Его нет, срок истёк, он отозван, или у ответственного больше нет этой роли.',
      'It does not exist, has expired, was revoked, or the person who answers for it has lost the role.',
    ),
    now: words('Кабинетте жаңа токен жасаңыз.', 'Создайте новый токен в кабинете.', 'Make a new token in the cabinet.'),
  },
  'scope-missing': {
    what: words('Токеннің бұған рұқсаты жоқ.', 'У токена нет такого разрешения.', 'The token does not allow this.'),
    why: words('Қажетті рұқсат: {scope}.', 'Нужное разрешение: {scope}.', 'Scope that is needed: {scope}.'),
    now: words('Осы рұқсаты бар токен жасаңыз.', 'Создайте токен с этим разрешением.', 'Make a token with this scope.'),
  },
  'too-many-requests': {
    what: words('Сұраулар тым жиі.', 'Слишком много запросов.', 'Too many requests.'),
    by: words(
      'Келесі сұрауға дейін қалған секунд: {seconds}.',
      'До следующего запроса, секунд: {seconds}.',
      'Seconds until the next request: {seconds}.',
    ),
  },
  'form-expired': {
    what: words(
      'Пішіннің мерзімі өтті, әрекет орындалған жоқ.',
      'Форма устарела, действие не выполнено.',
      'The form has expired; nothing was done.',
    ),
    now: words('Бетті қайта ашып, қайталаңыз.', 'Откройте страницу заново и повторите.', 'Open the page again and repeat.'),
  },
  'file-too-large': {
    what: words('Файл тым үлкен.', 'Файл слишком большой.', 'The file is too large.'),
    why: words('Бір файлдың шегі: 20 МБ.', 'Предел для одного файла: 20 МБ.', 'Limit for one file: 20 MB.'),
    now: words('Файлды бөліңіз немесе қысыңыз.', 'Разделите файл или сожмите его.', 'Split the file or compress it.'),
  },
  'file-kind-not-accepted': {
    what: words(
      'Мұндай түрдегі файл қабылданбайды.',
      'Файлы такого вида не принимаются.',
      'Files of this kind are not accepted.',
    ),
    why: words('Қабылданатын түрлері: {accepted}.', 'Принимаются: {accepted}.', 'Accepted: {accepted}.'),
    now: words('Басқа файлды таңдаңыз.', 'Выберите другой файл.', 'Choose another file.'),
  },
  'too-many-files': {
    what: words(
      'Бір сағатта тым көп файл жіберілді.',
      'За час отправлено слишком много файлов.',
      'Too many files were sent within an hour.',
    ),
    why: words('Сағаттық шек, МБ: {hourly}.', 'Предел за час, МБ: {hourly}.', 'Limit per hour, MB: {hourly}.'),
    now: words(
      'Бір сағаттан кейін қайталаңыз; бағалар мен таңдалған файлдар бетте қалады.',
      'Повторите через час; цены и выбранные файлы остаются на странице.',
      'Try again in an hour; prices and chosen files stay on the page.',
    ),
  },
} satisfies Record<string, RefusalWords>;
