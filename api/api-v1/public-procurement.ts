import type { z } from 'zod';
import { sum } from '../../domain/money.ts';
import type { Following } from '../../domain/procurement/application.ts';
import type { Organization, Representative } from '../../domain/parties.ts';
import {
  openedOffers,
  shownStatus,
  type Lot,
  type ProcurementFile,
  type ProtocolVersion,
  type RankedOffer,
  type RecordedAct,
} from '../../domain/procurement/file.ts';
import { lotStatus } from '../../db/projection.ts';
import { isoInstant } from '../../templates/formats.ts';
import { instantOrNull, tenge } from './schemas/common.ts';
import type * as shape from './schemas/procurement.ts';

type Shape<Name extends keyof typeof shape> = (typeof shape)[Name] extends z.ZodType<infer Value> ? Value : never;

const hrefOf = (number: string) => `/api/v1/procurements/${number}`;

/**
 * A published file as its page shows it to everyone: no identification numbers of people, no offers before the protocol. `following`:
 * where the announcements stand that followed it.
 */
export function publicProcurement(file: ProcurementFile, following: ReadonlyMap<string, Following>): Shape<'procurement'> {
  const at = hrefOf(file.number);
  const { window, suspension } = file;
  return {
    number: file.number,
    seq: file.seq,
    method: file.method,
    status: publicStatus(file),
    suspendedSince: instantOrNull(suspension?.at),
    purchaseType: file.purchaseType,
    subjectKind: file.subjectKind,
    name: file.name,
    amount: tenge(sum(file.lots.map((lot) => lot.amount))),
    flags: file.flags,
    ruleSheet: file.sheet,
    publishedAt: instantOrNull(file.publishedAt),
    window: window && { opensAt: isoInstant(window.opensAt), closesAt: isoInstant(window.closesAt) },
    deadlines: file.deadlines.map((each) => ({ ...each, at: isoInstant(each.at) })),
    frozenDeadlines: (suspension?.frozen ?? []).map(({ left, workingLeft, ...each }) => ({
      ...each,
      leftMs: left,
      workingLeftMs: workingLeft,
    })),
    organizer: organization(file.organizer),
    creator: file.creator.name,
    organizerRepresentative: file.organizerRepresentative && contact(file.organizerRepresentative),
    customers: file.customers.map((customer) => {
      const found = file.customerRepresentatives.find((each) => each.customer === customer.bin);
      return { organization: organization(customer), representative: found ? contact(found) : null };
    }),
    ...family(file, following),
    lots: file.lots.map((lot) => publicLot(file, lot)),
    acts: file.acts.map(publicAct),
    refusals: file.refusals.map(({ at: when, customer, lots, ground }) => ({ at: isoInstant(when), customer, lots, ground })),
    protocols: file.protocols.map((protocol) => publicProtocol(file.number, protocol)),
    links: {
      page: `/procurements/${file.number}`,
      documents: `${at}/documents`,
      history: `${at}/history`,
      protocols: `${at}/protocols`,
    },
  };
}

/** What a single source follows and whom it invites; what followed a failed procurement (S1 §1.7.1). */
function family(file: ProcurementFile, following: ReadonlyMap<string, Following>) {
  const { origin, invited, opening, successors = [] } = file;
  const states = successors.map((each) => ({ ...each, state: following.get(each.number) ?? ('published' as const) }));
  return {
    origin: origin && {
      ...{ number: origin.number, method: origin.method, ground: origin.ground, lots: origin.lots },
      href: hrefOf(origin.number),
    },
    invited: invited && organization(invited),
    opening: opening && { how: opening.how, at: isoInstant(opening.at), by: opening.by && opening.by.name },
    successors: states.map((each) => ({ ...each, href: each.state === 'published' ? hrefOf(each.number) : null })),
  };
}

function publicStatus(file: ProcurementFile): Shape<'publicStatus'> {
  const status = shownStatus(file);
  if (status === 'draft') throw new Error(`${file.number} is a draft`);
  return status;
}

const organization = ({ bin, name, address }: Organization) => ({ bin, name, address });
const contact = ({ name, position, phone, email }: Representative) => ({ name, position, phone, email });

function publicLot(file: ProcurementFile, lot: Lot): Shape<'lot'> {
  const status = lotStatus(file, lot);
  if (status === 'lot-draft') throw new Error(`${file.number} is a draft`);
  const { number, name, description, catalogueCode, quantity, unit, customer, term, delivery } = lot;
  return {
    ...{ number, status, name, description, catalogueCode, quantity, customer, term, delivery },
    unit: { code: unit.code, kk: unit.kk, ru: unit.ru },
    unitPrice: tenge(lot.unitPrice),
    amount: tenge(lot.amount),
    result: resultOf(file, lot),
  };
}

/** The offers themselves only once the protocol is published. */
function resultOf(file: ProcurementFile, { decision }: Lot): Shape<'lotResult'> | null {
  if (!decision || !file.protocols.some((protocol) => protocol.state === 'published')) return null;
  if (decision.outcome === 'failed') return { outcome: 'failed', ground: decision.ground };
  const placed = ({ supplier, price }: RankedOffer) => {
    const found = openedOffers(file).find((offer) => offer.supplier.bin === supplier);
    return { supplier: { bin: supplier, name: found?.supplier.name ?? { kk: supplier, ru: supplier } }, price: tenge(price) };
  };
  return { outcome: 'held', winner: placed(decision.winner), second: decision.second && placed(decision.second) };
}

function publicAct({ action, at, number, date, kind, bodyKind, body, lots, scan }: RecordedAct): Shape<'act'> {
  const { name, sha256 } = scan;
  return { action, at: isoInstant(at), number, date, kind, bodyKind, body, lots, scan: { name, sha256 } };
}

/** A version of a protocol; one that is only due has neither digests nor addresses yet. */
export function publicProtocol(number: string, protocol: ProtocolVersion): Shape<'protocol'> {
  const { type, version, validity, reason } = protocol;
  const published = protocol.state === 'published';
  const page = `/procurements/${number}/protocols/${type}/${version}`;
  return {
    ...{ type, version, validity, reason, state: published ? 'published' : 'due' },
    publishedAt: published ? instantOrNull(protocol.publishedAt) : null,
    sha256: (published && protocol.sha256) || null,
    payloadSha256: (published && protocol.payloadSha256) || null,
    links: published ? { json: `/api/v1${page}`, pdf: `${page}.pdf`, copy: `${page}/copy.pdf`, seal: `${page}.p7s` } : null,
  };
}
