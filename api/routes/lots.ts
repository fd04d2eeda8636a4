import type { Express } from 'express';
import type { Services } from '../services.ts';
import { sendSearch } from './search-page.ts';

/** Public search of lots, open to everyone (S1 §1.2); also the portal's first page. */
export function register(app: Express, services: Services): void {
  app.get('/', (_req, res) => res.redirect(303, '/lots'));
  app.get('/lots', (req, res) => sendSearch({ req, res, services }, 'lots'));
}
