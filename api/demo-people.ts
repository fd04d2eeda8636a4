import { findByLogin, signInPeople } from '../db/people.ts';
import type { DemoPerson } from '../templates/pages/sign-in.view.ts';
import { passwordMatches } from './passwords.ts';
import type { Services } from './services.ts';

/** Password of a person of the sandbox: `supplier1` has `demo-supplier`. Such people exist in the sandbox only. */
export const demoPassword = (login: string): string => `demo-${login.replace(/\d+$/, '')}`;

const kept = new WeakMap<Services, Map<string, { hash: string; demo: boolean }>>();

/** The people whose password is the demo one, each checked once; nobody outside the sandbox. */
export async function demoPeople(services: Services): Promise<DemoPerson[]> {
  if (!services.settings.sandbox) return [];
  const checked = kept.get(services) ?? new Map<string, { hash: string; demo: boolean }>();
  kept.set(services, checked);
  const people: DemoPerson[] = [];
  for (const { login, name, organization, roles } of await signInPeople(services.db)) {
    if (await hasDemoPassword(services, checked, login))
      people.push({ login, password: demoPassword(login), name, organization, roles });
  }
  return people;
}

async function hasDemoPassword(
  services: Services,
  checked: Map<string, { hash: string; demo: boolean }>,
  login: string,
): Promise<boolean> {
  const found = await findByLogin(services.db, login);
  if (!found) return false;
  const known = checked.get(login);
  // A changed password has another hash and is looked at again.
  if (known?.hash === found.passwordHash) return known.demo;
  const demo = await passwordMatches(found.passwordHash, demoPassword(login));
  checked.set(login, { hash: found.passwordHash, demo });
  return demo;
}
