/**
 * How long a program is willing to wait for an outcome, ms, by its `Prefer` header (RFC 7240 §4.1, §4.3): `wait=2` seconds, or
 * `respond-async` not at all. Undefined when it says nothing, or nothing that can be read.
 */
export function patienceOf(prefer: string | undefined): number | undefined {
  const wishes = (prefer ?? '').split(/[,;]/).map((wish) => wish.trim().toLowerCase());
  const seconds = wishes.map((wish) => /^wait\s*=\s*"?(\d{1,4})"?$/.exec(wish)?.[1]).find((found) => found !== undefined);
  if (seconds !== undefined) return Number(seconds) * 1_000;
  return wishes.includes('respond-async') ? 0 : undefined;
}
