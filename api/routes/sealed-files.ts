import type { Express } from 'express';
import { sendRefusal } from '../problem.ts';
import { readBytes, storeSealedFile } from '../sealed-files.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';

/** Where the script of the application's page stores what it has sealed. */
export function register(app: Express, services: Services): void {
  app.post('/sealed-files', requireRole('supplier'), async (req, res) => {
    await readBytes(req, res);
    const kept = await storeSealedFile(services, theActor(req), req.body);
    if ('code' in kept) return sendRefusal({ req, res, services }, kept);
    res.status(201).json(kept);
  });
}
