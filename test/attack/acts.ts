import {
  type Allowed,
  AUTHOR,
  EVERY_SOURCE,
  INVITED,
  isHidden,
  NOBODY,
  OPERATOR,
  ofSources,
  type Place,
  representativeOf,
  type Rule,
} from './groups.ts';
import type { Ground } from './ground.ts';

const representative: Rule = ({ number }, ground) => representativeOf(number, ground);

/** Acts by name in every method: S1 §1.3.3–1.3.6, 1.4.18–19; the loss of a key is the operator's (ADR 0021). */
const OF_EVERY_METHOD: Record<string, Allowed> = {
  cancel: AUTHOR,
  suspend: AUTHOR,
  resume: AUTHOR,
  'change-representative': AUTHOR,
  refuse: ['creator as customer', 'customer'],
  'change-creator': ['administrator'],
  'declare-key-lost': OPERATOR,
};

/**
 * Acts of a single source, which no other method has: the supplier says no and the creator opens by hand (S1 §1.7.3), the organizer's
 * representative alone decides (§1.7.4), the creator forms the protocol, the representative signs it, the creator publishes it
 * (§1.7.5–1.7.7).
 */
const OF_SINGLE_SOURCES: Record<string, Allowed | Rule> = {
  'decline-participation': INVITED,
  'open-applications-by-hand': AUTHOR,
  'save-consideration': representative,
  vote: representative,
  'recall-vote': representative,
  'form-results-protocol': AUTHOR,
  'sign-results-protocol': representative,
  'publish-results-protocol': AUTHOR,
};

/** Who may do an act at a place; what is no act of people (a step of the portal, an unknown name) nobody. */
export function actorsOf(name: string, place: Place, ground: Ground): Allowed {
  if (isHidden(place['number'], ground)) return NOBODY;
  const special = OF_SINGLE_SOURCES[name];
  return special ? ofSources(EVERY_SOURCE, special)(place, ground) : (OF_EVERY_METHOD[name] ?? NOBODY);
}
