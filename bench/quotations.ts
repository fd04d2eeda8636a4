import { randomBytes, randomUUID } from 'node:crypto';
import { acceptOffer } from '../db/intake.ts';
import { money, roundHalfUp, tiyn } from '../domain/money.ts';
import { type SignedOffer, sealAndSign } from '../trust/browser/seal-and-sign.ts';
import { personCalled } from '../tools/demo/people.ts';
import type { Visitor } from '../tools/smoke/visitor.ts';
import { fileCalled } from './announcements.ts';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';

/** Quotations with EDS handed in over HTTP, and the same transaction in bare SQL. */
export interface QuotationSpeed {
  callers: number;
  portal: Measured;
  sql: Measured;
}

const CALLERS = 32;
const BIDDERS = ['supplier1', 'supplier2', 'supplier3'] as const;

interface Ready {
  login: (typeof BIDDERS)[number];
  number: string;
  windowId: string;
  post: SignedOffer['post'];
}

/** Every bidder hands in one quotation to each of these windows; the first few are not measured. */
export async function measureQuotations(portal: Portal, numbers: string[]): Promise<QuotationSpeed> {
  const ready = await sealAll(portal, numbers);
  const people = new Map<string, Visitor[]>();
  for (const login of BIDDERS) {
    people.set(login, []);
    for (let n = 0; n < CALLERS; n += BIDDERS.length) people.get(login)!.push(await portal.visitor().signIn(login));
  }
  const send = async (index: number): Promise<void> => {
    const { login, number, post } = ready[index]!;
    const own = people.get(login)!;
    const body = { ...post, commandId: randomUUID() };
    const answer = await own[Math.floor(index / BIDDERS.length) % own.length]!.postJson(
      `/procurements/${number}/quotation`,
      body,
    );
    if (answer.status !== 201)
      throw new Error(`${number}: a quotation is answered by ${answer.status} ${answer.text.slice(0, 300)}`);
  };
  const warmUp = Math.min(24, Math.floor(ready.length / 4));
  await measure({ callers: 8, count: warmUp }, send, (index) => index);
  const measured = { callers: CALLERS, count: ready.length - warmUp };
  const over = await measure(measured, send, (index) => index + warmUp);
  return { callers: CALLERS, portal: over, sql: await bareSql(portal, ready) };
}

/** Sealed and signed beforehand: that is the work of the suppliers' browsers. */
async function sealAll(portal: Portal, numbers: string[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  const keys = await Promise.all(BIDDERS.map((login) => portal.keyOf(login)));
  for (const number of numbers) {
    const { intake, lots } = await fileCalled(portal, number);
    if (!intake) throw new Error(`${number} has no window`);
    for (const [place, login] of BIDDERS.entries()) {
      const prices = lots.map((lot) => ({
        lot: lot.number,
        price: money(roundHalfUp(tiyn(lot.amount) * BigInt(960 - place), 1000n)),
      }));
      const { windowId, generation, price } = intake;
      const window = {
        procurement: number,
        lot: '*',
        kind: 'price' as const,
        ...price,
        generation,
        supplier: personCalled(login).bin,
      };
      const { post } = await sealAndSign(window, { prices }, keys[place]!);
      ready.push({ login, number, windowId, post });
    }
  }
  return ready;
}

/** The window's lock, the legal clock and one row of the same size, without HTTP, signature and sealing; under tags that no supplier has. */
async function bareSql({ services: { db } }: Portal, ready: Ready[]): Promise<Measured> {
  const row = ({ post }: Ready) => {
    const envelope = Buffer.from(post.envelope, 'base64');
    return { envelope, papers: randomBytes(post.signature.length + 2_000), receipt: randomBytes(1_500) };
  };
  const insert = async (offer: Ready) => {
    const tag = randomBytes(32).toString('hex');
    const taken = await acceptOffer(db, { windowId: offer.windowId, tag }, () => Promise.resolve(row(offer)));
    if (taken.kind !== 'taken') throw new Error(`bare offer: ${taken.kind}`);
  };
  const count = Math.max(600, ready.length);
  return measure({ callers: CALLERS, count }, insert, (index) => ready[index % ready.length]!);
}
