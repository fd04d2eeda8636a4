import { PORTAL } from '../../domain/parties.ts';
import type { OpenedApplication } from '../../domain/procurement/application.ts';
import { documentInstant } from '../../domain/procurement/documents.ts';
import type { ProtocolSignature } from '../../domain/procurement/facts.ts';
import type { ProcurementFile, Restriction } from '../../domain/procurement/file.ts';
import { singleSourceAfter } from '../../domain/procurement/single-source-after.ts';
import { actors, aQuotation, aRequestForQuotations, at, ProcurementInTest, PROTOCOL } from './builders.ts';
import { type LotWish, person, suppliers } from './people-and-lots.ts';

/** Supplier of the seeds that is invited. */
const INVITED = 1;

export const SIGNATURE: ProtocolSignature = {
  id: '7c0a7c70-8ad5-4b0f-8a3c-7a4c0b7b1f11',
  cms: Buffer.from('подпись').toString('base64'),
  signer: { iin: '800101300123', name: 'подписант', serial: '1', issuer: 'ca', validFrom: 0, validTo: 1 },
};

/** An application as the opening gives it: nine tenths of each lot's amount and one document, unless told otherwise. */
export const anApplication = (file: ProcurementFile, more: Partial<OpenedApplication> = {}): OpenedApplication => ({
  supplier: { bin: suppliers(INVITED).bin, name: suppliers(INVITED).name },
  receivedAt: documentInstant(at('2026-02-17', '10:00')),
  receipt: '1000008-0001',
  prices: file.lots.map(({ number, amount }) => ({ lot: number, price: `${Math.floor(Number(amount) * 0.9)}.00` })),
  documents: [
    {
      id: '0b9cf1de-6d6e-4f5a-9a6b-0b6f8a5c2e10',
      kind: 'participation-agreement',
      name: 'Соглашение об участии.pdf',
      sha256: 'ab'.repeat(32),
      size: 31_415,
    },
  ],
  ...more,
});

const admitted = { verdict: 'admitted' } as const;

/** What the representative saves; everything is admitted unless told otherwise. */
interface Decisions {
  restrictions?: object;
  specifications?: object[];
}

/**
 * Single source after a request with one quotation of supplier 1. The representatives are those of the request, as if they had been
 * named again, so that the powers of creator and representative can be told apart. Unless told otherwise published on Saturday 14 February 2026 at 12:00:
 * applications from Monday 16 February 9:00 to Saturday 21 February 9:00.
 */
export class SingleSource extends ProcurementInTest {
  protected with(file: ProcurementFile): this {
    return new SingleSource(file, this.earlier) as this;
  }

  published(on: number = this.at('2026-02-14', '12:00')): this {
    return this.do('publish', { by: PORTAL, at: on });
  }

  taking(): this {
    const before = this.file.status === 'draft' ? this.published() : this;
    return before.do('start-taking-applications', { by: PORTAL, at: before.deadline('applications-start') });
  }

  /** Window closed at its end, nothing opened yet. */
  closed(): this {
    const before = this.file.status === 'taking-applications' ? this : this.taking();
    return before.do('close-applications', { by: PORTAL, at: before.deadline('applications-end') });
  }

  /** Closed by hand of the creator, nothing opened yet. */
  closedByHand(on: number = this.at('2026-02-17', '12:00')): this {
    const consulted = { applicationIn: true };
    const before = this.file.status === 'taking-applications' ? this : this.taking();
    return before.do('open-applications-by-hand', { by: actors.creator, at: on, consulted });
  }

  /** Opened five seconds after it was closed, with this application or with none. */
  opened(application: OpenedApplication | null = this.application(), restrictions: Restriction[] = []): this {
    const before = this.file.applicationClosedAt === null ? this.closed() : this;
    const consulted = { openedApplication: { application, restrictions } };
    const on = (before.file.applicationClosedAt ?? 0) + 5_000;
    return before.do('open-application', { by: PORTAL, at: on, consulted });
  }

  private application(): OpenedApplication {
    return anApplication(this.file, { receivedAt: documentInstant(this.at('2026-02-17', '10:00')) });
  }

  declined(on: number = this.at('2026-02-17', '12:00'), reason?: string): this {
    const before = this.file.status === 'taking-applications' ? this : this.taking();
    return before.do('decline-participation', { by: actors.supplier(INVITED), at: on, input: reason ? { reason } : {} });
  }

  /** The representative saves decisions; everything admitted unless told otherwise. */
  considered(decisions: Decisions = {}): this {
    const before = this.file.status === 'considering-applications' ? this : this.opened();
    const input = {
      restrictions: admitted,
      specifications: before.liveLots().map((lot) => ({ lot, ...admitted })),
      ...decisions,
    };
    return before.do('save-consideration', { by: actors.organizerRepresentative, at: this.at('2026-02-23', '10:00'), input });
  }

  voted(): this {
    const before = this.file.consideration ? this : this.considered();
    return before.do('vote', { by: actors.organizerRepresentative, at: this.at('2026-02-23', '10:05') });
  }

  /** The protocol waits for its signature. */
  presented(): this {
    const before = this.file.status === 'forming-results-protocol' ? this : this.ordered();
    const due = before.file.protocols.find((protocol) => protocol.state === 'due');
    const input = { type: 'results', version: due?.version ?? 0, ...PROTOCOL };
    return before.do('present-protocol', { by: PORTAL, at: this.at('2026-02-23', '10:11'), input });
  }

  /** The creator asked for the protocol; it is being printed. */
  ordered(): this {
    const before = this.file.consideration?.votedAt ? this : this.voted();
    return before.do('form-results-protocol', { by: actors.creator, at: this.at('2026-02-23', '10:10') });
  }

  /** Considered, voted on, and the creator asked for the protocol. */
  decided(decisions: Decisions = {}): this {
    return this.considered(decisions).voted().ordered();
  }

  signed(): this {
    const before = this.file.protocols.some((protocol) => protocol.state === 'formed') ? this : this.presented();
    const input = { documentId: SIGNATURE.id, sha256: 'cd'.repeat(32), name: 'подпись.p7s' };
    const consulted = { protocolSignature: { ok: true as const, signature: SIGNATURE } };
    return before.do('sign-results-protocol', {
      by: actors.organizerRepresentative,
      at: this.at('2026-02-23', '11:00'),
      input,
      consulted,
    });
  }

  forming(): this {
    return this.signed();
  }

  completed(): this {
    return this.signed().do('publish-results-protocol', { by: actors.creator, at: this.at('2026-02-23', '12:00') });
  }
}

/** Not yet published; see {@link SingleSource}. Lots as in a request for quotations, `earlier` in ms. */
export function aSingleSource(wish: LotWish[] = [{}], earlier = 0): SingleSource {
  const request = aRequestForQuotations(earlier).lots(wish);
  const prices = Object.fromEntries(request.file.lots.map(({ number, amount }) => [number, amount]));
  const received = at('2026-02-04', '10:00') - earlier;
  const { file: failed } = request.completed([aQuotation({ supplier: INVITED, prices, at: received })]);
  const made = singleSourceAfter(failed, {
    id: 'procurement-1000008-1',
    number: '1000008-1',
    invited: suppliers(INVITED),
    lots: failed.lots.map((lot) => lot.number),
    creator: person('O1', 'organizer', 1),
    documents: failed.documents,
  });
  const { organizerRepresentative, customerRepresentatives } = failed;
  return new SingleSource({ ...made, organizerRepresentative, customerRepresentatives }, earlier);
}

/** Lots of 1 000 000.00 and 500 000.00; applications from Thursday 12 February 2026 10:00 to Tuesday the 17th 10:00. */
export const twoLotsTaking = (): SingleSource =>
  aSingleSource([{ amount: '1000000.00' }, { amount: '500000.00' }])
    .published(at('2026-02-12', '10:00'))
    .taking();

/** The application for them, received on Friday 13 February at 11:30; 6 and 5 per cent below the amounts unless told otherwise. */
export const offered = (
  prices: Record<string, string> = { 1: '940000.00', 2: '475000.00' },
  more: Partial<OpenedApplication> = {},
): OpenedApplication =>
  anApplication(twoLotsTaking().file, {
    receivedAt: documentInstant(at('2026-02-13', '11:30')),
    prices: Object.entries(prices).map(([lot, price]) => ({ lot, price })),
    documents: [],
    ...more,
  });

/** Opened by hand on that Friday at 15:00, every lot admitted. */
export const admittedByHand = (): SingleSource =>
  twoLotsTaking().closedByHand(at('2026-02-13', '15:00')).opened(offered()).decided();
