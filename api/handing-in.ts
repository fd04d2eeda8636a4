import { z } from 'zod';
import { findCase } from '../db/cases.ts';
import type { Actor } from '../domain/parties.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { type OfferAnswer, submitOffer } from './offers.ts';
import type { Services } from './services.ts';

const base64 = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** What a supplier's browser or program sends: sealed and signed, in base64. Limits in characters. */
export const sealedOffer = z.object({
  envelope: base64(1_600_000),
  manifest: z.record(z.string(), z.unknown()),
  signature: base64(90_000),
});

/** The procurement at whose window an offer arrives. Thousands come within the last minute: this is all that is read before the window's lock. */
export async function fileWithWindow({ db }: Services, number: string): Promise<ProcurementFile | null> {
  const file = await findCase(db.pool, number);
  return file?.intake && file.status !== 'draft' ? file : null;
}

/** Takes what was sent, once under its command. */
export const handIn = (
  services: Services,
  given: { file: ProcurementFile; actor: Actor; commandId: string; sent: z.infer<typeof sealedOffer> },
): Promise<OfferAnswer> => {
  const { file, actor, commandId, sent } = given;
  const { envelope, manifest, signature } = sent;
  return submitOffer(services, {
    ...{ file, actor, commandId, manifest },
    envelope: Buffer.from(envelope, 'base64'),
    signature: Buffer.from(signature, 'base64'),
  });
};
