/** Sentences of the page by reason code, translated by the server; `title` heads the summary. */
export type Messages = Record<string, string>;

/** One thing that is wrong: its code (or the server's own sentence) and the field it concerns. */
export interface PageError {
  code?: string;
  text?: string;
  field?: HTMLElement | null;
}

/** JSON that the server wrote into the form. Throws when it is missing: the page is broken then. */
export function embedded<T>(form: HTMLFormElement, selector: string): T {
  const text = form.querySelector(selector)?.textContent;
  if (!text) throw new Error(`the form lacks ${selector}`);
  return JSON.parse(text) as T;
}

/** Shows errors in the form's `[data-errors]` (made if missing) as an error summary that takes the focus. */
export function showErrors(form: HTMLFormElement, messages: Messages, errors: PageError[]): void {
  clearErrors(form);
  const holder = form.querySelector<HTMLElement>('[data-errors]') ?? document.createElement('div');
  holder.dataset.errors = '';
  if (!holder.isConnected) form.prepend(holder);
  const summary = element('div', 'govuk-error-summary');
  const alert = element('div', '', summary);
  alert.setAttribute('role', 'alert');
  element('h2', 'govuk-error-summary__title', alert).textContent = messages.title ?? '';
  const list = element('ul', 'govuk-list govuk-error-summary__list', element('div', 'govuk-error-summary__body', alert));
  for (const error of errors) {
    const item = element('li', '', list);
    const text = error.text ?? messages[error.code ?? ''] ?? error.code ?? '';
    if (error.field) mark(error.field, text, item);
    else item.textContent = text;
  }
  holder.replaceChildren(summary);
  summary.tabIndex = -1;
  summary.focus();
}

export function clearErrors(form: HTMLFormElement): void {
  form.querySelector('[data-errors]')?.replaceChildren();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.classList.remove('govuk-input--error', 'govuk-file-upload--error');
  }
}

/** Says something to everybody, screen readers included, in the page's live region. */
export function announce(text: string | undefined): void {
  const region = document.getElementById('live-status');
  if (region) region.textContent = text ?? '';
}

function mark(field: HTMLElement, text: string, item: HTMLElement): void {
  field.setAttribute('aria-invalid', 'true');
  field.classList.add(
    field instanceof HTMLInputElement && field.type === 'file' ? 'govuk-file-upload--error' : 'govuk-input--error',
  );
  const link = element('a', '', item);
  link.textContent = field.dataset.label ? `${field.dataset.label}: ${text}` : text;
  const shown = shownFor(field);
  if (shown.id) link.setAttribute('href', `#${shown.id}`);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    shown.focus();
  });
}

/** The design system puts a button in front of a file field and gives it the field's id. */
function shownFor(field: HTMLElement): HTMLElement {
  return document.getElementById(field.id.replace(/-input$/, '')) ?? field;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  parent?: HTMLElement,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  parent?.append(made);
  return made;
}
