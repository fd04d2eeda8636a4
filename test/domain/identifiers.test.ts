import { describe, expect, test } from 'vitest';
import {
  bankCodeOf,
  bikFault,
  binFault,
  binOrIinFault,
  birthDateOf,
  ibanFault,
  iinFault,
  maskedIin,
} from '../../domain/identifiers.ts';
import { seed } from '../support/seeds.ts';

describe('IIN', () => {
  test.each([
    ['760314499021', null],
    ['840229399029', null], // born on 29 February
    ['', 'empty'],
    ['76031449902', 'length'],
    ['7603144990211', 'length'],
    ['76031449902x', 'characters'],
    ['760314499022', 'check-digit'],
    ['763114499021', 'date'],
    ['850229399020', 'date'], // 1985 was not a leap year
    ['760314799021', 'kind'],
  ])('%j: %s', (iin, fault) => {
    expect(iinFault(iin)).toBe(fault);
  });

  test('tells the birth date; the public copy keeps four digits', () => {
    expect(birthDateOf('840229399029')).toBe('1984-02-29');
    expect(birthDateOf('050101500000')).toBe('2005-01-01');
    expect(birthDateOf('760314099021')).toBeNull();
    expect(maskedIin('760314499021')).toBe('********9021');
  });

  test('two neighbouring digits swapped are noticed in every invented person', () => {
    for (const { iin } of seed('people')) {
      const swapped = iin.slice(0, 9) + iin[10]! + iin[9]! + iin[11]!;
      if (swapped !== iin) expect([iin, iinFault(swapped)]).toEqual([iin, 'check-digit']);
    }
  });
});

describe('BIN', () => {
  test.each([
    ['230940990011', null],
    ['230940990012', 'check-digit'],
    ['231340990011', 'date'],
    ['230970990011', 'kind'],
    ['2309409900', 'length'],
    ['БИН', 'characters'],
  ])('%j: %s', (bin, fault) => {
    expect(binFault(bin)).toBe(fault);
  });

  test('a sole entrepreneur goes by the IIN of the owner', () => {
    expect(binOrIinFault('760314499021')).toBeNull();
    expect(binOrIinFault('230940990011')).toBeNull();
    expect(binOrIinFault('')).toBe('empty');
  });
});

describe('accounts', () => {
  test.each([
    ['KZ55070101KSN9900001', null],
    ['KZ56070101KSN9900001', 'check-digit'],
    ['KZ55070101KSN9900002', 'check-digit'],
    ['KZ55070101KSN990000', 'length'],
    ['RU55070101KSN9900001', 'kind'],
    ['kz55070101ksn9900001', 'characters'],
    ['KZ55 0701 01KS N990 0001', 'characters'],
    ['KZA5070101KSN9900001', 'characters'],
    ['', 'empty'],
  ])('%j: %s', (iban, fault) => {
    expect(ibanFault(iban)).toBe(fault);
  });

  test.each([
    ['KKMFKZ2A', null],
    ['KKMFRU2A', 'kind'],
    ['KKMFKZ2', 'length'],
    ['kkmfkz2a', 'characters'],
    ['', 'empty'],
  ])('BIK %j: %s', (bik, fault) => {
    expect(bikFault(bik)).toBe(fault);
  });
});

test('the seeds agree with themselves', () => {
  const organizations = seed('organizations');
  const banks = new Map(seed('banks').map(({ bik, iban_bank_code }) => [bik, iban_bank_code]));
  expect(organizations).toHaveLength(40);
  for (const { key, bin, id_type, iban, bik } of organizations) {
    const fault = id_type === 'BIN' ? binFault(bin) : iinFault(bin);
    expect([key, fault, binOrIinFault(bin), iban && ibanFault(iban), bik && bikFault(bik)]).toEqual([
      key,
      null,
      null,
      iban && null,
      bik && null,
    ]);
    if (banks.has(bik)) expect([key, bankCodeOf(iban)]).toEqual([key, banks.get(bik)]);
  }
  const people = seed('people');
  expect(people).toHaveLength(80);
  const known = new Set(organizations.map(({ bin }) => bin));
  for (const { iin, birth_date, organization_bin } of people) {
    expect([iin, iinFault(iin), birthDateOf(iin), known.has(organization_bin)]).toEqual([iin, null, birth_date, true]);
  }
  const units = new Set(seed('units').map(({ code }) => code));
  const codes = new Set(seed('ktru-extract').map(({ code }) => code));
  const rules = new Set(seed('incoterms-2020').map(({ code }) => code));
  for (const lot of seed('lots-realistic')) {
    expect([
      lot.no,
      units.has(lot.unit_code),
      codes.has(lot.ktru_code),
      known.has(lot.customer_bin),
      known.has(lot.organizer_bin),
    ]).toEqual([lot.no, true, true, true, true]);
    const delivered = lot.kind === 'goods' && lot.suggested_method !== 'housing';
    expect([lot.no, rules.has(lot.incoterms)]).toEqual([lot.no, delivered]);
  }
  expect(seed('kato-extract')).toHaveLength(132);
  expect(seed('article6-grounds')).toHaveLength(28);
});
