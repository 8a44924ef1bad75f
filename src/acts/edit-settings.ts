/** Changes a plan's own fields: titles, horizon, act, levels, areas, reporting, and the rule of two persons. */

import { insertAudit } from '../database/audit.ts';
import { newestEdition } from '../database/edition.ts';
import { planAddresses, planRecord, setPlanRecord } from '../database/plan.ts';
import { inCity } from '../database/tenant.ts';
import type { Basis } from '../model/basis.ts';
import type { Id, Plan } from '../model/plan.ts';
import type { PlanHeader } from '../model/plan-patch.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { CityActing, Unfit } from './acting.ts';
import { isUnfit } from './acting.ts';
import { changePlanWithin } from './change-plan.ts';

export interface SettingsEdit {
  readonly planId: Id;
  /** Of the plan's own fields, as the person had them. */
  readonly version: number;
  readonly header: Partial<PlanHeader>;
  readonly confirmPublication: boolean;
  readonly basis: Basis | null;
}

/**
 * Problems: `plan-changed-since`, `slug-fixed` (there is an edition), `slug-taken`, `level-used`. Goals leave areas that
 * are no longer there.
 */
export function editSettings(
  acting: CityActing,
  { planId, version, header, confirmPublication, basis }: SettingsEdit,
): Promise<{ readonly slug: string } | Refusal | Unfit> {
  const { cityId } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const record = await planRecord(tx, cityId, planId);
    const asked = { planId, act: 'edit-settings', deed: 'settings', basis } as const;
    const done = await changePlanWithin(tx, acting, asked, async (plan) => {
      if (record?.version !== version) return unfit('plan-changed-since', 'version');
      const slug = header.slug ?? plan.slug;
      if (slug !== plan.slug) {
        if (await newestEdition(tx, cityId, planId)) return unfit('slug-fixed', 'slug');
        const taken = (await planAddresses(tx)).some(
          (one) => one.cityId === cityId && one.planSlug === slug && one.planId !== planId,
        );
        if (taken) return unfit('slug-taken', 'slug');
      }
      const levels = header.levels ?? plan.levels;
      if (plan.nodes.some((node) => node.level >= levels.length)) return unfit('level-used', 'removeLevel');
      return withHeader(plan, header);
    });
    if (isRefusal(done) || isUnfit(done)) return done;
    if (record && record.confirmPublication !== confirmPublication) {
      await setPlanRecord(tx, cityId, planId, { confirmPublication });
      await insertAudit(tx, {
        id: acting.newId(),
        cityId,
        at: instant(acting.clock),
        who: acting.who,
        act: 'set-confirmation',
        thing: 'plan',
        thingId: planId,
        planId,
        personId: acting.member.personId,
        before: { confirmPublication: record.confirmPublication },
        after: { confirmPublication },
      });
    }
    return { slug: done.after.slug };
  });
}

function withHeader(plan: Plan, header: Partial<PlanHeader>): Plan {
  const groups = new Set(
    (header.groupings ?? plan.groupings).flatMap((grouping) => grouping.groups.map(({ id }) => id)),
  );
  const nodes = plan.nodes.map((node) =>
    node.groupIds.every((id) => groups.has(id))
      ? node
      : { ...node, groupIds: node.groupIds.filter((id) => groups.has(id)) },
  );
  return { ...plan, ...header, nodes };
}

function unfit(code: string, field: string): Unfit {
  const problem: Problem = { code, place: { field }, values: {} };
  return { problems: [problem] };
}
