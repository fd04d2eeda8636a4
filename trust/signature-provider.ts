import { type EdsRefusal, loadTrustStore, type Signer, type TrustStore, verifySignature } from './verify.ts';

/** The seam for national key stores: whoever can say who signed these bytes. */
export interface SignatureProvider {
  /** `at` is the moment of receipt; `cms` a detached signature in DER. */
  verify(given: {
    bytes: Uint8Array;
    cms: Uint8Array;
    at: Date;
  }): Promise<{ ok: true; signer: Signer } | { ok: false; reason: EdsRefusal }>;
  /** Whether it has what it judges by: without a root or a revocation list every signature would be refused. */
  ready(): Promise<boolean>;
}

/** New revocation lists are looked for this often, ms. */
const REREAD_EVERY = 10 * 60_000;

/** Believes the roots, issuers and revocation lists of a folder (`loadTrustStore`), read again every ten minutes. */
export function fileSignatureProvider(dir: string): SignatureProvider {
  let read: { at: number; store: Promise<TrustStore> } | null = null;
  const trustNow = async (): Promise<TrustStore> => {
    if (!read || Date.now() - read.at >= REREAD_EVERY) read = { at: Date.now(), store: loadTrustStore(dir) };
    const current = read;
    return current.store.catch((error: unknown) => {
      if (read === current) read = null;
      throw error;
    });
  };
  return {
    verify: async (given) => verifySignature({ ...given, trust: await trustNow() }),
    async ready() {
      const { roots, lists } = await trustNow();
      return roots.length > 0 && lists.length > 0;
    },
  };
}
