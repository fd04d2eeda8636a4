import { announce, clearErrors, type Messages, type PageError, showErrors } from './messages.ts';

/** Runs the work of a form once at a time: buttons are off meanwhile, errors are shown, a failure is said, not swallowed. */
export async function oneAtATime(form: HTMLFormElement, messages: Messages, work: () => Promise<PageError[]>): Promise<void> {
  if (form.ariaBusy === 'true') return;
  const buttons = form.querySelectorAll('button');
  form.ariaBusy = 'true';
  buttons.forEach((button) => (button.disabled = true));
  clearErrors(form);
  announce(messages.working);
  try {
    const errors = await work();
    if (errors.length > 0) showErrors(form, messages, errors);
  } catch (error) {
    console.error(error);
    showErrors(form, messages, [{ code: 'browser-failed' }]);
  } finally {
    announce('');
    form.ariaBusy = 'false';
    buttons.forEach((button) => (button.disabled = false));
  }
}
