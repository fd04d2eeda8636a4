import express, { type Express } from 'express';
import { setUpAddresses } from './addresses.ts';
import { setUpAssets } from './assets.ts';
import { setUpBodies } from './bodies.ts';
import { setUpHealth, watched } from './health.ts';
import { setUpLanguage } from './language.ts';
import { setUpProblems } from './problem.ts';
import { setUpRequestLog } from './request-log.ts';
import { registerRoutes } from './routes/index.ts';
import { setUpFormTokens, setUpSecurityHeaders } from './security.ts';
import type { Services } from './services.ts';
import { setUpSession } from './session.ts';

/** The portal's web application. The order is the way of a request through it. */
export function createApp(given: Omit<Services, 'metrics' | 'readiness'> & Partial<Services>): Express {
  const services: Services = { ...watched(given), ...given };
  const app = express();
  app.set('trust proxy', services.settings.trustedProxies);
  app.set('query parser', 'simple');
  // One page, one address: what is hidden from the log, or asked of an address, is asked of its very letters.
  app.set('case sensitive routing', true);
  app.disable('x-powered-by');
  setUpSecurityHeaders(app, services);
  setUpHealth(app, services);
  setUpRequestLog(app, services);
  setUpAssets(app, services);
  setUpSession(app, services);
  setUpLanguage(app);
  setUpAddresses(app);
  setUpBodies(app);
  setUpFormTokens(app, services);
  registerRoutes(app, services);
  setUpProblems(app, services);
  return app;
}
