import { NativeConnection, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { installRuntime } from '../../activities/process.ts';
import { connect } from '../../db/client.ts';
import { recordStep } from '../../db/record.ts';
import { createLog } from '../../watch/log.ts';
import { engineOptions } from '../../workflows/engine.ts';
import { FLOOR_QUEUE, type FloorActivities } from './messages.ts';

/** Worker of the bare cases, a process of its own as the portal's worker is. */
installRuntime(createLog('worker', 'warn'));
const db = connect(process.env['DATABASE_URL'] ?? '', 20);
const { address, namespace } = engineOptions(process.env);
const connection = await NativeConnection.connect({ address });
const activities: FloorActivities = {
  async record(step) {
    await recordStep(db, step);
  },
};
const worker = await Worker.create({
  ...{ connection, namespace: namespace ?? 'default', taskQueue: FLOOR_QUEUE, activities },
  workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
});
process.once('SIGTERM', () => worker.shutdown());
const running = worker.run();
process.stdout.write('floor ready\n');
await running;
await Promise.all([connection.close(), db.close()]);
