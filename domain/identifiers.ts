/**
 * Numbers that name people, organizations and accounts in Kazakhstan, and their check digits.
 * BIN and IIN: twelve digits, the last a check digit (Law No 223-III of 2007-01-12 on national registers of
 * identification numbers, and the rules of forming the numbers under it). IBAN: 'KZ', two check digits by ISO 13616 (mod 97), three digits of the bank, thirteen
 * characters of the account.
 */

/** What is wrong with an identifier. 'date': the digits that should tell a birth or registration date do not. */
export const IDENTIFIER_FAULTS = ['empty', 'length', 'characters', 'date', 'kind', 'check-digit'] as const;
export type IdentifierFault = (typeof IDENTIFIER_FAULTS)[number];

/**
 * Fault of an individual identification number, or null. Digits 1–6 are the birth date YYMMDD, digit 7 the century and
 * sex (1–2 XIX, 3–4 XX, 5–6 XXI; odd male; 0 for foreigners without a registered date).
 */
export function iinFault(iin: string): IdentifierFault | null {
  const shape = digitsFault(iin);
  if (shape) return shape;
  if (!/^[0-6]$/.test(iin[6]!)) return 'kind';
  if (iin[6] !== '0' && birthDateOf(iin) === null) return 'date';
  return checkDigit(iin) === Number(iin[11]) ? null : 'check-digit';
}

/**
 * Fault of a business identification number, or null. Digits 1–4 are the registration month YYMM, digit 5 the kind
 * (4 resident legal person, 5 non-resident, 6 joint sole entrepreneurs).
 * A sole entrepreneur has no BIN of its own and goes by the owner's IIN: see `binOrIinFault`.
 */
export function binFault(bin: string): IdentifierFault | null {
  const shape = digitsFault(bin);
  if (shape) return shape;
  if (!/^[456]$/.test(bin[4]!)) return 'kind';
  const month = Number(bin.slice(2, 4));
  if (month < 1 || month > 12) return 'date';
  return checkDigit(bin) === Number(bin[11]) ? null : 'check-digit';
}

/** Fault of the number a supplier goes by: a BIN, or the IIN of a natural person or sole entrepreneur. */
export function binOrIinFault(number: string): IdentifierFault | null {
  // Digit 5 tells them apart: the tens of a day (0–3) in an IIN, the kind (4–6) in a BIN.
  return /^\d{4}[0-3]/.test(number) ? iinFault(number) : binFault(number);
}

/** Birth date 'YYYY-MM-DD' told by an IIN, or null when its digits tell none. */
export function birthDateOf(iin: string): string | null {
  const century = { 1: '18', 2: '18', 3: '19', 4: '19', 5: '20', 6: '20' }[iin[6] ?? ''];
  if (century === undefined) return null;
  const date = `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
  const day = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date) ? date : null;
}

/** IIN with only the last four digits left, as public copies and open data show it (17 §1.3). */
export function maskedIin(iin: string): string {
  return `********${iin.slice(-4)}`;
}

/** Fault of a Kazakh IBAN (no spaces, capital letters), or null. */
export function ibanFault(iban: string): IdentifierFault | null {
  if (iban === '') return 'empty';
  if (!/^[0-9A-Z]+$/.test(iban)) return 'characters';
  if (!iban.startsWith('KZ')) return 'kind';
  if (iban.length !== 20) return 'length';
  if (!/^KZ\d{5}/.test(iban)) return 'characters';
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1 ? null : 'check-digit';
}

/** The bank's three digits inside a Kazakh IBAN. */
export function bankCodeOf(iban: string): string {
  return iban.slice(4, 7);
}

/** Fault of a bank identification code (BIK): eight characters, letters of the bank and country 'KZ' fifth and sixth. */
export function bikFault(bik: string): IdentifierFault | null {
  if (bik === '') return 'empty';
  if (bik.length !== 8) return 'length';
  if (!/^[0-9A-Z]{8}$/.test(bik)) return 'characters';
  return /^[A-Z]{4}KZ/.test(bik) ? null : 'kind';
}

function digitsFault(number: string): IdentifierFault | null {
  if (number === '') return 'empty';
  if (!/^\d+$/.test(number)) return 'characters';
  return number.length === 12 ? null : 'length';
}

/** Check digit over the first eleven: weights 1…11 mod 11; when that gives 10, weights 3…11, 1, 2; 10 again is no number. */
function checkDigit(number: string): number {
  const weighted = (shift: number) =>
    [...number.slice(0, 11)].reduce((total, digit, i) => total + Number(digit) * (((i + shift) % 11) + 1), 0) % 11;
  const first = weighted(0);
  return first === 10 ? weighted(2) : first;
}

function mod97(text: string): number {
  return [...text].reduce((rest, sign) => {
    const value = parseInt(sign, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}
