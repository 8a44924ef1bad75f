/** Every route of the office. The order counts only where one pattern could take another's address. */

import { accountRoutes } from './account.tsx';
import { accountSecondFactorRoutes } from './account-second-factor.tsx';
import { auditRoutes } from './audit.tsx';
import { cityHomeRoutes } from './city-home.tsx';
import { firstRoutes } from './first.tsx';
import { forgottenRoutes } from './forgotten.tsx';
import { handOverRoutes } from './hand-over.tsx';
import { discussionRoutes } from './discussion.tsx';
import { historyRoutes } from './history.tsx';
import { homeRoutes } from './home.tsx';
import { invitationRoutes } from './invitation.tsx';
import { inviteRoutes } from './invite.tsx';
import { mailRoutes } from './mail.tsx';
import { newPlanRoutes } from './new-plan.tsx';
import { peopleRoutes } from './people.tsx';
import { personRoutes } from './person.tsx';
import { proposalRoutes } from './proposal.tsx';
import { sheetImportRoutes } from './import-sheet.tsx';
import { receiptRoutes } from './receipts.tsx';
import { notificationRoutes } from './notifications.tsx';
import { previewRoutes } from './preview.tsx';
import { publishRoutes } from './publish.tsx';
import { binRoutes } from './bin-page.tsx';
import { bulkRoutes } from './bulk-page.tsx';
import { itemRoutes } from './item-page.tsx';
import { moveRoutes } from './move-page.tsx';
import { planRoutes } from './plan-page.tsx';
import { rightsRoutes } from './rights.tsx';
import { checklistRoutes } from './checklist.tsx';
import { planSettingsRoutes } from './plan-settings.tsx';
import { searchRoutes } from './search.tsx';
import type { Route } from './route.ts';
import { secondFactorRoutes } from './second-factor.tsx';
import { signInRoutes } from './sign-in.tsx';
import { signOnGroupsRoutes } from './sign-on-groups.tsx';
import { singleSignOnRoutes } from './single-sign-on.tsx';
import { unitRoutes } from './units.tsx';

export const ROUTES: readonly Route[] = [
  ...signInRoutes,
  ...forgottenRoutes,
  ...firstRoutes,
  ...invitationRoutes,
  ...accountRoutes,
  ...secondFactorRoutes,
  ...singleSignOnRoutes,
  // Before the pages of people: `/people/:person` would take the address.
  ...signOnGroupsRoutes,
  ...accountSecondFactorRoutes,
  ...homeRoutes,
  ...mailRoutes,
  ...peopleRoutes,
  // Before a person: `invite` is no person's id.
  ...inviteRoutes,
  ...personRoutes,
  ...handOverRoutes,
  ...unitRoutes,
  ...rightsRoutes,
  ...newPlanRoutes,
  ...proposalRoutes,
  ...sheetImportRoutes,
  ...receiptRoutes,
  ...publishRoutes,
  ...previewRoutes,
  ...auditRoutes,
  ...historyRoutes,
  ...discussionRoutes,
  ...notificationRoutes,
  ...searchRoutes,
  ...planRoutes,
  ...itemRoutes,
  ...moveRoutes,
  ...binRoutes,
  ...bulkRoutes,
  ...planSettingsRoutes,
  ...checklistRoutes,
  // Last: `/office/:city` would take every other address of one step.
  ...cityHomeRoutes,
];
