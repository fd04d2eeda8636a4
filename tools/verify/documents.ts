import { createHash } from 'node:crypto';
import type { DocumentRow } from '../../db/documents.ts';
import { canonical } from '../../domain/canonical.ts';
import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import { protocolPayload } from '../../domain/procurement/protocol-payload.ts';
import { differences, type Fault, fault } from './faults.ts';
import type { CaseCheck, Subject } from './subject.ts';

export const documentName = (row: Pick<DocumentRow, 'kind' | 'name'>): string => `document ${row.kind} «${row.name}»`;

/** Waits for the printer: there are no bytes yet. */
export const isPrinted = (row: DocumentRow): boolean => row.state !== 'to-print';

async function bytesFaults(row: DocumentRow, bytesOf: Subject['bytesOf']): Promise<Fault[]> {
  if (!isPrinted(row)) return [];
  const stored = await bytesOf(row.sha256);
  if (!stored.ok) return [fault(documentName(row), `the bytes of ${row.sha256}`, stored.problem)];
  return differences(`${documentName(row)}.bytes`, row.bytes, stored.bytes.length);
}

function payloadFaults(row: DocumentRow): Fault[] {
  // A copy names the original it follows from; nothing is stated in it that the original does not state.
  if (row.payload === null || row.kind === 'protocol-copy' || !isPrinted(row)) return [];
  const digest = createHash('sha256').update(canonical(row.payload)).digest('hex');
  return differences(`${documentName(row)}.payload_sha256`, digest, row.payloadSha256);
}

/** What the file says of a document must be what its row says. */
function referenceFaults({ ledger }: Subject): Fault[] {
  const { file, documents, seq, closed } = ledger;
  // The papers of a deleted draft are deleted with it.
  if (seq === 0 && closed) return [];
  const protocols = file.protocols.filter((p) => p.state === 'published');
  const said = [
    ...file.documents.map(({ id, sha256 }) => ({ id, sha256 })),
    ...(file.application?.documents ?? []).filter((each) => !each.unreadable).map(({ id, sha256 }) => ({ id, sha256 })),
    ...file.acts.map(({ scan }) => ({ id: scan.documentId, sha256: scan.sha256 })),
    ...protocols.map(({ documentId = '', sha256, payloadSha256, version }) => ({
      id: documentId,
      sha256,
      payloadSha256,
      version,
    })),
  ];
  return said.flatMap((reference) => {
    const row = documents.find(({ id }) => id === reference.id);
    if (!row) return [fault(`document ${reference.id}`, `the bytes of ${reference.sha256 ?? ''}`, 'no such row')];
    const { id, sha256, payloadSha256, version } = row;
    const there = { id, sha256, ...('version' in reference ? { payloadSha256, version } : {}) };
    return differences(documentName(row), reference, there);
  });
}

/** A published protocol states what the file called for just before it was published. */
function protocolFaults({ ledger, folded }: Subject): Fault[] {
  return folded.flatMap(({ row, before }) => {
    const { fact } = row;
    if (fact.type !== 'ProtocolPublished') return [];
    const formed = ledger.documents.find(({ id }) => id === fact.documentId);
    const due = before.protocols.find((p) => p.type === fact.protocol.type && p.version === fact.protocol.version);
    if (!formed || !due)
      return due ? [] : [fault('journal', `protocol ${fact.protocol.version} due before it is published`, undefined)];
    const stated = formed.payload as ResultsPayload;
    const replaced = before.protocols.filter((p) => p.state === 'published').at(-1);
    const earlier = ledger.documents.find(({ id }) => id === replaced?.documentId);
    const baseUrl = stated.verificationAddress.slice(0, -`/verify/${stated.documentId}`.length);
    const called = protocolPayload(before, due, baseUrl, (earlier?.payload as ResultsPayload | undefined) ?? null);
    return differences(`${documentName(formed)}.payload`, JSON.parse(JSON.stringify(called)), stated);
  });
}

/** Bytes, digests, payloads and what the file and the journal say of them agree. */
export const documentsCheck: CaseCheck = {
  name: 'documents',
  of: 'documents',
  async examine(subject) {
    const { documents } = subject.ledger;
    const faults: Fault[] = [];
    for (const row of documents) faults.push(...(await bytesFaults(row, subject.bytesOf)), ...payloadFaults(row));
    faults.push(...referenceFaults(subject), ...protocolFaults(subject));
    return { count: documents.length, faults };
  },
};
