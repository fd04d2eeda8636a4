/** Statuses of an announcement that the built methods use (spec 01 "Statuses"); labels in `templates/texts/statuses.ts`. */
export const STATUSES = [
  'draft',
  'published',
  'taking-quotations',
  'taking-applications',
  'considering-applications',
  'forming-results-protocol',
  'completed',
  'cancelled',
] as const;
export type ProcurementStatus = (typeof STATUSES)[number];

/** What people see: suspension covers the status beneath it (S1 §1.4.18). */
export const SHOWN_STATUSES = [...STATUSES, 'suspended'] as const;
export type ShownStatus = (typeof SHOWN_STATUSES)[number];

/** Statuses of a lot; `lot-draft` while it stands in a draft announcement. A plan item follows its lot. */
export const LOT_STATUSES = ['lot-draft', 'published', 'held', 'failed', 'cancelled', 'refused', 'suspended'] as const;
export type LotStatus = (typeof LOT_STATUSES)[number];

/** From publication until the results protocol is formed: where an announcement may be suspended (S1 §1.4.18). */
export const FROM_PUBLICATION_TO_RESULTS: readonly ProcurementStatus[] = [
  'published',
  'taking-quotations',
  'taking-applications',
  'considering-applications',
];

/** From publication until the contract is concluded: where it may be cancelled (S1 §1.3.3). */
export const FROM_PUBLICATION_TO_CONTRACT: readonly ProcurementStatus[] = [
  'published',
  'taking-quotations',
  'taking-applications',
  'considering-applications',
  'forming-results-protocol',
  'completed',
];

/**
 * Where the organizer's or customer's representative may be changed (S1 §1.3.5: Опубликовано, прием ценовых предложений; S1 §1.7.8,
 * spec 01: also while applications are taken and considered, and in Формирование протокола итогов of a single source).
 */
export const REPRESENTATIVE_CHANGEABLE: readonly ProcurementStatus[] = [
  'published',
  'taking-quotations',
  'taking-applications',
  'considering-applications',
  'forming-results-protocol',
];

/** From Опубликовано to Завершено: where a blocked creator may be replaced (S1 §1.3.4). */
export const CREATOR_CHANGEABLE: readonly ProcurementStatus[] = FROM_PUBLICATION_TO_CONTRACT;
