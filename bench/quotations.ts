import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from '../db/client.ts';
import { acceptOffer } from '../db/intake.ts';
import { money, roundHalfUp, tiyn } from '../domain/money.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { type SignedOffer, sealAndSign } from '../trust/browser/seal-and-sign.ts';
import type { SigningKey } from '../trust/browser/p12.ts';
import { fileCalled } from './announcements.ts';
import { type Bidder, makeBidders } from './bidders.ts';
import { cpuEach, type CpuTimes, cpuTimes } from './cpu.ts';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';

/** Quotations with EDS handed in over HTTP, and the same transaction in bare SQL. */
export interface QuotationSpeed {
  callers: number;
  bidders: number;
  /** The certificate had been judged before. */
  known: Measured;
  /** The certificate was seen for the first time. */
  fresh: Measured;
  /** Processor time of one, by part of the stack, ms. */
  cpu: CpuTimes;
  sql: Measured;
}

/** A quotation sealed and signed, of one bidder to one window. */
export interface Ready {
  bidder: Bidder;
  number: string;
  windowId: string;
  post: SignedOffer['post'];
}

export const CALLERS = 32;
/** Connections of a web process. */
const CONNECTIONS = 20;

/** Hands in about `wanted` quotations, one of every bidder to each of these windows. */
export async function measureQuotations(
  portal: Portal,
  numbers: string[],
  wanted: number,
): Promise<{ speed: QuotationSpeed; ready: Ready[] }> {
  const bidders = await makeBidders(portal, Math.max(3, Math.ceil(wanted / numbers.length)));
  const files = await Promise.all(numbers.map((number) => fileCalled(portal, number)));
  const warmUp = await sealAll(files.slice(0, 1), bidders, ({ known }) => known);
  const known = await sealAll(files.slice(1, Math.ceil(files.length / 2)), bidders, (bidder) => bidder.known);
  const fresh = await sealAll(files.slice(Math.ceil(files.length / 2)), bidders, (bidder) => bidder.renew());
  portal.say(`${warmUp.length + known.length + fresh.length} quotations of ${bidders.length} suppliers are sealed`);
  const send = async (one: Ready): Promise<void> => {
    const { status, text } = await handIn(one);
    if (status !== 201) throw new Error(`${one.number}: a quotation is answered by ${status} ${text.slice(0, 300)}`);
  };
  const each = (some: Ready[]) => measure({ callers: CALLERS, count: some.length }, send, (index) => some[index]!);
  await each(warmUp);
  const before = cpuTimes(portal.stack.dataDir);
  const speed = { known: await each(known), fresh: await each(fresh) };
  const cpu = cpuEach(before, cpuTimes(portal.stack.dataDir), known.length + fresh.length);
  const ready = [...warmUp, ...known, ...fresh];
  return { speed: { callers: CALLERS, bidders: bidders.length, ...speed, cpu, sql: await bareSql(portal, ready) }, ready };
}

/** Posts a quotation as the page's script does, under a new command id. */
export const handIn = ({ bidder, number, post }: Ready) =>
  bidder.session.post(`/procurements/${number}/quotation`, { ...post, commandId: randomUUID() });

/** Sealed and signed beforehand: that is the work of the suppliers' browsers. */
async function sealAll(
  files: ProcurementFile[],
  bidders: Bidder[],
  keyOf: (bidder: Bidder) => SigningKey | Promise<SigningKey>,
): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const { number, intake, lots } of files) {
    if (!intake) throw new Error(`${number} has no window`);
    const { windowId, generation, price } = intake;
    for (const [place, bidder] of bidders.entries()) {
      const prices = lots.map((lot) => ({
        lot: lot.number,
        price: money(roundHalfUp(tiyn(lot.amount) * BigInt(960 - (place % 900)), 1000n)),
      }));
      const window = { procurement: number, lot: '*', kind: 'price' as const, ...price, generation, supplier: bidder.bin };
      const { post } = await sealAndSign(window, { prices }, await keyOf(bidder));
      ready.push({ bidder, number, windowId, post });
    }
  }
  return ready;
}

/** The window's lock, the legal clock and one row of the same size, without HTTP, signature and sealing; under tags that no supplier has. */
async function bareSql({ stack }: Portal, ready: Ready[]): Promise<Measured> {
  const db = connect(stack.databaseUrl, CONNECTIONS);
  const row = ({ post }: Ready) => {
    const envelope = Buffer.from(post.envelope, 'base64');
    return { envelope, papers: randomBytes(post.signature.length + 2_000), receipt: randomBytes(1_500) };
  };
  const insert = async (offer: Ready) => {
    const tag = randomBytes(32).toString('hex');
    const taken = await acceptOffer(db, { windowId: offer.windowId, tag }, () => Promise.resolve(row(offer)));
    if (taken.kind !== 'taken') throw new Error(`bare offer: ${taken.kind}`);
  };
  try {
    await measure({ callers: CALLERS, count: 200 }, insert, (index) => ready[index % ready.length]!);
    return await measure(
      { callers: CALLERS, count: Math.max(1_000, ready.length) },
      insert,
      (index) => ready[index % ready.length]!,
    );
  } finally {
    await db.close();
  }
}
