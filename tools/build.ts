import { buildPrograms } from './stack/build.ts';

/** `npm run build`: web, worker, opener and the workflows as one file each, in `dist/`. */
await buildPrograms();
