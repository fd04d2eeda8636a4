/**
 * Signs in the browser: every `<form data-eds data-eds-bytes="address of the bytes">` with `[data-eds-file]`,
 * `[data-eds-password]`, `input[name=signature]` and its sentences in `script[data-messages]`.
 */
import { base64 } from '../../trust/bytes.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { forgetPassword, keepInBrowser, keyOf } from './parts/key-fields.ts';
import { embedded, type Messages, type PageError } from './parts/messages.ts';
import { oneAtATime } from './parts/one-at-a-time.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-eds]')) {
  keepInBrowser(form);
  const messages = embedded<Messages>(form, 'script[data-messages]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void oneAtATime(form, messages, () => signAndSubmit(form, event.submitter));
  });
}

async function signAndSubmit(form: HTMLFormElement, submitter: HTMLElement | null): Promise<PageError[]> {
  const target = form.querySelector<HTMLInputElement>('input[name=signature]');
  if (!target) throw new Error('the form lacks its signature field');
  const opened = await keyOf(form);
  if (!opened.ok) return opened.errors;
  const response = await fetch(form.dataset.edsBytes ?? '', { headers: { accept: '*/*' } }).catch(() => null);
  if (!response?.ok) return [{ code: 'no-connection' }];
  const bytes = new Uint8Array(await response.arrayBuffer());
  target.value = base64(await signDetached(bytes, opened.key));
  forgetPassword(form);
  if (submitter instanceof HTMLButtonElement && submitter.name) form.append(carried(submitter));
  // Not requestSubmit: the form is complete, and this listener has done its part.
  form.submit();
  return [];
}

/** What the pressed button would have sent. */
function carried(button: HTMLButtonElement): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'hidden';
  input.name = button.name;
  input.value = button.value;
  return input;
}
