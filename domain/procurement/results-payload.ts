import { compare, percentBelow, subtract, sum } from '../money.ts';
import type { Text } from '../parties.ts';
import {
  changesBetween,
  documentId,
  documentInstant,
  documentNumber,
  type CommonPayload,
  type DocumentDecision,
  type QuotationLine,
  type RejectedLine,
  type ResultsLot,
  type ResultsPayload,
} from './documents.ts';
import { isLive, type Lot, type ProcurementFile, type ProtocolVersion } from './file.ts';
import { resultsDerivations } from './derivations/results.ts';
import { methods } from './methods/index.ts';
import { isSealedByPortal } from './protocols.ts';
import { offersFor } from './ranking.ts';
import { applicationLines, signersOf, singleSourcePart } from './single-source-part.ts';
import { INTAKE_KIND } from './windows.ts';

/** What the header of every document takes from the file (spec 17 §3 H). `formedAt` in ms. */
export function commonPayload(
  file: ProcurementFile,
  formedAt: number,
  baseUrl: string,
): Omit<CommonPayload, 'type' | 'documentId' | 'version'> {
  const { window } = file;
  return {
    schema: 'protocol/1',
    number: documentNumber(file.number, methods[file.method].protocolCode),
    formedAt: documentInstant(formedAt),
    place: file.organizer.place,
    announcement: {
      number: file.number,
      name: file.name,
      method: file.method,
      purchaseType: file.purchaseType,
      subjectKind: file.subjectKind,
    },
    organizer: { name: file.organizer.name, bin: file.organizer.bin, address: file.organizer.address },
    customers: file.customers.map(({ name, bin, address }) => ({ name, bin, address })),
    flags: [
      ...(file.flags.disability ? (['disability'] as const) : []),
      ...(file.flags.singleOrganizer ? (['single-organizer'] as const) : []),
      'without-vat',
    ],
    windows: window
      ? [{ kind: INTAKE_KIND[file.method], startsAt: documentInstant(window.opensAt), endsAt: documentInstant(window.closesAt) }]
      : [],
    lotCount: file.lots.length,
    total: sum(file.lots.map((lot) => lot.amount)),
    signers: [],
    sheetVersion: file.sheet,
    verificationAddress: `${baseUrl}/verify`,
  };
}

const partyNamed = (file: ProcurementFile, bin: string): { name: Text; bin: string } => {
  const found = file.quotations?.find((q) => q.supplier.bin === bin)?.supplier;
  if (!found) throw new Error(`no quotation of ${bin}`);
  return { name: found.name, bin };
};

function decisionOf(file: ProcurementFile, lot: Lot): DocumentDecision {
  if (lot.status === 'cancelled') {
    const act = file.acts[lot.endedBy ?? -1];
    if (!act) throw new Error(`lot ${lot.number} is cancelled without an act`);
    return { outcome: 'cancelled', act: { number: act.number, date: act.date } };
  }
  if (lot.status === 'refused') {
    const refusal = file.refusals[lot.endedBy ?? -1];
    if (!refusal) throw new Error(`lot ${lot.number} is refused without a ground`);
    return { outcome: 'refused', refusal: { text: refusal.ground, at: documentInstant(refusal.at) } };
  }
  const { decision } = lot;
  if (!decision) throw new Error(`lot ${lot.number} has no decision`);
  if (decision.outcome === 'failed') {
    const { ground: groundCode, singleSource } = decision;
    if (!singleSource) return { outcome: 'failed', groundCode };
    const follows = file.successors?.find(({ lots }) => lots.includes(lot.number));
    if (follows) return { outcome: 'failed', groundCode, singleSource: { announcement: follows.number } };
    return {
      outcome: 'failed',
      groundCode,
      singleSource: { none: singleSource === 'due' ? 'not-yet-created' : 'restricted-supplier' },
    };
  }
  const { winner, second } = decision;
  return {
    outcome: 'held',
    winner: partyNamed(file, winner.supplier),
    secondPlace: second && partyNamed(file, second.supplier),
    customer: lot.customer,
    contractAmount: winner.price,
    saving: { amount: subtract(lot.amount, winner.price), percent: percentBelow(lot.amount, winner.price) },
  };
}

function resultsLot(file: ProcurementFile, lot: Lot): ResultsLot {
  const { number, name, catalogueCode, quantity, unit, unitPrice, amount, customer } = lot;
  const card = { number, name, catalogueCode, quantity, unit, unitPrice, amount, customer };
  if (file.method === 'single-source') {
    const lines = isLive(lot) || lot.decision ? applicationLines(file, lot) : { rejected: [], quotations: [] };
    return { ...card, ...lines, decision: decisionOf(file, lot) };
  }
  // A lot that ended before the opening goes back into the pool (S1 §1.3.3): prices offered for it are not made known.
  const offers = lot.decision ? offersFor(lot, file.quotations ?? [], file.restrictions) : [];
  const line = (offer: (typeof offers)[number]): QuotationLine => ({
    order: offer.order,
    supplier: partyNamed(file, offer.supplier),
    total: offer.price,
    receivedAt: offer.receivedAt,
  });
  const rejected = offers.flatMap((offer): RejectedLine[] => {
    if (!offer.rejected) return [];
    const found = offer.rejected === 'restriction' ? file.restrictions.find((r) => r.supplier === offer.supplier) : undefined;
    const restriction = found && {
      article: found.article,
      ...(found.subParagraph ? { subParagraph: found.subParagraph } : {}),
      ground: found.ground,
      register: found.register,
      entry: found.entry,
      checkedAt: documentInstant(found.checkedAt),
    };
    return [{ ...line(offer), reason: offer.rejected, ...(restriction ? { restriction } : {}) }];
  });
  return {
    ...card,
    rejected,
    quotations: offers
      .filter((offer) => !offer.rejected)
      .sort((a, b) => compare(a.price, b.price) || a.order - b.order)
      .map(line),
    decision: decisionOf(file, lot),
  };
}

/** Payload of a version of ПИ-ЗЦП or ПИ-ИОИ; `before` is the payload of the version it replaces. */
export function resultsPayload(
  file: ProcurementFile,
  protocol: Pick<ProtocolVersion, 'type' | 'version' | 'reason' | 'dueAt'>,
  baseUrl: string,
  before: ResultsPayload | null,
): ResultsPayload {
  const id = documentId(file.number, 'results', protocol.version);
  const common = commonPayload(file, protocol.dueAt, baseUrl);
  const lots = file.lots.map((lot) => resultsLot(file, lot));
  const singleSource = singleSourcePart(file);
  const stated: Omit<ResultsPayload, 'derivations'> = {
    ...common,
    type: 'results',
    documentId: id,
    version: protocol.version,
    verificationAddress: `${common.verificationAddress}/${id}`,
    form: file.quotations ? 'results' : 'cancelled',
    ...(before ? { replaces: before.documentId } : {}),
    ...(protocol.reason === 'results' ? {} : { changeReason: protocol.reason }),
    ...(singleSource ? { singleSource } : {}),
    ...(isSealedByPortal(file) ? {} : { signers: signersOf(file) }),
    lots,
    unreadable: (file.quotations ?? [])
      .filter((q) => q.unreadable)
      .map((q) => ({
        order: q.order,
        supplier: { name: q.supplier.name, bin: q.supplier.bin },
        receivedAt: q.receivedAt,
        reason: q.unreadable ?? '',
      })),
    acts: file.acts.map(({ number, date, kind, bodyKind, body, action, at, lots: of, scan }) => ({
      number,
      date,
      kind,
      bodyKind,
      body,
      action,
      at: documentInstant(at),
      file: { name: scan.name, sha256: scan.sha256 },
      lots: of,
    })),
    changes: before ? changesBetween(before.lots, lots) : [],
  };
  return { ...stated, derivations: resultsDerivations({ file, protocol }, stated) };
}
