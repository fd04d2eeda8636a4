/**
 * Seals a quotation in the browser: `<form data-quotation action="address" data-done="address">` with price fields
 * `[data-price="lot number"]` (no name), `[data-eds-file]`, `[data-eds-password]`, `script[data-window]` (QuotationWindow),
 * `script[data-messages]`, and a button `[data-try]` for a round in which nothing is sent.
 */
import { type QuotationWindow, sealAndSign, type SealedQuotation, tryRound } from '../../trust/browser/seal-and-sign.ts';
import { checkPrices, type LotPrice, type PricedLot } from './parts/check-prices.ts';
import { forgetPassword, keepInBrowser, keyOf } from './parts/key-fields.ts';
import { announce, embedded, type Messages, type PageError } from './parts/messages.ts';
import { oneAtATime } from './parts/one-at-a-time.ts';

type PageWindow = QuotationWindow & { lots: PricedLot[] };

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-quotation]')) {
  keepInBrowser(form);
  const window = embedded<PageWindow>(form, 'script[data-window]');
  const messages = embedded<Messages>(form, 'script[data-messages]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void oneAtATime(form, messages, () => sealAndSend(form, window));
  });
  form.querySelector('[data-try]')?.addEventListener('click', () => {
    void oneAtATime(form, messages, () => tryIt(form, window, messages));
  });
}

const fieldOf = (form: HTMLFormElement, lot?: string): HTMLInputElement | null =>
  Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]')).find((field) => field.dataset.price === lot) ?? null;

function pricesOf(form: HTMLFormElement, { lots }: PageWindow): { prices: LotPrice[]; errors: PageError[] } {
  const fields = Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]'));
  const checked = checkPrices(
    fields.map((field) => ({ lot: field.dataset.price ?? '', price: field.value })),
    lots,
  );
  if (checked.ok) return { prices: checked.prices, errors: [] };
  const errors = checked.refusals.map(({ code, lot }) => ({ code, field: lot ? fieldOf(form, lot) : (fields[0] ?? null) }));
  return { prices: [], errors };
}

async function sealAndSend(form: HTMLFormElement, window: PageWindow): Promise<PageError[]> {
  const { prices, errors } = pricesOf(form, window);
  const opened = await keyOf(form);
  if (errors.length > 0 || !opened.ok) return [...errors, ...(opened.ok ? [] : opened.errors)];
  const sealed = await sealAndSign(window, { prices }, opened.key);
  const response = await post(form.getAttribute('action') ?? '', sealed.post);
  if (!response) return [{ code: 'no-connection' }];
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (!response.ok) return [sentenceOf(answer)];
  forgetPassword(form);
  offerFile({ ...sealed.keep, receipt: answer }, window);
  // The download starts with the click; leaving the page at once would cancel it in some browsers.
  setTimeout(() => location.assign(form.dataset.done ?? location.href), 400);
  return [];
}

async function tryIt(form: HTMLFormElement, window: PageWindow, messages: Messages): Promise<PageError[]> {
  const { prices, errors } = pricesOf(form, window);
  const opened = await keyOf(form);
  if (errors.length > 0 || !opened.ok) return [...errors, ...(opened.ok ? [] : opened.errors)];
  if (!(await tryRound(window, { prices }, opened.key))) return [{ code: 'browser-failed' }];
  const result = form.querySelector<HTMLElement>('[data-try-result]');
  if (result) result.textContent = messages['try-succeeded'] ?? '';
  announce(messages['try-succeeded']);
  return [];
}

const post = (address: string, body: SealedQuotation['post']): Promise<Response | null> =>
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
