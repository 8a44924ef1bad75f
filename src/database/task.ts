/** Tasks of a working plan. */

import type { Selectable } from 'kysely';
import type { Id, Task } from '../model/plan.ts';
import { inChunks, json, uuids } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { TaskTable } from './schema.ts';

/** In the given order. */
export async function insertTasks(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  tasks: readonly Task[],
): Promise<void> {
  const rows = tasks.map((task, place) => ({
    city_id: cityId,
    plan_id: planId,
    id: task.id,
    node_id: task.nodeId,
    code: task.code,
    title: json(task.title),
    description: json(task.description),
    expected_result: json(task.expectedResult),
    unit_ids: uuids(task.unitIds),
    partners: json(task.partners),
    start_on: task.startOn,
    end_on: task.endOn,
    state: task.state,
    state_reason: json(task.stateReason),
    merged_into_id: task.mergedIntoId,
    progress_percent: task.progressPercent,
    reported_on: task.reportedOn,
    reported_for: task.reportedFor,
    report_text: json(task.reportText),
    next_step: json(task.nextStep),
    weight: task.weight,
    links: json(task.links),
    position: task.position,
    place,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('task').values(chunk).execute();
}

/** All tasks of a plan in the order they were entered. */
export async function tasksOf(db: Reader, cityId: Id, planId: Id): Promise<readonly Task[]> {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map(toTask);
}

function toTask(row: Selectable<TaskTable>): Task {
  return {
    id: row.id,
    nodeId: row.node_id,
    code: row.code,
    title: row.title,
    description: row.description,
    expectedResult: row.expected_result,
    unitIds: row.unit_ids,
    partners: row.partners,
    startOn: row.start_on,
    endOn: row.end_on,
    state: row.state,
    stateReason: row.state_reason,
    mergedIntoId: row.merged_into_id,
    progressPercent: row.progress_percent,
    reportedOn: row.reported_on,
    reportedFor: row.reported_for,
    reportText: row.report_text,
    nextStep: row.next_step,
    weight: row.weight,
    links: row.links,
    position: row.position,
  };
}
