import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import { dueSingleSources } from '../single-source-after.ts';
import { lotNumbers } from './input.ts';
import { action } from './row.ts';

const started = z.object({
  started: z
    .array(z.object({ number: z.string(), supplier: z.string(), lots: lotNumbers }))
    .min(1)
    .max(1_000),
});

/** The portal notes on the failed procurement which announcements took up its lots (S1 §1.7.1). */
export const noteSingleSource = action({
  name: 'note-single-source',
  methods: ['price-quotations'],
  carrier: 'clock',
  who: ['portal'],
  when: ['completed'],
  input: started,
  available: [
    (file) =>
      dueSingleSources(file).length === 0
        ? refuse('not-in-this-status', { action: 'note-single-source', status: file.status }, { source: S1('1.7.1') })
        : null,
  ],
  rules: [],
  decide: ({ receivedAt, input }) =>
    input.started.map(({ number, supplier, lots }) => ({
      type: 'SingleSourceStarted',
      at: receivedAt,
      successor: { number, method: 'single-source', lots },
      supplier,
    })),
  source: S1('1.7.1'),
});
