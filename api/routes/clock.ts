import type { Express } from 'express';
import { frameFacts } from '../../db/people.ts';
import type { Services } from '../services.ts';

/** What time it is by the legal clock, ms since the epoch. */
export function register(app: Express, { db }: Services): void {
  app.get('/clock', async (_req, res) => {
    const { legalNow } = await frameFacts(db, null);
    res.set('Cache-Control', 'no-store').json({ now: legalNow });
  });
}
