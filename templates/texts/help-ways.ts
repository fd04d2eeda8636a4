import type { Role } from '../../domain/parties.ts';
import type { Words } from './texts.ts';

/** How to get through, step by step. */
export const WAYS: Record<Role, { title: Words; steps: Words[] }> = {
  supplier: {
    title: {
      kk: 'Өнім беруші: баға ұсынысын беру',
      ru: 'Поставщик: подать ценовое предложение',
      en: 'Supplier: hand in a quotation',
    },
    steps: [
      {
        kk: 'Қабылдау жүріп жатқан лотты табыңыз, хабарландыру бетін ашыңыз.',
        ru: 'Найдите лот, по которому идёт приём, и откройте страницу объявления.',
        en: 'Find a lot whose intake is open and open the page of the announcement.',
      },
      {
        kk: 'Техникалық ерекшелік пен шарт жобасын оқыңыз.',
        ru: 'Прочитайте техническую спецификацию и проект договора.',
        en: 'Read the technical specification and the draft contract.',
      },
      {
        kk: '«Баға ұсынысын беру» түймесін басып, лоттарға баға қойыңыз: баға лот сомасынан аспайды, ҚҚС-сыз.',
        ru: 'Нажмите «Подать ценовое предложение» и укажите цены лотов без НДС, не выше суммы лота.',
        en: 'Press “Submit a quotation” and give prices of the lots without VAT, not above the amount of the lot.',
      },
      {
        kk: 'ЭЦҚ кілтінің файлын таңдап, құпиясөзін енгізіп, қол қойыңыз. Түбіртекті сақтаңыз.',
        ru: 'Выберите файл ключа ЭЦП, введите пароль и подпишите. Сохраните квитанцию.',
        en: 'Choose the EDS key file, enter its password and sign. Keep the receipt.',
      },
      {
        kk: 'Қабылдау аяқталғанға дейін ұсынысты ауыстыруға немесе қайтарып алуға болады. Қорытынды хаттамасы автоматты түрде жарияланады.',
        ru: 'До окончания приёма предложение можно заменить или отозвать. Протокол итогов публикуется автоматически.',
        en: 'Until the intake closes the quotation may be replaced or withdrawn. The results protocol is published by itself.',
      },
      {
        kk: 'Сізді бір көзден алуға шақырса, бұл туралы хабарлама мен хат келеді: сатып алуды ашып, бағасы мен құжаттары бар өтінім беріңіз немесе қатысудан бас тартыңыз.',
        ru: 'Если вас пригласили (из одного источника), придут уведомление и письмо: откройте закупку и подайте заявку с ценами и документами или откажитесь от участия.',
        en: 'If you are invited (single source), a notice and a letter come: open the procurement and hand in an application with prices and documents, or decline.',
      },
    ],
  },
  organizer: {
    title: {
      kk: 'Ұйымдастырушы: сатып алуды жариялау',
      ru: 'Организатор: объявить закупку',
      en: 'Organizer: announce a procurement',
    },
    steps: [
      {
        kk: '«Менің хабарландыруларым» бетінде хабарландыру құрып, жоспардан лоттарды таңдаңыз.',
        ru: 'На странице «Мои объявления» создайте объявление и выберите лоты из плана.',
        en: 'On “My announcements” create an announcement and choose lots from the plan.',
      },
      {
        kk: 'Жеткізу шарттарын, техникалық ерекшелікті және шарт жобасын толтырып, оларға ЭЦҚ-мен қол қойыңыз.',
        ru: 'Заполните условия поставки, техническую спецификацию и проект договора, подпишите их ЭЦП.',
        en: 'Fill in delivery terms, technical specification and draft contract and sign them.',
      },
      {
        kk: 'Өкілді және қабылдау мерзімін таңдаңыз: портал ең ерте мүмкін мерзімді көрсетеді.',
        ru: 'Назначьте представителя и выберите срок приёма: портал назовёт самый ранний допустимый.',
        en: 'Name the representative and choose the intake: the portal names the earliest allowed end.',
      },
      {
        kk: 'Тексеріп, жариялаңыз. Жарияланған хабарландыру өзгертілмейді.',
        ru: 'Проверьте и опубликуйте. Опубликованное объявление не редактируется.',
        en: 'Check and publish. A published announcement is not edited.',
      },
      {
        kk: 'Қабылдау өзі басталады, өзі аяқталады, ұсыныстар өзі ашылады. Болдырмау, тоқтата тұру және қайта бастау – уәкілетті органның актісі бойынша, сатып алу бетінде.',
        ru: 'Приём начинается и заканчивается сам, предложения вскрываются сами. Отмена, приостановление и возобновление – по акту уполномоченного органа, на странице закупки.',
        en: 'The intake opens and closes, quotations are opened by themselves. Cancelling, suspending and resuming need an act of an authority and are done on the procurement’s page.',
      },
      {
        kk: 'Бір ғана ұсыныс берілсе, портал бір көзден алуды өзі жасап, жариялайды. Өтінімді мерзімінде портал немесе одан бұрын өзіңіз ашасыз; өкіл шешім қабылдап, хаттамаға ЭЦҚ-мен қол қояды, сіз оны жариялайсыз.',
        ru: 'Если подано одно предложение, портал сам создаёт и публикует закупку из одного источника. Заявку вскроет портал в срок или вы раньше; представитель принимает решение и подписывает протокол ЭЦП, вы его публикуете.',
        en: 'After a single quotation the portal makes and publishes a single source by itself. The application is opened by the portal at the end or by you before it; the representative decides and signs the protocol, you publish it.',
      },
    ],
  },
  customer: {
    title: {
      kk: 'Тапсырыс беруші: өз лоттарын бақылау',
      ru: 'Заказчик: следить за своими лотами',
      en: 'Customer: watch your lots',
    },
    steps: [
      {
        kk: '«Менің хабарландыруларым» бетінде ұйымыңыздың лоттары бар сатып алулар көрсетілген.',
        ru: 'На странице «Мои объявления» видны закупки, в которых есть лоты вашей организации.',
        en: '“My announcements” lists procurements with lots of your organization.',
      },
      {
        kk: 'Қажеттілік жойылса, сатып алу бетінде өз лоттарыңыздан бас тарта аласыз.',
        ru: 'Если потребность отпала, на странице закупки можно отказаться от своих лотов.',
        en: 'When the need is gone, refuse your lots on the procurement’s page.',
      },
    ],
  },
  'organization-administrator': {
    title: {
      kk: 'Ұйым әкімшісі: бұғатталған авторды ауыстыру',
      ru: 'Администратор организации: заменить заблокированного автора',
      en: 'Organization administrator: replace a blocked author',
    },
    steps: [
      {
        kk: 'Хабарландыру авторы бұғатталса, сатып алу бетінде «Хабарландыру авторын өзгерту» әрекеті ашылады.',
        ru: 'Когда создатель объявления заблокирован, на странице закупки открывается действие «Изменить создателя объявления».',
        en: 'When the author of an announcement is blocked, “Change the creator” opens on the procurement’s page.',
      },
      {
        kk: 'Ұйымдастырушы рөлі бар қызметкерді таңдаңыз: жаңа автордың құқықтары сол сәттен бастап әрекет етеді.',
        ru: 'Выберите сотрудника с ролью организатора: права перейдут к нему сразу.',
        en: 'Choose a colleague with the organizer role: the rights pass at once.',
      },
    ],
  },
  operator: {
    title: {
      kk: 'Портал операторы: бақылау және күнтізбе',
      ru: 'Оператор портала: наблюдение и календарь',
      en: 'Portal operator: watching and calendar',
    },
    steps: [
      {
        kk: '«Порталдың күйі» беті кешіккенді, күтіп тұрғанды және бөліктердің жауабын көрсетеді; одан ештеңе өзгертілмейді.',
        ru: 'Страница «Состояние портала» показывает, что опаздывает, что ждёт и отвечают ли части; она ничего не меняет.',
        en: '“State of the portal” shows what is late, what waits and whether the parts answer; it changes nothing.',
      },
      {
        kk: 'Жұмыс күнтізбесі актісімен өзгертіледі: сақтар алдында қандай мерзімдерге әсер ететіні көрсетіледі, әр өзгеріс жаңа нұсқа болады.',
        ru: 'Рабочий календарь меняют по акту: перед сохранением видно, какие сроки это затронет; каждое изменение – новая версия.',
        en: 'The working calendar is edited by an act: before saving you see which deadlines it touches; every edit is a new version.',
      },
    ],
  },
};
