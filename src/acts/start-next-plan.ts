/** Starts the next strategy from a present one: its goals with new ids, remembered as continued. */

import { insertAudit } from '../database/audit.ts';
import { cityById } from '../database/city.ts';
import { insertPlan, planAddresses, planById, setPlanRecord } from '../database/plan.ts';
import { inCity } from '../database/tenant.ts';
import { nextPlan } from '../model/next-plan.ts';
import type { NextPlan } from '../model/next-plan.ts';
import type { Id } from '../model/plan.ts';
import { can } from '../model/role.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing, Unfit } from './acting.ts';

export function startNextPlan(
  acting: CityActing,
  planId: Id,
  next: NextPlan,
): Promise<{ readonly slug: string } | Refusal | Unfit> {
  const { cityId, member } = acting;
  return inCity(acting.database, cityId, async (tx) => {
    const at = instant(acting.clock);
    const city = await cityById(tx, cityId);
    const from = await planById(tx, cityId, planId);
    if (!city || !from) return refusal('plan-gone');
    const on = { today: civilDate(at, city.timeZone), units: city.units };
    for (const deed of ['edit-plan', 'settings'] as const) {
      const allowed = can(member, deed, { cityId }, on);
      if (allowed !== true) return allowed;
    }
    if ((await planAddresses(tx)).some((one) => one.cityId === cityId && one.planSlug === next.slug))
      return { problems: [{ code: 'slug-taken', place: { field: 'nextSlug' }, values: {} }] };
    const plan = nextPlan(from, next, acting.newId);
    await insertPlan(tx, cityId, plan);
    await setPlanRecord(tx, cityId, plan.id, { previousPlanId: from.id });
    await insertAudit(tx, {
      id: acting.newId(),
      cityId,
      at,
      who: acting.who,
      act: 'start-next-plan',
      thing: 'plan',
      thingId: plan.id,
      planId: plan.id,
      personId: member.personId,
      before: null,
      after: { slug: plan.slug, previousPlanId: from.id, nodes: plan.nodes.length },
    });
    return { slug: plan.slug };
  });
}
