import type { Words } from '../texts.ts';

/**
 * A "no" in four parts: what happened, why, what to do now, by when. `what` is complete by itself; a part whose values
 * the refusal does not carry is left out. Places take instants, amounts and names as label: value, never inflected.
 */
export interface RefusalWords {
  what: Words;
  why?: Words;
  now?: Words;
  by?: Words;
}

export const words = (kk: string, ru: string, en: string): Words => ({ kk, ru, en });
