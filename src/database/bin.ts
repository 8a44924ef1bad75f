/** The recycle bin of a plan, and the versions of its things. */

import type { Id, Node, Task } from '../model/plan.ts';
import type { Reader } from './engine.ts';
import { toNode } from './node.ts';
import { toTask } from './task.ts';

export interface Binned {
  readonly nodes: readonly (Node & { readonly deletedAt: string })[];
  readonly tasks: readonly (Task & { readonly deletedAt: string })[];
}

/** Everything in the bin, the newest first. */
export async function binOf(db: Reader, cityId: Id, planId: Id): Promise<Binned> {
  const nodes = await db
    .selectFrom('node')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('place')
    .execute();
  const tasks = await db
    .selectFrom('task')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('place')
    .execute();
  return {
    nodes: nodes.map((row) => ({ ...toNode(row), deletedAt: row.deleted_at! })),
    tasks: tasks.map((row) => ({ ...toTask(row), deletedAt: row.deleted_at! })),
  };
}

/** How often the item was changed, from 1; null when it is not in the plan. */
export async function versionOf(db: Reader, cityId: Id, planId: Id, id: Id): Promise<number | null> {
  for (const table of ['node', 'task'] as const) {
    const row = await db
      .selectFrom(table)
      .select('version')
      .where('city_id', '=', cityId)
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (row) return row.version;
  }
  return null;
}
