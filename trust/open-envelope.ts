import { createHash } from 'node:crypto';
import { isCleanPoint } from './curve-point.ts';
import type { EnvelopeHeader } from './envelope.ts';
import { POINT_LENGTH } from './hpke.ts';
import { isManifest, outsideFault, type UnreadableReason } from './open-offer.ts';
export { isManifest, openOffer, provesOffer, type UnreadableReason } from './open-offer.ts';

/**
 * What can be judged without the key, before an envelope is taken: the manifest is for this window and this supplier, the
 * envelope is the one it names, its length is a step, its point is clean (about 3 ms). Null when all is well.
 */
export function checkEnvelopeAtSubmission(given: {
  envelope: Uint8Array;
  manifest: unknown;
  expectedHeader: EnvelopeHeader;
}): UnreadableReason | null {
  const { envelope, manifest, expectedHeader } = given;
  if (!isManifest(manifest)) return 'manifest-malformed';
  const digest = createHash('sha256').update(envelope).digest('hex');
  const outside = outsideFault({ envelope, digest, manifest, header: expectedHeader });
  if (outside) return outside;
  return isCleanPoint(envelope.subarray(0, POINT_LENGTH)) ? null : 'envelope-point';
}
