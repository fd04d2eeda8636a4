import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { canaryRound } from '../../activities/canary.ts';
import { openQuotations } from '../../activities/open-quotations.ts';
import { setLegalOffset } from '../../db/clock.ts';
import { aDatabase } from '../support/database.ts';
import { at } from '../support/draft-file.ts';
import { aMarket } from './quotation-market.ts';

const run = promisify(execFile);

test('the sealing key is rotated by one command while windows are open; what was sealed is opened under the new one', async () => {
  const own = await aDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'zakup-rotation-'));
  const market = await aMarket(own);
  try {
    await setLegalOffset(market.db.pool, at('2026-11-24T10:00') - Date.now());
    const file = await market.request('1000801-1');
    await market.offer(file, 'supplier1', [{ lot: '1', price: '950000.00' }]);
    const [present, next] = [join(folder, 'present.key'), join(folder, 'next.key')];
    writeFileSync(present, market.opener.master.toString('hex') + '\n');
    writeFileSync(next, 'ab'.repeat(32) + '\n');
    const rotate = (from: string, to: string) =>
      run(process.execPath, ['--import', 'tsx', 'tools/rotate-sealing-key.ts', from, to], {
        env: { ...process.env, DATABASE_URL: own.as('zakup_opener').url },
      });
    expect((await rotate(present, next)).stdout).toBe(`2 keys are wrapped under ${next}\n`);
    // Run again it finds nothing to do.
    expect((await rotate(present, next)).stdout).toBe(`0 keys are wrapped under ${next}\n`);
    expect((await canaryRound(market.opener)).faults).toMatchObject([{ fault: 'key-unreadable' }]);
    const rotated = { ...market.opener, master: Buffer.alloc(32, 0xab) };
    expect((await canaryRound(rotated)).faults).toEqual([]);
    // A key that reads neither of them changes nothing and says so.
    const foreign = join(folder, 'foreign.key');
    writeFileSync(foreign, 'cd'.repeat(32) + '\n');
    await expect(rotate(foreign, present)).rejects.toMatchObject({ code: 1, stdout: `0 keys are wrapped under ${present}\n` });
    await setLegalOffset(market.db.pool, at('2026-12-01T18:00') - Date.now());
    await market.happen(file, { type: 'QuotationsClosed', at: at('2026-12-01T18:00') });
    const { quotations } = (await openQuotations(rotated, { caseId: file.id, windowId: file.intake!.windowId }))!;
    expect(quotations.map(({ prices }) => prices)).toEqual([[{ lot: '1', price: '950000.00' }]]);
  } finally {
    await market.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
