import type { SingleSourceFact } from '../domain/procurement/facts.ts';
import type { Tx } from './client.ts';
import { addSignature, setDocumentState } from './documents.ts';

/** Keeps the representative's signature beside the protocol's bytes, in the transaction that makes it history (S1 §1.7.6). */
export async function keepSignature(tx: Tx, fact: Extract<SingleSourceFact, { type: 'ProtocolSigned' }>): Promise<void> {
  const { id, cms, signer } = fact.signature;
  const { documentId, by } = fact;
  await addSignature(tx, {
    ...{ id, documentId, userId: by.userId, role: 'organizer-representative', signer },
    cms: Buffer.from(cms, 'base64'),
  });
  await setDocumentState(tx, documentId, 'signed');
}
