import { z } from 'zod';
import { APPLICATION_DOCUMENTS } from '../../../domain/procurement/application.ts';
import { REFUSAL_CODES } from '../../../domain/refusals.ts';
import { sealedOffer } from '../../handing-in.ts';
import { amount, announcementNumber, as, bin, instant, sha256, text } from './common.ts';

/** The portal's own signature over what it confirms. */
export const signedReceipt = as(
  'SignedReceipt',
  z.strictObject({ receipt: z.string(), signature: z.string(), keyId: sha256 }),
  'The very text that is signed (canonical JSON: instant to the microsecond, digests), the Ed25519 signature in base64, the key: `/trust/portal.pem`, `/trust/keys.json`.',
);

const ownReceipt = as(
  'OwnReceipt',
  z.strictObject({
    revision: z.number().int(),
    act: z.enum(['submitted', 'replaced', 'withdrawn']),
    by: text,
    number: z.string(),
    received: z.string(),
    replaces: z.string().nullable(),
    signed: signedReceipt,
  }),
  'A receipt of the own organization; `received` is legal time in microseconds.',
);

export const ownReceipts = as(
  'OwnReceipts',
  z.strictObject({ number: announcementNumber, voidGeneration: z.number().int().nullable(), items: z.array(ownReceipt) }),
  'Oldest first, under the present keys or those of the void generation that was asked for.',
);

/** What an offer is bound to: AAD of the envelope, and the greater part of the manifest. */
const header = as(
  'OfferHeader',
  z.strictObject({
    v: z.literal(1),
    suite: z.string(),
    procurement: announcementNumber,
    lot: z.literal('*'),
    kind: z.literal('price'),
    key: sha256,
    generation: z.number().int(),
    supplier: bin,
  }),
  'AAD of the envelope; with `commitment` and `envelope` (hex) it is the manifest. The key is named by the SHA-256 of its bytes.',
);

export const offerWindow = as(
  'OfferWindow',
  z.strictObject({
    number: announcementNumber,
    kind: z.enum(['quotations', 'applications']),
    phase: z.enum(['before', 'open', 'frozen', 'over']),
    opensAt: instant,
    closesAt: instant,
    refusal: z.strictObject({ code: z.enum(REFUSAL_CODES), article: z.string().nullable() }).nullable(),
    lots: z.array(z.strictObject({ number: z.string(), name: text, ceiling: amount })),
    documents: z.array(
      z.strictObject({ kind: z.enum(APPLICATION_DOCUMENTS), lot: z.string().nullable(), required: z.boolean() }),
    ),
    sealing: z.strictObject({ info: z.string(), publicKey: z.string(), header, largest: z.number().int() }),
    latest: ownReceipt.nullable(),
    voidGenerations: z.array(z.number().int()),
  }),
  'Where the window stands, what an offer is sealed to and bound to, and the latest receipt of the own organization. `refusal`: why it may not take part. `voidGenerations`: keys that were lost; an offer under them has to be handed in again.',
);

export const offerToHandIn = as(
  'SealedOffer',
  sealedOffer,
  'Envelope: `enc(32) ‖ ciphertext` of HPKE. Manifest: the header with `commitment` and `envelope`. Signature: detached CMS in DER over the canonical manifest. Base64; the portal sees no price.',
);

export const storedSealedFile = as(
  'StoredSealedFile',
  z.strictObject({ sha256 }),
  'Its digest, by which the sealed application names it.',
);
