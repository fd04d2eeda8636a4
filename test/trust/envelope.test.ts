import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../domain/canonical.ts';
import { concat, hex, sha256, utf8 } from '../../trust/bytes.ts';
import { commitmentTo, headerOf, type Manifest, manifestBytes, OFFER_INFO, sealOffer } from '../../trust/envelope.ts';
import { hpkeSeal, publicKeyOf } from '../../trust/hpke.ts';
import { OF_THE_SERVER } from '../../trust/hpke-node.ts';
import { checkEnvelopeAtSubmission, openOffer, provesOffer } from '../../trust/open-envelope.ts';
import { lengthBytes, paddedLength } from '../../trust/padding.ts';

const SUPPLIER = '230940990011';
const OTHER = '150240012345';
const content = { prices: [{ lot: '1', price: '1190000.00' }] };

let seed: Uint8Array;
let window: Parameters<typeof sealOffer>[0];
let sealed: Awaited<ReturnType<typeof sealOffer>>;

async function newWindow() {
  const fresh = randomBytes(32);
  const publicKey = await publicKeyOf(fresh);
  const key = hex(await sha256(publicKey));
  return { fresh, opened: { procurement: '1234567-1', lot: '*', kind: 'price' as const, key, generation: 1, publicKey } };
}

beforeAll(async () => {
  const made = await newWindow();
  seed = made.fresh;
  window = made.opened;
  sealed = await sealOffer(window, SUPPLIER, content);
});

/** By the browser's means and by the server's: what one says of an envelope the other says too. */
async function open(more: Partial<Parameters<typeof openOffer>[0]> = {}) {
  const given = { seed, envelope: sealed.envelope, manifest: sealed.manifest, window, ...more };
  const opening = await openOffer(given);
  expect(await openOffer({ ...given, primitives: OF_THE_SERVER })).toEqual(opening);
  return opening;
}
const submit = (manifest: unknown, envelope: Uint8Array = sealed.envelope, supplier = SUPPLIER) =>
  checkEnvelopeAtSubmission({ envelope, manifest, expectedHeader: headerOf(window, supplier) });
const refused = (reason: string) => ({ ok: false, reason });
const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
const renamed = async (envelope: Uint8Array, more: Partial<Manifest> = {}): Promise<Manifest> => ({
  ...sealed.manifest,
  envelope: hex(await sha256(envelope)),
  ...more,
});

/** An envelope of our own making, with a manifest whose digests fit: what a supplier's own program might send. */
async function crafted(inner: (offer: Uint8Array, salt: Uint8Array) => Uint8Array, offer = utf8(sealed.keep.offer)) {
  const salt = randomBytes(32);
  const header = headerOf(window, SUPPLIER);
  const envelope = await hpkeSeal(window.publicKey, inner(offer, salt), { info: OFFER_INFO, aad: canonical(header) });
  return { envelope, manifest: await renamed(envelope, { commitment: await commitmentTo(offer, salt) }) };
}
const padded = (inner: Uint8Array) => {
  const plain = new Uint8Array(paddedLength(inner.length));
  plain.set(inner);
  return plain;
};
const format1 = (offer: Uint8Array, salt: Uint8Array) => padded(concat(salt, lengthBytes(offer.length), offer));

describe('a sealed offer', () => {
  test('is accepted on submission and reads as it was written after the opening', async () => {
    expect(submit(sealed.manifest)).toBeNull();
    const opening = await open();
    expect(opening).toEqual({
      ok: true,
      offer: { procurement: '1234567-1', lot: '*', supplier: SUPPLIER, prices: [{ lot: '1', price: '1190000.00' }] },
      salt: sealed.keep.salt,
    });
    expect(await provesOffer(sealed.manifest, sealed.keep)).toBe(true);
    const dearer = sealed.keep.offer.replace('1190000.00', '1190000.01');
    expect(await provesOffer(sealed.manifest, { ...sealed.keep, offer: dearer })).toBe(false);
  });

  test('has the length of any other offer: 1.00 and 99999999999.00 give 1072 bytes', async () => {
    for (const price of ['1.00', '99999999999.00']) {
      const { envelope } = await sealOffer(window, SUPPLIER, { prices: [{ lot: '1', price }] });
      expect(envelope.length).toBe(1072);
    }
  });

  test('gives its price to nobody who tries all prices against what is stored', async () => {
    const stored = new TextDecoder().decode(manifestBytes(sealed.manifest));
    const guess = utf8(sealed.keep.offer);
    expect(stored).not.toContain(hex(await sha256(guess)));
    expect(stored).not.toContain(await commitmentTo(guess, new Uint8Array(32)));
    const again = await sealOffer(window, SUPPLIER, content);
    expect(again.manifest.commitment).not.toBe(sealed.manifest.commitment);
  });

  test('is not sealed to a key that is not the key of the window', async () => {
    const other = (await newWindow()).opened;
    await expect(sealOffer({ ...window, publicKey: other.publicKey }, SUPPLIER, content)).rejects.toThrow(TypeError);
  });

  test('of 5000 lots is taken, one above the largest size is not', async () => {
    const lots = (n: number) => ({ prices: Array.from({ length: n }, (_, i) => ({ lot: String(i), price: '999999999999.99' })) });
    const large = await sealOffer(window, SUPPLIER, lots(5000));
    expect(submit(large.manifest, large.envelope)).toBeNull();
    expect(await open({ envelope: large.envelope, manifest: large.manifest })).toMatchObject({ ok: true });
    await expect(sealOffer(window, SUPPLIER, lots(30_000))).rejects.toThrow('too large');
  });
});

describe('the nine attacks on an envelope', () => {
  test('another supplier hands in the same envelope under a manifest of his own', async () => {
    const manifest = { ...sealed.manifest, supplier: OTHER };
    expect(await open({ manifest })).toEqual(refused('wrong-key-or-context'));
  });

  test('another supplier hands in the manifest as it is', () => {
    expect(submit(sealed.manifest, sealed.envelope, OTHER)).toBe('other-window');
  });

  test('the envelope is moved to another lot', async () => {
    expect(await open({ window: { ...window, lot: '2' } })).toEqual(refused('other-window'));
    const manifest = { ...sealed.manifest, lot: '2' };
    expect(await open({ window: { ...window, lot: '2' }, manifest })).toEqual(refused('wrong-key-or-context'));
  });

  test('the envelope is used again in the next generation', async () => {
    expect(await open({ window: { ...window, generation: 2 } })).toEqual(refused('other-window'));
    const manifest = { ...sealed.manifest, generation: 2 };
    expect(await open({ window: { ...window, generation: 2 }, manifest })).toEqual(refused('wrong-key-or-context'));
  });

  test.each([0, 31, 32, 600, 1071])('one bit of byte %i is changed', async (at) => {
    const envelope = flipped(sealed.envelope, at);
    expect(submit(sealed.manifest, envelope)).toBe('envelope-altered');
    expect(await open({ envelope })).toEqual(refused('envelope-altered'));
  });

  test('one bit is changed and the manifest made to fit', async () => {
    const envelope = flipped(sealed.envelope, 600);
    expect(await open({ envelope, manifest: await renamed(envelope) })).toEqual(refused('wrong-key-or-context'));
  });

  test('the signed price is not the sealed price', async () => {
    const salt = randomBytes(32);
    const commitment = await commitmentTo(utf8(sealed.keep.offer.replace('1190000.00', '1.00')), salt);
    expect(await open({ manifest: { ...sealed.manifest, commitment } })).toEqual(refused('commitment'));
  });

  test('the envelope is truncated', async () => {
    const envelope = sealed.envelope.slice(0, 1000);
    expect(submit(await renamed(envelope), envelope)).toBe('envelope-length');
    expect(await open({ envelope, manifest: await renamed(envelope) })).toEqual(refused('envelope-length'));
    expect(await open({ envelope: new Uint8Array(0), manifest: await renamed(new Uint8Array(0)) })).toEqual(
      refused('envelope-length'),
    );
  });

  test('the envelope is opened by another key', async () => {
    expect(await open({ seed: randomBytes(32) })).toEqual(refused('wrong-key-or-context'));
  });
});

describe('an envelope of a program of one’s own', () => {
  test('in the right format is as good as the browser’s', async () => {
    expect(await open(await crafted(format1))).toMatchObject({ ok: true });
  });

  test('with something hidden in the padding is unreadable', async () => {
    const hidden = (offer: Uint8Array, salt: Uint8Array) => flipped(format1(offer, salt), 1023);
    expect(await open(await crafted(hidden))).toEqual(refused('padding'));
  });

  test('that lies about its length is unreadable', async () => {
    const lying = (offer: Uint8Array, salt: Uint8Array) => padded(concat(salt, lengthBytes(2 ** 32 - 1), offer));
    expect(await open(await crafted(lying))).toEqual(refused('padding'));
    const roomy = (offer: Uint8Array, salt: Uint8Array) => concat(format1(offer, salt), new Uint8Array(1024));
    expect(await open(await crafted(roomy))).toEqual(refused('padding'));
  });

  test.each([
    ['spaces', (text: string) => text.replace(':', ': ')],
    ['a name twice', (text: string) => text.replace('{', '{"lot":"1",')],
    ['a float', (text: string) => text.replace('"1190000.00"', '0.5')],
    ['no JSON', () => '{'],
    ['a list', () => '[]'],
    ['what no database keeps', (text: string) => `${text.slice(0, -1)},"z":"\\u0000"}`],
    ['lists nested a hundred times', (text: string) => `${text.slice(0, -1)},"z":${'['.repeat(100)}${']'.repeat(100)}}`],
    ['lists nested 100,000 times', (text: string) => `${text.slice(0, -1)},"z":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('whose offer has %s is unreadable', async (_name, change) => {
    expect(await open(await crafted(format1, utf8(change(sealed.keep.offer))))).toEqual(refused('not-canonical'));
  });

  test('whose offer is not UTF-8 is unreadable', async () => {
    expect(await open(await crafted(format1, new Uint8Array([0xff, 0xfe])))).toEqual(refused('not-canonical'));
  });

  test('that names another supplier inside is unreadable', async () => {
    const offer = utf8(sealed.keep.offer.replace(SUPPLIER, OTHER));
    expect(await open(await crafted(format1, offer))).toEqual(refused('other-context-inside'));
  });

  test('with a point of small order is refused on submission', async () => {
    const envelope = concat(new Uint8Array(32), sealed.envelope.slice(32));
    expect(submit(await renamed(envelope), envelope)).toBe('envelope-point');
  });

  test.each([null, 'text', [], {}, { v: 1 }])('with the manifest %j is refused', async (manifest) => {
    expect(submit(manifest)).toBe('manifest-malformed');
    expect(await open({ manifest })).toEqual(refused('manifest-malformed'));
  });

  test('with one field more, one field less or a wrong type in the manifest is refused', () => {
    expect(submit({ ...sealed.manifest, more: 1 })).toBe('manifest-malformed');
    expect(submit({ ...sealed.manifest, v: 2 })).toBe('manifest-malformed');
    expect(submit({ ...sealed.manifest, generation: '1' })).toBe('manifest-malformed');
    expect(submit({ ...sealed.manifest, commitment: 'a' })).toBe('manifest-malformed');
    expect(submit({ ...sealed.manifest, suite: 'other' })).toBe('other-window');
  });
});

test('padding goes in steps: whole KiB to 4 KiB, then sixteenths', () => {
  expect([1, 1024, 1025, 4096, 4097, 8192, 8193].map(paddedLength)).toEqual([1024, 1024, 2048, 4096, 4352, 8192, 8704]);
});
