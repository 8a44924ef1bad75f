/** Every route of the office. The order counts only where one pattern could take another's address. */

import { accountRoutes } from './account.tsx';
import { auditRoutes } from './audit.tsx';
import { cityHomeRoutes } from './city-home.tsx';
import { firstRoutes } from './first.tsx';
import { forgottenRoutes } from './forgotten.tsx';
import { historyRoutes } from './history.tsx';
import { homeRoutes } from './home.tsx';
import { invitationRoutes } from './invitation.tsx';
import { newPlanRoutes } from './new-plan.tsx';
import { proposalRoutes } from './proposal.tsx';
import { previewRoutes } from './preview.tsx';
import { publishRoutes } from './publish.tsx';
import { binRoutes } from './bin-page.tsx';
import { bulkRoutes } from './bulk-page.tsx';
import { itemRoutes } from './item-page.tsx';
import { moveRoutes } from './move-page.tsx';
import { planRoutes } from './plan-page.tsx';
import type { Route } from './route.ts';
import { signInRoutes } from './sign-in.tsx';

export const ROUTES: readonly Route[] = [
  ...signInRoutes,
  ...forgottenRoutes,
  ...firstRoutes,
  ...invitationRoutes,
  ...accountRoutes,
  ...homeRoutes,
  ...newPlanRoutes,
  ...proposalRoutes,
  ...publishRoutes,
  ...previewRoutes,
  ...auditRoutes,
  ...historyRoutes,
  ...planRoutes,
  ...itemRoutes,
  ...moveRoutes,
  ...binRoutes,
  ...bulkRoutes,
  // Last: `/office/:city` would take every other address of one step.
  ...cityHomeRoutes,
];
