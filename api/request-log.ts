import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { hiddenPath, isAtAWindow } from './at-a-window.ts';
import type { Services } from './services.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Number of the request in the log, shown on error pages. */
    id: string;
  }
}

/** One line per request: address without the query (it may carry what people searched for), status, time in ms. */
export function setUpRequestLog(app: Express, { log, metrics }: Services): void {
  app.use((req, res, next) => {
    req.id = randomUUID();
    res.set('X-Request-Id', req.id);
    const { method, path } = req;
    const started = performance.now();
    res.once('close', () => {
      const ms = Math.round(performance.now() - started);
      metrics.answered(req, res.statusCode, ms / 1000);
      const atAWindow = isAtAWindow(path);
      // What went well is not logged there: whoever reads the log could count what was handed in.
      if ((path.startsWith('/assets/') || atAWindow) && res.statusCode < 400) return;
      const line = { request: req.id, method, path, status: res.statusCode, ms, user: req.person?.userId };
      const { user: _nobody, ...unnamed } = line;
      const hidden = { ...unnamed, path: hiddenPath(path) };
      log.info(atAWindow ? hidden : line, 'request');
    });
    next();
  });
}
