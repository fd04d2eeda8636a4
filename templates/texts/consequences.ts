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
      kk: 'Осы уақытқа дейін берілген ұсыныстар ешқашан оқылмайды, кілт табылса да. Олардың түбіртектері күшінде қалады.',
      ru: 'Поданные до этого момента предложения не будут прочитаны никогда, даже если ключ найдётся. Квитанции о них остаются в силе.',
      en: 'Quotations handed in until now are never read, even if the key turns up. Their receipts stay valid.',
    },
    {
      kk: 'Жаңа кілттер жасалады, қабылдау ең аз мерзімге қайта ашылады. Бұрынғы аяқталу уақытынан ерте жабылмайды.',
      ru: 'Будут созданы новые ключи, приём откроется заново на весь наименьший срок и закончится не раньше прежнего окончания.',
      en: 'New keys are made and the window opens again for its whole minimum, ending not before its former end.',
    },
    {
      kk: 'Хабарландыру бетінде себебі көрсетіледі. Кім ұсыныс бергені белгісіз, сондықтан өнім берушілерге хат жіберілмейді.',
      ru: 'Причина будет показана на странице объявления. Кто подавал предложения, порталу неизвестно, поэтому писем поставщикам не будет.',
      en: 'The reason is shown on the announcement. Nobody knows who offered, so suppliers get no letters.',
    },
    { kk: 'Мұны кері қайтаруға болмайды.', ru: 'Это нельзя отменить.', en: 'This cannot be undone.' },
  ],
};
