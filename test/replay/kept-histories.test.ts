import { beforeAll, expect, test } from 'vitest';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { keptHistories, readHistory, replayEverything, workflowBundle } from '../support/replay.ts';

let bundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bundle = await workflowBundle();
});

const OUTCOMES = [
  'price-quotations-held',
  'price-quotations-none-submitted',
  'price-quotations-one-submitted',
  'price-quotations-none-admitted',
  'price-quotations-one-admitted',
  'price-quotations-cancelled',
  'price-quotations-cancelled-afterwards',
  'price-quotations-refused',
  'price-quotations-resumed-keys-found-by-the-opener',
  'price-quotations-suspended-and-resumed',
  'price-quotations-key-lost',
  'single-source-key-lost',
  'price-quotations-keys-follow-the-end',
  'single-source-held',
  'single-source-declined',
  'single-source-silent',
  'single-source-rejected',
  'single-source-representative-replaced',
  'single-source-cancelled',
  'single-source-cancelled-while-forming',
];

test('one history is kept per outcome of every method', () => {
  expect(keptHistories().sort()).toEqual(OUTCOMES.map((outcome) => `${outcome}.json`).sort());
});

test.each(OUTCOMES)('a procurement that ran as %s is replayed by the workflows of today', async (outcome) => {
  const histories = readHistory(`${outcome}.json`);
  expect(histories.length).toBeGreaterThan(0);
  await replayEverything(bundle, histories);
});

test.each(OUTCOMES)('the history of %s names no folder of the machine that made it', (outcome) => {
  expect(JSON.stringify(readHistory(`${outcome}.json`))).not.toContain('stackTrace');
});

test('a history that went another way is found', async () => {
  const [saved] = readHistory('price-quotations-held.json');
  const other = JSON.parse(JSON.stringify(saved).replaceAll('"name":"openQuotations"', '"name":"somethingElse"')) as typeof saved;
  expect(other).not.toEqual(saved);
  await expect(replayEverything(bundle, [other!])).rejects.toThrow();
});
