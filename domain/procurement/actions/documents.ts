import { S1 } from '../../regulation.ts';
import { STATUSES } from '../statuses.ts';
import { nothing } from './input.ts';
import { action } from './row.ts';

/** Скачать все: one ZIP with everything available at this stage (S1 §1.3.6). It only reads, so suspension does not close it. */
export const downloadAll = action({
  name: 'download-all',
  carrier: 'read',
  who: ['creator', 'organizer-representative', 'customer-representative', 'customer', 'organization-administrator'],
  when: STATUSES.filter((status) => status !== 'draft'),
  whileSuspended: 'also',
  input: nothing,
  rules: [],
  decide: () => [],
  source: S1('1.3.6'),
});
