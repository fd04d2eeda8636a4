import { aRequestForQuotations, at, type ProcurementInTest } from '../../support/builders.ts';
import type { LotWish } from '../../support/people-and-lots.ts';
import { aSingleSource } from '../../support/single-source.ts';
import type { Method } from '../../../domain/procurement/file.ts';

/** A method as the behaviour that all of them share sees it: a published announcement, and an instant within each of its stages. */
export interface MethodInTest {
  method: Method;
  published: (lots: LotWish[]) => ProcurementInTest;
  /** Status while offers are taken. */
  takingStatus: string;
  when: { published: number; taking: number; forming: number; completed: number };
  /** Deadline keys of the window, in order. */
  deadlines: [start: string, end: string];
}

const all: Record<Method, Omit<MethodInTest, 'method'>> = {
  'price-quotations': {
    published: (lots) => aRequestForQuotations().lots(lots).published(),
    takingStatus: 'taking-quotations',
    when: {
      published: at('2026-02-02', '15:00'),
      taking: at('2026-02-05', '12:00'),
      forming: at('2026-02-11', '18:00:30'),
      completed: at('2026-02-24', '10:00'),
    },
    deadlines: ['quotations-start', 'quotations-end'],
  },
  'single-source': {
    published: (lots) => aSingleSource(lots).published(),
    takingStatus: 'taking-applications',
    when: {
      published: at('2026-02-14', '15:00'),
      taking: at('2026-02-17', '12:00'),
      forming: at('2026-02-23', '11:30'),
      completed: at('2026-02-24', '10:00'),
    },
    deadlines: ['applications-start', 'applications-end'],
  },
};

/** Every method that is built: a new one gets the shared behaviour by standing here, and does not compile until it does. */
export const METHODS_IN_TEST: MethodInTest[] = Object.entries(all).map(([method, given]) => ({
  method: method as Method,
  ...given,
}));

/** Lots 1 and 3 of the first customer, 2 of the second. */
export const THREE_LOTS: LotWish[] = [{ customer: 1 }, { customer: 2 }, { customer: 1 }];
