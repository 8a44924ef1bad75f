/** Nodes of a working plan: goals of any level. */

import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Id, Node } from '../model/plan.ts';
import { defined, inChunks, jsonOf, rowsInParts, uuids } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { NodeTable } from './schema.ts';

/** In the given order, from `place` in the plan's list. */
export async function insertNodes(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  nodes: readonly Node[],
  place = 0,
): Promise<void> {
  const rows = nodes.map((node, at) => ({
    city_id: cityId,
    plan_id: planId,
    id: node.id,
    ...(nodeColumns(node) as Required<ReturnType<typeof nodeColumns>>),
    place: place + at,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('node').values(chunk).execute();
}

/** All nodes of a plan in the order they were entered. */
export async function nodesOf(db: Reader, cityId: Id, planId: Id): Promise<readonly Node[]> {
  const rows = await rowsInParts<Selectable<NodeTable>>(
    db,
    'node',
    sql<boolean>`city_id = ${cityId} and plan_id = ${planId} and deleted_at is null`,
  );
  return rows.map(toNode);
}

/** The columns of the fields that are given. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- a partial row, inferred
export function nodeColumns(fields: Partial<Node>) {
  const { sourceLines } = fields;
  return defined({
    level: fields.level,
    parent_id: fields.parentId,
    code: fields.code,
    title: jsonOf(fields.title),
    description: jsonOf(fields.description),
    expected_result: jsonOf(fields.expectedResult),
    group_ids: fields.groupIds && uuids(fields.groupIds),
    unit_ids: fields.unitIds && uuids(fields.unitIds),
    partners: jsonOf(fields.partners),
    start_on: fields.startOn,
    end_on: fields.endOn,
    links: jsonOf(fields.links),
    position: fields.position,
    source_from: sourceLines === undefined ? undefined : (sourceLines?.[0] ?? null),
    source_to: sourceLines === undefined ? undefined : (sourceLines?.[1] ?? null),
  });
}

export function toNode(row: Selectable<NodeTable>): Node {
  return {
    id: row.id,
    level: row.level,
    parentId: row.parent_id,
    code: row.code,
    title: row.title,
    description: row.description,
    expectedResult: row.expected_result,
    groupIds: row.group_ids,
    unitIds: row.unit_ids,
    partners: row.partners,
    startOn: row.start_on,
    endOn: row.end_on,
    links: row.links,
    position: row.position,
    sourceLines: row.source_from === null || row.source_to === null ? null : [row.source_from, row.source_to],
  };
}
