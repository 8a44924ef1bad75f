/** A person's own entries of the audit log about one plan. */

import type { Id } from '../model/plan.ts';
import type { Reader } from './engine.ts';

export interface PlanEntry {
  readonly id: Id;
  readonly at: string;
  readonly act: string;
  readonly thing: string;
  readonly thingId: Id | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** The newest first. */
export async function entriesOfPlan(
  db: Reader,
  cityId: Id,
  planId: Id,
  personId: Id,
  most: number,
): Promise<readonly PlanEntry[]> {
  return db
    .selectFrom('audit')
    .select(['id', 'at', 'act', 'thing', 'thing_id as thingId', 'before', 'after'])
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('person_id', '=', personId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}
