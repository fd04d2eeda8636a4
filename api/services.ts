import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';
import type { Assets } from './assets.ts';
import type { Settings } from './settings.ts';

/** What the routes work with; made once in `server.ts`. */
export interface Services {
  db: Database;
  settings: Settings;
  assets: Assets;
  log: Logger;
}
