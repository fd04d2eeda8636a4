import type { Express } from 'express';
import { databaseAnswers, frameFacts } from '../../db/people.ts';
import type { Services } from '../services.ts';

/** For machines: is the process alive, can it serve, and what time is it by the legal clock (ms since the epoch). */
export function register(app: Express, { db }: Services): void {
  app.get('/health/live', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.get('/health/ready', async (_req, res) => {
    const database = await databaseAnswers(db);
    res.status(database ? 200 : 503).json({ status: database ? 'ok' : 'unavailable', database });
  });
  app.get('/clock', async (_req, res) => {
    const { legalNow } = await frameFacts(db, null);
    res.set('Cache-Control', 'no-store').json({ now: legalNow });
  });
}
