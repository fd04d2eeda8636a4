import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** A history with the id it belongs to. */
export interface SavedHistory {
  workflowId: string;
  history: unknown;
}

/** Replays histories against the workflows of this tree; throws on the first that would go another way. */
export async function replayEverything(bundle: WorkflowBundleWithSourceMap, histories: SavedHistory[]): Promise<void> {
  for (const { workflowId, history } of histories) {
    await Worker.runReplayHistory({ workflowBundle: bundle }, history, workflowId);
  }
}
