import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SigningKey } from '../../trust/browser/p12.ts';
import { fromHex, utf8 } from '../../trust/bytes.ts';
import { commitmentTo } from '../../trust/envelope.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { inTown } from '../support/town.ts';
import { signedIn } from './board.ts';
import { tokenOf } from './token.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
const folder = mkdtempSync(join(tmpdir(), 'zakup-program-'));
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await room.close();
});

const CLIENT = fileURLToPath(new URL('../../docs/examples/api-quotation.js', import.meta.url));

const pem = (name: string, der: ArrayBuffer) =>
  `-----BEGIN ${name}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${name}-----\n`;

/** The key file of a supplier as `openssl pkcs12 -nodes` writes it. */
const keyFile = ({ pkcs8, certificates }: SigningKey): string =>
  pem('PRIVATE KEY', pkcs8) + certificates.map((each) => pem('CERTIFICATE', each.toSchema(true).toBER(false))).join('');

test('the client of the documentation seals, signs, hands in, replaces and withdraws; the opening reads what it sealed', async () => {
  await inTown(room, { today: '2026-11-13T10:00' }, async (town) => {
    const portal = await portalOver(town);
    try {
      const window = { opensAt: '2026-11-16T09:00', closesAt: '2026-11-24T18:00' };
      const { number } = await town.publish(
        aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] }),
      );
      await town.goTo('2026-11-17T12:00');
      const clientOf = async (supplier: string) => {
        const visitor = await signedIn(portal.visitor(), supplier);
        const token = await tokenOf(visitor, { role: 'supplier', scopes: ['offers:read', 'offers:write'] });
        const key = join(folder, `${supplier}.pem`);
        writeFileSync(key, keyFile(await town.signingKey(supplier)));
        return async (prices: string[], more: Record<string, string> = {}): Promise<string[]> => {
          const env = { ZAKUP_URL: portal.baseUrl, ZAKUP_TOKEN: token, EDS_KEY: key, ...more };
          const { stdout } = await promisify(execFile)(process.execPath, [CLIENT, number, ...prices], { env, cwd: folder });
          return stdout.trim().split('\n');
        };
      };
      const head = `${number}: open until 2026-11-24T18:00:00.000+05:00, lots 1, 2`;
      const receipt = expect.stringMatching(/^201 receipt: replaces (?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}, signature good$/) as string;
      const [first, second, third] = [await clientOf('supplier1'), await clientOf('supplier2'), await clientOf('supplier3')];
      const kept = `kept in offer-${number}.json`;
      expect(await first(['1=950000.00'])).toEqual([
        head,
        '201 receipt: replaces none, signature good',
        kept,
        'own receipts: submitted',
      ]);
      expect(await first(['1=900000.00', '2=450000.00'])).toEqual([head, receipt, kept, 'own receipts: submitted, replaced']);
      // What the supplier keeps proves the content by the commitment that was signed.
      const own = JSON.parse(readFileSync(join(folder, `offer-${number}.json`), 'utf8')) as Record<'offer' | 'salt', string> & {
        manifest: { commitment: string };
      };
      expect(await commitmentTo(utf8(own.offer), fromHex(own.salt))).toBe(own.manifest.commitment);
      expect((await second(['1=899999.99']))[1]).toBe('201 receipt: replaces none, signature good');
      await third(['1=100000.00']);
      expect(await third([], { WITHDRAW: '1' })).toEqual([
        head,
        expect.stringMatching(/^withdrawal: withdraws [-0-9A-Z]{19}, signature good$/) as string,
        'own receipts: submitted, withdrawn',
      ]);
      await expect(third(['1=1000000.01'])).rejects.toThrow('1=1000000.01: above 1000000.00');
      // A key of somebody else signs nothing of one's own.
      await expect(third(['1=1.00'], { EDS_KEY: join(folder, 'supplier1.pem') })).rejects.toThrow('403 eds-wrong-person');

      await town.goTo('2026-12-02T09:00');
      const { status, lots } = (await (await fetch(`${portal.baseUrl}/api/v1/procurements/${number}`)).json()) as {
        status: string;
        lots: { result: { outcome: string; ground?: string; winner?: { supplier: { bin: string }; price: object } } }[];
      };
      expect(status).toBe('completed');
      const [one, two] = lots.map(({ result }) => result);
      expect(one!.winner).toMatchObject({
        supplier: { bin: townsperson('supplier2').bin },
        price: { amount: '899999.99', currency: 'KZT' },
      });
      expect(two).toMatchObject({ outcome: 'failed', ground: 'one-submitted' });
    } finally {
      await portal.stop();
    }
  });
}, 240_000);
