import { beforeAll, expect, test } from 'vitest';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { keptHistories, readHistory, replayEverything, workflowBundle } from '../support/replay.ts';

let bundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bundle = await workflowBundle();
});

const OUTCOMES = [
  'held',
  'none-submitted',
  'one-submitted',
  'none-admitted',
  'one-admitted',
  'cancelled',
  'cancelled-afterwards',
  'refused',
  'suspended-and-resumed',
  'keys-follow-the-end',
  'key-lost',
];

test('one history is kept per outcome of the method', () => {
  expect(keptHistories().sort()).toEqual(OUTCOMES.map((outcome) => `price-quotations-${outcome}.json`).sort());
});

test.each(OUTCOMES)('a procurement that ran as %s is replayed by the workflows of today', async (outcome) => {
  const histories = readHistory(`price-quotations-${outcome}.json`);
  expect(histories.length).toBeGreaterThan(0);
  await replayEverything(bundle, histories);
});

test('a history that went another way is found', async () => {
  const [saved] = readHistory('price-quotations-held.json');
  const other = JSON.parse(JSON.stringify(saved).replaceAll('"name":"openQuotations"', '"name":"somethingElse"')) as typeof saved;
  expect(other).not.toEqual(saved);
  await expect(replayEverything(bundle, [other!])).rejects.toThrow();
});
