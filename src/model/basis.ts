/** What a change of an adopted plan rests on: a correction of an error, or a decision of the city. */
import type { Problem } from '../problem.ts';
import { dayNumber } from './day.ts';
import type { CivilDate, Id, Texts } from './plan.ts';
import type { PlanPatch, ThingPatch } from './plan-patch.ts';

export type Basis =
  | {
      /** A typing error, a contact: the promise stays what it was. */
      readonly kind: 'correction';
      readonly reason: Texts | null;
    }
  | {
      /** A goal, target or date that is another one now. */
      readonly kind: 'change';
      /** Of the act or decision: `LX/31/26`. */
      readonly number: string;
      readonly on: CivilDate;
      readonly reason: Texts;
    };

/** A changed part of what was promised, named as the edition names it. */
export interface Promised {
  readonly id: Id;
  readonly field: string;
}

const ITEM_FIELDS = new Set([
  'code',
  'title',
  'description',
  'expectedResult',
  'parentId',
  'level',
  'nodeId',
  'groupIds',
  'unitIds',
  'partners',
  'startOn',
  'endOn',
  'links',
  'mergedIntoId',
  'weight',
]);
/** A task that goes on as planned is reported; one that is stopped, merged or suspended is changed. */
const BROKEN_STATES: ReadonlySet<unknown> = new Set(['stopped', 'merged', 'suspended']);
const PLAN_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'vision',
  'mission',
  'values',
  'weights',
  'behindPoints',
  'summary',
  'shortTitle',
]);

/** What a patch changes of the promise; [] when it only reports, orders or sets how the office works. */
export function promised(planId: Id, patch: PlanPatch): readonly Promised[] {
  const found: Promised[] = [];
  for (const thing of [...patch.nodes, ...patch.tasks] as readonly ThingPatch<Record<string, unknown>>[]) {
    const { id, before, after } = thing;
    if (before === null || after === null) {
      found.push({ id, field: before === null ? 'added' : 'removed' });
      continue;
    }
    for (const field of Object.keys(after)) if (ITEM_FIELDS.has(field)) found.push({ id, field });
    if ('state' in after && (BROKEN_STATES.has(after['state']) || BROKEN_STATES.has(before['state'])))
      found.push({ id, field: 'state' });
  }
  if (patch.plan) {
    const { before, after } = patch.plan;
    for (const field of Object.keys(after)) if (PLAN_FIELDS.has(field)) found.push({ id: planId, field });
    if (after.horizon)
      for (const field of ['startOn', 'endOn'] as const)
        if (before.horizon?.[field] !== after.horizon[field])
          found.push({ id: planId, field: `horizon.${field}` });
  }
  return found;
}

/** What is missing of a basis; `basis` null means that nobody said whether it is a correction or a change. */
export function basisProblems(basis: Basis | null): readonly Problem[] {
  const problem = (code: string, field: string): Problem => ({ code, place: { field }, values: {} });
  if (basis === null) return [problem('basis-missing', 'basis')];
  if (basis.kind === 'correction') return [];
  return [
    ...(basis.number.trim() === '' ? [problem('required', 'decisionNumber')] : []),
    ...(dayNumber(basis.on) === null ? [problem('not-a-date', 'decisionOn')] : []),
    ...(Object.values(basis.reason).every((text) => text.trim() === '')
      ? [problem('required', 'decisionReason')]
      : []),
  ];
}
