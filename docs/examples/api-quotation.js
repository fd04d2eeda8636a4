// Hands in a quotation: asks for the window, seals and signs here, sends, checks the receipt. Node 20 and nothing else.
//
//   ZAKUP_URL=http://localhost:3000 ZAKUP_TOKEN=zkp_… EDS_KEY=supplier.pem node docs/examples/api-quotation.js 1000009-1 1=900000.00 2=450000.00
//
// The token needs the role "supplier" and the scopes offers:read, offers:write. Key and prices do not leave this machine in clear.
// `WITHDRAW=1` instead of prices takes the quotation back.
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, env } from 'node:process';
import { canonical, sealOffer } from './sealing.js';
import { readKey, signDetached } from './signing.js';

const { Buffer, console, fetch, URL } = globalThis;
const portal = env.ZAKUP_URL ?? 'http://localhost:3000';
const [number, ...typed] = argv.slice(2);
const address = `/api/v1/procurements/${number}/offer`;

/** Asks in one's own name; a "no" is said and ends the matter. */
async function ask(at, { headers = {}, ...more } = {}) {
  const all = { 'accept-language': 'en', authorization: `Bearer ${env.ZAKUP_TOKEN}`, ...headers };
  const answer = await fetch(new URL(at, portal), { ...more, headers: all });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${body.code}: ${body.title} ${body.detail}`);
  return { status: answer.status, body };
}

/** Sends once, however often it has to be sent: the same key and the same bytes again give the same receipt. */
async function sendOnce(method, body) {
  const headers = { 'idempotency-key': randomUUID(), ...(body ? { 'content-type': 'application/json' } : {}) };
  const send = () => ask(address, { method, headers, body });
  return send().catch((error) => (error instanceof TypeError ? send() : Promise.reject(error)));
}

/** A receipt is the text that the portal signed; it is checked by the portal's public key before it is believed. */
async function read({ receipt, signature }) {
  const key = createPublicKey(await (await fetch(new URL('/trust/portal.pem', portal))).text());
  const good = verify(null, Buffer.from(receipt), key, Buffer.from(signature, 'base64'));
  return { ...JSON.parse(receipt), good };
}

const tiyn = (money) => BigInt(money.replace('.', ''));

/** Prices with two places, one per lot, none above the lot (S1 §1.3.2): nobody can say so after they are sealed. */
function pricesFor(lots) {
  return typed.map((each) => {
    const [lot, price] = each.split('=');
    const found = lots.find((one) => one.number === lot);
    if (!found || !/^[1-9]\d{0,11}\.\d\d$/.test(price)) throw new Error(`${each}: no such lot, or not a price`);
    if (tiyn(price) > tiyn(found.ceiling.amount)) throw new Error(`${each}: above ${found.ceiling.amount}`);
    return { lot, price };
  });
}

const { body: window } = await ask(address);
console.log(`${number}: ${window.phase} until ${window.closesAt}, lots ${window.lots.map((lot) => lot.number).join(', ')}`);
if (window.refusal) throw new Error(`no part in it: ${window.refusal.code} (${window.refusal.article})`);

if (env.WITHDRAW) {
  const { body } = await sendOnce('DELETE');
  const receipt = await read(body);
  console.log(`${receipt.type}: withdraws ${receipt.withdraws}, signature ${receipt.good ? 'good' : 'BAD'}`);
} else {
  const { envelope, manifest, kept } = sealOffer(window.sealing, { prices: pricesFor(window.lots) });
  const signature = signDetached(Buffer.from(canonical(manifest)), readKey(readFileSync(env.EDS_KEY, 'utf8')));
  const [sealed, signed] = [envelope, signature].map((bytes) => bytes.toString('base64'));
  const { status, body } = await sendOnce('PUT', JSON.stringify({ envelope: sealed, manifest, signature: signed }));
  const receipt = await read(body);
  const fits = receipt.envelope === manifest.envelope;
  console.log(
    `${status} ${receipt.type}: replaces ${receipt.replaces ?? 'none'}, signature ${receipt.good && fits ? 'good' : 'BAD'}`,
  );
  // Nobody can show a sealed offer to its author: the author keeps it, with the salt that proves it.
  writeFileSync(
    `offer-${number}.json`,
    JSON.stringify({ ...kept, manifest, envelope: sealed, signature: signed, receipt: body }),
  );
  console.log(`kept in offer-${number}.json`);
}

const { body: mine } = await ask(`${address}/receipts`);
console.log(`own receipts: ${mine.items.map(({ act }) => act).join(', ')}`);
