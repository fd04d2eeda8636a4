import { describe, expect, test } from 'vitest';
import { publicProcurement } from '../../api/api-v1/public-procurement.ts';
import { protocolPayload } from '../../domain/procurement/protocol-payload.ts';
import type { SummaryRow } from '../../templates/components.ts';
import { singleSourceBlocks } from '../../templates/pages/protocol-single-source.view.ts';
import { procurement } from '../../api/api-v1/schemas/procurement.ts';
import { lotsBlocks } from '../../templates/pages/procurement-lots.view.ts';
import { overviewBlocks } from '../../templates/pages/procurement-overview.view.ts';
import { openingRows, singleSourceRows } from '../../templates/pages/single-source-head.ts';
import { suppliers } from '../support/builders.ts';
import { admittedByHand, aSingleSource } from '../support/single-source.ts';

const held = admittedByHand().completed().file;
const [winner] = [suppliers(1)];
const nothingFollows = new Map<string, never>();

describe('a single source whose application was admitted (S1 §1.7.7)', () => {
  test('its page names the winner, with price and what is saved', () => {
    const shown = JSON.stringify(lotsBlocks(held, 'ru'));
    expect(shown).toContain(`Победитель: ${winner.name.ru}, 940 000,00`.replaceAll(' 000', '\u00a0000'));
    expect(shown).not.toContain(`Победитель: ${winner.bin}`);
  });

  test('programs read the same name', () => {
    const [first] = publicProcurement(held, nothingFollows).lots;
    expect(first?.result).toMatchObject({
      outcome: 'held',
      winner: { supplier: { bin: winner.bin, name: winner.name } },
      second: null,
    });
  });

  test('programs read whom it invites, what it follows and how it was opened, as its page shows', () => {
    const told = publicProcurement(held, nothingFollows);
    expect(() => procurement.parse(told)).not.toThrow();
    expect(told).toMatchObject({
      origin: { number: '1000007-1', ground: 'one-submitted', lots: { 1: '1', 2: '2' }, href: '/api/v1/procurements/1000007-1' },
      invited: { bin: winner.bin, name: winner.name },
      opening: { how: 'by-hand', at: '2026-02-13T15:00:05.000+05:00', by: held.creator.name },
      successors: [],
    });
    expect(JSON.stringify(singleSourceRows(held, { language: 'ru' }))).toContain('№ 1000007-1');
  });
});

describe('its protocol and its consideration explain themselves', () => {
  const { file } = admittedByHand();
  const payload = protocolPayload(file, file.protocols[0]!, 'https://zakup.example', null);
  const explained = (rows: SummaryRow[]) =>
    rows.flatMap((row) => (row.explained ?? []).map(({ of, article }) => `${of} · ${article}`));

  test('opening and decision of the representative (S1 §1.7.3, §1.7.4)', () => {
    const rows = singleSourceBlocks(payload, 'ru').flatMap((block) => block.summary ?? []);
    expect(explained(rows)).toEqual([expect.stringMatching(/^Вскрытие · .*1\.7\.3/), expect.stringMatching(/1\.7\.4/)]);
  });

  test('the opening where the application is considered', () => {
    expect(explained(openingRows(file, 'kk'))).toEqual([expect.stringContaining('1.7.3')]);
  });
});

describe('a failed procurement that a single source follows (S1 §1.7.1)', () => {
  const successors = [{ number: '1000008-1', method: 'single-source' as const, lots: ['1'] }];
  const failed = { ...held, origin: null, invited: null, opening: null, successors };

  test.each([
    ['published', '/api/v1/procurements/1000008-1'],
    ['unpublished', null],
    ['deleted', null],
  ] as const)('programs read what followed: %s', (state, href) => {
    expect(publicProcurement(failed, new Map([['1000008-1', state]])).successors).toEqual([{ ...successors[0], state, href }]);
  });
});

test('the head of an announcement says how many lots it has (S1 §1.7.1)', () => {
  const { file } = aSingleSource([{ amount: '1000000.00' }, { amount: '500000.00' }]).published();
  expect(JSON.stringify(overviewBlocks(file, 'ru'))).toContain('"key":"Количество лотов","text":"2"');
});
