import { openP12, type SigningKey } from '../../../trust/browser/p12.ts';
import type { PageError } from './messages.ts';

/** File and password of the EDS key in a form. They carry no name, so that no submission can send them. */
function keyFields(form: HTMLFormElement): { file: HTMLInputElement; password: HTMLInputElement } {
  const file = form.querySelector<HTMLInputElement>('[data-eds-file]');
  const password = form.querySelector<HTMLInputElement>('[data-eds-password]');
  if (!file || !password) throw new Error('the form lacks the fields of the EDS key');
  return { file, password };
}

/** Takes the names away from everything that must not leave the browser. */
export function keepInBrowser(form: HTMLFormElement): void {
  const { file, password } = keyFields(form);
  for (const field of [file, password, ...form.querySelectorAll('[data-price]')]) field.removeAttribute('name');
}

/** Opens the chosen key; codes: eds-file-missing, eds-password-missing, wrong-password, not-a-key-file, no-secure-context. */
export async function keyOf(form: HTMLFormElement): Promise<{ ok: true; key: SigningKey } | { ok: false; errors: PageError[] }> {
  // Browsers give WebCrypto to https and localhost only.
  if (!window.isSecureContext) return { ok: false, errors: [{ code: 'no-secure-context' }] };
  const { file, password } = keyFields(form);
  const chosen = file.files?.[0];
  const errors: PageError[] = [];
  if (!chosen) errors.push({ code: 'eds-file-missing', field: file });
  if (password.value === '') errors.push({ code: 'eds-password-missing', field: password });
  if (!chosen || errors.length > 0) return { ok: false, errors };
  const opened = await openP12(new Uint8Array(await chosen.arrayBuffer()), password.value);
  if (opened.ok) return opened;
  return { ok: false, errors: [{ code: opened.reason, field: opened.reason === 'wrong-password' ? password : file }] };
}

export function forgetPassword(form: HTMLFormElement): void {
  keyFields(form).password.value = '';
}
