import type { SignedReceipt } from '../trust/receipt.ts';
import type { Portal } from './portal.ts';
import { CALLERS, handIn, type Ready } from './quotations.ts';

/** What came of quotations that were replaced again and again until the windows had ended. */
export interface LastMinute {
  /** From the first of them until the end, s. */
  seconds: number;
  handedIn: number;
  refusedAfterTheEnd: number;
  /** Received at the end or later, by their own receipts. */
  late: number;
  /** Windows and suppliers whose last receipt was not the one that was opened. */
  lost: number;
}

interface Received {
  number: string;
  received: string;
}

/** Replaces the quotations in turn until every caller has been told that the windows are closed; `check` once all are opened. */
export async function replaceUntilTheEnd(portal: Portal, ready: Ready[], endsAt: number, legalNow: number) {
  const last = new Map<Ready, Received>();
  const end = new Date(endsAt).toISOString();
  let [next, handedIn, refusedAfterTheEnd, late] = [0, 0, 0, 0];
  const caller = async () => {
    for (;;) {
      const one = ready[next++ % ready.length]!;
      const { status, text } = await handIn(one);
      if (status !== 201 && text.includes('window-closed')) return void (refusedAfterTheEnd += 1);
      if (status !== 201) throw new Error(`${one.number}: a replacement is answered by ${status} ${text.slice(0, 300)}`);
      const receipt = JSON.parse((JSON.parse(text) as SignedReceipt).receipt) as Received;
      handedIn += 1;
      if (receipt.received >= end) late += 1;
      if (receipt.received > (last.get(one)?.received ?? '')) last.set(one, receipt);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const seconds = Math.round((endsAt - legalNow) / 1_000);
  return {
    async check(): Promise<LastMinute> {
      const { rows } = await portal.services.db.pool.query<{ key: string; text: string }>(
        `select window_id || ' ' || supplier_bin as key, receipt->>'receipt' as text from opened_offer where window_id = any($1)`,
        [[...new Set(ready.map(({ windowId }) => windowId))]],
      );
      const opened = new Map(rows.map(({ key, text }) => [key, (JSON.parse(text) as Received).number]));
      const lost = ready.filter((one) => {
        const found = opened.get(`${one.windowId} ${one.bidder.bin}`);
        return found === undefined || (last.has(one) && found !== last.get(one)!.number);
      }).length;
      return { seconds, handedIn, refusedAfterTheEnd, late, lost };
    },
  };
}
