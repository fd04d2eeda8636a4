import type { ProcedureRole } from '../../domain/parties.ts';
import type { Words } from './texts.ts';

/** Roles a person has in one procurement. */
export const PROCEDURE_ROLE_NAMES: Record<ProcedureRole, Words> = {
  creator: { kk: 'хабарландыруды құрушы', ru: 'создатель объявления', en: 'creator of the announcement' },
  'organizer-representative': {
    kk: 'ұйымдастырушының өкілі',
    ru: 'представитель организатора',
    en: 'organizer’s representative',
  },
  'customer-representative': { kk: 'тапсырыс берушінің өкілі', ru: 'представитель заказчика', en: 'customer’s representative' },
  customer: { kk: 'тапсырыс беруші', ru: 'заказчик', en: 'customer' },
  'organization-administrator': { kk: 'ұйым әкімшісі', ru: 'администратор организации', en: 'organization administrator' },
  supplier: { kk: 'өнім беруші', ru: 'поставщик', en: 'supplier' },
  'invited-supplier': { kk: 'шақырылған өнім беруші', ru: 'приглашенный поставщик', en: 'invited supplier' },
  operator: { kk: 'портал операторы', ru: 'оператор портала', en: 'portal operator' },
  portal: { kk: 'портал', ru: 'портал', en: 'the portal' },
};
