import { PORTAL } from '../../domain/parties.ts';
import type { OpenedApplication } from '../../domain/procurement/application.ts';
import { documentInstant } from '../../domain/procurement/documents.ts';
import { evolve } from '../../domain/procurement/evolve.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { dueSingleSources, singleSourceAfter } from '../../domain/procurement/single-source-after.ts';
import { actors, anAct, aQuotation, aRequestForQuotations, at, type Attempt, factsOf, suppliers } from './builders.ts';

/** Failed request for quotations of 2–11 February 2026: supplier 1 alone offered, for both lots (1 000 000.00 and 500 000.00). */
export const oneQuotation = aRequestForQuotations()
  .lots([{ amount: '1000000.00' }, { amount: '500000.00' }])
  .completed([aQuotation({ supplier: 1, prices: { 1: '950000.00', 2: '480000.00' } })]);

const contacts = { position: { kk: 'бас маман', ru: 'главный специалист' }, phone: '+7 7172 00 00 00', email: 'a@example.kz' };

/** What the portal makes of it, not yet published. The organizer's representative is not the creator: both act in the tests. */
function announced(): ProcurementFile {
  const [due] = dueSingleSources(oneQuotation.file);
  const failed = oneQuotation.file;
  const made = singleSourceAfter(failed, {
    id: 'procurement-1000008-1',
    number: '1000008-1',
    invited: suppliers(1),
    lots: due?.lots ?? [],
    creator: { ...failed.creator, ...contacts },
    documents: failed.documents,
  });
  return { ...made, organizerRepresentative: failed.organizerRepresentative };
}

/**
 * Single source in any state, built by commands of the table only. Immutable. Published by the portal on Thursday 12 February 2026
 * at 10:00, applications until Tuesday 17 February 10:00.
 */
export class SingleSource {
  readonly file: ProcurementFile;

  constructor(file: ProcurementFile) {
    this.file = file;
  }

  do(action: string, how: Attempt): SingleSource {
    const facts = factsOf(this.file, action, how);
    return new SingleSource({ ...facts.reduce(evolve, this.file), seq: this.file.seq + 1 });
  }

  takingApplications(): SingleSource {
    const on = at('2026-02-12', '10:00');
    return this.do('publish', { by: PORTAL, at: on }).do('start-taking-applications', { by: PORTAL, at: on });
  }

  declined(reason?: string): SingleSource {
    return this.do('decline-participation', { by: actors.supplier(1), at: at('2026-02-13', '12:00'), input: { reason } });
  }

  /** Opened: by hand of the creator, or by the portal at the end; null: nobody applied. */
  opened(application: OpenedApplication | null, how: 'by-hand' | 'deadline' = 'deadline'): SingleSource {
    const [on, end] = [at('2026-02-13', '15:00'), at('2026-02-17', '10:00')];
    const closed =
      how === 'by-hand'
        ? this.do('open-applications-by-hand', { by: actors.creator, at: on, consulted: { applicationIn: true } })
        : this.do('close-applications', { by: PORTAL, at: end });
    return closed.do('open-application', {
      by: PORTAL,
      at: how === 'by-hand' ? on : end,
      consulted: { openedApplication: { application, restrictions: [] } },
    });
  }

  /** Considered, voted on and laid before the creator, who has the protocol formed. */
  decided(decisions: object): SingleSource {
    const by = actors.organizerRepresentative;
    return this.do('save-consideration', { by, at: at('2026-02-18', '10:00'), input: decisions })
      .do('vote', { by, at: at('2026-02-18', '10:05'), input: {} })
      .do('form-results-protocol', { by: actors.creator, at: at('2026-02-18', '11:00') });
  }

  cancelled(lots: string[]): SingleSource {
    return this.do('cancel', { by: actors.creator, at: at('2026-02-13', '16:00'), input: { lots, act: anAct() } });
  }
}

/** A published single source that takes applications. */
export const aSingleSource = (): SingleSource => new SingleSource(announced()).takingApplications();

/** Application of supplier 1, received on 13 February 2026 at 11:30. */
export const anApplication = (
  prices: Record<string, string> = { 1: '940000.00', 2: '475000.00' },
  more: Partial<OpenedApplication> = {},
): OpenedApplication => ({
  supplier: { bin: suppliers(1).bin, name: suppliers(1).name },
  receivedAt: documentInstant(at('2026-02-13', '11:30')),
  receipt: '7K2M-9QXD-01AF-CZ5T',
  prices: Object.entries(prices).map(([lot, price]) => ({ lot, price })),
  documents: [],
  ...more,
});

export const ADMITTED = {
  restrictions: { verdict: 'admitted' },
  specifications: [
    { lot: '1', verdict: 'admitted' },
    { lot: '2', verdict: 'admitted' },
  ],
};
