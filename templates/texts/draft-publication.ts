import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** Preview, publication and what comes after it (S1 §1.3.1.4). */
export const PUBLICATION = {
  title: words('Тексеріп, жариялаңыз', 'Проверьте и опубликуйте', 'Check and publish'),
  lead: words(
    'Жарияланғаннан кейін хабарландыруды барлығы осылай көреді.',
    'Так объявление увидят все после публикации.',
    'This is how everybody will see the announcement once it is published.',
  ),
  change: words('Өзгерту', 'Изменить', 'Change'),
  lots: words('Лоттар', 'Лоты', 'Lots'),
  documents: words('Құжаттар', 'Документы', 'Documents'),
  toPublish: words('Жариялауға өту', 'Перейти к публикации', 'Go on to publish'),
  publishTitle: words('Хабарландыруды жариялау', 'Публикация объявления', 'Publishing the announcement'),
  warning: words(
    'Жарияланған хабарландыруды өзгертуге болмайды. Қателік болса, оны тек болдырмауға болады.',
    'Опубликованное объявление не редактируется. При ошибке его можно только отменить.',
    'A published announcement cannot be edited. A mistake can only be mended by cancelling it.',
  ),
  whoIsTold: words(
    'Хабарландыру барлығына ашылады. Тапсырыс берушілердің өкілдеріне хабарлама жіберіледі.',
    'Объявление откроется всем. Представители заказчиков получат уведомление.',
    'The announcement becomes open to everybody. The customers’ representatives are notified.',
  ),
  publish: words('Жариялау', 'Опубликовать', 'Publish'),
  back: words('Тексеруге оралу', 'Вернуться к проверке', 'Go back to checking'),
  notReady: words(
    'Жариялауға әлі болмайды: аяқталмаған тапсырмалар бар.',
    'Опубликовать пока нельзя: есть незаконченные задачи.',
    'It cannot be published yet: there are unfinished tasks.',
  ),
  author: words('Жариялай алатын автор: {who}', 'Опубликовать может автор: {who}', 'Only the author may publish: {who}'),
  published: words('Хабарландыру жарияланды', 'Объявление опубликовано', 'The announcement is published'),
  publishedNumber: words(
    'Хабарландыру № {number} жарияланды',
    'Объявление № {number} опубликовано',
    'Announcement № {number} is published',
  ),
  whatNext: words('Әрі қарай не болады', 'Что дальше', 'What happens next'),
  nextOpens: words(
    'Баға ұсыныстарын қабылдаудың басталуы: {when}',
    'Начало приёма ценовых предложений: {when}',
    'The intake opens: {when}',
  ),
  nextCloses: words('Қабылдаудың аяқталуы: {when}', 'Окончание приёма: {when}', 'The intake closes: {when}'),
  nextResults: words(
    'Содан кейін портал ұсыныстарды өзі ашып, салыстырады және қорытындылар хаттамасын жариялайды.',
    'После этого портал сам вскроет и сопоставит предложения и опубликует протокол итогов.',
    'After that the portal opens and compares the quotations and publishes the results protocol by itself.',
  ),
  youCan: words(
    'Шарт жасалғанға дейін хабарландыруды болдырмауға болады; өкілді қабылдау аяқталғанға дейін ауыстыруға болады.',
    'До заключения договора объявление можно отменить; представителя можно заменить до окончания приёма.',
    'Until the contract is concluded the announcement can be cancelled; a representative can be replaced until the intake closes.',
  ),
  open: words('Барлығы көретін бетті ашу', 'Открыть: так видят все', 'Open it as everybody sees it'),
  waiting: words('Жариялау қабылданды', 'Публикация принята', 'The publication is received'),
  waitingLead: words(
    'Қабылданды, қаралуда. Нәтижесі осы бетте пайда болады.',
    'Принято, рассматривается. Результат появится на этой странице.',
    'Received and being considered. The outcome will appear on this page.',
  ),
  refused: words('Жарияланбады', 'Не опубликовано', 'Not published'),
  toTasks: words('Тапсырмалар тізіміне', 'К списку задач', 'To the task list'),
  moved: words(
    'Жоба жаңа ғана өзгертілді: қайта тексеріп, жариялаңыз.',
    'Черновик только что изменён: проверьте ещё раз и опубликуйте.',
    'The draft has just been changed: check it again and publish.',
  ),
} satisfies Record<string, Words>;
