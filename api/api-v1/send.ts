import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { problemOf } from '../problem.ts';
import type { Denial, Keeping, Reply } from './route.ts';

const CACHE: Record<Keeping, string> = {
  public: 'public, no-cache',
  never: 'no-store',
};

export const found = (body: unknown): Reply => ({ status: 200, body, keeping: 'public' });
export const now = (body: unknown): Reply => ({ status: 200, body, keeping: 'never' });

/** Sends JSON. What may be kept carries a strong entity tag of its bytes; a reader who has them gets 304. */
export function sendReply(res: Response, { status, body, keeping, location }: Reply): void {
  const bytes = Buffer.from(JSON.stringify(body));
  if (location) res.location(location);
  res.status(status).set('Cache-Control', CACHE[keeping]).type('json');
  if (keeping !== 'never') res.set('ETag', `"${createHash('sha256').update(bytes).digest('base64url')}"`);
  // Express compares the tag with If-None-Match and leaves out the bytes.
  res.send(bytes);
}

/** Sends problem details (RFC 9457) with what may be done instead. */
export function sendDenial(req: Request, res: Response, { refusal, ...more }: Denial): void {
  const problem = problemOf(refusal, req.language, { ...more, request: req.id });
  if (problem.status === 401) res.set('WWW-Authenticate', 'Bearer');
  res.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json').json(problem);
}
