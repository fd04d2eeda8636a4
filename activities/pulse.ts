import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Between two signs of life, ms; several fall within the shortest time that an activity may stay silent. */
const BEAT = 2_000;

/**
 * While an activity works, its process tells the engine that it lives. Work of a process that was killed is then given to another
 * one after the heartbeat timeout, not after the longest time that the work may take.
 */
export const pulse: ActivityInterceptorsFactory = (activity) => ({
  inbound: {
    async execute(input, next) {
      if (!activity.info.heartbeatTimeoutMs) return next(input);
      const beating = setInterval(() => activity.heartbeat(), BEAT);
      try {
        return await next(input);
      } finally {
        clearInterval(beating);
      }
    },
  },
});
