import type { Language } from './texts.ts';

const HOLIDAYS_LAW = {
  kk: '«Қазақстан Республикасындағы мерекелер туралы» 2001 жылғы 13 желтоқсандағы № 267 Заң',
  ru: 'Закон «О праздниках в Республике Казахстан» от 13.12.2001 № 267',
};
const LABOUR_CODE = { kk: 'Еңбек кодексі, 84-бап, 5-тармақ', ru: 'Трудовой кодекс, статья 84, пункт 5' };

const amended = (kk: string, ru: string) => ({ kk: `${HOLIDAYS_LAW.kk}, ${kk}`, ru: `${HOLIDAYS_LAW.ru}, ${ru}` });
const labour = (kk: string, ru: string) => ({ kk: `${LABOUR_CODE.kk}; ${kk}`, ru: `${LABOUR_CODE.ru}; ${ru}` });

/** Acts of the calendar of 2023–2027 in the languages of law, by the words of the seed (`db/seeds/calendar-kz.csv`). */
const ACTS: Record<string, { kk: string; ru: string }> = {
  'Law on Holidays No 267 of 2001-12-13': HOLIDAYS_LAW,
  'Law on Holidays No 267 art. 5: the working day after a holiday that falls on a day off; not Christmas, not Kurban Ait':
    amended(
      '5-бап: демалыс күніне келген мерекеден кейінгі жұмыс күні; Рождество мен Құрбан айтқа қолданылмайды',
      'статья 5: рабочий день после праздника, который пришёлся на выходной; кроме Рождества и Курбан айта',
    ),
  'Labour Code art. 84(5): day off, never carried over': labour('демалыс күні, ауыстырылмайды', 'выходной день, не переносится'),
  'Law on Holidays No 267 of 2001-12-13 as amended by Law No 143-VII of September 2022 (one day, 17 December dropped)': amended(
    '2022 жылғы қыркүйектегі № 143-VII Заңның редакциясында (бір күн, 17 желтоқсан алынып тасталды)',
    'в редакции Закона № 143-VII от сентября 2022 года (один день, 17 декабря исключено)',
  ),
  'Law on Holidays No 267 of 2001-12-13 as amended by Law No 143-VII of September 2022': amended(
    '2022 жылғы қыркүйектегі № 143-VII Заңның редакциясында',
    'в редакции Закона № 143-VII от сентября 2022 года',
  ),
  'Law on Holidays No 267 of 2001-12-13 as amended by Law No 143-VII of September 2022 and Law No 306-VIII of 2026-06-11 (new name)':
    amended(
      '2022 жылғы қыркүйектегі № 143-VII және 2026 жылғы 11 маусымдағы № 306-VIII заңдардың редакциясында (жаңа атауы)',
      'в редакции законов № 143-VII от сентября 2022 года и № 306-VIII от 11.06.2026 (новое название)',
    ),
  'Law on Holidays No 267 of 2001-12-13 as amended by Law No 306-VIII of 2026-06-11 (in force 2026-07-01)': amended(
    '2026 жылғы 11 маусымдағы № 306-VIII Заңның редакциясында (2026 жылғы 1 шілдеден бастап)',
    'в редакции Закона от 11.06.2026 № 306-VIII (действует с 01.07.2026)',
  ),
  'Government resolution No 326 of 2023-04-25 (five-day week only)': {
    kk: 'Үкіметтің 2023 жылғы 25 сәуірдегі № 326 қаулысы (бес күндік жұмыс аптасы)',
    ru: 'Постановление Правительства от 25.04.2023 № 326 (для пятидневной недели)',
  },
  'Order of the Minister of Labour No 109 of 2024-04-17': {
    kk: 'Еңбек министрінің 2024 жылғы 17 сәуірдегі № 109 бұйрығы',
    ru: 'Приказ Министра труда от 17.04.2024 № 109',
  },
  'Order of the Minister of Labour No 436 of 2024-11-21': {
    kk: 'Еңбек министрінің 2024 жылғы 21 қарашадағы № 436 бұйрығы',
    ru: 'Приказ Министра труда от 21.11.2024 № 436',
  },
  'Labour Code art. 84(5); date: news zakon.kz 2023 (on resolution No 326)': labour(
    'күні: zakon.kz хабары, 2023 жыл (№ 326 қаулы туралы)',
    'дата: сообщение zakon.kz, 2023 год (о постановлении № 326)',
  ),
  'Labour Code art. 84(5); date fixed by the Muftiate on 2024-06-07 (its letter of 2023-10-17 had said 17 June); Ministry of Labour statement 2024-06: Monday 17 June is a working day':
    labour(
      'күнін Діни басқарма 2024 жылғы 7 маусымда бекітті (2023 жылғы 17 қазандағы хатында 17 маусым болған); Еңбек министрлігінің хабары: 17 маусым – жұмыс күні',
      'дату назвало Духовное управление 07.06.2024 (в письме от 17.10.2023 было 17 июня); сообщение Министерства труда: понедельник 17 июня – рабочий день',
    ),
  'Labour Code art. 84(5); date: Ministry of Labour reply, caravan.kz 2025': labour(
    'күні: Еңбек министрлігінің жауабы, caravan.kz, 2025 жыл',
    'дата: ответ Министерства труда, caravan.kz, 2025 год',
  ),
  'Labour Code art. 84(5); date: Muftiate calendar of 2025-11-06 and Ministry of Labour calendar 2026': labour(
    'күні: Діни басқарманың 2025 жылғы 6 қарашадағы күнтізбесі және Еңбек министрлігінің 2026 жылғы күнтізбесі',
    'дата: календарь Духовного управления от 06.11.2025 и календарь Министерства труда на 2026 год',
  ),
  'Labour Code art. 84(5); ESTIMATE by lunar tables, not announced; it may turn out to be Monday 17 May, which would then be a free weekday':
    labour(
      'ай күнтізбесі бойынша болжам, әлі жарияланған жоқ; 17 мамыр, дүйсенбі болуы мүмкін, онда бұл күн демалыс болады',
      'оценка по лунному календарю, дата не объявлена; может оказаться понедельником 17 мая, и тогда он станет нерабочим',
    ),
};

/** An act in the language of the page; one that was typed by the operator stands as typed. */
export const actText = (act: string, language: Language): string => (language === 'en' ? act : (ACTS[act]?.[language] ?? act));
