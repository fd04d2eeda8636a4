import type { SignatureRow } from '../../db/documents.ts';
import type { SignerView } from '../../templates/pages/protocol.view.ts';

/** A stored signature as pages show it. */
export const signerOf = ({ id, role, signedAt, signer }: SignatureRow): SignerView => ({
  id,
  role,
  name: signer.name,
  serial: signer.serial,
  issuer: signer.issuer,
  validTo: signer.validTo,
  signedAt: signedAt.getTime(),
});
