import { type Certificate, USAGE } from './certificate.ts';
import type { RevocationList } from './revocation-list.ts';
import type { TrustStore } from './trust-store.ts';

/** Why a certificate is not believed. */
export type CertificateRefusal =
  'eds-expired' | 'eds-not-yet-valid' | 'eds-revoked' | 'eds-foreign-issuer' | 'eds-no-revocation-list' | 'eds-not-for-signing';

/** Authorities between a person and a root we hold. */
const LONGEST_CHAIN = 4;
/** Verdicts remembered per store; beyond, all are forgotten and judged again. */
const REMEMBERED = 50_000;

/** An approval holds in [from, until): inside the validity of every certificate and list it rests on. */
type Approval = { from: number; until: number };
const approvals = new WeakMap<TrustStore, Map<string, Approval>>();

/**
 * Judges the certificate of a signer at an instant (ms): chain to a root we hold, validity and revocation list on every level,
 * key usage. A missing or stale list refuses. Approvals are remembered per store; a store read anew starts without any.
 */
export function judge(given: {
  certificate: Certificate;
  enclosed: Certificate[];
  at: number;
  trust: TrustStore;
}): CertificateRefusal | null {
  const { certificate, at, trust } = given;
  const known = approvals.get(trust) ?? new Map<string, Approval>();
  approvals.set(trust, known);
  const approval = known.get(certificate.digest);
  if (approval && at >= approval.from && at < approval.until) return null;
  if (certificate.isAuthority || certificate.unknownCritical || !(certificate.keyUsage & USAGE.digitalSignature)) {
    return 'eds-not-for-signing';
  }
  const chain = chainOf(certificate, given.enclosed, trust);
  if (!chain) return 'eds-foreign-issuer';
  const lists: RevocationList[] = [];
  for (const [depth, link] of chain.entries()) {
    const validity = validityFault(link, at);
    if (validity) return validity;
    const authority = chain[depth + 1];
    if (!authority) break;
    const list = listOf(authority, at, trust);
    if (!list) return 'eds-no-revocation-list';
    if (list.revoked.has(link.serial.toString('hex'))) return 'eds-revoked';
    lists.push(list);
  }
  if (known.size >= REMEMBERED) known.clear();
  known.set(certificate.digest, {
    from: Math.max(...chain.map((link) => link.validFrom), ...lists.map((list) => list.thisUpdate)),
    until: Math.min(
      ...chain.map((link) => link.validTo),
      ...lists.flatMap((list) => [list.nextUpdate, ...followers(list, trust)]),
    ),
  });
  return null;
}

/** From the certificate up to a held root, or null. Authorities are taken from the store and from what the CMS encloses. */
function chainOf(certificate: Certificate, enclosed: Certificate[], trust: TrustStore, below = 0): Certificate[] | null {
  const root = trust.roots.find((candidate) => issued(candidate, certificate, below));
  if (root) return [certificate, root];
  if (below >= LONGEST_CHAIN) return null;
  for (const authority of [...trust.issuers, ...enclosed]) {
    if (authority.digest === certificate.digest || !issued(authority, certificate, below)) continue;
    const above = chainOf(authority, enclosed, trust, below + 1);
    if (above) return [certificate, ...above];
  }
  return null;
}

function issued(authority: Certificate, certificate: Certificate, below: number): boolean {
  return (
    authority.subject.equals(certificate.issuer) &&
    authority.isAuthority &&
    !authority.unknownCritical &&
    (authority.keyUsage & USAGE.keyCertSign) !== 0 &&
    (authority.pathLength === undefined || authority.pathLength >= below) &&
    certificate.x509.checkIssued(authority.x509) &&
    certificate.x509.verify(authority.publicKey)
  );
}

function validityFault(certificate: Certificate, at: number): CertificateRefusal | null {
  if (at < certificate.validFrom) return 'eds-not-yet-valid';
  return at > certificate.validTo ? 'eds-expired' : null;
}

/** When newer lists of the same authority begin to speak. */
const followers = ({ issuer, thisUpdate }: RevocationList, trust: TrustStore): number[] =>
  trust.lists.filter((other) => other.issuer.equals(issuer) && other.thisUpdate > thisUpdate).map((other) => other.thisUpdate);

/** The newest list of an authority that speaks for this instant. */
function listOf(authority: Certificate, at: number, trust: TrustStore): RevocationList | undefined {
  return trust.lists
    .filter((list) => list.issuer.equals(authority.subject) && at >= list.thisUpdate && at < list.nextUpdate)
    .filter((list) => list.isSignedBy(authority))
    .sort((a, b) => b.thisUpdate - a.thisUpdate)[0];
}
