import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { ACT, type FloorActivities, type Step } from './messages.ts';

const { record } = proxyLocalActivities<FloorActivities>({ startToCloseTimeout: '15s' });

/** The least that carries an act through Temporal: a signal, and the record's SQL in a local activity. No rules, no look-ups, no display. */
export async function bareCase(): Promise<void> {
  const inbox: Step[] = [];
  setHandler(defineSignal<[Step]>(ACT), (step) => {
    inbox.push(step);
  });
  for (;;) {
    await condition(() => inbox.length > 0);
    await record(inbox.shift()!);
  }
}
