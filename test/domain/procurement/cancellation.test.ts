import { describe, expect, test } from 'vitest';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { lotsAreOpenToCancellation } from '../../../domain/procurement/rules/lots-are-open-to-cancellation.ts';
import { aRequestForQuotations } from '../../support/builders.ts';
import '../../support/matchers.ts';

const threeLots = aRequestForQuotations()
  .lots([{ customer: 1 }, { customer: 2 }, { customer: 1 }])
  .published();

const lotStatuses = (file: ProcurementFile) => file.lots.map((lot) => lot.status).join(' ');
const protocols = (file: ProcurementFile) => file.protocols.map((p) => `${p.version} ${p.state} ${p.validity} ${p.reason}`);

describe('cancellation of a request for quotations; what every method shares is in `test/domain/behaviour`', () => {
  test('while the results are awaited, closed but not opened: some lots wait for the results protocol, all lots form it', () => {
    const closed = threeLots.closed();
    expect(protocols(closed.cancelled({ lots: ['1'] }).file)).toEqual([]);
    const { file } = closed.cancelled();
    expect(file.status).toBe('cancelled');
    expect(protocols(file)).toEqual(['1 due valid all-lots-cancelled']);
  });

  test('a cancelled lot gets no result at the opening', () => {
    const { file } = threeLots.cancelled({ lots: ['2'] }).decided();
    expect(lotStatuses(file)).toBe('held cancelled held');
    expect(file.lots[1]?.decision).toBeUndefined();
    expect(protocols(file)).toEqual(['1 due valid results']);
  });

  test('no lots chosen is not a cancellation', () => {
    expect(lotsAreOpenToCancellation(threeLots.file, [], {})).refusesWith('no-lots-chosen');
    expect(lotsAreOpenToCancellation(threeLots.file, ['1'], {})).toBeNull();
  });
});
