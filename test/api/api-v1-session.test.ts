import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';
import { signedIn } from './board.ts';
import { tokenOf } from './token.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

const SESSION = fileURLToPath(new URL('../../docs/examples/api-session.js', import.meta.url));

test('the session of the documentation reads, follows and acts as it says', async () => {
  await inTown(room, { today: '2026-11-13T10:00' }, async (town) => {
    const portal = await portalOver(town);
    try {
      const window = { opensAt: '2026-11-16T09:00', closesAt: '2026-11-24T18:00' };
      const request = await town.publish(
        aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] }),
      );
      const { number } = request;
      await town.goTo('2026-11-17T12:00');
      await request.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
      const creator = await signedIn(portal.visitor(), 'creator');
      const token = await tokenOf(creator, { scopes: ['procurements:read', 'files:write', 'actions'] });

      const { stdout } = await promisify(execFile)(process.execPath, [SESSION, number], {
        env: { ZAKUP_URL: portal.baseUrl, ZAKUP_TOKEN: token, ACT_DATE: '2026-11-16' },
      });
      expect(stdout.trim().split('\n')).toEqual([
        `${number} 1500000.00 KZT, quotations-end 2026-11-24T18:00:00.000+05:00`,
        `${number}: 2 lots, ADR 0007`,
        'read again: 304',
        'may: suspend, cancel, change-representative, download-all',
        'suspend: done, suspended, ProcurementSuspended',
        'suspend: 409 suspended (S1 §1.4.18); may: resume, cancel, download-all',
        'resume: done, taking-quotations',
        `feed: ${number} suspend by organizer: ProcurementSuspended`,
        `feed: ${number} resume by organizer: ProcurementResumed`,
      ]);

      // What everyone is told before the opening is the same however many quotations there are.
      const told = async () => {
        const texts = [];
        for (const path of [`procurements/${number}`, `procurements/${number}/history`, 'changes', 'procurements', 'lots'])
          texts.push(await (await fetch(`${portal.baseUrl}/api/v1/${path}`)).text());
        return texts;
      };
      const before = await told();
      await request.offer('supplier2', { '1': '800000.00', '2': '460000.00' });
      await request.offer('supplier3', { '1': '700000.00' });
      expect(await told()).toEqual(before);

      // After it: results, protocol and its twin.
      await town.goTo('2026-12-02T09:00');
      const file = (await (await fetch(`${portal.baseUrl}/api/v1/procurements/${number}`)).json()) as {
        status: string;
        lots: { result: { outcome: string; winner?: { price: object } } }[];
        protocols: { sha256: string; links: { json: string; pdf: string } }[];
      };
      expect(file.status).toBe('completed');
      expect(file.lots.map(({ result }) => [result.outcome, result.winner?.price])).toEqual([
        ['held', { amount: '700000.00', currency: 'KZT' }],
        ['held', { amount: '450000.00', currency: 'KZT' }],
      ]);
      const [protocol] = file.protocols;
      const twin = (await (await fetch(portal.baseUrl + protocol!.links.json)).json()) as { original: { sha256: string } };
      expect(twin.original.sha256).toBe(protocol!.sha256);
      expect((await fetch(portal.baseUrl + protocol!.links.pdf)).headers.get('content-type')).toBe('application/pdf');
    } finally {
      await portal.stop();
    }
  });
}, 240_000);
