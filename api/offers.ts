import { createHash } from 'node:crypto';
import { checkAction } from '../domain/actions.ts';
import { deadline } from '../domain/case.ts';
import type { Actor } from '../domain/parties.ts';
import { procurementActions } from '../domain/procurement/actions/index.ts';
import type { IntakeKeys, ProcurementFile } from '../domain/procurement/file.ts';
import { sheetOf } from '../domain/procurement/methods/index.ts';
import type { IntakeKind } from '../domain/procurement/windows.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { S1 } from '../domain/regulation.ts';
import type { LegalInstant } from '../db/clock.ts';
import { acceptOffer, type EarlierOffer, type SealedRow } from '../db/intake.ts';
import { termAtFault } from '../trust/claimed-holder.ts';
import { headerOf, type Manifest, manifestBytes } from '../trust/envelope.ts';
import { checkEnvelopeAtSubmission, isManifest } from '../trust/open-envelope.ts';
import { blindTag, sealPapers } from '../trust/papers.ts';
import { type OfferReceipt, type Receipt, signReceipt, type SignedReceipt } from '../trust/receipt.ts';
import type { Signer } from '../trust/verify.ts';
import { keepReceipt, type OfferAct, type OwnReceipt, readReceipt, receiptNumber } from './offer-receipts.ts';
import type { Services } from './services.ts';

type Desk = Pick<Services, 'db' | 'signatures' | 'blindKey' | 'receiptKey'>;

/** The receipt as signed, or why nothing was taken. `same`: this command had been received before. */
export type OfferAnswer = { ok: true; receipt: SignedReceipt; same: boolean } | { ok: false; refusal: Refusal };

export interface Submission {
  file: ProcurementFile;
  actor: Actor;
  /** Sealed to the window's price key in the supplier's browser. */
  envelope: Uint8Array;
  manifest: unknown;
  /** Detached CMS in DER over the canonical manifest. */
  signature: Uint8Array;
  commandId: string;
}

/** How the offers of a kind are named in the table of actions, and when their window ends. */
export const OFFER_ACTS = {
  quotations: {
    submit: 'submit-quotation',
    withdraw: 'withdraw-quotation',
    end: 'quotations-end',
    none: 'quotation-not-found',
    source: S1('1.3.2'),
  },
  applications: {
    submit: 'submit-application',
    withdraw: 'withdraw-application',
    end: 'applications-end',
    none: 'quotation-not-found',
    source: S1('1.7.1'),
  },
} as const satisfies Record<IntakeKind, object>;

/** What offers of this procurement are: by the sheet it was published under. */
export const offerActsOf = (file: ProcurementFile) => OFFER_ACTS[sheetOf(file).offers.kind];

interface Place {
  intake: IntakeKeys;
  bin: string;
  tag: string;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

/**
 * Who may hand in or take back, by the table of actions. On which side of the window's ends an offer falls is for the gate to say,
 * by the legal clock under the lock: the status of the case follows it by moments.
 */
function placeOf({ blindKey }: Desk, file: ProcurementFile, actor: Actor, act: 'submit' | 'withdraw') {
  const { [act]: action, source } = offerActsOf(file);
  const checked = checkAction(procurementActions, file, { action, actor, receivedAt: 0, input: {} }, {});
  const { intake } = file;
  if (!checked.ok && (checked.refusal.code !== 'not-in-this-status' || file.status === 'cancelled')) return no(checked.refusal);
  if (!intake) return no(refuse('window-not-open', {}, { source }));
  const { bin } = actor;
  // Offers are found again by the numbers of registered organizations: without one nothing could be opened.
  if (!bin) return no(refuse('not-your-role', { action, who: 'supplier' }, { source }));
  const place: Place = { intake, bin, tag: blindTag(blindKey, intake.windowId, bin) };
  return { ok: true as const, place };
}

/** What the portal itself expects in the manifest; `*`: one offer carries a supplier's prices for all lots. */
export const headerFor = (file: ProcurementFile, { intake, bin }: Pick<Place, 'intake' | 'bin'>) =>
  headerOf({ procurement: file.number, lot: '*', kind: 'price', key: intake.price.key, generation: intake.generation }, bin);

/** A sole entrepreneur's number is the owner's IIN, and the certificate names no organization. */
const signedFor = (signer: Signer, bin: string): boolean => (signer.bin ?? signer.iin) === bin;

async function signerOf(
  desk: Desk,
  given: Submission & { manifest: Manifest },
  bin: string,
  at: LegalInstant,
): Promise<Signer | Refusal> {
  const bytes = manifestBytes(given.manifest);
  const verdict = await desk.signatures.verify({ bytes, cms: given.signature, at: new Date(at.ms) });
  if (!verdict.ok) return refuse(verdict.reason, termAtFault(verdict.reason, given.signature, at.ms));
  const { signer } = verdict;
  if (signer.iin !== given.actor.iin) return refuse('eds-wrong-person', { signer: signer.name });
  if (!signedFor(signer, bin)) return refuse('eds-wrong-organization', signer.bin ? { bin: signer.bin } : {});
  return signer;
}

/** What becomes a row: without an envelope the offer is taken back. */
interface Handed {
  act: OfferAct;
  envelope: Uint8Array | null;
  digests: Pick<OfferReceipt, 'manifest' | 'envelope' | 'signature'> | null;
  papers: object;
}

/**
 * One transaction under the window's lock: the supplier's earlier receipts are read there, so that a command gives one receipt and
 * every receipt names the one before it.
 */
async function hand(
  desk: Desk,
  given: { file: ProcurementFile; actor: Actor; commandId: string; place: Place; manifest: string | null },
  make: (received: LegalInstant, former: OwnReceipt | null) => Promise<Handed | Refusal>,
): Promise<OfferAnswer> {
  const { file, actor, commandId, place } = given;
  const { tag, intake } = place;
  let signed: SignedReceipt | null = null;
  const own = (earlier: EarlierOffer[]) => earlier.map((offer) => readReceipt(desk.blindKey, tag, offer));
  const acceptance = await acceptOffer<OfferAnswer>(
    desk.db,
    { windowId: intake.windowId, tag },
    async (received, earlier) => {
      const former = own(earlier).at(-1) ?? null;
      const handed = await make(received, former);
      if ('code' in handed) return handed;
      const number = receiptNumber(desk.blindKey, tag, (former?.revision ?? 0) + 1);
      const replaces = former?.receipt.number ?? null;
      const head = { v: 1, number, procurement: file.number, lot: '*', supplier: place.bin, received: received.text } as const;
      const receipt: Receipt = handed.digests
        ? { ...head, type: 'receipt', ...handed.digests, replaces, commandId }
        : { ...head, type: 'withdrawal', withdraws: replaces ?? '', commandId };
      signed = signReceipt(receipt, desk.receiptKey);
      return sealedRow(desk, place, actor, handed, signed);
    },
    (earlier) => {
      const known = own(earlier).find(({ receipt }) => receipt.commandId === commandId);
      if (!known) return null;
      const { receipt } = known;
      if ((receipt.type === 'receipt' ? receipt.manifest : null) !== given.manifest)
        return no(refuse('same-key-other-body', { number: file.number }));
      return { ok: true, receipt: known.signed, same: true };
    },
  );
  if (acceptance.kind === 'known') return acceptance.known;
  if (acceptance.kind === 'refused') return no(acceptance.refusal);
  return { ok: true, receipt: signed!, same: false };
}

function sealedRow({ blindKey }: Desk, { intake, tag }: Place, actor: Actor, handed: Handed, signed: SignedReceipt): SealedRow {
  const papers = Buffer.from(JSON.stringify({ ...handed.papers, receipt: signed }));
  const { userId, name } = actor;
  return {
    envelope: handed.envelope && Buffer.from(handed.envelope),
    papers: Buffer.from(sealPapers(Buffer.from(intake.documents.publicKey, 'base64'), papers)),
    receipt: keepReceipt(blindKey, tag, { act: handed.act, by: { userId, name }, signed }),
  };
}

/**
 * Takes an offer (a quotation, S1 §1.3.2; an application, S1 §1.7.3) or its replacement. The portal checks everything but the price, which it cannot see: role and status,
 * that the manifest is for this window and supplier, the envelope, the signature over the manifest, the legal clock under the
 * window's lock. Nothing is told or logged that would name the procurement before the opening.
 */
export async function submitOffer(desk: Desk, given: Submission): Promise<OfferAnswer> {
  const { file, actor, envelope, manifest, signature, commandId } = given;
  const found = placeOf(desk, file, actor, 'submit');
  if (!found.ok) return found;
  const { place } = found;
  const fault = checkEnvelopeAtSubmission({ envelope, manifest, expectedHeader: headerFor(file, place) });
  if (fault || !isManifest(manifest)) {
    const closesAt = deadline(file, offerActsOf(file).end)?.at;
    return no(refuse('envelope-malformed', { reason: fault ?? 'manifest-malformed', ...(closesAt ? { closesAt } : {}) }));
  }
  const manifestDigest = sha256(manifestBytes(manifest));
  return hand(desk, { file, actor, commandId, place, manifest: manifestDigest }, async (received, former) => {
    const signer = await signerOf(desk, { ...given, manifest }, place.bin, received);
    if ('code' in signer) return signer;
    return {
      act: former && former.act !== 'withdrawn' ? 'replaced' : 'submitted',
      envelope,
      digests: { manifest: manifestDigest, envelope: manifest.envelope, signature: sha256(signature) },
      papers: { manifest, signature: Buffer.from(signature).toString('base64'), signer },
    };
  });
}

/** Takes an offer back until the end of the window. The receipt is one of a withdrawal: it names no sealed thing. */
export async function withdrawOffer(
  desk: Desk,
  given: { file: ProcurementFile; actor: Actor; commandId: string },
): Promise<OfferAnswer> {
  const found = placeOf(desk, given.file, given.actor, 'withdraw');
  if (!found.ok) return found;
  const gone: Handed = { act: 'withdrawn', envelope: null, digests: null, papers: {} };
  return hand(desk, { ...given, place: found.place, manifest: null }, (_received, former) =>
    Promise.resolve(!former || former.act === 'withdrawn' ? refuse(offerActsOf(given.file).none) : gone),
  );
}
