/**
 * Seals a quotation in the browser: `<form data-quotation action="address" data-done="address">` with price fields
 * `[data-price="lot number"]` (no name), `[data-eds-file]`, `[data-eds-password]`, `script[data-window]` (QuotationWindow),
 * `script[data-messages]`, and a button `[data-try]` for a round in which nothing is sent. It may have `[data-skip="lot number"]`
 * (not taking part), `[data-echo]`, `[data-check]`, `[data-check-list]`, and `[data-low]` with `[data-low-confirm]`.
 */
import { type QuotationWindow, sealAndSign, type SealedQuotation, tryRound } from '../../trust/browser/seal-and-sign.ts';
import { money } from '../../templates/formats/numbers.ts';
import { parseMoney } from '../../domain/money.ts';
import { checkPrices, type LotPrice, type PricedLot, type PriceRefusal } from './parts/check-prices.ts';
import { forgetPassword, keepInBrowser, keyOf } from './parts/key-fields.ts';
import { announce, embedded, type Messages, type PageError } from './parts/messages.ts';
import { oneAtATime } from './parts/one-at-a-time.ts';
import { echoesOf, echoPrices, isFarBelow, pageLanguage, put } from './parts/price-echo.ts';
import { keepTyped, restoreTyped } from './parts/typed-prices.ts';

type PageWindow = QuotationWindow & { lots: PricedLot[]; article?: string };

interface Quotation {
  form: HTMLFormElement;
  window: PageWindow;
  messages: Messages;
  /** Sealed and sent, but no answer came: the very same is sent again, so that nothing happens twice. */
  unanswered: { prices: string; sealed: SealedQuotation; commandId: string } | null;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-quotation]')) {
  keepInBrowser(form);
  const window = embedded<PageWindow>(form, 'script[data-window]');
  const messages = embedded<Messages>(form, 'script[data-messages]');
  const quotation: Quotation = { form, window, messages, unanswered: null };
  setUpPrices(quotation);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void oneAtATime(form, messages, () => sealAndSend(quotation));
  });
  form.querySelector('[data-try]')?.addEventListener('click', () => {
    void oneAtATime(form, messages, () => tryIt(quotation));
  });
  form.hidden = false;
  document.querySelectorAll<HTMLElement>('[data-needs-script]').forEach((element) => (element.hidden = true));
}

function setUpPrices({ form, window, messages }: Quotation): void {
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
function doubtsOf({ form, window }: Quotation): PageError[] {
  const marked = Array.from(form.querySelectorAll<HTMLInputElement>('[data-skip]'));
  const missing = marked.flatMap((skip) => {
    const field = fieldOf(form, skip.dataset.skip);
    return field && !field.disabled && field.value.trim() === '' ? [{ code: 'price-missing', field }] : [];
  });
  const confirm = form.querySelector<HTMLInputElement>('[data-low-confirm]');
  const doubtful = confirm && !confirm.checked && echoesOf(form, window.lots).some(isFarBelow);
  return doubtful ? [...missing, { code: 'price-far-below', field: confirm }] : missing;
}

function pricesOf(quotation: Quotation): { prices: LotPrice[]; errors: PageError[] } {
  const { form, window } = quotation;
  const fields = Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]'));
  const typed = fields.map((field) => ({ lot: field.dataset.price ?? '', price: field.disabled ? '' : field.value }));
  const checked = checkPrices(typed, window.lots);
  const doubts = doubtsOf(quotation);
  if (checked.ok) return { prices: checked.prices, errors: doubts };
  const refused = checked.refusals.filter(({ code }) => code !== 'no-prices' || doubts.length === 0);
  return { prices: [], errors: [...refused.map((refusal) => sentenceFor(refusal, quotation, fields)), ...doubts] };
}

function sentenceFor({ code, lot }: PriceRefusal, { form, window, messages }: Quotation, fields: HTMLInputElement[]): PageError {
  const field = lot ? fieldOf(form, lot) : (fields[0] ?? null);
  if (code !== 'price-above-lot') return { code, field };
  const read = parseMoney(field?.value ?? '');
  const amount = window.lots.find(({ number }) => number === lot)?.amount ?? '0.00';
  const [price, most] = [read.ok ? read.money : '0.00', amount].map((one) => money(one, pageLanguage()));
  return { text: put(messages[code], { price: price!, amount: most!, article: window.article ?? '' }), field };
}

async function sealAndSend(quotation: Quotation): Promise<PageError[]> {
  const { form, window } = quotation;
  const { prices, errors } = pricesOf(quotation);
  const opened = await keyOf(form);
  if (errors.length > 0 || !opened.ok) return [...errors, ...(opened.ok ? [] : opened.errors)];
  const typed = JSON.stringify(prices);
  if (quotation.unanswered?.prices !== typed) {
    const sealed = await sealAndSign(window, { prices }, opened.key);
    quotation.unanswered = { prices: typed, sealed, commandId: crypto.randomUUID() };
  }
  const { sealed, commandId } = quotation.unanswered;
  const response = await post(form.getAttribute('action') ?? '', { ...sealed.post, commandId });
  if (!response) return [{ code: 'no-connection' }];
  // A server that broke may have taken it: only a clear answer ends the matter.
  if (response.status < 500) quotation.unanswered = null;
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (answer?.code === 'sign-in-required' || answer?.code === 'form-expired') return signInAgain(form);
  if (!response.ok) return [sentenceOf(answer)];
  forgetPassword(form);
  offerFile({ ...sealed.keep, receipt: answer }, window);
  // The download starts with the click; leaving the page at once would cancel it in some browsers.
  setTimeout(() => location.assign(form.dataset.done ?? location.href), 400);
  return [];
}

async function tryIt(quotation: Quotation): Promise<PageError[]> {
  const { form, window, messages } = quotation;
  const { prices, errors } = pricesOf(quotation);
  const opened = await keyOf(form);
  if (errors.length > 0 || !opened.ok) return [...errors, ...(opened.ok ? [] : opened.errors)];
  if (!(await tryRound(window, { prices }, opened.key))) return [{ code: 'browser-failed' }];
  const result = form.querySelector<HTMLElement>('[data-try-result]');
  if (result) result.textContent = messages['try-succeeded'] ?? '';
  announce(messages['try-succeeded']);
  return [];
}

/** The session is over: the prices wait in this tab until the person has signed in and is back. */
function signInAgain(form: HTMLFormElement): PageError[] {
  keepTyped(form);
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
  return [];
}

const post = (address: string, body: SealedQuotation['post'] & { commandId: string }): Promise<Response | null> =>
  fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '',
    },
    body: JSON.stringify(body),
  }).catch(() => null);

/** The server's own sentence (RFC 9457), already in the language of the page. */
function sentenceOf(problem: Record<string, unknown> | null): PageError {
  const text = [problem?.title, problem?.detail].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return text ? { text } : { code: 'not-accepted' };
}

/** "My offer": nobody can show a sealed offer to its author, so the author keeps it, with all that proves it. */
function offerFile(kept: object, { procurement, supplier }: PageWindow): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }));
  link.download = `offer-${procurement}-${supplier}.json`;
  link.click();
}
