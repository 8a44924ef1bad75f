/** Changes the shape of a plan: move, order, promote, demote, add, merge, split, stop, remove. */

import type { Arrangement, Codes } from '../model/arrangement.ts';
import { arranged } from '../model/arrangement.ts';
import type { Target } from '../model/arrange.ts';
import type { Basis } from '../model/basis.ts';
import type { Id } from '../model/plan.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { changePlan } from './change-plan.ts';
import type { PlanChanged } from './change-plan.ts';

export interface Rearrangement {
  readonly planId: Id;
  readonly what: Arrangement;
  readonly codes: Codes;
  /** Needed when the plan is in force. */
  readonly basis?: Basis | null;
}

export function rearrange(
  acting: CityActing,
  { planId, what, codes, basis = null }: Rearrangement,
): Promise<PlanChanged | Refusal | Unfit> {
  return changePlan(acting, { planId, act: what.kind, deed: 'edit-plan', thingId: what.id, basis }, (plan) =>
    arranged(plan, what, codes),
  );
}

/** Puts a goal or task elsewhere in the tree. In a plan in force the codes stay as printed. */
export function moveNode(
  acting: CityActing,
  planId: Id,
  nodeId: Id,
  target: Target,
  options: { readonly codes?: Codes; readonly basis?: Basis | null } = {},
): Promise<PlanChanged | Refusal | Unfit> {
  return rearrange(acting, {
    planId,
    what: { kind: 'move', id: nodeId, ...target },
    codes: options.codes ?? 'renumber',
    basis: options.basis ?? null,
  });
}
