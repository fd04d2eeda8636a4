import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const pure = ['test/domain/**/*.test.ts', 'test/templates/**/*.test.ts', 'test/architecture.test.ts'];
const withPostgres = { globalSetup: ['test/support/global-postgres.ts'] };

/** Asserts how soon something is done: nothing else runs beside it. */
const BURST = 'test/attack/burst.test.ts';

/** Files that take long and mostly wait, as for a browser that Playwright kills after half a minute: others are done meanwhile. */
const WAITING = /\/test\/(?:tools\/hung-browser|browser\/portal)\.test\.ts$/;

/** Largest files first, as Vitest does when it knows of no former run; before them those that wait. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification) => WAITING.test(moduleId);
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

/** Two files at a time: two processors, and most files wait at times for PostgreSQL, Temporal or a clock. Each has a database of its own. */
const twoAtATime = { maxWorkers: 2, isolate: false };

/** Each file has the whole product as processes: two at a time, because each waits for processes that start, end and are away. */
const wholeStack = { maxWorkers: 2, testTimeout: 180_000, hookTimeout: 300_000 };

/**
 * One group after another: pure tests; then everything that needs a database or an engine; then what measures time, alone;
 * then what needs the whole stack.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: WaitingFirst },
    projects: [
      { test: { name: 'domain', sequence: { groupOrder: 0 }, include: pure, testTimeout: 20_000, isolate: false } },
      {
        test: {
          name: 'trust',
          sequence: { groupOrder: 1 },
          include: ['test/trust/**/*.test.ts', 'test/tools/**/*.test.ts', 'test/watch/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...twoAtATime,
        },
      },
      {
        test: {
          name: 'api',
          sequence: { groupOrder: 1 },
          include: ['test/api/**/*.test.ts', 'test/db/**/*.test.ts'],
          ...withPostgres,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...twoAtATime,
        },
      },
      {
        test: {
          name: 'attack',
          sequence: { groupOrder: 1 },
          include: ['test/attack/**/*.test.ts'],
          exclude: [BURST],
          ...withPostgres,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...twoAtATime,
        },
      },
      {
        test: {
          name: 'flow',
          sequence: { groupOrder: 1 },
          include: ['test/flow/**/*.test.ts', 'test/replay/**/*.test.ts'],
          ...withPostgres,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...twoAtATime,
        },
      },
      {
        test: {
          name: 'burst',
          sequence: { groupOrder: 2 },
          include: [BURST],
          ...withPostgres,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 3 },
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-stack.ts'],
          ...wholeStack,
        },
      },
      {
        test: {
          name: 'faults',
          sequence: { groupOrder: 3 },
          include: ['test/faults/**/*.test.ts'],
          exclude: ['test/faults/random-kills.test.ts'],
          ...wholeStack,
        },
      },
      {
        test: {
          name: 'kills',
          sequence: { groupOrder: 4 },
          include: ['test/faults/random-kills.test.ts'],
          ...wholeStack,
        },
      },
    ],
  },
});
