import type { Express } from 'express';
import type { Services } from '../services.ts';
import { sendSearch } from './search-page.ts';

/** Public search of announcements, open to everyone (S1 §1.2). */
export function register(app: Express, services: Services): void {
  app.get('/announcements', (req, res) => sendSearch({ req, res, services }, 'announcements'));
}
