/** A city's units: offices that answer, never persons. */

import { sql } from 'kysely';
import type { Id, Unit } from '../model/plan.ts';
import { inChunks, json, uuids } from './column.ts';
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

export async function insertUnit(
  tx: DatabaseTransaction,
  cityId: Id,
  unit: Unit,
  position: number,
): Promise<void> {
  await tx
    .insertInto('unit')
    .values({
      city_id: cityId,
      id: unit.id,
      name: json(unit.name),
      short: json(unit.short),
      email: unit.email,
      phone: unit.phone,
      parent_id: unit.parentId,
      position,
    })
    .execute();
}

export async function updateUnit(tx: DatabaseTransaction, cityId: Id, unit: Unit): Promise<void> {
  await tx
    .updateTable('unit')
    .set({
      name: json(unit.name),
      short: json(unit.short),
      email: unit.email,
      phone: unit.phone,
      parent_id: unit.parentId,
    })
    .where('city_id', '=', cityId)
    .where('id', '=', unit.id)
    .execute();
}

export async function deleteUnit(tx: DatabaseTransaction, cityId: Id, id: Id): Promise<void> {
  await tx.deleteFrom('unit').where('city_id', '=', cityId).where('id', '=', id).execute();
}

/** Puts the units into the order of `ids`. */
export async function orderUnits(tx: DatabaseTransaction, cityId: Id, ids: readonly Id[]): Promise<void> {
  await sql`update unit set position = given.place - 1
    from unnest(${uuids(ids)}) with ordinality as given (id, place)
    where unit.id = given.id and unit.city_id = ${cityId}`.execute(tx);
}

/** What refers to a unit; what lies in the recycle bin and what is over count too. */
export interface UnitUse {
  readonly units: number;
  readonly goals: number;
  readonly tasks: number;
  readonly people: number;
  readonly invitations: number;
}

export async function unitUses(db: Reader, cityId: Id): Promise<ReadonlyMap<Id, UnitUse>> {
  const { rows } = await sql<UnitUse & { id: Id }>`
    select unit.id,
      (select count(*) from unit below where below.city_id = ${cityId} and below.parent_id = unit.id)::int as units,
      (select count(*) from node where node.city_id = ${cityId} and unit.id = any(unit_ids))::int as goals,
      (select count(*) from task where task.city_id = ${cityId} and unit.id = any(unit_ids))::int as tasks,
      (select count(distinct person_id) from appointment where appointment.city_id = ${cityId} and unit_id = unit.id)::int
        as people,
      (select count(*) from invitation where invitation.city_id = ${cityId} and unit_id = unit.id
        and used_at is null and revoked_at is null)::int as invitations
    from unit where unit.city_id = ${cityId}`.execute(db);
  return new Map(rows.map(({ id, ...use }) => [id, use]));
}
