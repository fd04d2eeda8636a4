import type { ActPage } from './actions.ts';
import type { Words } from './texts.ts';

/** What an act changes, for whom, what cannot be undone, who is told: stands on its page before the fields. */
export const CONSEQUENCES: Record<ActPage, Words[]> = {
  cancel: [
    {
      kk: 'Таңдалған лоттар «Болдырылмады» мәртебесін алады және жаңа хабарландыруларға қайтарылады.',
      ru: 'Выбранные лоты получат статус «Отменен» и вернутся в пул для новых объявлений.',
      en: 'The chosen lots become cancelled and return to the pool for new announcements.',
    },
    {
      kk: 'Барлық лот болдырылмаса, хабарландыру «Болдырылмады» мәртебесін алады, негізі көрсетілген қорытындылар хаттамасы өзі қалыптасады.',
      ru: 'Если отменены все лоты, объявление получит статус «Отменено» и автоматически сформируется протокол итогов с основанием.',
      en: 'When all lots are cancelled the announcement is cancelled and a results protocol with the ground is formed.',
    },
    {
      kk: 'Жарияланған хаттама «Жарамсыз» болады, жаңа нұсқасы қалыптасады; барлық нұсқасы көрініп тұрады.',
      ru: 'Опубликованный протокол станет недействительным, сформируется новая версия; все версии останутся видны.',
      en: 'A published protocol becomes not valid and a new version is formed; all versions stay visible.',
    },
    { kk: 'Болдырмауды кері қайтаруға болмайды.', ru: 'Отмену нельзя вернуть.', en: 'A cancellation cannot be undone.' },
  ],
  refuse: [
    {
      kk: 'Таңдалған лоттар бойынша сатып алу тоқтайды, негіз қорытындылар хаттамасында көрсетіледі.',
      ru: 'По выбранным лотам закупка прекратится, основание войдёт в протокол итогов.',
      en: 'The procurement of the chosen lots ends; the ground goes into the results protocol.',
    },
    {
      kk: 'Лоттар жаңа хабарландыруларға қайтарылады.',
      ru: 'Лоты вернутся в пул для новых объявлений.',
      en: 'The lots return to the pool for new announcements.',
    },
    { kk: 'Бас тартуды кері қайтаруға болмайды.', ru: 'Отказ нельзя вернуть.', en: 'A refusal cannot be undone.' },
  ],
  suspend: [
    {
      kk: 'Бүкіл хабарландыру тоқтатыла тұрады: ұсыныс қабылданбайды, тек қайта бастау мен болдырмау ашық қалады.',
      ru: 'Приостанавливается всё объявление: предложения не принимаются, доступны только возобновление и отмена.',
      en: 'The whole announcement is suspended: no quotations are taken, only resuming and cancelling stay open.',
    },
    {
      kk: 'Барлық мерзімнің қалған бөлігі сақталады және қайта басталғаннан кейін жалғасады.',
      ru: 'Остаток всех сроков сохранится и продолжит течь после возобновления.',
      en: 'What is left of every deadline is kept and runs on after resumption.',
    },
  ],
  resume: [
    {
      kk: 'Хабарландыру мен лоттар бұрынғы мәртебесіне қайтады, мерзімдердің қалған бөлігі қайтадан жүреді.',
      ru: 'Объявление и лоты вернутся в прежний статус, остаток сроков снова пойдёт.',
      en: 'Announcement and lots return to the status before; what is left of the deadlines runs on.',
    },
    {
      kk: 'Жаңа мерзімдер хабарландыру бетінде есебімен көрсетіледі.',
      ru: 'Новые сроки с расчётом будут показаны на странице закупки.',
      en: 'The new deadlines with their derivation are shown on the page.',
    },
  ],
  'open-applications-by-hand': [
    {
      kk: 'Өтінімдерді қабылдау бірден аяқталады: шақырылған өнім беруші енді өтінімін ауыстыра да, кері қайтара да алмайды.',
      ru: 'Приём заявок сразу закончится: приглашенный поставщик больше не сможет ни заменить, ни отозвать заявку.',
      en: 'The intake ends at once: the invited supplier can no longer replace or withdraw the application.',
    },
    {
      kk: 'Баға мен құжаттар ашылады, хабарландыру «Өтінімдерді қарау» мәртебесін алады.',
      ru: 'Цены и документы будут вскрыты, объявление получит статус «Рассмотрение заявок».',
      en: 'Prices and documents are opened; applications are being considered from then on.',
    },
    {
      kk: 'Өкілдер мен өнім берушіге хабарлама келеді. Ашуды кері қайтаруға болмайды.',
      ru: 'Представителям и поставщику придут уведомления. Вскрытие нельзя вернуть.',
      en: 'The representatives and the supplier are told. The opening cannot be undone.',
    },
  ],
  'decline-participation': [
    {
      kk: 'Сатып алу сіздің қатысуыңызсыз аяқталады: қорытындылар хаттамасы автоматты түрде қалыптасады, лоттар «Сатып алу өткізілмеді» мәртебесін алады.',
      ru: 'Закупка завершится без вас: протокол итогов сформируется автоматически, лоты получат статус «Закупка не состоялась».',
      en: 'The procurement ends without you: the results protocol is formed by itself and the lots have failed.',
    },
    { kk: 'Бас тартуды кері қайтаруға болмайды.', ru: 'Отказ нельзя вернуть.', en: 'This cannot be undone.' },
  ],
  'form-results-protocol': [
    {
      kk: 'Хабарландыру «Қорытындылар хаттамасын қалыптастыру» мәртебесін алады, дауысты енді кері қайтаруға болмайды.',
      ru: 'Объявление получит статус «Формирование протокола итогов», отозвать голос будет нельзя.',
      en: 'The results protocol is being formed; the vote can no longer be recalled.',
    },
    {
      kk: 'Портал хаттаманы қазақ және орыс тілдерінде қалыптастырады, ұйымдастырушының өкілі оған ЭЦҚ-мен қол қояды.',
      ru: 'Портал сформирует протокол на казахском и русском языках, представитель организатора подпишет его ЭЦП.',
      en: 'The portal forms the protocol in Kazakh and Russian; the organizer’s representative signs it.',
    },
  ],
  'publish-results-protocol': [
    {
      kk: 'Хабарландыру «Аяқталды» мәртебесін алады, лоттардың нәтижелері барлығына көрінеді.',
      ru: 'Объявление получит статус «Завершено», результаты лотов увидят все.',
      en: 'The announcement is completed; everybody sees the results of the lots.',
    },
    {
      kk: 'Жарияланған хаттама өзгертілмейді; өкілдер мен өнім берушіге хабарлама келеді.',
      ru: 'Опубликованный протокол не изменяется; представителям и поставщику придут уведомления.',
      en: 'A published protocol is not changed; the representatives and the supplier are told.',
    },
  ],
  'change-representative': [
    {
      kk: 'Жаңа өкілдің байланыс деректері хабарландыруда көрсетіледі, оған хабарлама келеді.',
      ru: 'Контакты нового представителя появятся в объявлении, ему придёт уведомление.',
      en: 'The new representative’s contacts appear in the announcement, and they are told.',
    },
  ],
  'change-creator': [
    {
      kk: 'Хабарландыруды бұдан әрі жаңа автор жүргізеді, оған хабарлама келеді.',
      ru: 'Дальше объявление ведёт новый создатель, ему придёт уведомление.',
      en: 'The new creator runs the announcement from now on, and is told.',
    },
  ],
  'declare-key-lost': [
    {
      kk: 'Осы уақытқа дейін берілгені ешқашан оқылмайды, кілт табылса да. Түбіртектері күшінде қалады.',
      ru: 'Поданное до этого момента не будет прочитано никогда, даже если ключ найдётся. Квитанции остаются в силе.',
      en: 'What was handed in until now is never read, even if the key turns up. The receipts stay valid.',
    },
    {
      kk: 'Жаңа кілттер жасалады, қабылдау ең аз мерзімге қайта ашылады. Бұрынғы аяқталу уақытынан ерте жабылмайды.',
      ru: 'Будут созданы новые ключи, приём откроется заново на весь наименьший срок и закончится не раньше прежнего окончания.',
      en: 'New keys are made and the window opens again for its whole minimum, ending not before its former end.',
    },
    {
      kk: 'Хабарландыру бетінде себебі көрсетіледі. Кім бергені белгісіз, сондықтан хабарлама порталдың барлық өнім берушілеріне жіберіледі; бір көзден сатып алуда – шақырылғанға.',
      ru: 'Причина будет показана на странице объявления. Кто подавал, порталу неизвестно, поэтому уведомление получат все поставщики портала, а в закупке из одного источника – приглашенный.',
      en: 'The reason is shown on the announcement. Nobody knows who handed in, so all suppliers of the portal are told; of a single source, the invited one.',
    },
    { kk: 'Мұны кері қайтаруға болмайды.', ru: 'Это нельзя отменить.', en: 'This cannot be undone.' },
  ],
};
