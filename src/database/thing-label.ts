/** What things are called, by their ids: for records that keep ids alone. */

import { sql } from 'kysely';
import type { Id, Texts } from '../model/plan.ts';
import { uuids } from './column.ts';
import type { Reader } from './engine.ts';

export interface ThingLabel {
  readonly id: Id;
  readonly thing: 'node' | 'task' | 'plan' | 'unit' | 'person';
  readonly code: string | null;
  /** A person's name stands in no language. */
  readonly title: Texts | null;
  readonly name: string | null;
  /** Of the plan that it belongs to. */
  readonly planSlug: string | null;
  /** Units that answer for it. */
  readonly unitIds: readonly Id[];
  /** Not in the recycle bin. */
  readonly there: boolean;
}

/** Of a city's things and of persons; ids of other things are left out. */
export async function thingLabels(
  db: Reader,
  cityId: Id,
  ids: readonly (Id | null)[],
): Promise<ReadonlyMap<Id, ThingLabel>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const of = uuids(asked);
  const { rows } = await sql<ThingLabel>`
    select node.id, 'node' as thing, code, node.title, null as name, plan.slug as "planSlug", unit_ids as "unitIds",
      deleted_at is null as there
      from node join plan on plan.id = plan_id where node.city_id = ${cityId} and node.id = any(${of})
    union all
    select task.id, 'task', code, task.title, null, plan.slug, unit_ids, deleted_at is null
      from task join plan on plan.id = plan_id where task.city_id = ${cityId} and task.id = any(${of})
    union all
    select id, 'plan', null, short_title, null, slug, '{}', true from plan where city_id = ${cityId} and id = any(${of})
    union all
    select id, 'unit', null, name, null, null, '{}', true from unit where city_id = ${cityId} and id = any(${of})
    union all
    select id, 'person', null, null, name, null, '{}', true from person where id = any(${of})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Goals and tasks of a city's plans by code, without those in the recycle bin: under `1.2`, where several plans have one
 * all of them, and under `plan/1.2`.
 */
export async function itemsByCode(
  db: Reader,
  cityId: Id,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Id[]>> {
  if (codes.length === 0) return new Map();
  const bare = codes.map((code) => code.slice(code.lastIndexOf('/') + 1));
  const found = new Map<string, Id[]>();
  for (const table of ['node', 'task'] as const) {
    const rows = await db
      .selectFrom(table)
      .innerJoin('plan', 'plan.id', `${table}.plan_id`)
      .select([`${table}.id as id`, `${table}.code as code`, 'plan.slug as slug'])
      .where(`${table}.city_id`, '=', cityId)
      .where(`${table}.deleted_at`, 'is', null)
      .where(`${table}.code`, 'in', bare)
      .execute();
    for (const { id, code, slug } of rows)
      for (const key of [code!, `${slug}/${code}`]) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
