/** Nodes of a working plan: goals of any level. */

import type { Selectable } from 'kysely';
import type { Id, Node } from '../model/plan.ts';
import { inChunks, json, uuids } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { NodeTable } from './schema.ts';

/** In the given order. */
export async function insertNodes(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  nodes: readonly Node[],
): Promise<void> {
  const rows = nodes.map((node, place) => ({
    city_id: cityId,
    plan_id: planId,
    id: node.id,
    level: node.level,
    parent_id: node.parentId,
    code: node.code,
    title: json(node.title),
    description: json(node.description),
    expected_result: json(node.expectedResult),
    group_ids: uuids(node.groupIds),
    unit_ids: uuids(node.unitIds),
    partners: json(node.partners),
    start_on: node.startOn,
    end_on: node.endOn,
    links: json(node.links),
    position: node.position,
    source_from: node.sourceLines?.[0] ?? null,
    source_to: node.sourceLines?.[1] ?? null,
    place,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('node').values(chunk).execute();
}

/** All nodes of a plan in the order they were entered. */
export async function nodesOf(db: Reader, cityId: Id, planId: Id): Promise<readonly Node[]> {
  const rows = await db
    .selectFrom('node')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map(toNode);
}

function toNode(row: Selectable<NodeTable>): Node {
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
