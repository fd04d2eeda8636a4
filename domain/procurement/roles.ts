import type { Actor, ProcedureRole } from '../parties.ts';
import type { ProcurementFile } from './file.ts';

/** Roles of a person in one procurement. Every screen acts under one chosen role (spec 01 "Roles"), so that role gates all of them. */
export function rolesOf(file: ProcurementFile, actor: Actor): ReadonlySet<ProcedureRole> {
  const roles = new Set<ProcedureRole>();
  const ofOrganizer = actor.bin === file.organizer.bin;
  switch (actor.role) {
    case 'portal':
      roles.add('portal');
      break;
    case 'operator':
      roles.add('operator');
      break;
    case 'supplier':
      // Nobody competes in a procurement of their own organization.
      if (ofOrganizer || file.customers.some((c) => c.bin === actor.bin)) break;
      // A single source has one supplier: the invited one (S1 §1.7.1).
      if (file.method !== 'single-source') roles.add('supplier');
      else if (file.invited?.bin === actor.bin) roles.add('invited-supplier');
      break;
    case 'organization-administrator':
      if (ofOrganizer) roles.add('organization-administrator');
      break;
    case 'organizer':
      if (file.creator.userId === actor.userId) roles.add('creator');
      if (file.organizerRepresentative?.userId === actor.userId) roles.add('organizer-representative');
      break;
    case 'customer':
      if (file.customers.some((c) => c.bin === actor.bin)) roles.add('customer');
      if (file.customerRepresentatives.some((r) => r.userId === actor.userId)) roles.add('customer-representative');
      break;
    default: {
      const unhandled: never = actor.role;
      return unhandled;
    }
  }
  return roles;
}
