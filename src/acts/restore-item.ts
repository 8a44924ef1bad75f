/** Takes a thing, with all that went with it, out of the recycle bin. */

import { binOf } from '../database/bin.ts';
import type { Basis } from '../model/basis.ts';
import { withBinned } from '../model/recycle.ts';
import type { Id } from '../model/plan.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { changePlan } from './change-plan.ts';
import type { PlanChanged } from './change-plan.ts';

/** Refused: `item-gone`, `restore-home-gone` (what it stood under lies in the bin itself, or is gone). */
export function restoreItem(
  acting: CityActing,
  { planId, itemId, basis }: { readonly planId: Id; readonly itemId: Id; readonly basis: Basis | null },
): Promise<PlanChanged | Refusal | Unfit> {
  return changePlan(
    acting,
    { planId, act: 'restore-item', deed: 'edit-plan', thingId: itemId, basis },
    async (plan, { tx }) => withBinned(plan, await binOf(tx, acting.cityId, planId), itemId),
  );
}
