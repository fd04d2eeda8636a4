import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Method } from '../../domain/procurement/file.ts';
import { METHODS_IN_TEST } from '../domain/behaviour/methods.ts';
import { accepted, admitAll, afterOneQuotation, formed, inStatus, today, window } from '../support/after-one-quotation.ts';
import { filesOf } from '../support/archive.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { sign } from '../support/protocol-signing.ts';
import { inTown, type Town } from '../support/town.ts';
import { aPaper, type TownRequest } from '../support/town-request.ts';
import { signedIn } from './board.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

/** Lot 2 is of another customer, who may take the archive as well. */
const lots = () => [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00', customer: 'C2' })];
const PRICES = { '1': '871234.56', '2': '431234.56' };
const AGREEMENT = aPaper();
const POWER = aPaper({
  ...{ kind: 'technical-specification', lot: '1', name: 'Характеристики товара.pdf' },
  bytes: '%PDF-1.7 мощность 5 кВт',
});
const { bin } = townsperson('supplier1');

/** A running case that takes offers, from the offer to its published protocol. */
interface Running {
  town: Town;
  request: TownRequest;
  handIn: () => Promise<unknown>;
  open: () => Promise<void>;
  /** Publishes the results protocol where the opening has not done it. */
  publish: () => Promise<void>;
}

interface OfMethod {
  running: (scenario: (running: Running) => Promise<void>) => Promise<void>;
  /** Files of the offer after the opening: by name, bytes where they are the supplier's own. */
  offer: Record<string, string | null>;
}

const OF_METHOD: Record<Method, OfMethod> = {
  'price-quotations': {
    running: (scenario) =>
      inTown(room, { today }, async (town) => {
        const request = await town.publish(aDraftFile({ window, lots: lots() }));
        await town.goTo('2026-06-03T12:00');
        await scenario({
          ...{ town, request },
          handIn: () => request.offer('supplier1', PRICES),
          open: () => town.goTo('2026-06-12T18:00'),
          publish: () => town.restAll(),
        });
      }),
    offer: { [`Ценовые предложения/1 ${bin}.json`]: null },
  },
  'single-source': {
    running: (scenario) =>
      afterOneQuotation(
        room,
        {},
        async (started) => {
          const { town, invited: request } = started;
          await scenario({
            ...{ town, request },
            handIn: () => request.apply('supplier1', PRICES, [AGREEMENT, POWER]),
            open: async () => {
              expect(await request.as('creator').send('open-applications-by-hand', {})).toMatchObject(accepted);
              await inStatus(request, 'considering-applications');
            },
            publish: async () => {
              expect(await request.as('creator').send('save-consideration', admitAll)).toMatchObject(accepted);
              expect(await request.as('creator').send('vote', {})).toMatchObject(accepted);
              await formed(started);
              expect(await sign(request, { by: 'creator' })).toMatchObject(accepted);
              expect(await request.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
              await town.restAll();
            },
          });
        },
        lots(),
      ),
    offer: {
      [`Заявки/1 ${bin}.json`]: null,
      [`Заявки/${AGREEMENT.name}`]: AGREEMENT.bytes,
      [`Заявки/Лот 1/${POWER.name}`]: POWER.bytes,
    },
  },
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Files of the archive without the list of digests, which names each of them with its digest. */
async function archiveOf(baseUrl: string, cookies: Map<string, string>, number: string): Promise<Map<string, Buffer>> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${baseUrl}/procurements/${number}/download-all`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  const files = filesOf(new Uint8Array(await answer.arrayBuffer()));
  const listed = files.get('SHA256SUMS')!.toString();
  files.delete('SHA256SUMS');
  const lines = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}`);
  expect(listed.trimEnd().split('\n').filter(Boolean).sort()).toEqual(lines.sort());
  return files;
}

describe.each(METHODS_IN_TEST)('$method, «Скачать все» (S1 §1.3.6, §1.7.8)', ({ method }) => {
  test('holds nothing of an offer before the opening, all of it afterwards, the protocol once it is published', async () => {
    const { running, offer } = OF_METHOD[method];
    await running(async ({ town, request, handIn, open, publish }) => {
      const portal = await portalOver(town);
      try {
        const readers = await Promise.all(['creator', 'customer'].map((key) => signedIn(portal.visitor(), key)));
        const [creator] = readers;
        const archive = () => archiveOf(portal.baseUrl, creator!.cookies, request.number);
        const inFolder = async (folder: string) => [...(await archive()).keys()].filter((name) => name.startsWith(`${folder}/`));

        const before = await archive();
        expect(await handIn()).toMatchObject({ ok: true });
        // Not one byte more than before somebody offered: neither names nor digests nor a folder.
        for (const reader of readers) expect(await archiveOf(portal.baseUrl, reader.cookies, request.number)).toEqual(before);
        expect([...before.keys()].filter((name) => /Заявки|Ценовые|Протоколы/.test(name))).toEqual([]);

        await open();
        const after = await archive();
        const [folder] = Object.keys(offer)[0]!.split('/');
        expect((await inFolder(folder!)).sort()).toEqual(Object.keys(offer).sort());
        for (const [name, bytes] of Object.entries(offer))
          if (bytes !== null) expect(after.get(name)!.toString(), name).toBe(bytes);
        const stated = after.get(`${folder}/1 ${bin}.json`)!.toString();
        for (const price of Object.values(PRICES)) expect(stated).toContain(price);

        await publish();
        const [protocol] = (await request.file()).protocols;
        expect(protocol).toMatchObject({ state: 'published', version: 1 });
        const published = await archive();
        const printed = [...published].find(([, bytes]) => sha256(bytes) === protocol?.sha256)?.[0];
        // The original, the signature beside it (the portal's seal, the representative's EDS), and what machines read.
        expect(printed).toMatch(/^Протоколы\/.+\.pdf$/);
        expect([...published.keys()]).toEqual(
          expect.arrayContaining([...after.keys(), `${printed}.p7s`, printed!.replace(/pdf$/, 'json')]),
        );
      } finally {
        await portal.stop();
      }
    });
  }, 120_000);
});
