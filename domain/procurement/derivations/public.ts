import { type Derivations, derivationOf } from '../../derivation.ts';
import type { ProcurementFile } from '../file.ts';

/** Derivations that speak of offers: what a lot was decided by, and why an offer was rejected. */
const OF_OFFERS = /^(?:lots\/[^/]+\/(?:decision|price|saving|single-source|rejected\/.*)|quotations\/.*|consideration)$/;

/** Known to everyone at once, whatever becomes of the offers. */
const WITHOUT_OFFERS: ReadonlySet<string> = new Set(['ended-by-act', 'refused-by-customer']);

/** What everyone may read: offers are spoken of only once a protocol is published. */
export function publicDerivations(file: Pick<ProcurementFile, 'derivations' | 'protocols'>): Derivations {
  if (file.protocols.some((protocol) => protocol.state === 'published')) return file.derivations;
  return Object.fromEntries(
    Object.entries(file.derivations).filter(([field, { rule }]) => !OF_OFFERS.test(field) || WITHOUT_OFFERS.has(rule)),
  );
}

/** One field as asked for by its name (`lots/2/status`), with the derivation of the nearest part that has one. */
export function publicDerivation(file: Pick<ProcurementFile, 'derivations' | 'protocols'>, field: string): Derivations {
  const found = derivationOf(publicDerivations(file), field);
  return found ? { [field]: found } : {};
}
