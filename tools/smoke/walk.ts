import { randomUUID, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OPERATOR } from '../../templates/texts/operator.ts';
import { openP12, type SigningKey } from '../../trust/browser/p12.ts';
import { type OfferWindow, sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { type SignedReceipt, verifyReceipt } from '../../trust/receipt.ts';
import { DEVELOPMENT_PASSWORD } from '../certificate-authority/issue.ts';
import { eventually, holds, same } from './expect.ts';
import { embeddedJson, hiddenField, type Visitor } from './visitor.ts';

/** The announcement of the demo data that only has to be published: lot 1 of 297 500.00, lot 2 of 25 500.00. */
export const NUMBER = '1000009-1';

const PAGE = `/procurements/${NUMBER}`;

/** Words of the page by which people know the status (S1 §1.3.1.4). */
export const STATUS = {
  published: 'Опубликовано',
  taking: 'Опубликовано (прием ценовых предложений)',
  suspended: 'Приостановлен',
  completed: 'Завершено',
} as const;

/** Publishes the draft as its author does; a request without the page's token changes nothing. */
export async function publish(organizer: Visitor, stranger: Visitor): Promise<void> {
  same('the page of a draft, for a visitor', (await stranger.get(PAGE)).status, 404);
  const page = await organizer.get(`/drafts/${NUMBER}/publish`);
  same('page of the publication', page.status, 200);
  const command = hiddenField(page, 'command');
  same(
    'publication without a form token',
    (await organizer.post(`/drafts/${NUMBER}/publish`, { command, _csrf: '' })).status,
    403,
  );
  const answer = await organizer.post(`/drafts/${NUMBER}/publish`, { command });
  same('answer to the publication', answer.status, 303);
  await eventually('the published procurement has a public page', async () =>
    (await stranger.get(PAGE)).status === 200 ? true : undefined,
  );
  const again = await organizer.post(`/drafts/${NUMBER}/publish`, { command });
  same('the same publication again', again.headers.get('location'), `/drafts/${NUMBER}/published`);
}

/** Status tag of a procurement's page. */
export async function statusOf(visitor: Visitor, page = PAGE): Promise<string> {
  const { text } = await visitor.get(page);
  return /<strong class="govuk-tag[^"]*">\s*([^<]+?)\s*<\/strong>/.exec(text.slice(text.indexOf('<h1')))?.[1] ?? 'no status';
}

/** The operator of the training portal goes from deadline to deadline until the procurement has a status. */
export async function goUntil(operator: Visitor, status: string, presses = 14): Promise<void> {
  for (let pressed = 0; pressed < presses; pressed++) {
    if ((await statusOf(operator)) === status) return;
    const before = await legalTime(operator);
    const answer = await operator.post('/sandbox/next-deadline', { back: '/operator' });
    same('answer to "go to the next deadline"', answer.status, 303);
    await eventually('the legal clock goes forward', async () => ((await legalTime(operator)) > before ? true : undefined));
    await eventually('every case has done what its time has come for', () => atRest(operator));
  }
  same('status of the procurement', await statusOf(operator), status);
}

/** Legal time, ms. */
const legalTime = async (visitor: Visitor): Promise<number> =>
  (await visitor.get('/clock', 'application/json')).json<{ now: number }>().now;

/** The operator's page lists nothing that is late and no protocol that is being formed. */
async function atRest(operator: Visitor): Promise<true | undefined> {
  const { text } = await operator.get('/operator');
  return [OPERATOR.overdueNone.ru, OPERATOR.protocolsNone.ru].every((line) => text.includes(line)) ? true : undefined;
}

/** Key of a person of the demo data. */
export async function keyOf(dataDir: string, login: string): Promise<SigningKey> {
  const opening = await openP12(await readFile(join(dataDir, 'ca', 'keys', `${login}.p12`)), DEVELOPMENT_PASSWORD);
  if (!opening.ok) throw new Error(`key of ${login}: ${opening.reason}`);
  return opening.key;
}

/** Seals and signs as the supplier's page does. `prices`: lot number → price. */
export async function sealed(supplier: Visitor, of: { dataDir: string; login: string; prices: Record<string, string> }) {
  const page = await supplier.get(`${PAGE}/quotation`);
  const window = embeddedJson<OfferWindow>(page, 'data-window');
  const prices = Object.entries(of.prices).map(([lot, price]) => ({ lot, price }));
  const { post } = await sealAndSign(window, { prices }, await keyOf(of.dataDir, of.login));
  return { ...post, commandId: randomUUID() };
}

/** Hands in a sealed quotation and checks the receipt by the portal's published key; the same again gives the same receipt. */
export async function handIn(supplier: Visitor, quotation: Awaited<ReturnType<typeof sealed>>): Promise<void> {
  const answer = await supplier.postJson(`${PAGE}/quotation`, quotation);
  same('answer to a quotation', answer.status, 201);
  const key = createPublicKey((await supplier.get('/trust/portal.pem', '*/*')).bytes);
  holds('the receipt is signed by the key that the portal publishes', verifyReceipt(answer.json<SignedReceipt>(), key));
  const again = await supplier.postJson(`${PAGE}/quotation`, quotation);
  same('status of the same quotation again', again.status, 200);
  same('receipt of the same quotation again', again.json<SignedReceipt>(), answer.json<SignedReceipt>());
}

/** A quotation is refused with a code and an article. */
export async function isRefused(supplier: Visitor, quotation: Awaited<ReturnType<typeof sealed>>, code: string): Promise<void> {
  const answer = await supplier.postJson(`${PAGE}/quotation`, quotation);
  same('code of the refusal', answer.json<{ code?: string }>().code, code);
  same('status of the refusal', answer.status, 409);
}

/** Suspends or resumes by a court's ruling dated today, with a scan (S1 §1.4.18–19). */
export async function actOfCourt(organizer: Visitor, action: 'suspend' | 'resume', number: string): Promise<void> {
  const page = await organizer.get(`${PAGE}/actions/${action}`);
  const today = new Date((await legalTime(organizer)) + 5 * 3_600_000).toISOString();
  const scan = new File([`%PDF-1.4\n% ${number}\n`], `Определение № ${number}.pdf`, { type: 'application/pdf' });
  const fields = {
    ...{ commandId: hiddenField(page, 'commandId'), number, kind: 'ruling', bodyKind: 'court' },
    ...{ 'date-day': today.slice(8, 10), 'date-month': today.slice(5, 7), 'date-year': today.slice(0, 4) },
    body: 'Специализированный межрайонный экономический суд города Астаны',
  };
  const answer = await organizer.post(`${PAGE}/actions/${action}`, fields, { scan });
  same(`answer to ${action}`, answer.status, 303);
  const outcome = await eventually(`outcome of ${action}`, async () => {
    const { status } = await organizer.get(answer.headers.get('location') ?? '');
    return status === 202 ? undefined : status;
  });
  same(`page of the outcome of ${action}`, outcome, 200);
}
