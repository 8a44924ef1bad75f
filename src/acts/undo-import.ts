/** Takes a whole import back by its receipt, where nobody changed the same things since. */

import { withdrawDecisions } from '../database/decision.ts';
import { markUndone, receiptById } from '../database/receipt.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import type { PlanPatch } from '../model/plan-patch.ts';
import { patched, reversed, strayed } from '../model/plan-patch.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { CityActing } from './acting.ts';
import { isUnfit } from './acting.ts';
import { changePlanWithin } from './change-plan.ts';

/** Refused: `receipt-undone`, `receipt-not-undoable` (it made the plan), `undo-changed-since`, `undo-published`. */
export async function undoImport(acting: CityActing, receiptId: Id): Promise<'undone' | Refusal> {
  const { cityId } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const receipt = await receiptById(tx, cityId, receiptId);
    if (!receipt) return refusal('thing-gone');
    if (receipt.undoneAt !== null) return refusal('receipt-undone');
    const patch = patchOfReceipt(receipt.before);
    if (patch === null) return refusal('receipt-not-undoable');
    const back = reversed(patch);
    const { planId, personId, at } = receipt;
    const asked = { planId, act: 'undo-import', deed: 'import', basis: 'taken-back' } as const;
    const done = await changePlanWithin(tx, acting, asked, async (plan) => {
      if (strayed(plan, back).length > 0) return refusal('undo-changed-since');
      const thingIds = [...back.nodes, ...back.tasks].map(({ id }) => id);
      const waiting = await withdrawDecisions(tx, cityId, planId, { personId, at, thingIds });
      return waiting ? patched(plan, back) : refusal('undo-published');
    });
    if (isRefusal(done)) return done;
    // Something was put under a goal that the import had made.
    if (isUnfit(done)) return refusal('undo-changed-since');
    await markUndone(tx, cityId, receiptId, instant(acting.clock));
    return 'undone';
  });
}

/** What the import changed; null for one that made the plan. */
export function patchOfReceipt(before: unknown): PlanPatch | null {
  const patch = before as PlanPatch | null;
  return patch && Array.isArray(patch.nodes) && Array.isArray(patch.tasks) ? patch : null;
}
