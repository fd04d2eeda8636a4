/**
 * Typed prices survive a change of language and a new sign-in: they lie in this tab's storage from leaving the page until its
 * next opening, never longer and nowhere else.
 */
const KEY = 'zakup-typed-prices';

interface Typed {
  page: string;
  prices: { lot: string; value: string; skipped: boolean }[];
}

const fieldsOf = (form: HTMLFormElement) => Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]'));

export function keepTyped(form: HTMLFormElement): void {
  const prices = fieldsOf(form).map((field) => ({ lot: field.dataset.price ?? '', value: field.value, skipped: field.disabled }));
  const typed: Typed = { page: location.pathname, prices };
  sessionStorage.setItem(KEY, JSON.stringify(typed));
}

/** Puts back what was kept for this page, and forgets it. */
export function restoreTyped(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const typed = kept ? (JSON.parse(kept) as Typed) : null;
  if (typed?.page !== location.pathname) return;
  for (const field of fieldsOf(form)) {
    const found = typed.prices.find(({ lot }) => lot === field.dataset.price);
    if (!found) continue;
    field.value = found.value;
    field.disabled = found.skipped;
  }
}
