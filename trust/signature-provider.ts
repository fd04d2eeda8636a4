import { type EdsRefusal, loadTrustStore, type Signer, type TrustStore, verifySignature } from './verify.ts';

/** The seam for national key stores: whoever can say who signed these bytes. */
export interface SignatureProvider {
  /** `at` is the moment of receipt; `cms` a detached signature in DER. */
  verify(given: {
    bytes: Uint8Array;
    cms: Uint8Array;
    at: Date;
  }): Promise<{ ok: true; signer: Signer } | { ok: false; reason: EdsRefusal }>;
}

/** New revocation lists are looked for this often, ms. */
const REREAD_EVERY = 10 * 60_000;

/** Believes the roots, issuers and revocation lists of a folder (`loadTrustStore`), read again every ten minutes. */
export function fileSignatureProvider(dir: string): SignatureProvider {
  let read: { at: number; store: Promise<TrustStore> } | null = null;
  return {
    async verify(given) {
      if (!read || Date.now() - read.at >= REREAD_EVERY) read = { at: Date.now(), store: loadTrustStore(dir) };
      const current = read;
      const trust = await current.store.catch((error: unknown) => {
        if (read === current) read = null;
        throw error;
      });
      return verifySignature({ ...given, trust });
    },
  };
}
