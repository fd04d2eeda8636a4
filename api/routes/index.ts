import type { Express } from 'express';
import type { Services } from '../services.ts';
import * as announcements from './announcements.ts';
import * as health from './health.ts';
import * as lots from './lots.ts';
import * as preferences from './preferences.ts';
import * as resume from './resume.ts';
import * as signIn from './sign-in.ts';
import * as procurement from './procurement.ts';

/** Every module of routes; a new one is a line here. */
const MODULES: { register: (app: Express, services: Services) => void }[] = [
  procurement,
  announcements,
  lots,
  health,
  preferences,
  resume,
  signIn,
];

export function registerRoutes(app: Express, services: Services): void {
  for (const { register } of MODULES) register(app, services);
}
