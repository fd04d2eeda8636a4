import type { FieldError, FieldView } from './fields.ts';
import { FRAME } from './texts/frame.ts';
import { fill, type Language } from './texts/texts.ts';

/** Views of the partials in `partials/`: each type names the partial it feeds. */
export interface Link {
  href: string;
  text: string;
  /** Said to screen readers after the text: what exactly the link concerns. */
  hidden?: string;
}

/** `tag`: colours of the design system; red is for errors only. */
export interface Tag {
  text: string;
  colour?: 'grey' | 'green' | 'turquoise' | 'blue' | 'light-blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow';
}

/** `explained`: «Почему?» that opens in place: rule, inputs, steps, ground. `of` = what is explained, for screen readers. */
export interface Explained {
  summary: string;
  of: string;
  rule: string;
  inputs: { key: string; text?: string; iso?: string }[];
  steps: string[];
  article: string;
}

/** `cell`: a value in a table or a summary list. `iso` makes it a `<time>`; `why` links to the explanation of a computed value. */
export interface Cell {
  text?: string;
  href?: string;
  iso?: string;
  tag?: Tag;
  lines?: string[];
  why?: Link;
  explained?: Explained[];
  numeric?: boolean;
  rowHeader?: boolean;
}

/** `summary-list` */
export interface SummaryRow extends Cell {
  key: string;
  actions?: Link[];
}

/** `summary-card` */
export interface SummaryCard {
  id?: string;
  title: string;
  tag?: Tag;
  cardActions?: Link[];
  rows: SummaryRow[];
}

/** `data-table`: without rows the sentence of `empty` is printed instead. */
export interface DataTable {
  id: string;
  caption: string;
  captionHidden?: boolean;
  columns: { text: string; numeric?: boolean; href?: string; sorted?: 'ascending' | 'descending' }[];
  rows: { cells: Cell[] }[];
  empty: string;
}

/** `task-list` */
export interface TaskList {
  items: { id: string; title: string; href?: string; hint?: string; tag?: Tag; status?: string; notYet?: boolean }[];
}

/** `timeline`, newest first */
export interface Timeline {
  items: { title: string; by?: string; iso: string; time: string; lines?: string[]; links?: Link[] }[];
}

/** `action-menu`: what may be done now, and what may not yet with the reason. */
export interface ActionMenu {
  title: string;
  primary: Link[];
  more: Link[];
  moreLabel: string;
  notYet: { text: string; reason: string }[];
  notYetLabel: string;
  none?: string;
}

/** `sub-navigation`: the parts of one subject, each with its own address. */
export interface SubNavigation {
  label: string;
  items: (Link & { current: boolean; count?: string })[];
}

/** `refusal-panel`: the four parts of a "no". */
export interface RefusalPanel {
  what: string;
  why?: string;
  now?: string;
  by?: string;
  /** Code and time, for support. */
  small?: string;
  explained?: Explained[];
}

/** `warning-form`: a legal act on its own page. */
export interface WarningForm {
  action: string;
  csrf: string;
  hidden: { name: string; value: string }[];
  fields: FieldView[];
  warning?: string;
  warningLabel: string;
  button: string;
  dangerous: boolean;
  multipart?: boolean;
  cancel?: Link;
}

/** `error-summary`; null when nothing is wrong. */
export function errorSummary(errors: FieldError[], language: Language): { title: string; errors: FieldError[] } | null {
  return errors.length > 0 ? { title: FRAME.errorsTitle[language], errors } : null;
}

/** `notification-banner` after a completed act: focus goes to it, screen readers speak it at once. */
export function success(text: string, language: Language, lines: string[] = []) {
  return { success: true, role: 'alert', id: 'done', title: FRAME.done[language], text, lines };
}

/** `notification-banner` for something important that is not an answer to an act. */
export function important(text: string, language: Language, lines: string[] = []) {
  return { success: false, role: 'region', id: 'important', title: FRAME.important[language], text, lines };
}
export type Notice = ReturnType<typeof success>;

/** `pagination` by key: hrefs of the neighbours, null where there is none. */
export function pagination(language: Language, { previous, next }: { previous: string | null; next: string | null }) {
  return {
    any: previous !== null || next !== null,
    label: FRAME.pages[language],
    previous: previous && { href: previous, text: FRAME.previousPage[language] },
    next: next && { href: next, text: FRAME.nextPage[language] },
  };
}

/** `deadline-panel`: the absolute time first, what is left second, the phases ahead as an ordered list. */
export interface DeadlinePanel {
  id: string;
  title: string;
  /** running: counts down; frozen: suspended; over: nothing runs. */
  state: 'running' | 'frozen' | 'over';
  running: boolean;
  /** ms since the epoch, for the countdown of the page. */
  at?: number;
  iso?: string;
  absolute?: string;
  left: string;
  asOf?: string;
  ended?: string;
  refresh: string;
  refreshHref: string;
  why?: Link;
  roadLabel?: string;
  road: { text: string; note?: string; done?: boolean; current?: boolean }[];
  notes: string[];
}

/** The words of a running deadline that do not depend on the case. `clockTime` = time of day of the rendering. */
export function countdownWords(language: Language, clockTime: string) {
  return {
    asOf: fill(FRAME.asOf[language], { time: clockTime }),
    ended: FRAME.deadlineEnded[language],
    refresh: FRAME.refresh[language],
  };
}
