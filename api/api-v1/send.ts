import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { problemOf } from '../problem.ts';
import type { Denial, Keeping, Reply } from './route.ts';

const CACHE: Record<Keeping, string> = {
  public: 'public, no-cache',
  never: 'no-store',
};

export const found = (body: unknown): Reply => ({ status: 200, body, keeping: 'public' });
export const now = (body: unknown): Reply => ({ status: 200, body, keeping: 'never' });

/** What was sent does not fit its schema: the first field that is wrong. */
export function badBody({ issues: [issue] }: z.ZodError): Refusal {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return refuse('bad-input', { problem: issue?.code ?? 'invalid' }, { field: [...(issue?.path ?? []), ...unknown].join('.') });
}

/** Sends JSON. What may be kept carries a strong entity tag of its bytes; a reader who has them gets 304. */
export function sendReply(req: Request, res: Response, { status, body, keeping, location, file }: Reply): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  if (location) res.location(location);
  res.status(status).set('Cache-Control', CACHE[keeping]);
  if (keeping !== 'never') {
    const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
    res.set('ETag', tag);
    if (has(req, tag)) return void res.status(304).end();
  }
  if (file === undefined) res.type('json').send(bytes);
  else res.attachment(file).type('application/octet-stream').send(bytes);
}

/** Whether the reader has what a tag stands for. A request's own `no-cache`, as fetch sends it, is said to caches on the way, not to the portal. */
const has = (req: Request, tag: string): boolean =>
  (req.get('if-none-match') ?? '').split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')));

/** Sends problem details (RFC 9457) with what may be done instead. */
export function sendDenial(req: Request, res: Response, { refusal, ...more }: Denial): void {
  const problem = problemOf(refusal, req.language, { ...more, request: req.id });
  if (problem.status === 401) res.set('WWW-Authenticate', 'Bearer');
  res.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json').json(problem);
}

/** The same question further on. */
export function nextPage(asked: string, after: string): string {
  const { pathname, searchParams } = new URL(asked, 'http://portal.invalid');
  searchParams.set('after', after);
  return `${pathname}?${searchParams.toString()}`;
}
