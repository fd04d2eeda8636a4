import { readCertificate } from '../trust/certificate.ts';
import { readCms } from '../trust/cms.ts';
import { type Holder, holderOf } from '../trust/holder.ts';

/** What the signer's certificate says of its holder, unjudged: only to be shown to whoever sent it. Null when it cannot be read. */
export function claimedHolder(cms: Uint8Array): Holder | null {
  const reading = readCms(cms);
  if (!reading.ok) return null;
  const { certificates, certificateHash } = reading.cms;
  const named = certificates.map(readCertificate).find((certificate) => certificate?.digest === certificateHash.toString('hex'));
  return named ? holderOf(named) : null;
}
