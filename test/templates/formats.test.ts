import { describe, expect, test } from 'vitest';
import { fold } from '../../domain/search-fold.ts';
import * as formats from '../../templates/formats.ts';

const { date, longDate, actDate, time, dateTime, dateTimeWithZone, nearDateTime, isoInstant } = formats;
const { number, money, amountOf, quantity, percent, saving, fileSize } = formats;
const { counted, plural, list, duration, countdown, frozen, overdue, compareTexts, WORKING_DAYS, CALENDAR_DAYS } = formats;
const LANGUAGES = ['kk', 'ru', 'en'] as const;
/** One format in kk, ru, en. */
const inAll = (write: (language: formats.Language) => string) => LANGUAGES.map(write);
const nb = (text: string) => text.replaceAll('_', '\u00A0');

const CLOSING = Date.UTC(2026, 10, 27, 13, 0, 0, 317); // 27 November 2026, 18:00:00.317 in Astana
const hours = (h: number, m = 0, s = 0) => ((h * 60 + m) * 60 + s) * 1000;

describe('dates', () => {
  test('in tables', () => {
    expect(inAll((l) => dateTime(CLOSING, l))).toEqual(['27.11.2026 18:00', '27.11.2026 18:00', '27 Nov 2026, 18:00']);
    expect(inAll((l) => date('2026-11-05', l))).toEqual(['05.11.2026', '05.11.2026', '5 Nov 2026']);
    expect(date('2026-09-05', 'en')).toBe('5 Sep 2026');
  });

  test('in words', () => {
    expect(inAll((l) => longDate(CLOSING, l))).toEqual(['2026 ж. 27 қараша', '27 ноября 2026 г.', '27 November 2026']);
    expect(inAll((l) => actDate(CLOSING, l))).toEqual(['2026 жылғы 27 қараша', '27 ноября 2026 года', '27 November 2026']);
  });

  test('every month has its name', () => {
    const named = (language: formats.Language) =>
      Array.from({ length: 12 }, (_, i) => longDate(`2026-${String(i + 1).padStart(2, '0')}-01`, language));
    const kk = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
    const ru = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
    expect(named('kk')).toEqual(kk.map((month) => `2026 ж. 1 ${month}`));
    expect(named('ru')).toEqual(ru.map((month) => `1 ${month} 2026 г.`));
  });

  test('to the second and to the millisecond, cut off', () => {
    expect(time(CLOSING)).toBe('18:00');
    expect(dateTime(CLOSING, 'ru', 'second')).toBe('27.11.2026 18:00:00');
    expect(dateTime('2023-06-12T21:58:51.500+05:00', 'kk', 'millisecond')).toBe('12.06.2023 21:58:51.500');
  });

  test('the local day, whatever zone the moment is written in', () => {
    expect(dateTime('2026-11-26T19:30:00Z', 'ru')).toBe('27.11.2026 00:30');
    expect(isoInstant(CLOSING)).toBe('2026-11-27T18:00:00.317+05:00');
    expect(isoInstant('2026-11-27T13:00:00Z')).toBe('2026-11-27T18:00:00.000+05:00');
  });

  test('with the zone in words', () => {
    expect(inAll((l) => dateTimeWithZone(CLOSING, l))).toEqual([
      '27.11.2026 18:00, Астана уақыты (UTC+5)',
      '27.11.2026 18:00, время Астаны (UTC+5)',
      '27 Nov 2026, 18:00, Astana time (UTC+5)',
    ]);
  });

  test('today and tomorrow by the local day', () => {
    const evening = Date.UTC(2026, 10, 26, 18, 59); // 23:59 of the 26th
    expect(inAll((l) => nearDateTime(CLOSING, evening, l))).toEqual(['ертең, 18:00', 'завтра, 18:00', 'tomorrow, 18:00']);
    expect(inAll((l) => nearDateTime(CLOSING, evening + 60_000, l))).toEqual(['бүгін, 18:00', 'сегодня, 18:00', 'today, 18:00']);
    expect(nearDateTime(CLOSING, Date.UTC(2026, 10, 27, 19), 'ru')).toBe('27.11.2026 18:00');
  });

  test.each(['27.11.2026', '2026-11-27T18:00', 'soon', '2026-02-30', '2026-02-30T00:00:00+05:00', '2026-11-27T25:00:00Z', NaN])(
    '%s is not a moment',
    (moment) => {
      expect(() => dateTime(moment, 'ru')).toThrow(RangeError);
    },
  );
});

describe('numbers', () => {
  test('groups are parted by U+00A0, in English by commas', () => {
    expect(inAll((l) => amountOf('1234567.50', l))).toEqual([nb('1_234_567,50'), nb('1_234_567,50'), '1,234,567.50']);
    expect(inAll((l) => money('1234567.50', l))).toEqual([nb('1_234_567,50_₸'), nb('1_234_567,50_₸'), nb('KZT_1,234,567.50')]);
    expect(number(1234, 'ru')).toBe(nb('1_234'));
    expect(number('999', 'en')).toBe('999');
    expect(money('-1234.05', 'ru')).toBe(nb('\u22121_234,05_₸'));
    expect(amountOf('9255717084.55', 'ru')).toBe(nb('9_255_717_084,55'));
  });

  test('what is not an amount is not printed as one', () => {
    expect(() => money('1234.5', 'ru')).toThrow(RangeError);
    expect(() => number('1e6', 'ru')).toThrow(RangeError);
  });

  test('quantities keep what matters', () => {
    expect(['0.001', '240.000', '1200', '1500.50', '100'].map((q) => quantity(q, 'ru'))).toEqual([
      '0,001',
      '240',
      nb('1_200'),
      nb('1_500,5'),
      '100',
    ]);
  });

  test('percentages', () => {
    expect(inAll((l) => percent('12.5', l))).toEqual(['12,5%', nb('12,5_%'), '12.5%']);
    expect(saving('9000000.00', '8145000.00', 'ru')).toBe(nb('9,5_%'));
  });

  test('sizes of files', () => {
    expect(inAll((l) => fileSize(50 * 1024 * 1024, l))).toEqual([nb('50_МБ'), nb('50_МБ'), nb('50_MB')]);
    expect([0, 812, 1023, 1024, 1434, 10 * 1024, 1048575, 3.5 * 1024 ** 3].map((size) => fileSize(size, 'ru'))).toEqual(
      ['0_Б', '812_Б', '1_023_Б', '1_КБ', '1,4_КБ', '10_КБ', '1_МБ', '3,5_ГБ'].map(nb),
    );
    expect(fileSize(1024, 'kk').charCodeAt(2)).toBe('К'.charCodeAt(0)); // Cyrillic, not Latin K
  });
});

describe('words', () => {
  test('Russian plural', () => {
    const forms = ['лот', 'лота', 'лотов'] as const;
    expect([0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112, 122].map((n) => `${n} ${plural(n, forms)}`)).toEqual([
      '0 лотов',
      '1 лот',
      '2 лота',
      '4 лота',
      '5 лотов',
      '11 лотов',
      '12 лотов',
      '14 лотов',
      '21 лот',
      '22 лота',
      '25 лотов',
      '101 лот',
      '111 лотов',
      '112 лотов',
      '122 лота',
    ]);
  });

  test('counted nouns', () => {
    expect(inAll((l) => counted(5, WORKING_DAYS, l))).toEqual(['5_жұмыс күні', '5_рабочих дней', '5_working days'].map(nb));
    expect(inAll((l) => counted(1, CALENDAR_DAYS, l))).toEqual(
      ['1_күнтізбелік күн', '1_календарный день', '1_calendar day'].map(nb),
    );
  });

  test('lists', () => {
    expect(list(['А', 'Б', 'В'], 'kk')).toBe('А, Б және В');
    expect(list(['А', 'Б', 'В'], 'ru')).toBe('А, Б и В');
    expect(list(['A', 'B', 'C'], 'en')).toBe('A, B and C');
    expect([list([], 'ru'), list(['А'], 'ru'), list(['А', 'Б'], 'ru')]).toEqual(['', 'А', 'А и Б']);
  });

  test('countdown above 48 hours: days and hours', () => {
    expect(inAll((l) => countdown(hours(51, 59), l))).toEqual(
      ['2_күн 3_сағат қалды', 'осталось 2_дня 3_часа', '2_days 3_hours left'].map(nb),
    );
    expect(countdown(hours(48, 0, 1), 'ru')).toBe(nb('осталось 2_дня'));
    expect(countdown(hours(21 * 24 + 1), 'ru')).toBe(nb('остался 21_день 1_час'));
  });

  test('countdown from 48 hours to one: hours and minutes', () => {
    expect(countdown(hours(48), 'ru')).toBe(nb('осталось 48_часов'));
    expect(countdown(hours(21, 5), 'ru')).toBe(nb('остался 21_час 5_минут'));
    expect(inAll((l) => countdown(hours(1), l))).toEqual(['1_сағат қалды', 'остался 1_час', '1_hour left'].map(nb));
  });

  test('countdown in the last hour: minutes and seconds, never below zero', () => {
    expect(countdown(hours(0, 59, 59) + 999, 'ru')).toBe('осталось 59:59');
    expect(inAll((l) => countdown(hours(0, 9, 12), l))).toEqual(['09:12 қалды', 'осталось 09:12', '09:12 left']);
    expect(duration(-5000, 'ru')).toBe('00:00');
  });

  test('frozen and ended terms', () => {
    expect(inAll((l) => frozen(hours(120), l))).toEqual(
      ['тоқтатыла тұрды, 5_күн қалды', 'приостановлено, осталось 5_дней', 'suspended, 5_days left'].map(nb),
    );
    expect(inAll((l) => overdue(CLOSING, l))).toEqual([
      'мерзімі өтті: 27.11.2026 18:00',
      'срок истёк 27.11.2026 в 18:00',
      'closed on 27 Nov 2026, 18:00',
    ]);
  });
});

describe('sorting and searching', () => {
  test('Kazakh alphabet on a Kazakh page, Russian neighbours on a Russian one', () => {
    const names = ['Ія', 'Яр', 'Ыбырай', 'Үміт', 'Ұлан', 'Уәли', 'Әсел', 'Бақыт', 'Айдар', 'Иван'];
    expect([...names].sort(compareTexts('kk'))).toEqual([
      'Айдар',
      'Әсел',
      'Бақыт',
      'Иван',
      'Уәли',
      'Ұлан',
      'Үміт',
      'Ыбырай',
      'Ія',
      'Яр',
    ]);
    const russian = [...names].sort(compareTexts('ru'));
    expect(russian.indexOf('Ія')).toBeLessThan(russian.indexOf('Уәли'));
    expect([...names].sort(compareTexts('en'))).toEqual(russian);
  });

  test('numbers inside names by value', () => {
    expect(['Лот 10', 'Лот 2', 'Лот 1'].sort(compareTexts('ru'))).toEqual(['Лот 1', 'Лот 2', 'Лот 10']);
  });

  test('search finds a name typed with other letters', () => {
    expect(fold('Қазақстан ғылымы')).toBe('казакстан гылымы');
    expect(fold('ҮҰӨӘҢҺІ')).toBe('ууоанхи');
    expect(fold('Ёлка')).toBe(fold('елка'));
    expect(fold('KOKCE')).toBe(fold('коксе')); // Latin keyboard
    expect(fold('əсел iс')).toBe(fold('Әсел іс'));
    expect(fold('  АО \u00A0 «Ақ  жол» ')).toBe('ао «ак жол»');
    expect(fold('80 г/м²')).toBe('80 г/м2');
    expect(fold(fold('Құрылыс XXI'))).toBe(fold('Құрылыс XXI'));
  });
});
