/** Tasks of a working plan. */

import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Id, Task } from '../model/plan.ts';
import { defined, inChunks, jsonOf, rowsInParts, uuids } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { TaskTable } from './schema.ts';

/** In the given order, from `place` in the plan's list. */
export async function insertTasks(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  tasks: readonly Task[],
  place = 0,
): Promise<void> {
  const rows = tasks.map((task, at) => ({
    city_id: cityId,
    plan_id: planId,
    id: task.id,
    ...(taskColumns(task) as Required<ReturnType<typeof taskColumns>>),
    place: place + at,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('task').values(chunk).execute();
}

/** All tasks of a plan in the order they were entered. */
export async function tasksOf(db: Reader, cityId: Id, planId: Id): Promise<readonly Task[]> {
  const rows = await rowsInParts<Selectable<TaskTable>>(
    db,
    'task',
    sql<boolean>`city_id = ${cityId} and plan_id = ${planId} and deleted_at is null`,
    ['progress_percent'],
  );
  return rows.map(toTask);
}

/** The columns of the fields that are given. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- a partial row, inferred
export function taskColumns(fields: Partial<Task>) {
  return defined({
    node_id: fields.nodeId,
    code: fields.code,
    title: jsonOf(fields.title),
    description: jsonOf(fields.description),
    expected_result: jsonOf(fields.expectedResult),
    unit_ids: fields.unitIds && uuids(fields.unitIds),
    partners: jsonOf(fields.partners),
    start_on: fields.startOn,
    end_on: fields.endOn,
    state: fields.state,
    state_reason: jsonOf(fields.stateReason),
    merged_into_id: fields.mergedIntoId,
    progress_percent: fields.progressPercent,
    reported_on: fields.reportedOn,
    reported_for: fields.reportedFor,
    report_text: jsonOf(fields.reportText),
    next_step: jsonOf(fields.nextStep),
    weight: fields.weight,
    links: jsonOf(fields.links),
    position: fields.position,
  });
}

export function toTask(row: Selectable<TaskTable>): Task {
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
