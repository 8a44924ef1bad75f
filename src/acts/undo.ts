/** Takes back the last act of a person on a plan, where nobody changed the same things since. */

import { entriesOfPlan } from '../database/audit-plan.ts';
import type { PlanEntry } from '../database/audit-plan.ts';
import { withdrawDecisions } from '../database/decision.ts';
import type { Reader } from '../database/engine.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { patched, reversed, strayed } from '../model/plan-patch.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { changePlan, patchOfAudit } from './change-plan.ts';
import type { PlanChanged } from './change-plan.ts';

const UNDOABLE: ReadonlySet<string> = new Set([
  'edit',
  'move',
  'promote',
  'demote',
  'up',
  'down',
  'add',
  'merge',
  'split',
  'stop',
  'remove',
  'restore-item',
  'bulk-edit',
]);

/** The person's last act on the plan, when it is one that can be taken back. */
export async function lastUndoable(
  db: Reader,
  cityId: Id,
  planId: Id,
  personId: Id,
): Promise<PlanEntry | null> {
  const [last] = await entriesOfPlan(db, cityId, planId, personId, 1);
  return last && UNDOABLE.has(last.act) ? last : null;
}

/** Refused: `undo-nothing`, `undo-overtaken` (somebody acted meanwhile), `undo-changed-since`, `undo-published`. */
export function undo(
  acting: CityActing,
  planId: Id,
  /** The entry that the person saw. */
  entryId: Id,
): Promise<PlanChanged | Refusal | Unfit> {
  const { personId } = acting.member;
  return inCity(acting.database, acting.cityId, (tx) =>
    lastUndoable(tx, acting.cityId, planId, personId),
  ).then((last) => {
    if (!last) return refusal('undo-nothing');
    if (last.id !== entryId) return refusal('undo-overtaken');
    const patch = reversed(patchOfAudit(last));
    const deed = last.act === 'edit' ? 'edit-item' : 'edit-plan';
    const act = { planId, act: 'undo', deed, thingId: last.thingId ?? planId, basis: 'taken-back' } as const;
    return changePlan(acting, act, async (plan, { tx }) => {
      if (strayed(plan, patch).length > 0) return refusal('undo-changed-since');
      const thingIds = [...patch.nodes, ...patch.tasks].map(({ id }) => id);
      const waiting = await withdrawDecisions(tx, acting.cityId, planId, { personId, at: last.at, thingIds });
      return waiting ? patched(plan, patch) : refusal('undo-published');
    });
  });
}
