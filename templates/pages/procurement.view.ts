import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { shownStatus } from '../../domain/procurement/file.ts';
import { sum } from '../../domain/money.ts';
import type { SubNavigation } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { counted, money } from '../formats.ts';
import type { PageHead } from '../page.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { SEARCH } from '../texts/search.ts';
import { statusTag } from '../texts/statuses.ts';
import { LOTS, METHOD_NAMES } from '../texts/terms.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { actionMenu, type MenuFacts } from './procurement-menu.ts';
import { deadlinePanel, type PanelFacts } from './procurement-panel.ts';

export const TABS = ['overview', 'lots', 'documents', 'protocols', 'history', 'acts'] as const;
export type Tab = (typeof TABS)[number];

export type ProcurementFacts = PanelFacts & MenuFacts & { historyCount: number };

/** Title, status and the way here, the same on every part of the procurement. */
export function procurementHead(file: ProcurementFile, language: Language, tab: Tab): PageHead {
  const t = inLanguage(PROCUREMENT, language);
  const heading = ofBoth(file.name, language);
  return {
    title: `№ ${file.number}: ${tab === 'overview' ? heading : t[tab]}`,
    heading,
    caption: `${METHOD_NAMES[file.method][language]} № ${file.number}`,
    tag: statusTag(shownStatus(file), language),
    breadcrumbs: [{ href: '/announcements', text: t.announcements }, { text: `№ ${file.number}` }],
  };
}

/** A part of the procurement's page: above it, what, how much, until when, and what this person can do. */
export function procurementView(facts: ProcurementFacts, tab: Tab, blocks: ContentBlock[]) {
  const { file, language } = facts;
  const total = `${money(sum(file.lots.map((lot) => lot.amount)), language)} ${SEARCH.withoutVat[language]}`;
  const places = [...new Set(file.lots.flatMap((lot) => (lot.delivery ? [ofBoth(lot.delivery.place, language)] : [])))];
  return {
    lead: [counted(file.lots.length, LOTS, language), total, ofBoth(file.organizer.name, language), ...places.slice(0, 2)].join(
      ' · ',
    ),
    panel: deadlinePanel(facts),
    menu: actionMenu(facts),
    tabs: tabsOf(facts, tab),
    blocks,
  };
}

function tabsOf({ file, language, historyCount }: ProcurementFacts, current: Tab): SubNavigation {
  const t = inLanguage(PROCUREMENT, language);
  const counts: Partial<Record<Tab, number>> = {
    lots: file.lots.length,
    documents: file.documents.length,
    protocols: file.protocols.filter((p) => p.state === 'published').length,
    history: historyCount,
    acts: file.acts.length + file.refusals.length,
  };
  return {
    label: t.parts,
    items: TABS.map((tab) => ({
      href: tab === 'overview' ? `/procurements/${file.number}` : `/procurements/${file.number}/${tab}`,
      text: t[tab],
      current: tab === current,
      ...(counts[tab] ? { count: String(counts[tab]) } : {}),
    })),
  };
}
