/** Saves a new working plan, with its city when that is new. An existing plan is never overwritten. */

import { insertAudit } from '../database/audit.ts';
import { cityBySlug, insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { lockInstallation } from '../database/installation.ts';
import { insertPlan, planBySlug } from '../database/plan.ts';
import { blockingProblems } from '../model/check.ts';
import type { City, Id, Plan } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { RESERVED_FIRST } from '../text/path-words.ts';
import type { Acting, Unfit } from './acting.ts';

export interface ImportRequest {
  /** Used when no city has its slug; else the kept city stays as it is. */
  readonly city: City;
  readonly plan: Plan;
}

export interface ImportAnswer {
  /** `unchanged`: the same source was imported before, nothing was done. */
  readonly outcome: 'saved' | 'unchanged';
  readonly cityId: Id;
  readonly planId: Id;
  readonly newCity: boolean;
}

/** Refused when the plan is there from another source, or a slug is a word of the portal's own addresses. */
export async function importPlan(
  acting: Acting,
  { city, plan }: ImportRequest,
): Promise<ImportAnswer | Refusal | Unfit> {
  if (RESERVED_FIRST.includes(city.slug)) return refusal('slug-reserved', { slug: city.slug });
  const problems = blockingProblems(city, plan);
  if (problems.length > 0) return { problems };
  return transact(acting.database, async (tx) => {
    await lockInstallation(tx);
    const kept = await cityBySlug(tx, city.slug);
    const there = kept ? await planBySlug(tx, kept.id, plan.slug) : null;
    if (kept && there) {
      if (plan.source?.hash && plan.source.hash === there.source?.hash)
        return { outcome: 'unchanged', cityId: kept.id, planId: there.id, newCity: false };
      return refusal('plan-exists', { city: city.slug, plan: plan.slug });
    }
    if (!kept) await insertCity(tx, city);
    const cityId = kept?.id ?? city.id;
    await insertPlan(tx, cityId, plan);
    await insertAudit(tx, {
      id: acting.newId(),
      cityId,
      at: instant(acting.clock),
      who: acting.who,
      act: 'import-plan',
      thing: 'plan',
      thingId: plan.id,
      before: null,
      after: { plan: plan.slug, nodes: plan.nodes.length, source: plan.source?.hash ?? null, newCity: !kept },
    });
    return { outcome: 'saved', cityId, planId: plan.id, newCity: !kept };
  });
}
