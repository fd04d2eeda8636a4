import type { DocumentRow } from '../../db/documents.ts';
import type { KeptSignature } from '../../db/verify-reads.ts';
import { verifySeal, verifySignature } from '../../trust/verify.ts';
import { documentName, isPrinted } from './documents.ts';
import { differences, type Fault, fault } from './faults.ts';
import type { CaseCheck, Subject, World } from './subject.ts';

const isSeal = (kept: KeptSignature): boolean => kept.role === 'portal';

async function signatureFaults(kept: KeptSignature, row: DocumentRow, { bytesOf }: Subject, { trust }: World): Promise<Fault[]> {
  const name = `${isSeal(kept) ? 'seal' : 'signature'} of ${kept.signer.name} on ${documentName(row)}`;
  const stored = await bytesOf(row.sha256);
  // The check of the documents has said that the bytes are not there.
  if (!stored.ok) return [];
  const judge = isSeal(kept) ? verifySeal : verifySignature;
  const verdict = judge({ bytes: stored.bytes, cms: kept.cms, at: kept.signedAt, trust });
  // What was judged on receipt is not judged again: the revocation list of that day may no longer be kept. All before it holds.
  if (!verdict.ok) return verdict.reason === 'eds-no-revocation-list' ? [] : [fault(name, 'a valid signature', verdict.reason)];
  const { iin, bin, name: who, serial, issuer, validFrom, validTo } = verdict.signer;
  const there = kept.signer;
  return [
    ...differences(
      `${name}, signer`,
      { iin, bin, name: who, serial, issuer, validFrom, validTo },
      {
        iin: there.iin,
        bin: there.bin,
        name: there.name,
        serial: there.serial,
        issuer: there.issuer,
        validFrom: there.validFrom,
        validTo: there.validTo,
      },
    ),
    ...(isSeal(kept) ? [] : differences(`${name}, user`, iin, kept.userIin)),
  ];
}

/** A document that is signed or sealed has at least one signature. */
const unsignedFaults = ({ ledger }: Subject): Fault[] =>
  ledger.documents
    .filter(({ state }) => state === 'signed' || state === 'sealed')
    .filter(({ id }) => !ledger.signatures.some(({ documentId }) => documentId === id))
    .map((row) => fault(documentName(row), row.state === 'sealed' ? 'a seal' : 'a signature', 'none'));

/** Every signature and seal holds over the stored bytes, by whom the row says. */
export const signaturesCheck: CaseCheck = {
  name: 'signatures',
  of: 'signatures',
  async examine(subject, world) {
    const { documents, signatures } = subject.ledger;
    const faults = unsignedFaults(subject);
    for (const kept of signatures) {
      const row = documents.find(({ id }) => id === kept.documentId);
      if (row && isPrinted(row)) faults.push(...(await signatureFaults(kept, row, subject, world)));
    }
    return { count: signatures.length, faults };
  },
};
