import express, { type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '../domain/parties.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { isSealedFile, LARGEST_SEALED_FILE } from '../trust/sealed-file.ts';
import { PageProblem } from './page-problem.ts';
import type { Services } from './services.ts';

/** MiB of sealed files that one person may store in an hour; our decision: an application of a hundred lots is below it. */
const MIB_PER_HOUR = 600;

/** What was sent is counted in the memory of the process, of pages and programs together. */
const counted = new WeakMap<Services['files'], RateLimiterMemory>();

function counterOf({ files }: Pick<Services, 'files'>): RateLimiterMemory {
  const counter = counted.get(files) ?? new RateLimiterMemory({ points: MIB_PER_HOUR, duration: 3600 });
  counted.set(files, counter);
  return counter;
}

const raw = express.raw({ type: 'application/octet-stream', limit: LARGEST_SEALED_FILE });

/** Reads the bytes of a request as they came; who may send them is asked before. */
export const readBytes = (req: Request, res: Response): Promise<void> =>
  new Promise((resolve, reject) => raw(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve())));

/**
 * Keeps a file that its supplier has sealed, before the offer that names it (S1 §1.7.2): by its digest alone. Neither a row nor a line
 * of the log says whose it is or for which procurement. @throws PageProblem `bad-request` when the bytes are no sealed file
 */
export async function storeSealedFile(
  services: Pick<Services, 'files'>,
  { userId }: Actor,
  sealed: unknown,
): Promise<{ sha256: string } | Refusal> {
  if (!Buffer.isBuffer(sealed) || !isSealedFile(sealed)) throw new PageProblem('bad-request');
  const size = Math.ceil(sealed.length / 1024 / 1024);
  const allowed = await counterOf(services)
    .consume(userId, size)
    .catch(() => null);
  if (!allowed) return refuse('too-many-files', { hourly: MIB_PER_HOUR }, { field: 'file' });
  return { sha256: await services.files.put(sealed) };
}
