import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Runtime, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { temporal } from '@temporalio/proto';
import { createPrinter, type Printer } from '../../activities/print/printer.ts';
import { workflowBundle } from './replay.ts';
import { findTestServer } from '../../tools/temporal/test-server.ts';

const QUIET = new DefaultLogger('ERROR');

/** What the tests of one file share: workflow bundle and printer. */
export interface EngineRoom {
  bundle: WorkflowBundleWithSourceMap;
  printer: Printer;
  /**
   * A time-skipping server of one's own (about a second): a run ended in the middle of a task keeps the server from ever
   * skipping time again, so towns do not share one.
   */
  anEngine(): Promise<{ env: TestWorkflowEnvironment; client: Client }>;
  close(): Promise<void>;
}

const KEYWORD = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
const ATTRIBUTES = {
  CaseNumber: KEYWORD,
  CaseMethod: KEYWORD,
  CaseStatus: KEYWORD,
  CaseOrganizer: KEYWORD,
  CaseOutcome: KEYWORD,
  CaseSuspended: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  CaseNextDeadline: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

/** Finds the time-skipping server by the order of design §7; says in one line which one it is. */
export async function openEngineRoom(): Promise<EngineRoom> {
  Runtime.install({ logger: QUIET, telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } } });
  const { path, says } = await findTestServer();
  process.stdout.write(`${says}\n`);
  const bundle = await workflowBundle();
  const printer = createPrinter();
  return {
    bundle,
    printer,
    async anEngine() {
      const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
      await env.connection.operatorService.addSearchAttributes({ searchAttributes: ATTRIBUTES, namespace: 'default' });
      return { env, client: new Client({ connection: env.connection, identity: 'town' }) };
    },
    close: () => printer.close(),
  };
}
