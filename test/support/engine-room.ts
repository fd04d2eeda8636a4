import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Runtime, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { temporal } from '@temporalio/proto';
import { createPrinter, type Printer } from '../../activities/print/printer.ts';
import { workflowBundle } from './replay.ts';
import { findTestServer } from '../../tools/temporal/test-server.ts';

const QUIET = new DefaultLogger('ERROR');

/** What the tests of one file share: time-skipping server, workflow bundle, printer. */
export interface EngineRoom {
  env: TestWorkflowEnvironment;
  bundle: WorkflowBundleWithSourceMap;
  printer: Printer;
  /** A namespace of one's own in the engine: towns do not meet, even when one is left in a hurry. */
  aNamespace(): { namespace: string; client: Client };
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

/** Starts the time-skipping server by the order of design §7; says in one line which one it is. */
export async function openEngineRoom(): Promise<EngineRoom> {
  Runtime.install({ logger: QUIET, telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } } });
  const { path, says } = await findTestServer();
  process.stdout.write(`${says}\n`);
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  // The test server keeps them for all namespaces.
  await env.connection.operatorService.addSearchAttributes({ searchAttributes: ATTRIBUTES, namespace: 'default' });
  const bundle = await workflowBundle();
  const printer = await createPrinter();
  let towns = 0;
  return {
    env,
    bundle,
    printer,
    aNamespace() {
      const namespace = `town-${++towns}`;
      return { namespace, client: new Client({ connection: env.connection, namespace, identity: 'town' }) };
    },
    async close() {
      await printer.close();
      await env.teardown();
    },
  };
}
