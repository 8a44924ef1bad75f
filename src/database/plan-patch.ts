/** Writes what an act changed of a plan: the changed rows alone, each with its version counted up. */

import { sql } from 'kysely';
import type { Id, Node, Plan, Task } from '../model/plan.ts';
import type { PlanPatch, ThingPatch } from '../model/plan-patch.ts';
import { uuids } from './column.ts';
import type { DatabaseTransaction } from './engine.ts';
import { insertNodes, nodeColumns } from './node.ts';
import { planColumns } from './plan.ts';
import { insertTasks, taskColumns } from './task.ts';

/** Fields that an act on the tree changes in many rows at once: one statement writes them all. */
const TREE_FIELDS: ReadonlySet<string> = new Set(['code', 'level', 'parentId', 'nodeId', 'position']);

/**
 * Writes the patch that led to `after`. What is gone goes to the recycle bin with the instant `at`; what is new is put
 * in, or taken out of the bin when it lies there.
 */
export async function writePatch(
  tx: DatabaseTransaction,
  cityId: Id,
  after: Plan,
  patch: PlanPatch,
  at: string,
): Promise<void> {
  if (patch.plan)
    await tx
      .updateTable('plan')
      .set({ ...planColumns(patch.plan.after), version: sql`version + 1` })
      .where('city_id', '=', cityId)
      .where('id', '=', after.id)
      .execute();
  await writeNodes(tx, cityId, after, patch.nodes, at);
  await writeTasks(tx, cityId, after, patch.tasks, at);
}

async function writeNodes(
  tx: DatabaseTransaction,
  cityId: Id,
  plan: Plan,
  patches: readonly ThingPatch<Node>[],
  at: string,
): Promise<void> {
  const { gone, added, arranged, changed } = sorted(patches);
  const things = new Map(plan.nodes.map((node) => [node.id, node]));
  const back = await binned(tx, 'node', cityId, plan.id, added);
  const fresh = added.filter((id) => !back.has(id)).map((id) => things.get(id)!);
  await insertNodes(tx, cityId, plan.id, fresh, await nextPlace(tx, 'node', plan.id, fresh.length));
  for (const { id, after } of [...changed, ...added.filter((one) => back.has(one)).map(whole(things))])
    await tx
      .updateTable('node')
      .set({ ...nodeColumns(after!), version: sql`version + 1`, deleted_at: null })
      .where('city_id', '=', cityId)
      .where('plan_id', '=', plan.id)
      .where('id', '=', id)
      .execute();
  if (arranged.length > 0) {
    const rows = arranged.map(({ id }) => {
      const node = things.get(id)!;
      return { id, code: node.code, level: node.level, home: node.parentId, position: node.position };
    });
    await sql`update node set code = v.code, level = v.level, parent_id = v.home, position = v.position,
      version = version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as v(id uuid, code text, level integer, home uuid, position integer)
      where node.city_id = ${cityId} and node.plan_id = ${plan.id} and node.id = v.id`.execute(tx);
  }
  await recycle(tx, 'node', cityId, plan.id, gone, at);
}

async function writeTasks(
  tx: DatabaseTransaction,
  cityId: Id,
  plan: Plan,
  patches: readonly ThingPatch<Task>[],
  at: string,
): Promise<void> {
  const { gone, added, arranged, changed } = sorted(patches);
  const things = new Map(plan.tasks.map((task) => [task.id, task]));
  const back = await binned(tx, 'task', cityId, plan.id, added);
  const fresh = added.filter((id) => !back.has(id)).map((id) => things.get(id)!);
  await insertTasks(tx, cityId, plan.id, fresh, await nextPlace(tx, 'task', plan.id, fresh.length));
  for (const { id, after } of [...changed, ...added.filter((one) => back.has(one)).map(whole(things))])
    await tx
      .updateTable('task')
      .set({ ...taskColumns(after!), version: sql`version + 1`, deleted_at: null })
      .where('city_id', '=', cityId)
      .where('plan_id', '=', plan.id)
      .where('id', '=', id)
      .execute();
  if (arranged.length > 0) {
    const rows = arranged.map(({ id }) => {
      const task = things.get(id)!;
      return { id, code: task.code, home: task.nodeId, position: task.position };
    });
    await sql`update task set code = v.code, node_id = v.home, position = v.position, version = version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, code text, home uuid, position integer)
      where task.city_id = ${cityId} and task.plan_id = ${plan.id} and task.id = v.id`.execute(tx);
  }
  await recycle(tx, 'task', cityId, plan.id, gone, at);
}

/** What is taken out of the bin is written whole: it may come back changed. */
function whole<T>(things: ReadonlyMap<Id, T>): (id: Id) => { readonly id: Id; readonly after: Partial<T> } {
  return (id) => ({ id, after: things.get(id)! });
}

function sorted<T>(patches: readonly ThingPatch<T>[]): {
  readonly gone: readonly Id[];
  readonly added: readonly Id[];
  readonly arranged: readonly ThingPatch<T>[];
  readonly changed: readonly { readonly id: Id; readonly after: Partial<T> | null }[];
} {
  const kept = patches.filter(({ before, after }) => before !== null && after !== null);
  const isArranged = ({ after }: ThingPatch<T>): boolean =>
    Object.keys(after!).every((field) => TREE_FIELDS.has(field));
  return {
    gone: patches.filter(({ after }) => after === null).map(({ id }) => id),
    added: patches.filter(({ before }) => before === null).map(({ id }) => id),
    arranged: kept.filter(isArranged),
    changed: kept.filter((patch) => !isArranged(patch)),
  };
}

async function binned(
  tx: DatabaseTransaction,
  table: 'node' | 'task',
  cityId: Id,
  planId: Id,
  ids: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom(table)
    .select('id')
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function nextPlace(
  tx: DatabaseTransaction,
  table: 'node' | 'task',
  planId: Id,
  wanted: number,
): Promise<number> {
  if (wanted === 0) return 0;
  const row = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('place').as('place'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return (row?.place ?? -1) + 1;
}

async function recycle(
  tx: DatabaseTransaction,
  table: 'node' | 'task',
  cityId: Id,
  planId: Id,
  ids: readonly Id[],
  at: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable(table)
    .set({ deleted_at: at, version: sql`version + 1` })
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('id', '=', sql<Id>`any(${uuids(ids)})`)
    .execute();
}
