/** Which page of this part stands behind a kind of address. */
import type { ReactElement } from 'react';
import type { PlanKind } from './addresses.ts';
import { ChangesPage } from './changes.tsx';
import { DataPage } from './data.tsx';
import { DeclarationPage } from './declaration.tsx';
import type { PlanHere } from './here.ts';
import { MethodPage } from './method.tsx';
import { ProgressPage } from './progress.tsx';
import { SearchPage } from './search-page.tsx';
import { WhyPage } from './why.tsx';

/** Null when the kind is another part's page or no page. */
export function dataPage(here: PlanHere, kind: PlanKind): ReactElement | null {
  switch (kind) {
    case 'progress':
      return <ProgressPage here={here} />;
    case 'changes':
      return <ChangesPage here={here} />;
    case 'search':
      return <SearchPage here={here} />;
    case 'data':
      return <DataPage here={here} />;
    case 'method':
      return <MethodPage here={here} />;
    case 'accessibility':
      return <DeclarationPage here={here} />;
    case 'why':
      return <WhyPage here={here} item={null} />;
    default:
      return null;
  }
}
