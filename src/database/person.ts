/** Persons of the office, their sessions and appointments. Never part of an edition. */

import { sql } from 'kysely';
import type { CivilDate, Id } from '../model/plan.ts';
import type { Appointment, Member, Role } from '../model/role.ts';
import { uuids } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Person {
  readonly id: Id;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly locale: 'pl' | 'en';
  readonly installation: boolean;
  readonly twoFactorEnabled: boolean;
  readonly notify: 'at-once' | 'daily' | 'none';
  readonly deactivatedAt: string | null;
}

/** A running session with its person. */
export interface SessionOf {
  readonly sessionId: Id;
  readonly person: Person;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly seenAt: string;
}

/** The session behind a cookie's token, ended or not; null when there is none. */
export async function sessionByToken(db: Reader, token: string): Promise<SessionOf | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.userId')
    .select([
      'session.id as sessionId',
      'session.createdAt as createdAt',
      'session.expiresAt as expiresAt',
      'session.seen_at as seenAt',
      'person.id',
      'person.name',
      'person.email',
      'person.locale',
      'person.installation',
      'person.twoFactorEnabled',
      'person.notify',
      'person.deactivated_at as deactivatedAt',
    ])
    .where('session.token', '=', token)
    .executeTakeFirst();
  if (!row) return null;
  const { sessionId, createdAt, expiresAt, seenAt, ...person } = row;
  return { sessionId, createdAt, expiresAt, seenAt, person };
}

export async function touchSession(db: Reader, sessionId: Id, seenAt: string): Promise<void> {
  await db.updateTable('session').set({ seen_at: seenAt }).where('id', '=', sessionId).execute();
}

export async function endSession(db: Reader, sessionId: Id): Promise<void> {
  await db.deleteFrom('session').where('id', '=', sessionId).execute();
}

export async function personByEmail(db: Reader, email: string): Promise<Person | null> {
  const row = await personRows(db).where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row ?? null;
}

export async function personById(db: Reader, id: Id): Promise<Person | null> {
  const row = await personRows(db).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Persons with an appointment in the city, over or not, by name. */
export async function personsOf(db: Reader, cityId: Id): Promise<readonly Person[]> {
  return personRows(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('appointment')
          .select('appointment.id')
          .whereRef('appointment.person_id', '=', 'person.id')
          .where('appointment.city_id', '=', cityId),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Whether anybody at all may sign in. */
export async function hasPersons(db: Reader): Promise<boolean> {
  return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function insertPerson(
  tx: DatabaseTransaction,
  person: Pick<Person, 'id' | 'name' | 'email' | 'locale' | 'installation'>,
): Promise<void> {
  await tx
    .insertInto('person')
    .values({ ...person, email: person.email.toLowerCase(), emailVerified: true })
    .execute();
}

/** Changes of a person by themselves or by who administers. What is left out stays. */
export async function updatePerson(
  tx: DatabaseTransaction,
  id: Id,
  changes: Partial<
    Pick<
      Person,
      'name' | 'email' | 'locale' | 'notify' | 'installation' | 'twoFactorEnabled' | 'deactivatedAt'
    >
  >,
): Promise<void> {
  const { email, deactivatedAt, ...rest } = changes;
  await tx
    .updateTable('person')
    .set({
      ...rest,
      ...(email === undefined ? {} : { email: email.toLowerCase() }),
      ...(deactivatedAt === undefined ? {} : { deactivated_at: deactivatedAt }),
      updatedAt: sql<string>`current_timestamp`,
    })
    .where('id', '=', id)
    .execute();
}

/** Whether anybody who administers, the installation or a city, may sign in on this day. */
export async function hasAdministrator(db: Reader, today: CivilDate): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('deactivated_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('installation', '=', true),
        eb.exists(
          eb
            .selectFrom('appointment')
            .select('appointment.id')
            .whereRef('appointment.person_id', '=', 'person.id')
            .where('role', '=', 'administrator')
            .where((on) => on.or([on('from_on', 'is', null), on('from_on', '<=', today)]))
            .where((on) => on.or([on('until_on', 'is', null), on('until_on', '>=', today)])),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the person's second factors away: authenticator and passkeys. */
export async function dropSecondFactors(tx: DatabaseTransaction, personId: Id): Promise<void> {
  await tx.deleteFrom('second_factor').where('userId', '=', personId).execute();
  await tx.deleteFrom('passkey').where('userId', '=', personId).execute();
}

/** Every appointment of a person, in every city. Read with the outer database: a city's transaction sees its own alone. */
export async function appointmentsOf(db: Reader, personId: Id): Promise<readonly Appointment[]> {
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map(toAppointment);
}

/** Those that groups of the single sign-on gave. */
export async function signOnAppointmentsOf(db: Reader, personId: Id): Promise<readonly Appointment[]> {
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where('person_id', '=', personId)
    .where('source', '=', 'sign-on')
    .orderBy('id')
    .execute();
  return rows.map(toAppointment);
}

/** Appointments of a city with the person of each. */
export async function appointmentsIn(
  db: Reader,
  cityId: Id,
): Promise<readonly (Appointment & { readonly personId: Id; readonly source: 'office' | 'sign-on' })[]> {
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...toAppointment(row), personId: row.person_id, source: row.source }));
}

export async function insertAppointment(
  tx: DatabaseTransaction,
  personId: Id,
  appointment: Appointment,
  madeAt: string,
  source: 'office' | 'sign-on' = 'office',
): Promise<void> {
  await tx
    .insertInto('appointment')
    .values({
      city_id: appointment.cityId,
      id: appointment.id,
      person_id: personId,
      role: appointment.role,
      unit_id: appointment.unitId,
      item_ids: uuids(appointment.itemIds),
      from_on: appointment.fromOn,
      until_on: appointment.untilOn,
      deputy_for_id: appointment.deputyForId,
      source,
      made_at: madeAt,
    })
    .execute();
}

export async function deleteAppointment(tx: DatabaseTransaction, cityId: Id, id: Id): Promise<void> {
  await tx.deleteFrom('appointment').where('city_id', '=', cityId).where('id', '=', id).execute();
}

/** The person as the rights see them. */
export async function memberOf(db: Reader, person: Pick<Person, 'id' | 'installation'>): Promise<Member> {
  return {
    personId: person.id,
    installation: person.installation,
    appointments: await appointmentsOf(db, person.id),
  };
}

function toAppointment(row: {
  id: Id;
  city_id: Id;
  role: Role;
  unit_id: Id | null;
  item_ids: Id[];
  from_on: CivilDate | null;
  until_on: CivilDate | null;
  deputy_for_id: Id | null;
}): Appointment {
  return {
    id: row.id,
    cityId: row.city_id,
    role: row.role,
    unitId: row.unit_id,
    itemIds: row.item_ids,
    fromOn: row.from_on,
    untilOn: row.until_on,
    deputyForId: row.deputy_for_id,
  };
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- Kysely's own inference
function personRows(db: Reader) {
  return db
    .selectFrom('person')
    .select([
      'id',
      'name',
      'email',
      'locale',
      'installation',
      'twoFactorEnabled',
      'notify',
      'deactivated_at as deactivatedAt',
    ]);
}
