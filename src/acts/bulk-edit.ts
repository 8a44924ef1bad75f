/** Changes unit, area, state or dates of many items in one act. */

import type { Basis } from '../model/basis.ts';
import type { BulkEdit } from '../model/bulk.ts';
import { bulkEdited } from '../model/bulk.ts';
import type { Id } from '../model/plan.ts';
import type { Problem, Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { changePlan } from './change-plan.ts';
import type { PlanChanged } from './change-plan.ts';

export interface BulkEditRequest {
  readonly planId: Id;
  readonly ids: readonly Id[];
  readonly edit: BulkEdit;
  readonly basis: Basis | null;
}

export function bulkEdit(
  acting: CityActing,
  { planId, ids, edit, basis }: BulkEditRequest,
): Promise<PlanChanged | Refusal | Unfit> {
  return changePlan(acting, { planId, act: 'bulk-edit', deed: 'edit-plan', basis }, (plan) => {
    const problems = bulkProblems(edit);
    return problems.length > 0 ? { problems } : bulkEdited(plan, ids, edit);
  });
}

/** What the form itself shows to be wrong. */
export function bulkProblems(edit: BulkEdit): readonly Problem[] {
  const problems: Problem[] = [];
  if (edit.state === 'stopped' && edit.stateReason === null)
    problems.push({ code: 'reason-required', place: { field: 'stateReason' }, values: {} });
  if (edit.startOn !== null && edit.endOn !== null && edit.endOn < edit.startOn)
    problems.push({ code: 'end-before-start', place: { field: 'endOn' }, values: {} });
  return problems;
}
