import { defineConfig } from 'vitest/config';

const pure = ['test/domain/**/*.test.ts', 'test/templates/**/*.test.ts', 'test/architecture.test.ts'];
const withPostgres = { globalSetup: ['test/support/global-postgres.ts'] };

/**
 * One group after another. Pure tests in parallel; the portal's pages and running cases two files at a time, each with a database
 * and a clock of its own, for they wait more than they work; the others one file at a time: two processors.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'domain', sequence: { groupOrder: 0 }, include: pure, testTimeout: 20_000 } },
      {
        test: {
          name: 'trust',
          sequence: { groupOrder: 1 },
          include: ['test/trust/**/*.test.ts', 'test/tools/**/*.test.ts', 'test/watch/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'api',
          sequence: { groupOrder: 2 },
          include: ['test/api/**/*.test.ts', 'test/db/**/*.test.ts'],
          ...withPostgres,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'attack',
          sequence: { groupOrder: 3 },
          include: ['test/attack/**/*.test.ts'],
          ...withPostgres,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'flow',
          sequence: { groupOrder: 4 },
          include: ['test/flow/**/*.test.ts', 'test/replay/**/*.test.ts'],
          ...withPostgres,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 5 },
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-stack.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'faults',
          sequence: { groupOrder: 5 },
          include: ['test/faults/**/*.test.ts'],
          exclude: ['test/faults/random-kills.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'kills',
          sequence: { groupOrder: 6 },
          include: ['test/faults/random-kills.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
