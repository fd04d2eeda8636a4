import { hash, verify } from '@node-rs/argon2';

// argon2id is the default algorithm of the package; the numbers are OWASP's minimum of 2024 (19 MiB, 2 passes).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let hashOfNobody: Promise<string> | undefined;

/** Checks a password; without a stored hash it works as long, so that time does not tell which logins exist. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password');
  const against = stored ?? (await hashOfNobody);
  const matches = await verify(against, password).catch(() => false);
  return stored !== null && matches;
}
