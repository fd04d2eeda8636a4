/**
 * Seals a quotation or an application in the browser: `<form data-offer action="address" data-done="address">` with price fields
 * `[data-price="lot number"]` (no name), `[data-eds-file]`, `[data-eds-password]`, `script[data-window]` (OfferWindow),
 * `script[data-messages]`, and a button `[data-try]` for a round in which nothing is sent. It may have `[data-skip="lot number"]`
 * (not taking part), `[data-echo]`, `[data-check]`, `[data-check-list]`, `[data-low]` with `[data-low-confirm]`, and file fields
 * `[data-document="kind"]` (see `parts/offer-documents.ts`).
 */
import type { SigningKey } from '../../trust/browser/p12.ts';
import { openFile, type SealedFile } from '../../trust/sealed-file.ts';
import { type OfferWindow, sealAndSign, type SignedOffer, tryRound } from '../../trust/browser/seal-and-sign.ts';
import { money } from '../../templates/formats/numbers.ts';
import { parseMoney } from '../../domain/money.ts';
import { checkPrices, type LotPrice, type PricedLot, type PriceRefusal } from './parts/check-prices.ts';
import { forgetPassword, keepInBrowser, keyOf } from './parts/key-fields.ts';
import { announce, embedded, type Messages, type PageError } from './parts/messages.ts';
import { chosenDocuments, documentErrors, type Handed, sealDocuments } from './parts/offer-documents.ts';
import { oneAtATime } from './parts/one-at-a-time.ts';
import { bodyOf, needsSignIn, postBytes, postJson, sentenceOf } from './parts/portal.ts';
import { echoesOf, echoPrices, isFarBelow, pageLanguage, put } from './parts/price-echo.ts';
import { keepTyped, restoreTyped } from './parts/typed-prices.ts';

type PageWindow = OfferWindow & { lots: PricedLot[]; article?: string };

interface Offer {
  form: HTMLFormElement;
  window: PageWindow;
  messages: Messages;
  /** Sealed and sent, but no answer came: the very same is sent again, so that nothing happens twice. */
  unanswered: { chosen: string; signed: SignedOffer; commandId: string } | null;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-offer]')) {
  keepInBrowser(form);
  const window = embedded<PageWindow>(form, 'script[data-window]');
  const messages = embedded<Messages>(form, 'script[data-messages]');
  const offer: Offer = { form, window, messages, unanswered: null };
  setUpPrices(offer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void oneAtATime(form, messages, () => sealAndSend(offer));
  });
  form.querySelector('[data-try]')?.addEventListener('click', () => {
    void oneAtATime(form, messages, () => tryIt(offer));
  });
  form.hidden = false;
  document.querySelectorAll<HTMLElement>('[data-needs-script]').forEach((element) => (element.hidden = true));
}

function setUpPrices({ form, window, messages }: Offer): void {
  const echo = () => echoPrices(form, window.lots, messages);
  restoreTyped(form);
  for (const skip of form.querySelectorAll<HTMLInputElement>('[data-skip]')) {
    const field = fieldOf(form, skip.dataset.skip);
    skip.checked = field?.disabled ?? false;
    skip.addEventListener('change', () => {
      if (field) field.disabled = skip.checked;
      echo();
    });
  }
  form.addEventListener('input', echo);
  echo();
  document.querySelector('form[action="/language"]')?.addEventListener('submit', () => keepTyped(form));
}

function fieldOf(form: HTMLFormElement, lot?: string): HTMLInputElement | null {
  return Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]')).find((field) => field.dataset.price === lot) ?? null;
}

/** Every lot has a price or the mark that the supplier does not take part in it; a lost zero is asked about. */
function doubtsOf({ form, window }: Offer): PageError[] {
  const marked = Array.from(form.querySelectorAll<HTMLInputElement>('[data-skip]'));
  const missing = marked.flatMap((skip) => {
    const field = fieldOf(form, skip.dataset.skip);
    return field && !field.disabled && field.value.trim() === '' ? [{ code: 'price-missing', field }] : [];
  });
  const confirm = form.querySelector<HTMLInputElement>('[data-low-confirm]');
  const doubtful = confirm && !confirm.checked && echoesOf(form, window.lots).some(isFarBelow);
  return doubtful ? [...missing, { code: 'price-far-below', field: confirm }] : missing;
}

function pricesOf(offer: Offer): { prices: LotPrice[]; errors: PageError[] } {
  const { form, window } = offer;
  const fields = Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]'));
  const typed = fields.map((field) => ({ lot: field.dataset.price ?? '', price: field.disabled ? '' : field.value }));
  const checked = checkPrices(typed, window.lots);
  const doubts = doubtsOf(offer);
  if (checked.ok) return { prices: checked.prices, errors: doubts };
  const refused = checked.refusals.filter(({ code }) => code !== 'no-prices' || doubts.length === 0);
  return { prices: [], errors: [...refused.map((refusal) => sentenceFor(refusal, offer, fields)), ...doubts] };
}

function sentenceFor({ code, lot }: PriceRefusal, { form, window, messages }: Offer, fields: HTMLInputElement[]): PageError {
  const field = lot ? fieldOf(form, lot) : (fields[0] ?? null);
  if (code !== 'price-above-lot') return { code, field };
  const read = parseMoney(field?.value ?? '');
  const amount = window.lots.find(({ number }) => number === lot)?.amount ?? '0.00';
  const [price, most] = [read.ok ? read.money : '0.00', amount].map((one) => money(one, pageLanguage()));
  return { text: put(messages[code], { price: price!, amount: most!, article: window.article ?? '' }), field };
}

async function sealAndSend(offer: Offer): Promise<PageError[]> {
  const { form, window } = offer;
  const ready = await readyOf(offer);
  if (!ready.ok) return ready.errors;
  const { prices, key } = ready;
  const chosen = JSON.stringify(prices) + chosenDocuments(form, lotsOf(prices));
  if (offer.unanswered?.chosen !== chosen) {
    const sealed = await contentOf(offer, prices, storeSealed);
    if (!sealed.ok) return sealed.error.code === 'sign-in-required' ? signInAgain(form) : [sealed.error];
    offer.unanswered = { chosen, signed: await sealAndSign(window, sealed.content, key), commandId: crypto.randomUUID() };
  }
  const { signed, commandId } = offer.unanswered;
  const response = await postJson(form.getAttribute('action') ?? '', { ...signed.post, commandId });
  if (!response) return [{ code: 'no-connection' }];
  // A server that broke may have taken it: only a clear answer ends the matter.
  if (response.status < 500) offer.unanswered = null;
  const answer = await bodyOf(response);
  if (needsSignIn(answer)) return signInAgain(form);
  if (!response.ok) return [sentenceOf(answer)];
  forgetPassword(form);
  offerFile({ ...signed.keep, receipt: answer }, window);
  // The download starts with the click; leaving the page at once would cancel it in some browsers.
  setTimeout(() => location.assign(form.dataset.done ?? location.href), 400);
  return [];
}

async function tryIt(offer: Offer): Promise<PageError[]> {
  const { form, window, messages } = offer;
  const ready = await readyOf(offer);
  if (!ready.ok) return ready.errors;
  const sealed = await contentOf(offer, ready.prices, opensAgain);
  if (!sealed.ok || !(await tryRound(window, sealed.content, ready.key))) return [{ code: 'browser-failed' }];
  const result = form.querySelector<HTMLElement>('[data-try-result]');
  if (result) result.textContent = messages['try-succeeded'] ?? '';
  announce(messages['try-succeeded']);
  return [];
}

const lotsOf = (prices: LotPrice[]): string[] => prices.map(({ lot }) => lot);

/** Prices, documents and key are all there, or everything that is wrong at once. */
async function readyOf(
  offer: Offer,
): Promise<{ ok: true; prices: LotPrice[]; key: SigningKey } | { ok: false; errors: PageError[] }> {
  const { form, messages } = offer;
  const { prices, errors } = pricesOf(offer);
  const wrong = [...errors, ...documentErrors(form, lotsOf(prices), messages)];
  const opened = await keyOf(form);
  if (wrong.length === 0 && opened.ok) return { ok: true, prices, key: opened.key };
  return { ok: false, errors: [...wrong, ...(opened.ok ? [] : opened.errors)] };
}

/** What is sealed: prices, and where the form asks for documents, their names, digests and content keys. */
async function contentOf(
  { form, messages }: Offer,
  prices: LotPrice[],
  store: typeof storeSealed,
): Promise<{ ok: true; content: object } | { ok: false; error: PageError }> {
  if (!form.querySelector('[data-document]')) return { ok: true, content: { prices } };
  const sealed = await sealDocuments(form, { lots: lotsOf(prices), messages, store });
  return sealed.ok ? { ok: true, content: { prices, documents: sealed.documents } } : sealed;
}

async function storeSealed({ sealed }: SealedFile): Promise<Handed> {
  const response = await postBytes('/sealed-files', sealed);
  if (!response) return { ok: false, error: { code: 'no-connection' } };
  if (response.ok) return { ok: true, kept: true };
  const problem = await bodyOf(response);
  return { ok: false, error: needsSignIn(problem) ? { code: 'sign-in-required' } : sentenceOf(problem) };
}

/** "Try it" stores nothing: the file only has to come back as it was. */
async function opensAgain({ key, sealed }: SealedFile): Promise<Handed> {
  return (await openFile(key, sealed)) ? { ok: true, kept: false } : { ok: false, error: { code: 'browser-failed' } };
}

/** The session is over: the prices wait in this tab until the person has signed in and is back. */
function signInAgain(form: HTMLFormElement): PageError[] {
  keepTyped(form);
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
  return [];
}

/** "My offer": nobody can show a sealed offer to its author, so the author keeps it, with all that proves it. */
function offerFile(kept: object, { procurement, supplier }: PageWindow): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }));
  link.download = `offer-${procurement}-${supplier}.json`;
  link.click();
}
