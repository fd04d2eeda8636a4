import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { findCase, openCases } from '../../db/cases.ts';
import type { Database } from '../../db/client.ts';
import { isOver } from '../../domain/procurement/file.ts';
import { WORKFLOW_TYPES, workflowIdOf } from '../../workflows/messages.ts';
import type { Finding, Tally } from './run.ts';

/** A case begun or ended this instant is looked at again after this pause, ms. */
const PAUSE_MS = 2_000;

/** Ids of the workflows of cases that run now. */
export async function runningWorkflows(client: Client): Promise<Set<string>> {
  const types = Object.values(WORKFLOW_TYPES).map((type) => `'${type}'`);
  const query = `ExecutionStatus = 'Running' AND WorkflowType IN (${types.join(', ')})`;
  const found = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query })) found.add(workflowId);
  return found;
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** A draft whose publication was refused keeps its workflow: it may be published yet. */
async function mayRun(db: Database, number: string): Promise<boolean> {
  const file = await findCase(db.pool, number);
  return file !== undefined && !isOver(file);
}

/** Running workflows are the open cases, by workflow id. What does not fit the list is asked for by its id: lists lag behind. */
export async function verifyEngine(
  db: Database,
  client: Client,
  running: ReadonlySet<string>,
): Promise<{ tally: Tally; findings: Finding[] }> {
  const began = performance.now();
  const open = new Map((await openCases(db.pool)).map(({ kind, number }) => [workflowIdOf(kind, number), number]));
  const missing = [...open].filter(([workflowId]) => !running.has(workflowId));
  const extra = [...running].filter((workflowId) => !open.has(workflowId));
  if (missing.length + extra.length > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  const findings: Finding[] = [];
  const found = (number: string, workflowId: string, expected: string, there: string) =>
    findings.push({ check: 'engine', number, row: `workflow ${workflowId}`, expected, found: there });
  for (const [workflowId, number] of missing) {
    if ((await mayRun(db, number)) && !(await isRunning(client, workflowId))) found(number, workflowId, 'running', 'not running');
  }
  for (const workflowId of extra) {
    const number = workflowId.slice(workflowIdOf('procurement', '').length);
    if (!(await mayRun(db, number)) && (await isRunning(client, workflowId))) found(number, workflowId, 'an open case', 'none');
  }
  const seconds = (performance.now() - began) / 1000;
  return { tally: { name: 'engine', of: 'workflows', count: running.size, findings: findings.length, seconds }, findings };
}
