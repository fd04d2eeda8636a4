import type { Text } from '../../parties.ts';
import type { DocumentWindow, Instant, Signer, StoredFile } from './common.ts';

export interface Certificate {
  serial: string;
  issuer: string;
  validTo: Instant;
}

/** What happens after forming; append-only, printed on the sheets and never in the original (spec 17 §1.1). */
export interface Execution {
  original: StoredFile & { bytes: number; pages: number };
  signatures: (Signer & { signedAt: Instant; certificate: Certificate; cmsSha256: string; dissentingOpinion?: StoredFile })[];
  absent: (Signer & { reason?: string; file?: StoredFile })[];
  /** The platform's seal of a document that nobody signs. */
  seal: { sealedAt: Instant; certificate: Certificate; cmsSha256: string } | null;
  attachments: (StoredFile & { kind: 'expert-opinion' })[];
  publishedAt: Instant | null;
  publishedBy: 'portal' | { name: Text; role: Signer['role'] } | null;
  windows: DocumentWindow[];
  statusAfter: { announcement: Text; lots: { number: string; status: Text }[] };
  validity: 'valid' | 'not-valid';
}
