import { describe, expect, test } from 'vitest';
import { type ResultsPayload } from '../../../domain/procurement/documents.ts';
import { protocolPayload } from '../../../domain/procurement/protocol-payload.ts';
import { renderAbridged } from '../../../templates/documents/index.ts';
import { actors, at, suppliers } from '../../support/builders.ts';
import { admittedByHand, offered, type SingleSource, twoLotsTaking } from '../../support/single-source.ts';

const stated = ({ file }: SingleSource): ResultsPayload =>
  protocolPayload(file, file.protocols.at(-1)!, 'https://zakup.example', null);
const outcomes = ({ lots }: ResultsPayload) =>
  lots.map(({ number, decision }) => [number, decision.outcome, 'groundCode' in decision ? decision.groundCode : null]);

describe('ПИ-ИОИ states (spec 17 §4)', () => {
  const admitted = stated(admittedByHand());

  test('its number, the failed procurement with the ground, the invited supplier, how it was opened and by whom', () => {
    const { name, bin, address } = suppliers(1);
    expect(admitted).toMatchObject({ documentId: '1000008-1/results/1', number: '1000008-ИОИ1', form: 'results' });
    expect(admitted.announcement.method).toBe('single-source');
    expect(admitted.windows).toEqual([
      { kind: 'applications', startsAt: '2026-02-12T10:00:00.000+05:00', endsAt: '2026-02-17T10:00:00.000+05:00' },
    ]);
    expect(admitted.singleSource).toMatchObject({
      failed: { number: '1000007-1', method: 'price-quotations', ground: 'one-submitted' },
      invited: { name, bin, address },
      opening: { how: 'by-hand', at: '2026-02-13T15:00:05.000+05:00', by: actors.creator.name },
    });
  });

  test('the price beside the amount, the decision of the representative by article 7 and by lot, the result (S1 §1.7.7)', () => {
    expect(admitted.lots.map(({ quotations }) => quotations.map(({ total, receivedAt }) => [total, receivedAt]))).toEqual([
      [['940000.00', '2026-02-13T11:30:00.000+05:00']],
      [['475000.00', '2026-02-13T11:30:00.000+05:00']],
    ]);
    expect(admitted.singleSource?.review).toEqual({
      by: actors.organizerRepresentative.name,
      at: '2026-02-23T10:05:00.000+05:00',
      article: '7',
      restrictions: { verdict: 'admitted' },
      specifications: [
        { lot: '1', verdict: 'admitted' },
        { lot: '2', verdict: 'admitted' },
      ],
    });
    expect(admitted.lots.map(({ decision }) => decision)).toMatchObject([
      // 1 000 000 less 940 000 is 60 000, 6 per cent.
      {
        outcome: 'held',
        winner: { bin: suppliers(1).bin },
        secondPlace: null,
        contractAmount: '940000.00',
        saving: { amount: '60000.00', percent: '6.0' },
      },
      { outcome: 'held', contractAmount: '475000.00', saving: { amount: '25000.00', percent: '5.0' } },
    ]);
  });

  test('who is to sign it: the organizer’s representative (S1 §1.7.6)', () => {
    const representative = admitted.singleSource?.representatives[0];
    expect(admitted.signers).toEqual([representative]);
    expect(representative).toMatchObject({ role: 'organizer-representative', name: actors.organizerRepresentative.name });
  });

  test('rejected for one lot with the reason as typed: that lot failed, the other is held', () => {
    const reason = 'мощность 4 кВт вместо 5 кВт';
    const payload = stated(
      twoLotsTaking()
        .opened(offered())
        .decided({
          restrictions: { verdict: 'admitted' },
          specifications: [
            { lot: '1', verdict: 'rejected', reason },
            { lot: '2', verdict: 'admitted' },
          ],
        }),
    );
    expect(outcomes(payload)).toEqual([
      ['1', 'failed', 'supplier-rejected'],
      ['2', 'held', null],
    ]);
    expect(payload.singleSource?.review?.specifications[0]).toEqual({ lot: '1', verdict: 'rejected', reason });
    expect(payload.singleSource?.opening).toEqual({ how: 'deadline', at: '2026-02-17T10:00:05.000+05:00', by: null });
  });

  test('declined with a reason, and no answer in time: no price, no review, the same signer (S1 §1.7.3)', () => {
    const declined = stated(twoLotsTaking().declined(at('2026-02-13', '12:00'), 'нет товара на складе'));
    expect(outcomes(declined)).toEqual([
      ['1', 'failed', 'supplier-declined'],
      ['2', 'failed', 'supplier-declined'],
    ]);
    expect(declined.singleSource).toMatchObject({
      opening: { how: 'declined', by: actors.supplier(1).name, reason: 'нет товара на складе' },
      review: null,
    });
    const silent = stated(twoLotsTaking().opened(null));
    expect(outcomes(silent)).toEqual([
      ['1', 'failed', 'supplier-silent'],
      ['2', 'failed', 'supplier-silent'],
    ]);
    expect([silent.singleSource?.opening?.how, silent.singleSource?.opening?.by, silent.signers.length]).toEqual([
      'silence',
      null,
      1,
    ]);
  });

  test('cancelled before the opening: header, lots and ground only, under the portal’s seal', () => {
    const payload = stated(twoLotsTaking().cancelled({ on: at('2026-02-13', '16:00') }));
    expect([payload.form, payload.signers, payload.singleSource?.opening]).toEqual(['cancelled', [], null]);
    expect(outcomes(payload)).toEqual([
      ['1', 'cancelled', null],
      ['2', 'cancelled', null],
    ]);
  });

  test('the public copy names the invited supplier, and masks the number of a sole entrepreneur', () => {
    const one = { ...admitted, singleSource: { ...admitted.singleSource!, invited: { ...suppliers(1), bin: '760314499021' } } };
    const page = renderAbridged(one);
    expect(page).not.toContain('760314499021');
    expect(page).toContain(suppliers(1).name.ru.replaceAll('"', '&quot;'));
  });
});
