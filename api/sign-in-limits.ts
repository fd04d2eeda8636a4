import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/client.ts';

/** Failed attempts allowed in a quarter of an hour; our decision, the sources only say "limited attempts" (S4). */
export const ATTEMPTS = { perLogin: 5, perAddress: 60, windowSeconds: 15 * 60 } as const;

export interface SignInLimits {
  /** Counts an attempt before the password is looked at; the minutes to wait when there are too many, else null. */
  attempt(login: string, address: string): Promise<number | null>;
  /** The attempt was right: the login starts anew, the address gets its attempt back. */
  succeeded(login: string, address: string): Promise<void>;
}

/** Counters in Postgres, so that every web process counts together; their table is made by the migrations. */
export function createSignInLimits(db: Database): SignInLimits {
  const counter = (keyPrefix: string, points: number): RateLimiterPostgres => {
    const limits = { keyPrefix, points, duration: ATTEMPTS.windowSeconds, blockDuration: ATTEMPTS.windowSeconds };
    const store = { storeClient: db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true };
    return new RateLimiterPostgres({ ...limits, ...store, clearExpiredByTimeout: true });
  };
  const logins = counter('login', ATTEMPTS.perLogin);
  const addresses = counter('address', ATTEMPTS.perAddress);
  const keyOf = (login: string) => login.trim().toLowerCase().slice(0, 200);
  return {
    async attempt(login, address) {
      const waits = await Promise.all([consume(addresses, address), consume(logins, keyOf(login))]);
      const longest = Math.max(...waits);
      return longest > 0 ? Math.ceil(longest / 60_000) : null;
    },
    async succeeded(login, address) {
      await Promise.all([logins.delete(keyOf(login)), addresses.reward(address, 1)]);
    },
  };
}

/** Milliseconds to wait; 0 when the attempt is allowed. */
async function consume(counter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await counter.consume(key);
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.max(1, reason.msBeforeNext);
    throw reason;
  }
}
