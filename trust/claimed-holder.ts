import { readCertificate } from './certificate.ts';
import { readCms } from './cms.ts';
import { type Holder, holderOf } from './holder.ts';
import type { EdsRefusal } from './verify.ts';

/** What the signer's certificate says of its holder, unjudged: only to be shown to whoever sent it. Null when it cannot be read. */
export function claimedHolder(cms: Uint8Array): Holder | null {
  const reading = readCms(cms);
  if (!reading.ok) return null;
  const { certificates, certificateHash } = reading.cms;
  const named = certificates.map(readCertificate).find((certificate) => certificate?.digest === certificateHash.toString('hex'));
  return named ? holderOf(named) : null;
}

/**
 * What a refusal says of the certificate's own term, ms: its end when that is over at this instant, its beginning when that is to come.
 * Nothing when another certificate of the chain is at fault.
 */
export function termAtFault(reason: EdsRefusal, cms: Uint8Array, at: number): { validTo?: number; validFrom?: number } {
  const { validFrom, validTo } = claimedHolder(cms) ?? {};
  if (reason === 'eds-expired' && validTo !== undefined && validTo < at) return { validTo };
  if (reason === 'eds-not-yet-valid' && validFrom !== undefined && validFrom > at) return { validFrom };
  return {};
}
