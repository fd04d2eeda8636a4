import type { Express } from 'express';
import { schemaIsThere } from '../db/operations-figures.ts';
import { type ReadinessOf, readinessOf, statusOf } from '../watch/readiness.ts';
import { VERSION } from '../watch/version.ts';
import { createWebMetrics } from './metrics.ts';
import type { Services } from './services.ts';

/**
 * A web process serves when the database answers with the schema of this release and the lists by which signatures are judged are
 * read. Without the engine it serves too: commands are received and carried later.
 */
const webReadiness = ({ db, signatures, engine }: Pick<Services, 'db' | 'signatures' | 'engine'>): ReadinessOf =>
  readinessOf(
    { database: () => schemaIsThere(db.pool), signatures: () => signatures.ready() },
    { engine: () => engine.answers() },
  );

/** What a web process shows its operators. */
export const watched = (parts: Parameters<typeof webReadiness>[0]): Pick<Services, 'metrics' | 'readiness'> => ({
  metrics: createWebMetrics(),
  readiness: webReadiness(parts),
});

/** For machines, before sessions and pages: does the process live (`/healthz`), should requests come to it (`/readyz`). */
export function setUpHealth(app: Express, { readiness }: Services): void {
  app.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok', version: VERSION });
  });
  app.get('/readyz', async (_req, res) => {
    const found = await readiness.ask();
    res.set('Cache-Control', 'no-store').status(statusOf(found)).json(found);
  });
}
