/** Cities and their units. */

import type { City, Id } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { CityTable } from './schema.ts';
import { insertUnits, unitsOf } from './unit.ts';
import type { Selectable } from 'kysely';

export async function insertCity(tx: DatabaseTransaction, city: City): Promise<void> {
  await tx
    .insertInto('city')
    .values({
      id: city.id,
      slug: city.slug,
      name: json(city.name),
      standing: city.standing,
      time_zone: city.timeZone,
      languages: json(city.languages),
      colour: city.colour,
      arms: json(city.arms),
      contacts: json(city.contacts),
      declaration: json(city.declaration),
    })
    .execute();
  await insertUnits(tx, city.id, city.units);
}

/** The city with this slug, or null. */
export async function cityBySlug(db: Reader, slug: string): Promise<City | null> {
  const row = await db.selectFrom('city').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row ? withUnits(db, row) : null;
}

/** The city with this id, or null. */
export async function cityById(db: Reader, id: Id): Promise<City | null> {
  const row = await db.selectFrom('city').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? withUnits(db, row) : null;
}

/** Every city of the installation, by slug. */
export async function allCities(db: Reader): Promise<readonly City[]> {
  const rows = await db.selectFrom('city').selectAll().orderBy('slug').execute();
  const cities: City[] = [];
  for (const row of rows) cities.push(await withUnits(db, row));
  return cities;
}

/** The cities with these ids, by slug. */
export async function citiesById(db: Reader, ids: readonly Id[]): Promise<readonly City[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('city').selectAll().where('id', 'in', ids).orderBy('slug').execute();
  const cities: City[] = [];
  for (const row of rows) cities.push(await withUnits(db, row));
  return cities;
}

async function withUnits(db: Reader, row: Selectable<CityTable>): Promise<City> {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    standing: row.standing,
    timeZone: row.time_zone,
    languages: row.languages,
    colour: row.colour,
    arms: row.arms,
    contacts: row.contacts,
    declaration: row.declaration,
    units: await unitsOf(db, row.id),
  };
}
