import { errorSummary, type Link, type Notice, type Tag } from './components.ts';
import type { FieldError } from './fields.ts';
import type { Frame } from './frame.ts';
import { render } from './render.ts';

/** The head of a page: what stands above its body. */
export interface PageHead {
  /** Title of the browser tab, without the portal's name. */
  title: string;
  /** The `h1`; left out when the page prints its own. */
  heading?: string;
  caption?: string;
  tag?: Tag;
  /** From the outside in; the last one without `href` is this page. */
  breadcrumbs?: (Partial<Link> & { text: string })[];
  errors?: FieldError[];
  notice?: Notice | null;
}

export interface Page {
  /** Template below `templates/`, as `pages/sign-in`. */
  name: string;
  frame: Frame;
  head: PageHead;
  view: object;
}

/** The whole document. */
export function renderPage(page: Page): string {
  return render('layouts/page', { ...headed(page), content: mainOf(page) });
}

/** What replaces the main part when a script asks for a page (`HX-Request`): the browser's title comes along. */
export function renderMain(page: Page): string {
  return `${render('layouts/title', headed(page))}${mainOf(page)}`;
}

function mainOf(page: Page): string {
  const body = render(page.name, { ...page.view, frame: page.frame });
  return render('layouts/main', { ...headed(page), body });
}

function headed({ frame, head }: Page) {
  const errors = head.errors ?? [];
  const mark = errors.length > 0 ? `${frame.t.errorPrefix} ` : '';
  const documentTitle = `${mark}${head.title} – ${frame.t.portalName}`;
  return {
    frame,
    head: { ...head, documentTitle, breadcrumbsLabel: frame.t.breadcrumbs, errorSummary: errorSummary(errors, frame.language) },
  };
}
