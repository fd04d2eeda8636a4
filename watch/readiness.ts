import { setTimeout as pause } from 'node:timers/promises';

/** Whether a part of the process, or something it needs, is there. */
export type Check = () => boolean | Promise<boolean>;

/**
 * `ok`: serves. `degraded`: serves, with something away that it can do without for a while. `unavailable`: cannot serve now.
 * `ending`: was told to stop. Requests should come to it in the first two states only.
 */
export interface Readiness {
  status: 'ok' | 'degraded' | 'unavailable' | 'ending';
  parts: Record<string, 'ok' | 'away'>;
}

export interface ReadinessOf {
  ask(): Promise<Readiness>;
  /** From now on the answer is `ending`. */
  end(): void;
}

/** A part that has not answered by then is away, ms. */
const ANSWERS_WITHIN = 1_000;

/** @param needed without these the process cannot serve; @param wished without these it serves, and says what is missing */
export function readinessOf(needed: Record<string, Check>, wished: Record<string, Check> = {}): ReadinessOf {
  let ending = false;
  const answers = async (check: Check): Promise<'ok' | 'away'> => {
    const late = new AbortController();
    const answer = Promise.resolve()
      .then(check)
      .then(
        (there) => there,
        () => false,
      );
    const there = await Promise.race([answer, pause(ANSWERS_WITHIN, false, { signal: late.signal }).catch(() => false)]);
    late.abort();
    return there ? 'ok' : 'away';
  };
  return {
    async ask() {
      const asked = Object.entries({ ...needed, ...wished }).map(async ([part, check]) => [part, await answers(check)] as const);
      const parts = Object.fromEntries(await Promise.all(asked));
      const away = (checks: Record<string, Check>) => Object.keys(checks).some((part) => parts[part] === 'away');
      return { status: ending ? 'ending' : away(needed) ? 'unavailable' : away(wished) ? 'degraded' : 'ok', parts };
    },
    end: () => void (ending = true),
  };
}

/** Status by which a balancer knows: 200 while requests may come, 503 otherwise. */
export const statusOf = ({ status }: Readiness): 200 | 503 => (status === 'ok' || status === 'degraded' ? 200 : 503);
