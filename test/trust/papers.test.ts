import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { publicKeyOf } from '../../trust/hpke.ts';
import { blindTag, openPapers, sealPapers } from '../../trust/papers.ts';

test('papers come back from their own key only, and only unchanged', async () => {
  const seed = randomBytes(32);
  const documentsKey = await publicKeyOf(seed);
  const papers = Buffer.from('{"supplier":"230940990011"}');
  const sealed = sealPapers(documentsKey, papers);
  expect(Buffer.from(sealed).includes('230940990011')).toBe(false);
  expect(Buffer.from(openPapers({ seed, documentsKey, sealed })!)).toEqual(papers);
  expect(openPapers({ seed: randomBytes(32), documentsKey, sealed })).toBeNull();
  expect(openPapers({ seed, documentsKey, sealed: sealed.map((byte, i) => (i === 99 ? byte ^ 1 : byte)) })).toBeNull();
  expect(openPapers({ seed, documentsKey, sealed: new Uint8Array(10) })).toBeNull();
});

test('papers of different length look alike', async () => {
  const documentsKey = await publicKeyOf(randomBytes(32));
  const lengths = [1, 200, 900].map((n) => sealPapers(documentsKey, randomBytes(n)).length);
  expect(lengths).toEqual([1072, 1072, 1072]);
});

test('a tag is the same for the same window and supplier, and another for any other', () => {
  const key = Buffer.alloc(32, 7);
  const tag = blindTag(key, 'w1', '230940990011');
  const byHand = createHmac('sha256', key).update('["zakup/offer-tag/1","w1","230940990011"]').digest('hex');
  expect(tag).toBe(byHand);
  expect(blindTag(key, 'w1', '230940990011')).toBe(tag);
  const others = [
    blindTag(key, 'w12', '30940990011'),
    blindTag(key, 'w2', '230940990011'),
    blindTag(randomBytes(32), 'w1', '230940990011'),
  ];
  expect(new Set([tag, ...others]).size).toBe(4);
});
