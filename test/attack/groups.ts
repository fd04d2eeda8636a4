import { CALLERS, type CallerName, type Ground } from './ground.ts';

/** Who may read or do what stands at a place, by hand from spec 01 "Roles" and S1 §1.3; nobody else may. */
export type Allowed = Callers | 'everyone';
type Callers = readonly CallerName[];
export type Place = Record<string, string>;
export type Rule = (place: Place, ground: Ground) => Allowed;

export const NOBODY: Callers = [];
export const BUYERS: Callers = ['creator', 'creator as customer', 'colleague', 'customer', 'stranger'];
export const ORGANIZERS: Callers = ['creator', 'colleague', 'stranger'];
/** Organizers of the organization whose draft it is. */
export const FILLING: Callers = ['creator', 'colleague'];
export const AUTHOR: Callers = ['creator'];
export const ADMINISTRATORS: Callers = ['administrator', "stranger's administrator"];
export const SUPPLIERS: Callers = ['supplier who offered', 'other supplier'];
/** The supplier that every single source here invites (S1 §1.7.1): the only one that offered in the failed procurement. */
export const INVITED: Callers = ['supplier who offered'];
export const OPERATOR: Callers = ['operator'];
export const SIGNED_IN: Callers = [...new Set([...BUYERS, ...ADMINISTRATORS, ...SUPPLIERS, ...OPERATOR])];
/** People of the organizer's organization under any role but that of a supplier. */
export const HOUSE: Callers = ['creator', 'creator as customer', 'colleague', 'administrator'];
/** Who reads an opened application: the organizer's people, who decide on it, and those of the customers (S1 §1.7.4). */
export const VIEWERS: Callers = ['creator', 'creator as customer', 'colleague', 'customer'];

/** Whose decision a single source waits for: of the one that is considered the colleague was made the representative (S1 §1.3.5, §1.7.4). */
export const representativeOf = (number: string | undefined, { singleSources }: Ground): Callers =>
  number === singleSources.considering.number ? ['colleague'] : ['creator'];

/** S1 §1.3.6: who runs the announcement and for whom it is run. */
export const partiesOf = (number: string | undefined, ground: Ground): Callers => [
  ...(['creator', 'creator as customer', 'administrator', 'customer'] as const),
  ...representativeOf(number, ground).filter((name) => name !== 'creator'),
];

export const always =
  (allowed: Allowed): Rule =>
  () =>
    allowed;

/** What was not published is nobody's page: not to be found. */
export const isHidden = (number: string | undefined, { draft, unpublished }: Ground): boolean =>
  number === draft || number === unpublished;

export const published =
  (allowed: Allowed): Rule =>
  ({ number }, ground) =>
    isHidden(number, ground) ? NOBODY : allowed;

export const parties: Rule = ({ number }, ground) => (isHidden(number, ground) ? NOBODY : partiesOf(number, ground));

export const isSingleSource = (number: string | undefined, { singleSources }: Ground): boolean =>
  Object.values(singleSources).some((each) => each.number === number);

/** Of these single sources alone. */
export const ofSources =
  (which: readonly (keyof Ground['singleSources'])[], allowed: Allowed | Rule): Rule =>
  (place, ground) => {
    if (!which.some((name) => ground.singleSources[name].number === place['number'])) return NOBODY;
    return typeof allowed === 'function' ? allowed(place, ground) : allowed;
  };
export const EVERY_SOURCE = ['inviting', 'considering', 'forming'] as const;
/** Those whose application was opened. */
export const OPENED = ['considering', 'forming'] as const;

/** What has one person as its own, under whichever role. */
export const whose = (login: string | undefined): Allowed =>
  CALLERS.filter(([, own]) => own !== null && own === login).map(([name]) => name);
