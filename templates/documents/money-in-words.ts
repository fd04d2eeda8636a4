import { tiyn, type Money } from '../../domain/money.ts';
import { plural } from '../formats.ts';
import type { PartLanguage } from './language-part.ts';

const RU = {
  hundreds: ['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
  tens: ['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'],
  teens: [
    'десять',
    'одиннадцать',
    'двенадцать',
    'тринадцать',
    'четырнадцать',
    'пятнадцать',
    'шестнадцать',
    'семнадцать',
    'восемнадцать',
    'девятнадцать',
  ],
  units: ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  /** Тысяча is feminine. */
  thousandUnits: ['', 'одна', 'две', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  scales: [null, ['тысяча', 'тысячи', 'тысяч'], ['миллион', 'миллиона', 'миллионов'], ['миллиард', 'миллиарда', 'миллиардов']],
} as const;

const KK = {
  tens: ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'],
  units: ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'],
  scales: [null, 'мың', 'миллион', 'миллиард'],
} as const;

/**
 * Amount in words for a contract: 'двести тысяч тенге 50 тиын', 'екі жүз мың теңге 50 тиын'; tiyn in figures.
 * @param amount 0 to 999 999 999 999.99 tenge
 */
export function moneyInWords(amount: Money, language: PartLanguage): string {
  const total = tiyn(amount);
  if (total < 0n || total >= 100_000_000_000_000n) throw new RangeError(`No words for ${amount}`);
  const whole = Number(total / 100n);
  const small = String(total % 100n).padStart(2, '0');
  const words = whole === 0 ? { kk: 'нөл', ru: 'ноль' }[language] : groupsOf(whole, language);
  return `${words} ${{ kk: 'теңге', ru: 'тенге' }[language]} ${small} тиын`;
}

function groupsOf(whole: number, language: PartLanguage): string {
  return [3, 2, 1, 0]
    .map((scale) => ({ scale, group: Math.floor(whole / 1000 ** scale) % 1000 }))
    .filter(({ group }) => group > 0)
    .map(({ scale, group }) => (language === 'ru' ? inRussian(group, scale) : inKazakh(group, scale)))
    .join(' ');
}

function inRussian(group: number, scale: number): string {
  const rest = group % 100;
  const units = scale === 1 ? RU.thousandUnits : RU.units;
  const small = rest >= 10 && rest < 20 ? [RU.teens[rest - 10]] : [RU.tens[Math.floor(rest / 10)], units[rest % 10]];
  const name = RU.scales[scale];
  return [RU.hundreds[Math.floor(group / 100)], ...small, name && plural(group, name)].filter(Boolean).join(' ');
}

function inKazakh(group: number, scale: number): string {
  const hundreds = Math.floor(group / 100);
  const hundred = hundreds === 0 ? '' : `${KK.units[hundreds]} жүз`;
  return [hundred, KK.tens[Math.floor(group / 10) % 10], KK.units[group % 10], KK.scales[scale]].filter(Boolean).join(' ');
}
