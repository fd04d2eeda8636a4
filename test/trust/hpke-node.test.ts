import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hpkeOpen, hpkeSeal, publicKeyOf } from '../../trust/hpke.ts';
import { openNow, sealNow } from '../../trust/hpke-node.ts';

const context = { info: 'zakup/sealed-papers/1', aad: 'қағаз' };

test.each([0, 1, 1024, 70_000])(
  '%i bytes sealed by either implementation of RFC 9180 are opened by the other',
  async (length) => {
    const [seed, plain] = [randomBytes(32), randomBytes(length)];
    const recipient = await publicKeyOf(seed);
    expect(await hpkeOpen(seed, sealNow(recipient, plain, context), context)).toEqual(new Uint8Array(plain));
    expect(openNow(seed, await hpkeSeal(recipient, plain, context), context)).toEqual(new Uint8Array(plain));
  },
);

test('another seed, another context, a changed byte, a cut or a point of small order open nothing', async () => {
  const seed = randomBytes(32);
  const sealed = sealNow(await publicKeyOf(seed), Buffer.from('price'), context);
  const changed = (at: number) => sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
  expect(openNow(randomBytes(32), sealed, context)).toBeNull();
  expect(openNow(seed, sealed, { ...context, info: 'other' })).toBeNull();
  expect(openNow(seed, sealed, { ...context, aad: 'other' })).toBeNull();
  for (const at of [0, 32, sealed.length - 1]) expect(openNow(seed, changed(at), context)).toBeNull();
  for (const length of [0, 32, 47, 52]) expect(openNow(seed, sealed.subarray(0, length), context)).toBeNull();
  expect(openNow(seed, Buffer.concat([Buffer.alloc(32), sealed.subarray(32)]), context)).toBeNull();
});

test('two messages of the same content have nothing in common', async () => {
  const recipient = await publicKeyOf(randomBytes(32));
  const [one, other] = [0, 1].map(() => Buffer.from(sealNow(recipient, Buffer.from('price'), context)));
  expect(one!.subarray(0, 32).equals(other!.subarray(0, 32))).toBe(false);
  expect(one!.subarray(32).equals(other!.subarray(32))).toBe(false);
});
