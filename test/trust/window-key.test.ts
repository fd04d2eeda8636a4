import { randomBytes } from 'node:crypto';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicKeyOf } from '../../trust/hpke.ts';
import { canRelease, createWindowKey, loadOrCreateMasterKey, releaseWindowKey } from '../../trust/window-key.ts';

const END = Date.UTC(2026, 2, 27, 13);
const master = randomBytes(32);
const made = (more = {}) => createWindowKey({ window: 'w1', kind: 'price', generation: 1, notBefore: END, master, ...more });

test('the key of a window is released at its time, not a millisecond before', async () => {
  const { record, publicKey } = await made();
  expect(await releaseWindowKey({ record, master, now: END - 1 })).toEqual({ ok: false, reason: 'too-early' });
  const release = await releaseWindowKey({ record, master, now: END });
  expect(release.ok && Buffer.from(await publicKeyOf(release.seed))).toEqual(Buffer.from(publicKey));
});

test('what the database keeps names the seed nowhere', async () => {
  const { record } = await made();
  const release = await releaseWindowKey({ record, master, now: END });
  const text = JSON.stringify(record);
  if (!release.ok) throw new Error(release.reason);
  expect(text).not.toContain(release.seed.toString('hex'));
  expect(text).not.toContain(release.seed.toString('base64'));
});

test.each([
  ['moved earlier', { notBefore: END - 86_400_000 }],
  ['given to another window', { window: 'w2' }],
  ['given to another kind', { kind: 'documents' as const }],
  ['given to another generation', { generation: 2 }],
  ['given another key', { key: '0'.repeat(64) }],
  ['given another public key', { public: randomBytes(32).toString('base64') }],
  ['without parts', { parts: [] }],
  ['with a broken part', { parts: [{ kind: 'portal' as const, wrapped: 'AAAA' }] }],
])('a record that was %s in the database is unreadable', async (_name, change) => {
  const { record } = await made();
  const release = await releaseWindowKey({ record: { ...record, ...change }, master, now: END });
  expect(release).toEqual({ ok: false, reason: 'unreadable' });
});

test('a part of another record is unreadable', async () => {
  const [{ record }, other] = [await made(), await made()];
  const mixed = { ...record, parts: other.record.parts };
  expect(await releaseWindowKey({ record: mixed, master, now: END })).toEqual({ ok: false, reason: 'unreadable' });
});

test('a lost master key is known before the deadline', async () => {
  const { record } = await made();
  expect(await canRelease(record, master)).toBe(true);
  expect(await canRelease(record, randomBytes(32))).toBe(false);
});

test('the master key is made once, for its owner’s eyes only', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'zakup-master-')), 'keys', 'sealing.key');
  const keys = await Promise.all([loadOrCreateMasterKey(file), loadOrCreateMasterKey(file), loadOrCreateMasterKey(file)]);
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  expect(await loadOrCreateMasterKey(file)).toEqual(keys[0]);
  expect((await stat(file)).mode & 0o777).toBe(0o400);
});
