import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { BUNDLING } from './bundling.ts';

/** Writes the bundle of the workflows to standard output. */
const { code } = await bundleWorkflowCode({ ...BUNDLING, logger: new DefaultLogger('ERROR') });
process.stdout.write(code);
