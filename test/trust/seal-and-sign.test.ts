import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPrices } from '../../api/scripts/parts/check-prices.ts';
import { type OfferWindow, sealAndSign, tryRound } from '../../trust/browser/seal-and-sign.ts';
import { headerOf, manifestBytes } from '../../trust/envelope.ts';
import { checkEnvelopeAtSubmission, openOffer } from '../../trust/open-envelope.ts';
import { verifySignature } from '../../trust/verify.ts';
import { createWindowKey, releaseWindowKey } from '../../trust/window-key.ts';
import { NOW, type TestKeys, testKeys } from './keys.ts';

const END = Date.UTC(2026, 2, 27, 13);
let keys: TestKeys;
beforeAll(async () => {
  keys = await testKeys();
});
afterAll(() => rm(keys.dir, { recursive: true }));

async function quotationWindow() {
  const master = randomBytes(32);
  const { record } = await createWindowKey({ window: 'w1', kind: 'price', generation: 1, notBefore: END, master });
  const window: OfferWindow = {
    procurement: '1234567-1',
    lot: '*',
    kind: 'price',
    key: record.key,
    generation: record.generation,
    publicKey: record.public,
    supplier: '230940990011',
  };
  return { master, record, window };
}

test('a quotation goes its whole way: sealed and signed in the browser, taken unread, opened after the end', async () => {
  const { master, record, window } = await quotationWindow();
  const content = { prices: [{ lot: '1', price: '1190000.00' }] };
  const { post } = await sealAndSign(window, content, await keys.open('asel'));
  const posted = JSON.parse(JSON.stringify(post)) as typeof post;
  expect(JSON.stringify(posted)).not.toContain('1190000');

  const envelope = Buffer.from(posted.envelope, 'base64');
  const expectedHeader = headerOf(window, '230940990011');
  expect(checkEnvelopeAtSubmission({ envelope, manifest: posted.manifest, expectedHeader })).toBeNull();
  const cms = Buffer.from(posted.signature, 'base64');
  const bytes = manifestBytes(posted.manifest);
  expect(verifySignature({ bytes, cms, at: NOW, trust: keys.trust })).toMatchObject({
    ok: true,
    signer: { iin: '901105499037', bin: '230940990011' },
  });

  expect(await releaseWindowKey({ record, master, now: END - 1 })).toEqual({ ok: false, reason: 'too-early' });
  const release = await releaseWindowKey({ record, master, now: END });
  if (!release.ok) throw new Error(release.reason);
  expect(await openOffer({ seed: release.seed, envelope, manifest: posted.manifest, window })).toMatchObject({
    ok: true,
    offer: { supplier: '230940990011', prices: [{ lot: '1', price: '1190000.00' }] },
  });
});

test('"try it" runs the whole round in the browser and sends nothing', async () => {
  const { window } = await quotationWindow();
  expect(await tryRound(window, { prices: [{ lot: '1', price: '1.00' }] }, await keys.open('daniyar'))).toBe(true);
});

describe('prices are checked before they are sealed (S1 §1.3.2)', () => {
  const lots = [
    { number: '1', amount: '1190000.00' },
    { number: '2', amount: '500.00' },
  ];
  test.each([
    ['the amount of the lot itself is taken', '1 190 000,00', { ok: true, prices: [{ lot: '1', price: '1190000.00' }] }],
    ['one tiyn above is not', '1190000.01', { ok: false, refusals: [{ code: 'price-above-lot', lot: '1' }] }],
    ['zero is no price', '0', { ok: false, refusals: [{ code: 'price-not-money', lot: '1' }] }],
    ['a word is no price', 'миллион', { ok: false, refusals: [{ code: 'price-not-money', lot: '1' }] }],
    ['nothing is no offer', ' ', { ok: false, refusals: [{ code: 'no-prices' }] }],
  ])('%s', (_name, price, answer) => {
    expect(
      checkPrices(
        [
          { lot: '1', price },
          { lot: '2', price: '' },
        ],
        lots,
      ),
    ).toEqual(answer);
  });

  test('every wrong price is named at once, and a lot of another purchase is refused', () => {
    const typed = [
      { lot: '1', price: 'x' },
      { lot: '2', price: '501' },
      { lot: '3', price: '1' },
    ];
    expect(checkPrices(typed, lots)).toEqual({
      ok: false,
      refusals: [
        { code: 'price-not-money', lot: '1' },
        { code: 'price-above-lot', lot: '2' },
        { code: 'price-above-lot', lot: '3' },
      ],
    });
  });
});
