import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PATIENCE } from '../../activities/process.ts';
import { BUNDLING } from '../../activities/bundling.ts';

const FOLDER = fileURLToPath(new URL('../histories', import.meta.url));

/** A history with the id it belongs to. */
export interface SavedHistory {
  workflowId: string;
  history: unknown;
}

let bundled: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflows of this tree, as the worker bundles them; once for all files of a process. */
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> =>
  (bundled ??= bundleWorkflowCode({ ...BUNDLING, logger: new DefaultLogger('ERROR') }));

/** Replays histories against workflows; throws on the first that would go another way. */
export async function replayEverything(bundle: WorkflowBundleWithSourceMap, histories: SavedHistory[]): Promise<void> {
  for (const { workflowId, history } of histories) {
    await Worker.runReplayHistory({ workflowBundle: bundle, ...PATIENCE }, history, workflowId);
  }
}

/** Stack traces name folders of the machine that made them, and no replay reads them. */
const withoutTraces = (key: string, value: unknown): unknown => (key === 'stackTrace' ? undefined : value);

/** Keeps the histories of one outcome for good: every later release must replay them. */
export function keepHistory(name: string, histories: SavedHistory[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(histories, withoutTraces) + '\n');
}

/** Names of the kept histories. */
export const keptHistories = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

export const readHistory = (name: string): SavedHistory[] =>
  JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as SavedHistory[];
