import type { DerivationRule } from '../../../domain/derivation.ts';
import type { Words } from '../texts.ts';

/** The rule of a derivation in one or two sentences; a rule without them does not compile. */
export const DERIVATION_RULES: Record<DerivationRule, Words> = {
  'start-chosen-by-organizer': {
    kk: 'Қабылдаудың басталуын ұйымдастырушы таңдайды. Ол жарияланған уақыттан ерте болмайды және жұмыс күніне келеді.',
    ru: 'Начало приёма выбирает организатор: не раньше публикации и в рабочий день.',
    en: 'The organizer chooses the start: not before publication, on a working day.',
  },
  'end-not-before-minimum-window': {
    kk: 'Қабылдаудың аяқталуын ұйымдастырушы таңдайды. Басталуы мен аяқталуының арасында толық жұмыс күндерінің ең аз саны болады.',
    ru: 'Окончание приёма выбирает организатор, но между началом и окончанием должно пройти не меньше установленного числа полных рабочих дней.',
    en: 'The organizer chooses the end; at least the set number of full working days lies between start and end.',
  },
  'what-was-left-runs-on': {
    kk: 'Тоқтата тұру кезінде қалған мерзім қайта басталғаннан кейін жалғасады: күнтізбе бойынша немесе жұмыс күндері бойынша, қайсысы кеш аяқталса.',
    ru: 'Остаток срока, сохранённый при приостановлении, продолжает течь после возобновления: по календарю или по рабочим дням, смотря что заканчивается позже.',
    en: 'What was left at suspension runs on after resumption: by the calendar or by working days, whichever ends later.',
  },
  'window-again-after-key-loss': {
    kk: 'Терезенің кілті жоғалды: қабылдау қайта, толық ең аз мерзімге өтеді және бұрынғы аяқталуынан ерте жабылмайды.',
    ru: 'Ключ окна утрачен: приём проводится заново не меньше установленного числа полных рабочих дней и заканчивается не раньше прежнего окончания.',
    en: 'The key of the window was lost: quotations are taken anew for at least the set number of full working days, and not less long than before.',
  },
  'applications-again-after-key-loss': {
    kk: 'Терезенің кілті жоғалды: өтінім қайта қабылданады, жарияланғаннан кейінгідей күнтізбелік күн беріледі. Демалыс немесе мереке күні жарияланса, күндер келесі жұмыс күні сағат 9:00-ден саналады. Бұрынғы аяқталуынан ерте жабылмайды.',
    ru: 'Ключ окна утрачен: заявка принимается заново столько же календарных дней, сколько после публикации. Если утрата объявлена в выходной или праздник, дни считаются с 9:00 следующего рабочего дня. Приём заканчивается не раньше прежнего окончания.',
    en: 'The key of the window was lost: the application is taken anew for as many calendar days as after the publication, counted from 9:00 of the next working day when declared on a day off, and not less long than before.',
  },
  'start-at-publication': {
    kk: 'Қабылдау жарияланған сәттен басталады; демалыс немесе мереке күні жарияланса, келесі жұмыс күні сағат 9:00-де.',
    ru: 'Приём начинается с публикации; если она пришлась на выходной или праздник, в следующий рабочий день в 9:00.',
    en: 'The intake starts with the publication; on a day off, at 9:00 of the next working day.',
  },
  'end-after-calendar-days': {
    kk: 'Басталуы мен аяқталуының арасында белгіленген күнтізбелік күн саны бар.',
    ru: 'Между началом и окончанием приёма установленное число календарных дней.',
    en: 'The set number of calendar days lies between start and end.',
  },
  'quantity-times-unit-price': {
    kk: 'Лоттың сомасы – саны мен бірлік бағасының көбейтіндісі, ҚҚС-сыз, тиынға дейін дөңгелектенеді. Одан жоғары баға қабылданбайды.',
    ru: 'Сумма лота равна количеству, умноженному на цену за единицу, без НДС, с округлением до тиына. Выше неё цена не принимается.',
    en: 'The amount of a lot is its quantity times the price for a unit, without VAT, rounded to the tiyn. No price above it is taken.',
  },
  'amount-as-planned': {
    kk: 'Лоттың сомасы жылдық жоспардың тармағында көрсетілгендей алынды, ҚҚС-сыз.',
    ru: 'Сумма лота взята из пункта годового плана, без НДС.',
    en: 'The amount of the lot is that of the line of the annual plan, without VAT.',
  },
  'sum-of-lots': {
    kk: 'Сатып алудың сомасы барлық лоттың сомаларын қосу арқылы шығады, ҚҚС-сыз.',
    ru: 'Сумма закупки складывается из сумм всех лотов, без НДС.',
    en: 'The total is the sum of the amounts of all lots, without VAT.',
  },
  'winning-price': {
    kk: 'Шарт жеңімпаз ұсынған бағамен жасалады.',
    ru: 'Договор заключается по цене, предложенной победителем.',
    en: 'The contract is made at the price that the winner offered.',
  },
  'below-lot-amount': {
    kk: 'Үнем – лот үшін бөлінген сома мен жеңімпаз бағасының айырмасы. Пайызы бөлінген сомадан есептеледі.',
    ru: 'Экономия равна сумме, выделенной на лот, за вычетом цены победителя. Процент считается от выделенной суммы.',
    en: 'The saving is the amount of the lot less the winner’s price; the percentage is of the lot’s amount.',
  },
  'status-follows-act': {
    kk: 'Мәртебе осы әрекеттен кейін өзгерді.',
    ru: 'Статус изменился вследствие этого действия.',
    en: 'The status followed from this act.',
  },
  'recorded-at': {
    kk: 'Портал әрекетті алған сәт, порталдың құқықтық сағаты бойынша.',
    ru: 'Момент, когда портал получил действие, по правовым часам портала.',
    en: 'The instant at which the portal received the act, by its legal clock.',
  },
  'lowest-price-wins': {
    kk: 'Жіберілген ұсыныстардың ішінде ең төмен баға жеңеді. Бағалар тең болса, бұрын түскені жеңеді. Келесі орын – екінші орын.',
    ru: 'Из допущенных предложений побеждает наименьшая цена, при равных ценах – поступившее раньше. Следующее за ним занимает второе место.',
    en: 'Of the admitted quotations the lowest price wins; of equal prices the one received earlier. The next one takes the second place.',
  },
  'too-few-quotations': {
    kk: 'Ұсыныстардың қажетті ең аз саны жиналмаса, лот бойынша сатып алу өткізілмеді деп танылады. Негіздердің бірінші сәйкес келгені қолданылады.',
    ru: 'Если нужного числа предложений нет, закупка по лоту признаётся несостоявшейся. Применяется первое подходящее основание.',
    en: 'Without the required number of quotations the lot has failed. The first ground that fits applies.',
  },
  'price-above-lot': {
    kk: 'Бағасы лот үшін бөлінген сомадан жоғары ұсыныс автоматты түрде қабылданбайды.',
    ru: 'Предложение с ценой выше суммы, выделенной на лот, отклоняется автоматически.',
    en: 'A quotation with a price above the amount of the lot is rejected automatically.',
  },
  'restricted-supplier': {
    kk: 'Сатып алуға қатысуына шектеу қойылған өнім берушінің ұсынысы автоматты түрде қабылданбайды. Тізілім ашу кезінде тексерілді.',
    ru: 'Предложение поставщика, в отношении которого действуют ограничения на участие, отклоняется автоматически. Реестр проверен при вскрытии.',
    en: 'A quotation of a supplier under restrictions on participation is rejected automatically. The register was checked at the opening.',
  },
  'unreadable-quotation': {
    kk: 'Ұсыныс оқылмады: ол ешбір лотқа жатқызылмайды.',
    ru: 'Предложение не удалось прочитать: оно не относится ни к одному лоту.',
    en: 'The quotation could not be read: it counts for no lot.',
  },
  'single-source-is-due': {
    kk: 'Жалғыз ұсыныс түссе, бір көзден алу тәсілімен сатып алу жүргізіледі.',
    ru: 'Если поступило одно предложение, проводится закупка из одного источника.',
    en: 'After a single quotation the purchase goes on from a single source.',
  },
  'no-single-source-for-restricted': {
    kk: 'Жалғыз ұсынысты қатысуына шектеу қойылған өнім беруші берген: бір көзден сатып алу жүргізілмейді.',
    ru: 'Единственное предложение подал поставщик с ограничениями на участие: закупка из одного источника не проводится.',
    en: 'The single quotation came from a supplier under restrictions: no purchase from a single source follows.',
  },
  'opened-by-hand': {
    kk: 'Шақырылған өнім беруші өтінім бергеннен кейін хабарландыру авторы қабылдау мерзімінің аяқталуын күтпей сатып алуды аша алады.',
    ru: 'Когда приглашенный поставщик подал заявку, создатель объявления может вскрыть закупку, не дожидаясь окончания приёма.',
    en: 'Once the invited supplier has handed in its application, the creator may open the procurement before the window ends.',
  },
  'opened-at-end': {
    kk: 'Қабылдау аяқталғаннан кейін портал өтінімді автоматты түрде ашады.',
    ru: 'По окончании приёма портал вскрывает заявку автоматически.',
    en: 'At the end of the window the portal opens the application by itself.',
  },
  'supplier-declined': {
    kk: 'Шақырылған өнім беруші қатысудан бас тартты: сатып алу өткізілмеді деп танылады.',
    ru: 'Приглашенный поставщик отказался от участия: закупка признаётся несостоявшейся.',
    en: 'The invited supplier declined to take part: the procurement has failed.',
  },
  'supplier-silent': {
    kk: 'Шақырылған өнім беруші мерзімінде өтінім бермеді: сатып алу өткізілмеді деп танылады.',
    ru: 'Приглашенный поставщик не подал заявку в срок: закупка признаётся несостоявшейся.',
    en: 'The invited supplier handed in no application in time: the procurement has failed.',
  },
  'decided-by-representative': {
    kk: 'Өтінімді ұйымдастырушының өкілі қарайды: қатысуға қойылған шектеулер барлық лот бойынша, техникалық ерекшелік әр лот бойынша.',
    ru: 'Заявку рассматривает представитель организатора: ограничения на участие по всем лотам, техническую спецификацию по каждому лоту.',
    en: 'The organizer’s representative considers the application: restrictions for all lots, the specification lot by lot.',
  },
  'admitted-by-representative': {
    kk: 'Ұйымдастырушының өкілі өтінімді жіберді, бағасы лот сомасынан аспайды: шарт шақырылған өнім берушімен жасалады.',
    ru: 'Представитель организатора допустил заявку, цена не выше суммы лота: договор заключается с приглашенным поставщиком.',
    en: 'The organizer’s representative admitted the application and the price is not above the amount: the contract goes to the invited supplier.',
  },
  'rejected-application': {
    kk: 'Шақырылған өнім берушінің өтінімі лот бойынша қабылданбады: сатып алу өткізілмеді деп танылады.',
    ru: 'Заявка приглашенного поставщика по лоту отклонена: закупка признаётся несостоявшейся.',
    en: 'The application of the invited supplier was rejected for the lot: the procurement has failed.',
  },
  'ended-by-act': {
    kk: 'Лот соттың, прокуратураның немесе мемлекеттік қаржылық бақылау органының актісі бойынша болдырылмады.',
    ru: 'Лот отменён по акту суда, прокуратуры или органа государственного финансового контроля.',
    en: 'The lot was cancelled by an act of a court, a prosecutor or state financial control.',
  },
  'refused-by-customer': {
    kk: 'Тапсырыс беруші өз лоты бойынша сатып алудан бас тартты.',
    ru: 'Заказчик отказался от закупки по своему лоту.',
    en: 'The customer gave up the purchase of its lot.',
  },
  'recorded-act': {
    kk: 'Сатып алуды соттың, прокуратураның немесе мемлекеттік қаржылық бақылау органының актісі бойынша ғана болдырмауға, тоқтата тұруға және қайта бастауға болады.',
    ru: 'Отменить, приостановить и возобновить закупку можно только по акту суда, прокуратуры или органа государственного финансового контроля.',
    en: 'A procurement is cancelled, suspended and resumed only by an act of a court, a prosecutor or state financial control.',
  },
  'protocol-is-due': {
    kk: 'Хаттаманы портал шешім қабылданған сәтте қалыптастырады. Нұсқалар рет-ретімен нөмірленеді, алдыңғылары көрініп тұрады.',
    ru: 'Протокол формирует портал в момент решения. Версии нумеруются по порядку, прежние остаются видны.',
    en: 'The portal forms the protocol at the instant of the decision. Versions are numbered in order, earlier ones stay visible.',
  },
  'as-published': {
    kk: 'Хабарландыруда жарияланғандай: жарияланғаннан кейін ол өзгертілмейді.',
    ru: 'Как опубликовано в объявлении: после публикации оно не изменяется.',
    en: 'As published in the announcement, which cannot be edited afterwards.',
  },
  'as-received': {
    kk: 'Өнім беруші қол қойғандай және портал алғандай; ашу кезінде бекітіледі.',
    ru: 'Как подписал поставщик и получил портал; закрепляется при вскрытии.',
    en: 'As the supplier signed it and the portal received it; fixed at the opening.',
  },
  'as-numbered': {
    kk: 'Хабарландырудың нөмірінен, тәсіл кодынан және құжаттың нұсқасынан құралады.',
    ru: 'Составлен из номера объявления, кода способа и версии документа.',
    en: 'Made of the announcement’s number, the code of the method and the version of the document.',
  },
  'formed-by-portal': {
    kk: 'Порталдың құжаттарды ресімдеу тәртібі бойынша қойылады.',
    ru: 'Проставляется порталом по его порядку оформления документов.',
    en: 'Set by the portal by its conventions for documents.',
  },
  'sheet-in-force': {
    kk: 'Жарияланған күні қолданыста болған ережелер парағы соңына дейін қолданылады.',
    ru: 'До конца действует лист правил, бывший в силе в день публикации.',
    en: 'The rule sheet in force on the day of publication applies to the end.',
  },
  'counted-lots': {
    kk: 'Хабарландырудағы лоттардың саны.',
    ru: 'Число лотов в объявлении.',
    en: 'The number of lots in the announcement.',
  },
  'sealed-by-portal': {
    kk: 'Хаттаманы портал өзі қалыптастырады: қойылған қолдардың орнына порталдың мөрі басылады.',
    ru: 'Протокол формирует сам портал: вместо подписей стоит его печать.',
    en: 'The portal itself forms the protocol: its seal stands in place of signatures.',
  },
  'signed-by-representative': {
    kk: 'Хаттамаға ұйымдастырушының өкілі қол қояды.',
    ru: 'Протокол подписывает представитель организатора.',
    en: 'The organizer’s representative signs the protocol.',
  },
  'differs-from-earlier-version': {
    kk: 'Алдыңғы нұсқамен лот-лотымен салыстыру нәтижесі.',
    ru: 'Результат сравнения с предыдущей версией, лот за лотом.',
    en: 'What differs from the earlier version, lot by lot.',
  },
};
