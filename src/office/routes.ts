/** Every route of the office. The order counts only where one pattern could take another's address. */

import { cityHomeRoutes } from './city-home.tsx';
import { homeRoutes } from './home.tsx';
import { newPlanRoutes } from './new-plan.tsx';
import { proposalRoutes } from './proposal.tsx';
import type { Route } from './route.ts';
import { signInRoutes } from './sign-in.tsx';

export const ROUTES: readonly Route[] = [
  ...signInRoutes,
  ...homeRoutes,
  ...newPlanRoutes,
  ...proposalRoutes,
  // Last: `/office/:city` would take every other address of one step.
  ...cityHomeRoutes,
];
