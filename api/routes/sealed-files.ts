import express, { type Express } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refuse } from '../../domain/refusals.ts';
import { isSealedFile, LARGEST_SEALED_FILE } from '../../trust/sealed-file.ts';
import { PageProblem } from '../page-problem.ts';
import { sendRefusal } from '../problem.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';

/** MiB of sealed files that one person may store in an hour; our decision: an application of a hundred lots is below it. */
const MIB_PER_HOUR = 600;

/**
 * Stores a file that the supplier's browser has sealed, before the offer that names it (S1 §1.7.2): by its digest alone. Neither a
 * row nor a line of the log says whose it is or for which procurement; the count of what was sent stays in this process's memory.
 */
export function register(app: Express, services: Services): void {
  const stored = new RateLimiterMemory({ points: MIB_PER_HOUR, duration: 3600 });
  const raw = express.raw({ type: 'application/octet-stream', limit: LARGEST_SEALED_FILE });

  app.post('/sealed-files', requireRole('supplier'), raw, async (req, res) => {
    const sealed: unknown = req.body;
    const exchange = { req, res, services };
    if (!Buffer.isBuffer(sealed) || !isSealedFile(sealed)) throw new PageProblem('bad-request');
    const size = Math.ceil(sealed.length / 1024 / 1024);
    const allowed = await stored.consume(theActor(req).userId, size).catch(() => null);
    if (!allowed) return sendRefusal(exchange, refuse('too-many-files', { hourly: MIB_PER_HOUR }, { field: 'file' }));
    res.status(201).json({ sha256: await services.files.put(sealed) });
  });
}
