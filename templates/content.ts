import type { DataTable, Explained, Link, RefusalPanel, SummaryCard, SummaryRow, Timeline } from './components.ts';

/** One piece of a page's body, printed by `partials/content-blocks.hbs` in the order of these fields. */
export interface ContentBlock {
  id?: string;
  heading?: string;
  paragraphs?: string[];
  bullets?: string[];
  /** A numbered list. */
  steps?: string[];
  summary?: SummaryRow[];
  explained?: Explained[];
  table?: DataTable;
  cards?: SummaryCard[];
  timeline?: Timeline;
  refusal?: RefusalPanel;
  links?: Link[];
  small?: string;
}
