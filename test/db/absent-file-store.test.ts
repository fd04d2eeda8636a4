import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApplication } from '../../activities/open-application.ts';
import { submitOffer } from '../../api/offers.ts';
import { type FileStore, fileStore } from '../../db/file-store.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { sealFile } from '../../trust/sealed-file.ts';
import { aMarket, type Market } from '../api/quotation-market.ts';
import { namedPaper } from '../support/bare-draft.ts';
import { at } from '../support/draft-file.ts';
import { actor, organization, townsperson } from '../support/people.ts';

let market: Market;
let folder: string;
let share: string;
let files: FileStore;
beforeAll(async () => {
  market = await aMarket();
}, 120_000);
afterAll(() => market.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zakup-share-'));
  share = join(folder, 'files');
  files = fileStore(share);
  await market.setClock('2026-11-24T10:00');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let number = 1_000_700;
const PRICES = [
  { lot: '1', price: '940000.00' },
  { lot: '2', price: '475000.00' },
];

/** An agreement as the browser seals it; `lost`: its sealed file never reached the portal. */
async function agreement(name: string, lost = false) {
  const { sealed, address, key, sha256, size } = await sealFile(Buffer.from(`%PDF-1.7 ${name}`));
  if (!lost) await files.put(sealed);
  return { kind: 'participation-agreement', name, size, sha256, sealed: address, key };
}

/** A closed single source with these documents in the application of supplier 1; what its announcement names is in the store. */
async function closedWith(documents: object[]): Promise<{ caseId: string; windowId: string }> {
  const announced = namedPaper(randomUUID(), 'contract-draft', await files.put(Buffer.from('%PDF-1.7 contract')));
  const failed = { number: '1000001-1', caseId: randomUUID(), method: 'price-quotations', ground: 'one-submitted' } as const;
  const file = await market.request(`${(number += 1)}-1`, {
    changes: {
      ...{ method: 'single-source', invited: organization('S1'), documents: [announced] },
      origin: { ...failed, lots: { '1': '1', '2': '2' } },
    },
  });
  const { generation, price } = file.intake!;
  const window = { procurement: file.number, lot: '*', kind: 'price' as const, ...price, generation };
  const content = { prices: PRICES, documents };
  const supplier = townsperson('supplier1').bin;
  const { post } = await sealAndSign({ ...window, supplier }, content, await market.keys.open('supplier1'));
  const handedIn = await submitOffer(market.desk, {
    ...{ file, actor: actor('supplier1'), manifest: post.manifest, commandId: randomUUID() },
    envelope: Buffer.from(post.envelope, 'base64'),
    signature: Buffer.from(post.signature, 'base64'),
  });
  expect(handedIn).toMatchObject({ ok: true });
  await market.setClock('2026-12-01T18:00');
  await market.happen(file, { type: 'ApplicationsClosed', at: at('2026-12-01T18:00'), by: null });
  return { caseId: file.id, windowId: file.intake!.windowId };
}

const opening = (of: { caseId: string; windowId: string }) => openApplication({ ...market.opener, files }, of);

/** Documents as they were opened: name and why it cannot be read. */
async function openedIn(of: { caseId: string; windowId: string }) {
  const opened = await opening(of);
  return opened?.application?.documents.map(({ name, unreadable }) => [name, unreadable ?? 'read']);
}

/** What the opening of a window leaves: used keys and opened offers. */
async function tracesOf(windowId: string): Promise<unknown> {
  const { rows } = await market.db.pool.query(
    `select (select count(*)::int from window_key where window_id = $1 and released_at is not null) as used,
       (select count(*)::int from opened_offer where window_id = $1) as opened`,
    [windowId],
  );
  return rows[0];
}

describe('a file store that is not mounted on the opener’s machine (ADR 0015)', () => {
  test.each([
    ['without the folder', () => undefined, () => undefined],
    ['with an empty folder in its place', () => mkdirSync(share), () => rmdirSync(share)],
  ])('%s: nothing is opened until it is back, then everything is read', async (_how, put, take) => {
    const of = await closedWith([await agreement('agreement.pdf'), await agreement('annex.pdf')]);
    const elsewhere = join(folder, 'not-mounted');
    renameSync(share, elsewhere);
    put();
    await expect(opening(of)).rejects.toThrow('the file store is not there');
    expect(await tracesOf(of.windowId)).toEqual({ used: 0, opened: 0 });
    take();
    renameSync(elsewhere, share);
    expect(await openedIn(of)).toEqual([
      ['agreement.pdf', 'read'],
      ['annex.pdf', 'read'],
    ]);
    expect(await tracesOf(of.windowId)).toEqual({ used: 2, opened: 1 });
  });

  test('a supplier’s file that alone is missing is an outcome', async () => {
    const of = await closedWith([await agreement('agreement.pdf', true)]);
    expect(await openedIn(of)).toEqual([['agreement.pdf', 'missing']]);
  });
});
