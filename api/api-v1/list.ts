import { actionRoutes } from './actions.ts';
import { changeRoutes } from './changes.ts';
import { draftPaperRoutes } from './draft-papers.ts';
import { draftStepRoutes } from './draft-steps.ts';
import { draftRoutes } from './drafts.ts';
import { fileRoutes } from './files.ts';
import { lawRoutes } from './law.ts';
import { offerRoutes } from './offers.ts';
import { procurementRoutes } from './procurements.ts';
import type { ApiRoute } from './route.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';

/** Every address of the API. What is not a line here is neither answered nor documented. */
export const API_ROUTES: readonly ApiRoute[] = [
  ...searchRoutes,
  ...procurementRoutes,
  ...changeRoutes,
  ...actionRoutes,
  ...fileRoutes,
  ...offerRoutes,
  ...draftRoutes,
  ...draftStepRoutes,
  ...draftPaperRoutes,
  ...lawRoutes,
  ...sessionRoutes,
];
