import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Seconds a program has to wait before its next request, or null when it may go on. */
export type Pace = (req: Request) => Promise<number | null>;

/**
 * Requests per minute of each token, and of each address without one; people with a session are not counted. Counters are those of one
 * web process: the limit keeps a runaway program from the others, it does not bill.
 */
export function paceOf(perMinute: number): Pace {
  const counter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (req) => {
    const known = req.token && req.token !== 'unknown';
    if (req.person && !known) return null;
    const key = known ? `token ${(req.token as { id: string }).id}` : `address ${req.ip ?? ''}`;
    try {
      await counter.consume(key);
      return null;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  };
}
