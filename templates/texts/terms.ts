import type { ActOfAuthority, FailureGround, Method, RecordedAct, SubjectKind } from '../../domain/procurement/file.ts';
import * as printed from '../documents/texts/dictionaries.ts';
import type { CountedNoun } from '../formats.ts';
import { SINGLE_SOURCE_TYPE } from '../documents/texts/single-source.ts';
import type { Words } from './texts.ts';

/** Terms of the field on pages: in kk and ru as documents print them, in English for help. */
export const METHOD_NAMES: Record<Method, Words> = {
  'price-quotations': { ...printed.METHODS['price-quotations'], en: 'Request for price quotations' },
  'single-source': { ...printed.METHODS['single-source'], en: 'Single source after a failed procurement' },
};

/** «Тип закупки» of a single source (S1 §1.7.1). */
export const SINGLE_SOURCE_TYPE_NAME: Words = { ...SINGLE_SOURCE_TYPE, en: 'Single source after price quotations' };

export const SUBJECT_NAMES: Record<SubjectKind, Words> = {
  goods: { ...printed.SUBJECT_KINDS.goods, en: 'Goods' },
  works: { ...printed.SUBJECT_KINDS.works, en: 'Works' },
  services: { ...printed.SUBJECT_KINDS.services, en: 'Services' },
};

export const PURCHASE_TYPE_NAMES: Record<'first' | 'repeat', Words> = {
  first: { ...printed.PURCHASE_TYPES.first, en: 'First' },
  repeat: { ...printed.PURCHASE_TYPES.repeat, en: 'Repeat' },
};

export const ACT_ACTION_NAMES: Record<RecordedAct['action'], Words> = {
  cancel: { ...printed.ACTIONS.cancel, en: 'Cancellation' },
  suspend: { ...printed.ACTIONS.suspend, en: 'Suspension' },
  resume: { ...printed.ACTIONS.resume, en: 'Resumption' },
};

export const ACT_KIND_NAMES: Record<ActOfAuthority['kind'], Words> = {
  decision: { ...printed.ACT_KINDS.decision, en: 'Decision' },
  ruling: { ...printed.ACT_KINDS.ruling, en: 'Ruling' },
  representation: { ...printed.ACT_KINDS.representation, en: 'Representation' },
  notice: { ...printed.ACT_KINDS.notice, en: 'Notice' },
  order: { ...printed.ACT_KINDS.order, en: 'Order' },
};

export const BODY_KIND_NAMES: Record<ActOfAuthority['bodyKind'], Words> = {
  court: { ...printed.BODY_KINDS.court, en: 'Court' },
  prosecutor: { ...printed.BODY_KINDS.prosecutor, en: 'Prosecutor' },
  'financial-control': { ...printed.BODY_KINDS['financial-control'], en: 'State financial control' },
};

export const FAILURE_NAMES: Record<FailureGround, Words> = {
  'none-submitted': { ...printed.FAILURE_GROUNDS['none-submitted'], en: 'nothing was submitted' },
  'one-submitted': { ...printed.FAILURE_GROUNDS['one-submitted'], en: 'one quotation was submitted' },
  'none-admitted': { ...printed.FAILURE_GROUNDS['none-admitted'], en: 'nobody was admitted' },
  'one-admitted': { ...printed.FAILURE_GROUNDS['one-admitted'], en: 'fewer than two were admitted' },
  'supplier-declined': { ...printed.FAILURE_GROUNDS['supplier-declined'], en: 'the supplier declined' },
  'supplier-silent': { ...printed.FAILURE_GROUNDS['supplier-silent'], en: 'the supplier neither applied nor declined in time' },
  'supplier-rejected': { ...printed.FAILURE_GROUNDS['supplier-rejected'], en: 'the application was rejected' },
};

/** Why an offer could not be read. */
export const UNREADABLE_NAMES: Record<keyof typeof printed.UNREADABLE_REASONS, Words> = {
  'manifest-malformed': { ...printed.UNREADABLE_REASONS['manifest-malformed'], en: 'the manifest is damaged' },
  'other-window': { ...printed.UNREADABLE_REASONS['other-window'], en: 'meant for another procurement' },
  'envelope-altered': { ...printed.UNREADABLE_REASONS['envelope-altered'], en: 'the envelope was altered' },
  'envelope-length': { ...printed.UNREADABLE_REASONS['envelope-length'], en: 'wrong length of the envelope' },
  'envelope-point': { ...printed.UNREADABLE_REASONS['envelope-point'], en: 'wrong key of the envelope' },
  'wrong-key-or-context': { ...printed.UNREADABLE_REASONS['wrong-key-or-context'], en: 'sealed with another key' },
  padding: { ...printed.UNREADABLE_REASONS.padding, en: 'wrong padding' },
  commitment: { ...printed.UNREADABLE_REASONS.commitment, en: 'the content is not what was signed' },
  'not-canonical': { ...printed.UNREADABLE_REASONS['not-canonical'], en: 'wrong form of writing' },
  'other-context-inside': { ...printed.UNREADABLE_REASONS['other-context-inside'], en: 'names another procurement inside' },
  'not-a-quotation': { ...printed.UNREADABLE_REASONS['not-a-quotation'], en: 'no quotation inside' },
  'not-an-application': { ...printed.UNREADABLE_REASONS['not-an-application'], en: 'no application inside' },
};

export const LOTS: CountedNoun = { kk: 'лот', ru: ['лот', 'лота', 'лотов'], en: ['lot', 'lots'] };
export const ANNOUNCEMENTS: CountedNoun = {
  kk: 'хабарландыру',
  ru: ['объявление', 'объявления', 'объявлений'],
  en: ['announcement', 'announcements'],
};
