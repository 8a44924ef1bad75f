/** What every act on a working plan shares: the right, the rule, one transaction, the decision it rests on, the record. */

import { insertAudit } from '../database/audit.ts';
import type { AuditThing } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { insertDecisions } from '../database/decision.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { lockPlan, planById } from '../database/plan.ts';
import { writePatch } from '../database/plan-patch.ts';
import { inCity } from '../database/tenant.ts';
import { basisProblems, promised } from '../model/basis.ts';
import type { Basis } from '../model/basis.ts';
import { blockingProblems } from '../model/check.ts';
import type { City, Id, Plan } from '../model/plan.ts';
import { isEmptyPatch, patchOf } from '../model/plan-patch.ts';
import type { PlanPatch, ThingPatch } from '../model/plan-patch.ts';
import { can } from '../model/role.ts';
import type { Deed } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing, Unfit } from './acting.ts';
import { isUnfit } from './acting.ts';
import { tellOwners } from './notify.ts';

export interface PlanAct {
  readonly planId: Id;
  /** Named in the audit log. */
  readonly act: string;
  readonly deed: Deed;
  /** What it is done to; the plan itself when left out. */
  readonly thingId?: Id;
  /** Asked for when the plan is in force and its promise changes; null when nobody said. What is taken back needs none. */
  readonly basis: Basis | null | 'taken-back';
}

export interface PlanChanged {
  readonly before: Plan;
  readonly after: Plan;
  readonly patch: PlanPatch;
}

/** What `work` is given beside the plan. */
export interface PlanWork {
  readonly tx: DatabaseTransaction;
  readonly city: City;
  readonly at: string;
}

/**
 * Acts on one plan wait for each other at its row. `work` gives the plan as it shall be; what differs is written, with
 * one audit entry. An act that changes nothing leaves none. New problems of structure stop it.
 */
export function changePlan(
  acting: CityActing,
  asked: PlanAct,
  work: (plan: Plan, given: PlanWork) => Plan | Refusal | Unfit | Promise<Plan | Refusal | Unfit>,
): Promise<PlanChanged | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, (tx) => changePlanWithin(tx, acting, asked, work));
}

/** The same inside a transaction of the city that is already open. */
export async function changePlanWithin(
  tx: DatabaseTransaction,
  acting: CityActing,
  { planId, act, deed, thingId = planId, basis }: PlanAct,
  work: (plan: Plan, given: PlanWork) => Plan | Refusal | Unfit | Promise<Plan | Refusal | Unfit>,
): Promise<PlanChanged | Refusal | Unfit> {
  const { cityId, member } = acting;
  const at = instant(acting.clock);
  if (!(await lockPlan(tx, cityId, planId))) return refusal('plan-gone');
  const city = await cityById(tx, cityId);
  const before = await planById(tx, cityId, planId);
  if (!city || !before) return refusal('plan-gone');
  const today = civilDate(at, city.timeZone);
  const unitIds = [...before.nodes, ...before.tasks].find((thing) => thing.id === thingId)?.unitIds ?? [];
  const allowed = can(member, deed, { cityId, unitIds, itemId: thingId }, { today, units: city.units });
  if (allowed !== true) return allowed;

  const after = await work(before, { tx, city, at });
  if (isRefusal(after) || isUnfit(after)) return after;
  const patch = patchOf(before, after);
  const done = { before, after, patch };
  if (isEmptyPatch(patch)) return done;
  const promises = before.state === 'in-force' && basis !== 'taken-back' ? promised(planId, patch) : [];
  const problems = [
    ...(promises.length > 0 && basis !== 'taken-back' ? basisProblems(basis) : []),
    ...newProblems(blockingProblems(city, before), blockingProblems(city, after)),
  ];
  if (problems.length > 0) return { problems };

  await writePatch(tx, cityId, after, patch, at);
  if (basis && basis !== 'taken-back')
    await insertDecisions(
      tx,
      cityId,
      promises.map(({ id, field }) => ({
        id: acting.newId(),
        planId,
        thingId: id,
        field,
        kind: basis.kind,
        number: basis.kind === 'change' ? basis.number : null,
        on: basis.kind === 'change' ? basis.on : null,
        reason: basis.reason ?? {},
        personId: member.personId,
        at,
      })),
    );
  const thing: AuditThing =
    thingId === planId
      ? 'plan'
      : [...before.nodes, ...after.nodes].some(({ id }) => id === thingId)
        ? 'node'
        : 'task';
  await insertAudit(tx, {
    id: acting.newId(),
    cityId,
    at,
    who: acting.who,
    act,
    thing,
    thingId,
    planId,
    personId: member.personId,
    ...auditOf(patch, thingId),
  });
  await tellOwners(tx, acting, city, after, patch);
  return done;
}

/** An entry about one thing holds its fields; an entry about several holds `{ plan, nodes: { id: fields }, tasks }`. */
export function auditOf(
  patch: PlanPatch,
  thingId: Id,
): { readonly before: unknown; readonly after: unknown } {
  const things = [...patch.nodes, ...patch.tasks];
  const [only] = things;
  if (only && things.length === 1 && patch.plan === null && only.id === thingId)
    return { before: only.before, after: only.after };
  if (patch.plan && things.length === 0) return patch.plan;
  const side = (of: 'before' | 'after'): unknown => ({
    ...(patch.plan ? { plan: patch.plan[of] } : {}),
    nodes: Object.fromEntries(patch.nodes.map((thing) => [thing.id, thing[of]])),
    tasks: Object.fromEntries(patch.tasks.map((thing) => [thing.id, thing[of]])),
  });
  return { before: side('before'), after: side('after') };
}

/** The patch that an entry of `auditOf` tells of. */
export function patchOfAudit(entry: {
  readonly thing: string;
  readonly thingId: Id | null;
  readonly before: unknown;
  readonly after: unknown;
}): PlanPatch {
  const [before, after] = [entry.before as Sides | null, entry.after as Sides | null];
  const shown = after ?? before;
  if (shown && 'nodes' in shown && 'tasks' in shown) {
    const things = <T>(name: 'nodes' | 'tasks'): readonly ThingPatch<T>[] =>
      Object.keys(after![name]).map((id) => ({
        id,
        before: before![name][id] as Partial<T> | null,
        after: after![name][id] as Partial<T> | null,
      }));
    return {
      plan: after!.plan && before!.plan ? { before: before!.plan, after: after!.plan } : null,
      nodes: things('nodes'),
      tasks: things('tasks'),
    };
  }
  const one = [{ id: entry.thingId!, before: before as never, after: after as never }];
  if (entry.thing === 'plan')
    return { plan: { before: before as never, after: after as never }, nodes: [], tasks: [] };
  return entry.thing === 'node'
    ? { plan: null, nodes: one, tasks: [] }
    : { plan: null, nodes: [], tasks: one };
}

interface Sides {
  readonly plan?: Partial<Plan>;
  readonly nodes: Readonly<Record<Id, unknown>>;
  readonly tasks: Readonly<Record<Id, unknown>>;
}

/** Problems that were not there before the act: an old one must not keep people from working. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const key = ({ code, place }: Problem): string => `${code} ${place.id ?? ''} ${place.field ?? ''}`;
  const old = new Set(before.map(key));
  return after.filter((problem) => !old.has(key(problem)));
}
