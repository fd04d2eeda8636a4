/** What the worker bundles: one workflow per method. */
export { priceQuotations } from './price-quotations.ts';
export { singleSource } from './single-source.ts';
