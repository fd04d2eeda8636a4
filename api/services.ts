import type { Logger } from '../watch/log.ts';
import type { Database } from '../db/client.ts';
import type { KeyObject } from 'node:crypto';
import type { FileStore } from '../db/file-store.ts';
import type { OutcomeWaiters } from '../db/outcome-waiters.ts';
import type { SignatureProvider } from '../trust/signature-provider.ts';
import type { Engine } from '../workflows/engine.ts';
import type { ReadinessOf } from '../watch/readiness.ts';
import type { Assets } from './assets.ts';
import type { WebMetrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** What the routes work with; made once in `server.ts`. */
export interface Services {
  db: Database;
  settings: Settings;
  assets: Assets;
  log: Logger;
  metrics: WebMetrics;
  readiness: ReadinessOf;
  engine: Engine;
  waiters: OutcomeWaiters;
  files: FileStore;
  signatures: SignatureProvider;
  /** Finds a supplier's own sealed offer; a file of the web process and the opener, never in the database. */
  blindKey: Uint8Array;
  /** Signs receipts (Ed25519). */
  receiptKey: KeyObject;
}
