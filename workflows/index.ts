/** What the worker bundles: one workflow per method. */
export { priceQuotations } from './price-quotations.ts';
