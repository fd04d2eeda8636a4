import type { Database } from '../db/client.ts';
import { loadCase } from '../db/cases.ts';
import { findDocument } from '../db/documents.ts';
import type { FileStore } from '../db/file-store.ts';
import type { Command } from '../domain/case.ts';
import type { Consulted } from '../domain/procurement/consulted.ts';
import { termAtFault } from '../trust/claimed-holder.ts';
import type { SignatureProvider } from '../trust/signature-provider.ts';
import { idFrom } from './ids.ts';

export interface Judging {
  db: Database;
  files: FileStore;
  signatures: SignatureProvider;
}

type Judgement = Consulted['protocolSignature'];

type No = Extract<Judgement, { ok: false }>;

const no = (reason: No['reason'], facts: NonNullable<No['facts']> = {}): Judgement => ({ ok: false, reason, facts });

/**
 * Judges the EDS that a command names over the stored bytes of the protocol that waits for it, as of the receipt of the command:
 * valid, by the person and the organization of the actor (S1 §1.7.6).
 */
export async function judgeProtocolSignature(
  { db, files, signatures }: Judging,
  { caseId, command }: { caseId: string; command: Pick<Command, 'actor' | 'receivedAt' | 'input'> },
): Promise<Judgement> {
  const { actor, receivedAt } = command;
  const input = (command.input ?? {}) as { documentId?: unknown; sha256?: unknown };
  const protocol = (await loadCase(db.pool, caseId)).protocols.find((each) => each.state === 'formed');
  if (!protocol?.documentId || !protocol.sha256) return no('protocol-not-formed');
  const upload = await findDocument(db.pool, String(input.documentId));
  if (!upload || upload.caseId !== caseId || upload.sha256 !== input.sha256) return no('eds-malformed');
  const cms = await files.get(upload.sha256);
  const verdict = await signatures.verify({ bytes: await files.get(protocol.sha256), cms, at: new Date(receivedAt) });
  if (!verdict.ok) return no(verdict.reason, termAtFault(verdict.reason, cms, receivedAt));
  const { signer } = verdict;
  if (signer.iin !== actor.iin) return no('eds-wrong-person');
  if ((signer.bin ?? signer.iin) !== actor.bin) return no('eds-wrong-organization');
  const id = idFrom(`${protocol.documentId}/signature/${actor.userId}`);
  return { ok: true, signature: { id, cms: cms.toString('base64'), signer } };
}
