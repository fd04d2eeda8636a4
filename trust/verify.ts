import { createHash, type KeyObject, verify } from 'node:crypto';
import { type Certificate, readCertificate } from './certificate.ts';
import { type Cms, readCms } from './cms.ts';
import { type Holder, holderOf } from './holder.ts';
import { type CertificateRefusal, judge } from './judge.ts';
import type { TrustStore } from './trust-store.ts';
export { loadTrustStore, type TrustStore } from './trust-store.ts';

/** Why a signature is refused. That it is another person's is for the caller to see, by the IIN. */
export type EdsRefusal = 'eds-malformed' | 'eds-altered-bytes' | CertificateRefusal;

/** The person who signed. */
export type Signer = Holder & { iin: string };

export type Verdict<Who> = { ok: true; signer: Who } | { ok: false; reason: EdsRefusal };

interface Signature {
  /** The stored bytes that were signed. */
  bytes: Uint8Array;
  /** Detached CMS in DER. */
  cms: Uint8Array;
  /** The instant the portal received it: the signer's own claim of time is not believed. */
  at: Date;
  trust: TrustStore;
}

/** Verifies the EDS of a person over bytes, as of the moment of receipt. */
export function verifySignature(signature: Signature): Verdict<Signer> {
  const verdict = verifySeal(signature);
  if (!verdict.ok) return verdict;
  const { iin } = verdict.signer;
  return iin === undefined ? refused('eds-not-for-signing') : { ok: true, signer: { ...verdict.signer, iin } };
}

/** Verifies the signature of a person or the seal of an organization. */
export function verifySeal({ bytes, cms: der, at, trust }: Signature): Verdict<Holder> {
  const reading = readCms(der);
  if (!reading.ok) return refused(reading.reason);
  const { cms } = reading;
  const enclosed = cms.certificates.map(readCertificate);
  if (!enclosed.every((certificate): certificate is Certificate => certificate !== null)) return refused('eds-malformed');
  const certificate = signerOf(cms, enclosed);
  if (!certificate || !keyFits(certificate.publicKey, cms.algorithm)) return refused('eds-malformed');
  const digest = createHash('sha256').update(bytes).digest();
  if (!digest.equals(cms.messageDigest)) return refused('eds-altered-bytes');
  if (!verify('sha256', cms.signedAttributes, certificate.publicKey, cms.signature)) return refused('eds-altered-bytes');
  const refusal = judge({ certificate, enclosed, at: at.getTime(), trust });
  return refusal ? refused(refusal) : { ok: true, signer: holderOf(certificate) };
}

const refused = (reason: EdsRefusal): { ok: false; reason: EdsRefusal } => ({ ok: false, reason });

/** Named twice: by hash in what is signed, and by issuer and serial; both must mean the same certificate. */
const signerOf = (cms: Cms, enclosed: Certificate[]): Certificate | undefined =>
  enclosed.find(
    ({ digest, issuer, serial }) =>
      digest === cms.certificateHash.toString('hex') && issuer.equals(cms.issuer) && serial.equals(cms.serial),
  );

function keyFits(key: KeyObject, algorithm: Cms['algorithm']): boolean {
  if (key.asymmetricKeyType !== algorithm) return false;
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  return algorithm === 'rsa' ? modulusLength >= 2048 : namedCurve === 'prime256v1';
}
