import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '../../api/api-v1/problem-schema.ts';
import type { Method, ProcurementFile } from '../../domain/procurement/file.ts';
import { METHODS_IN_TEST } from '../domain/behaviour/methods.ts';
import { aCourtDecision } from '../support/acts.ts';
import { at } from '../support/draft-file.ts';
import { takingOf } from './market-methods.ts';
import { aMarket, CLOSES, type Market } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';
import { asker, tokenOf } from './token.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
let supplier: ReturnType<typeof asker>;
beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
  const scopes = ['offers:read', 'offers:write'];
  supplier = asker(portal.baseUrl, await tokenOf(await portal.person('supplier1', 'en'), { role: 'supplier', scopes }));
}, 120_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

/** Where the manual tells of offers. The gate of every window cites §1.3.2, also that of a single source (§1.7.1, §1.7.3). */
const ARTICLES: Record<Method, RegExp> = {
  'price-quotations': /^S1 §1\.3\.2$/,
  'single-source': /^S1 §1\.(3\.2|7\.[13])$/,
};

/** What a supplier may do while offers are taken (S1 §1.3.2, §1.7.3). */
const OF_SUPPLIERS: Record<Method, string[]> = {
  'price-quotations': ['submit-quotation', 'withdraw-quotation'],
  'single-source': ['decline-participation', 'submit-application', 'withdraw-application'],
};

async function put(file: ProcurementFile) {
  const { envelope, manifest, signature } = await market.sealed(file, 'supplier1', [{ lot: '1', price: '871234.51' }]);
  const sent = { envelope: envelope.toString('base64'), manifest, signature: signature.toString('base64') };
  return supplier.send('PUT', `/api/v1/procurements/${file.number}/offer`, sent);
}

describe.each(METHODS_IN_TEST)(
  '$method: an offer that is refused (S1 §1.3.2, §1.7.1, docs/api.md)',
  ({ method, firstNumber }) => {
    /** Code of a "no" that says, in the form of its schema, which paragraph of the manual it stands on. */
    const refusedWith = ({ status, headers, body }: Awaited<ReturnType<typeof put>>) => {
      expect([status, headers.get('content-type')]).toEqual([409, 'application/problem+json; charset=utf-8']);
      const { code, article, request, availableActions } = problem.parse(body);
      expect(article, code).toMatch(code === 'suspended' ? /^S1 §1\.4\.18$/ : ARTICLES[method]);
      expect(request).toMatch(/^[0-9a-f-]{36}$/);
      // While the announcement is suspended, or once it is cancelled, a supplier may do nothing (S1 §1.3.3, §1.4.18).
      const left = ['suspended', 'not-in-this-status'].includes(code) ? [] : OF_SUPPLIERS[method];
      expect(availableActions?.sort(), code).toEqual(left);
      return code;
    };

    test('says why, and names the paragraph: before the start, from the very end on, while suspended, once cancelled', async () => {
      const file = await takingOf(market, method, firstNumber);
      const by = file.creator;
      const when = at('2026-11-24T10:00');
      const happened = { ...{ at: when, by }, lots: file.lots.map((lot) => lot.number) };
      await market.setClock('2026-11-23T08:59:59.999');
      const codes = [refusedWith(await put(file))];
      await market.setClock(CLOSES);
      codes.push(refusedWith(await put(file)));
      await market.setClock('2026-11-24T10:00');
      const suspension = { ...aCourtDecision(), ...happened, action: 'suspend' } as const;
      await market.happen(file, { type: 'ProcurementSuspended', at: when, frozen: [], calendarVersion: 1, act: suspension });
      codes.push(refusedWith(await put(file)));
      const cancellation = { ...aCourtDecision(), ...happened, action: 'cancel' } as const;
      await market.happen(file, { type: 'LotsCancelled', at: when, act: cancellation });
      codes.push(refusedWith(await put(file)));
      expect(codes).toEqual(['window-not-open', 'window-closed', 'suspended', 'not-in-this-status']);
      const { body } = await supplier.ask<{ items: object[] }>(`/api/v1/procurements/${file.number}/offer/receipts`);
      expect(body.items).toEqual([]);
    });
  },
);
