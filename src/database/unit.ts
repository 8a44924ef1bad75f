/** A city's units: offices that answer, never persons. */

import type { Id, Unit } from '../model/plan.ts';
import { inChunks, json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** In the given order. */
export async function insertUnits(
  tx: DatabaseTransaction,
  cityId: Id,
  units: readonly Unit[],
): Promise<void> {
  const rows = units.map((unit, position) => ({
    city_id: cityId,
    id: unit.id,
    name: json(unit.name),
    short: json(unit.short),
    email: unit.email,
    phone: unit.phone,
    parent_id: unit.parentId,
    position,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('unit').values(chunk).execute();
}

/** The units of a city in its order. */
export async function unitsOf(db: Reader, cityId: Id): Promise<readonly Unit[]> {
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    short: row.short,
    email: row.email,
    phone: row.phone,
    parentId: row.parent_id,
  }));
}
