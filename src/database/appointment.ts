/** Appointments of a city as its administrators see and change them, with those who hold them. */

import { sql } from 'kysely';
import type { CivilDate, Id } from '../model/plan.ts';
import { appointmentsIn, personsOf } from './person.ts';
import type { Person } from './person.ts';
import type { Appointment } from '../model/role.ts';
import type { Database, DatabaseTransaction, Reader } from './engine.ts';
import { uuids } from './column.ts';

/** Keeps every other change of the city's people waiting until the end of the transaction. */
export async function lockPeople(tx: DatabaseTransaction, cityId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people ${cityId}`}, 0))`.execute(tx);
}

export interface Held extends Appointment {
  readonly source: 'office' | 'sign-on';
}

/** A person of the city with every appointment there, over or not. */
export interface CityPerson extends Person {
  readonly appointments: readonly Held[];
}

/** By name, in no language's order: pages sort for their reader. */
export async function cityPersons(db: Reader, cityId: Id): Promise<readonly CityPerson[]> {
  const persons = await personsOf(db, cityId);
  const held = Map.groupBy(await appointmentsIn(db, cityId), (one) => one.personId);
  return persons.map((person) => ({
    ...person,
    appointments: held.get(person.id) ?? [],
  }));
}

/** The appointment ends with this day; one that has not begun by then is taken away. */
export async function cutAppointment(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  lastDay: CivilDate,
): Promise<void> {
  await tx
    .deleteFrom('appointment')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('from_on', '>', lastDay)
    .execute();
  await tx
    .updateTable('appointment')
    .set({ until_on: lastDay })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}

/** What a person's account shows of its use. */
export interface AccountUse {
  readonly personId: Id;
  /** Last sight of a session, or last act; null: never. */
  readonly seenAt: string | null;
  readonly secondFactor: boolean;
}

/** Read with the outer database: a city's transaction sees no sessions and no passkeys. */
export async function accountUse(db: Database, ids: readonly Id[]): Promise<ReadonlyMap<Id, AccountUse>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<AccountUse>`
    select person.id as "personId",
      greatest((select max(seen_at) from session where "userId" = person.id),
        (select max(at) from audit where person_id = person.id)) as "seenAt",
      "twoFactorEnabled" or exists (select from passkey where "userId" = person.id) as "secondFactor"
    from person where id = any(${uuids(ids)})`.execute(db);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** How many other cities the person has an appointment in that is not over. Read with the outer database. */
export async function otherCities(db: Reader, personId: Id, cityId: Id, today: CivilDate): Promise<number> {
  const rows = await db
    .selectFrom('appointment')
    .select('city_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('city_id', '<>', cityId)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
    .execute();
  return rows.length;
}
