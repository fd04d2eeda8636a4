import type { Words } from './texts.ts';

/** The processes of the portal on the operator's page. */
export const PROCESSES = {
  heading: { kk: 'Портал үдерістері', ru: 'Запущенные процессы', en: 'Running processes' },
  none: {
    kk: 'Бірде-бір үдеріс өзі туралы хабарламаған.',
    ru: 'Ни один процесс ещё не дал о себе знать.',
    en: 'No process has been heard of yet.',
  },
  kind: { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  web: { kk: 'Веб', ru: 'Веб', en: 'Web' },
  worker: { kk: 'Орындаушы', ru: 'Исполнитель', en: 'Worker' },
  opener: { kk: 'Ашушы', ru: 'Вскрытие', en: 'Opener' },
  host: { kk: 'Қайда', ru: 'Где', en: 'Where' },
  version: { kk: 'Нұсқасы', ru: 'Версия', en: 'Version' },
  runs: { kk: 'Жұмыс уақыты', ru: 'Работает', en: 'Runs for' },
  seen: { kk: 'Соңғы белгі', ru: 'Последний знак', en: 'Last heard of' },
  alive: { kk: 'Жұмыс істеп тұр', ru: 'Работает', en: 'Runs' },
  silent: { kk: 'Үнсіз', ru: 'Молчит', en: 'Silent' },
  noneRuns: { kk: 'Іске қосылмаған', ru: 'Не запущен', en: 'Does not run' },
  workerAwayNow: {
    kk: 'Бұйрықтар қабылданып, сақталады; орындаушы іске қосылғанда орындалады.',
    ru: 'Команды принимаются и хранятся; они исполнятся, когда исполнитель будет запущен.',
    en: 'Commands are taken and kept; they are carried out once a worker runs.',
  },
  openerAwayNow: {
    kk: 'Ұсыныстар қабылданады; жариялау мен ашу ашушы іске қосылғанша күтеді.',
    ru: 'Предложения принимаются; публикация и вскрытие ждут запуска процесса вскрытия.',
    en: 'Offers are taken; publication and opening wait until an opener runs.',
  },
} satisfies Record<string, Words>;
