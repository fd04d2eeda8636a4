/** Text in both languages of the state; every legal text has both (S1 §1.3.1.2). */
export interface Text {
  kk: string;
  ru: string;
}

/** Organization-level roles (S1 passim). A user may hold several and acts under one at a time. */
export const ROLES = ['organizer', 'customer', 'supplier', 'organization-administrator', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: the signed-in person under the chosen role, or the portal itself. */
export interface Actor {
  userId: string;
  name: Text;
  iin: string;
  /** BIN of the person's organization; a sole entrepreneur's is the owner's IIN. Null for the portal. */
  bin: string | null;
  role: Role | 'portal';
}

/** The portal as an actor: automatic steps are its acts (S1 §1.3.2). */
export const PORTAL: Actor = {
  userId: 'portal',
  name: { kk: 'веб-портал', ru: 'веб-портал' },
  iin: '',
  bin: null,
  role: 'portal',
};

export interface Organization {
  bin: string;
  name: Text;
  address: Text;
  /** Locality of the legal address, printed as the place of a protocol (spec 17 §1.2). */
  place: Text;
}

/** A named user of the organization, as stored in the case file. */
export interface Person {
  userId: string;
  iin: string;
  name: Text;
  bin: string;
}

/** Organizer's or customer's representative with contacts (S1 §1.3.5). */
export interface Representative extends Person {
  position: Text;
  phone: string;
  email: string;
}

/** Roles a person has in one procedure; derived from the case file, never stored on the user. */
export const PROCEDURE_ROLES = [
  'creator',
  'organizer-representative',
  'customer-representative',
  'customer',
  'organization-administrator',
  'supplier',
  'invited-supplier',
  'operator',
  'portal',
] as const;
export type ProcedureRole = (typeof PROCEDURE_ROLES)[number];
