/** Working plans: what the office edits and what a publication freezes. */

import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Id, Plan } from '../model/plan.ts';
import { defined, jsonOf } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import { insertNodes, nodesOf } from './node.ts';
import type { PlanTable } from './schema.ts';
import { insertTasks, tasksOf } from './task.ts';

export async function insertPlan(tx: DatabaseTransaction, cityId: Id, plan: Plan): Promise<void> {
  await tx
    .insertInto('plan')
    .values({
      city_id: cityId,
      id: plan.id,
      ...(planColumns(plan) as Required<ReturnType<typeof planColumns>>),
    })
    .execute();
  await insertNodes(tx, cityId, plan.id, plan.nodes);
  await insertTasks(tx, cityId, plan.id, plan.tasks);
}

/** The plan with this slug in the city, or null. */
export async function planBySlug(db: Reader, cityId: Id, slug: string): Promise<Plan | null> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? withContent(db, row) : null;
}

/** The plan with this id in the city, or null. */
export async function planById(db: Reader, cityId: Id, id: Id): Promise<Plan | null> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? withContent(db, row) : null;
}

/** Where a plan is addressed: its city's slug and its own. */
export interface PlanAddress {
  readonly cityId: Id;
  readonly planId: Id;
  readonly citySlug: string;
  readonly planSlug: string;
}

/** Every plan of the installation, by city and slug. */
export async function planAddresses(db: Reader): Promise<readonly PlanAddress[]> {
  return db
    .selectFrom('plan')
    .innerJoin('city', 'city.id', 'plan.city_id')
    .select(['plan.city_id as cityId', 'plan.id as planId', 'city.slug as citySlug', 'plan.slug as planSlug'])
    .orderBy('city.slug')
    .orderBy('plan.slug')
    .execute();
}

/** Keeps every other publication of the plan waiting until the end of the transaction. False when it is gone. */
export async function lockPlan(tx: DatabaseTransaction, cityId: Id, id: Id): Promise<boolean> {
  const row = await tx
    .selectFrom('plan')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** What the office knows of a plan beside its content. */
export interface PlanRecord {
  /** Counts the changes of the plan's own fields, from 1. */
  readonly version: number;
  readonly previousPlanId: Id | null;
  /** Whether a second person must confirm a publication. */
  readonly confirmPublication: boolean;
}

export async function planRecord(db: Reader, cityId: Id, id: Id): Promise<PlanRecord | null> {
  const row = await db
    .selectFrom('plan')
    .select(['version', 'previous_plan_id as previousPlanId', 'confirm_publication as confirmPublication'])
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function setPlanRecord(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  record: Partial<Omit<PlanRecord, 'version'>>,
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({
      version: sql`version + 1`,
      ...defined({
        previous_plan_id: record.previousPlanId,
        confirm_publication: record.confirmPublication,
      }),
    })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}

/** The columns of the plan's own fields that are given. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- a partial row, inferred
export function planColumns(plan: Partial<Plan>) {
  return defined({
    slug: plan.slug,
    title: jsonOf(plan.title),
    short_title: jsonOf(plan.shortTitle),
    summary: jsonOf(plan.summary),
    start_on: plan.horizon?.startOn,
    end_on: plan.horizon?.endOn,
    vision: jsonOf(plan.vision),
    mission: jsonOf(plan.mission),
    values: jsonOf(plan.values),
    state: plan.state,
    act: jsonOf(plan.act),
    source: jsonOf(plan.source),
    reporting: jsonOf(plan.reporting),
    weights: plan.weights,
    behind_points: plan.behindPoints,
    licence: plan.licence,
    levels: jsonOf(plan.levels),
    groupings: jsonOf(plan.groupings),
    lineage: jsonOf(plan.lineage),
  });
}

async function withContent(db: Reader, row: Selectable<PlanTable>): Promise<Plan> {
  const nodes = await nodesOf(db, row.city_id, row.id);
  const tasks = await tasksOf(db, row.city_id, row.id);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    shortTitle: row.short_title,
    summary: row.summary,
    horizon: { startOn: row.start_on, endOn: row.end_on },
    vision: row.vision,
    mission: row.mission,
    values: row.values,
    state: row.state,
    act: row.act,
    source: row.source,
    reporting: row.reporting,
    weights: row.weights,
    behindPoints: row.behind_points,
    licence: row.licence,
    levels: row.levels,
    groupings: row.groupings,
    nodes,
    tasks,
    lineage: row.lineage,
  };
}
