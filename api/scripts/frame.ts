import { initAll as initMoj } from '@ministryofjustice/frontend';
import { initAll as initGovuk } from 'govuk-frontend';
import htmx from 'htmx.org';
import { startCountdowns } from './frame/countdown.ts';

// The design system's page template does this inline, which the content policy forbids.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initGovuk();
initMoj(document);
startCountdowns();

const status = document.getElementById('live-status');

/** What a swap brought in is brought to life; an error summary takes the focus when it starts. */
document.body.addEventListener('htmx:afterSettle', (event) => {
  const { elt } = (event as CustomEvent<{ elt: HTMLElement }>).detail;
  if (elt === document.body) return;
  initGovuk({ scope: elt });
  initMoj(elt);
});

/** A whole page that could not be swapped in is opened instead, so that its own words are read. */
document.body.addEventListener('htmx:responseError', (event) => {
  const { xhr, pathInfo, requestConfig } = (
    event as CustomEvent<{ xhr: XMLHttpRequest; pathInfo: { requestPath: string }; requestConfig: { verb: string } }>
  ).detail;
  if (requestConfig.verb === 'get') location.assign(pathInfo.requestPath);
  else if (status)
    status.textContent = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('h1')?.textContent ?? '';
});

/** Progress that takes longer than a second is shown on what waits for it. */
let waiting: ReturnType<typeof setTimeout> | undefined;
document.body.addEventListener('htmx:beforeRequest', (event) => {
  const { target } = (event as CustomEvent<{ target: HTMLElement }>).detail;
  waiting = setTimeout(() => target.setAttribute('aria-busy', 'true'), 1000);
});
document.body.addEventListener('htmx:afterRequest', (event) => {
  clearTimeout(waiting);
  (event as CustomEvent<{ target: HTMLElement }>).detail.target.removeAttribute('aria-busy');
});

(window as Window & { htmx?: typeof htmx }).htmx = htmx;
