import { createIntakeKeys } from './create-intake-keys.ts';
import { applicationIn, openApplication } from './open-application.ts';
import { openQuotations } from './open-quotations.ts';
import type { Opener } from './open-window.ts';
import { postponeKeys } from './postpone-keys.ts';

type Request<Activity extends (...args: never[]) => unknown> = Parameters<Activity>[1];

/** What only the opener may do: it alone holds the master key. */
export const createOpenerActivities = (opener: Opener) => ({
  createIntakeKeys: (request: Request<typeof createIntakeKeys>) => createIntakeKeys(opener, request),
  postponeKeys: (request: Request<typeof postponeKeys>) => postponeKeys(opener, request),
  openQuotations: (request: Request<typeof openQuotations>) => openQuotations(opener, request),
  applicationIn: (request: Request<typeof applicationIn>) => applicationIn(opener, request),
  openApplication: (request: Request<typeof openApplication>) => openApplication(opener, request),
});

export type OpenerActivities = ReturnType<typeof createOpenerActivities>;
