/** Where the plans of a city stand, without their content: what the office's home and the publish page say. */

import { sql } from 'kysely';
import type { CivilDate, Id, PlanState, Texts } from '../model/plan.ts';
import { uuids } from './column.ts';
import type { Reader } from './engine.ts';

export interface PlanStanding {
  readonly id: Id;
  readonly slug: string;
  readonly title: Texts;
  readonly shortTitle: Texts;
  readonly state: PlanState;
  readonly version: number;
  readonly confirmPublication: boolean;
  readonly goals: number;
  readonly tasks: number;
  /** The newest edition, or null. */
  readonly edition: { readonly number: number; readonly hash: string; readonly publishedAt: string } | null;
}

/** Every plan of the city by its slug. */
export async function planStandings(db: Reader, cityId: Id): Promise<readonly PlanStanding[]> {
  const { rows } = await sql<
    Omit<PlanStanding, 'edition'> & {
      number: number | null;
      hash: string;
      publishedAt: string;
    }
  >`select plan.id, plan.slug, plan.title, plan.short_title as "shortTitle", plan.state, plan.version,
      plan.confirm_publication as "confirmPublication",
      (select count(*)::integer from node where node.plan_id = plan.id and deleted_at is null) as goals,
      (select count(*)::integer from task where task.plan_id = plan.id and deleted_at is null) as tasks,
      newest.number, newest.hash, newest.published_at as "publishedAt"
    from plan left join lateral (
      select number, hash, published_at from edition where edition.plan_id = plan.id order by number desc limit 1
    ) newest on true
    where plan.city_id = ${cityId} order by plan.slug`.execute(db);
  return rows.map(({ number, hash, publishedAt, ...plan }) => ({
    ...plan,
    edition: number === null ? null : { number, hash, publishedAt },
  }));
}

/** A task whose day is over and which is not finished. */
export interface LateTask {
  readonly id: Id;
  readonly planId: Id;
  readonly code: string | null;
  readonly title: Texts;
  readonly endOn: CivilDate;
}

/** Late tasks, the latest ones first: of all, or of these units and items alone. */
export async function lateTasks(
  db: Reader,
  cityId: Id,
  today: CivilDate,
  of: { readonly unitIds: readonly Id[]; readonly itemIds: readonly Id[] } | null,
  most: number,
): Promise<{ readonly count: number; readonly tasks: readonly LateTask[] }> {
  const mine =
    of === null
      ? sql``
      : sql`and (unit_ids && ${uuids(of.unitIds)} or id = any(${uuids(of.itemIds)}) or node_id = any(${uuids(of.itemIds)}))`;
  const { rows } = await sql<LateTask & { count: number }>`
    select id, plan_id as "planId", code, title, end_on as "endOn", count(*) over ()::integer as count from task
    where city_id = ${cityId} and deleted_at is null and end_on < ${today}
      and state in ('not-started', 'in-preparation', 'in-progress') ${mine}
    order by end_on, id limit ${most}`.execute(db);
  return {
    count: rows[0]?.count ?? 0,
    tasks: rows.map(({ count: _count, ...task }) => task),
  };
}

/** What a publication leaves in the office. */
export interface Withheld {
  readonly comments: number;
  readonly attachments: number;
  /** Begun and not saved. */
  readonly drafts: number;
  /** In the recycle bin. */
  readonly removed: number;
  readonly persons: number;
}

export async function withheld(db: Reader, cityId: Id, planId: Id): Promise<Withheld> {
  const { rows } = await sql<Withheld>`select
    (select count(*)::integer from comment where city_id = ${cityId} and plan_id = ${planId} and withdrawn_at is null)
      as comments,
    (select count(*)::integer from attachment where city_id = ${cityId} and plan_id = ${planId} and withdrawn_at is null)
      as attachments,
    (select count(*)::integer from draft where city_id = ${cityId} and thing_id in (
      select id from node where plan_id = ${planId} union all select id from task where plan_id = ${planId}
      union all select ${planId}::uuid)) as drafts,
    (select count(*)::integer from node where plan_id = ${planId} and deleted_at is not null)
      + (select count(*)::integer from task where plan_id = ${planId} and deleted_at is not null) as removed,
    (select count(distinct person_id)::integer from appointment where city_id = ${cityId}) as persons`.execute(
    db,
  );
  return rows[0]!;
}
