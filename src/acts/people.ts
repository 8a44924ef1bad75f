/** What every act on a city's people asks first: the right, the city, and who is there. */

import { cityById } from '../database/city.ts';
import { cityPersons, lockPeople } from '../database/appointment.ts';
import type { CityPerson } from '../database/appointment.ts';
import { insertAudit } from '../database/audit.ts';
import type { AuditThing } from '../database/audit.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { City, CivilDate, Id } from '../model/plan.ts';
import { administers, can, CITY_ROLES, isOver } from '../model/role.ts';
import type { Role } from '../model/role.ts';
import { refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import type { CityActing } from './acting.ts';

/** The city as its people are about to be changed; nobody else changes them until the transaction ends. */
export interface PeopleNow {
  readonly city: City;
  readonly today: CivilDate;
  readonly now: string;
  readonly persons: readonly CityPerson[];
}

/** Refused without the right to manage people, asked again on the rows as they are. */
export async function peopleNow(tx: DatabaseTransaction, acting: CityActing): Promise<PeopleNow | Refusal> {
  await lockPeople(tx, acting.cityId);
  const city = await cityById(tx, acting.cityId);
  if (!city) return refusal('right-other-city');
  const now = instant(acting.clock);
  const today = civilDate(now, city.timeZone);
  const persons = await cityPersons(tx, city.id);
  // The rights as they are now, not as they were when the page was asked for.
  const self = persons.find((one) => one.id === acting.member.personId);
  const member = { ...acting.member, appointments: self?.appointments ?? [] };
  const may = can(member, 'manage-people', { cityId: city.id }, { today, units: city.units });
  return may === true ? { city, today, now, persons } : may;
}

/** One entry about a person or what is a person's. Written last in the act. */
export function auditPeople(
  tx: DatabaseTransaction,
  acting: CityActing,
  entry: {
    readonly act: string;
    readonly thing: AuditThing;
    readonly thingId: Id | null;
    readonly before: unknown;
    readonly after: unknown;
  },
): Promise<void> {
  return insertAudit(tx, {
    id: acting.newId(),
    cityId: acting.cityId,
    at: instant(acting.clock),
    who: acting.who,
    personId: acting.member.personId,
    ...entry,
  });
}

/** A role with its reach, as a form asks for it. */
export interface Reach {
  readonly role: Role;
  readonly unitId: Id | null;
  readonly itemIds: readonly Id[];
}

/** What stands against giving this role: roles of the whole city take neither unit nor items, and both must exist. */
export function reachProblems(
  { role, unitId, itemIds }: Reach,
  city: City,
  known: ReadonlySet<Id>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const at = (field: string, code: string): void =>
    void problems.push({ code, place: { field }, values: {} });
  if (CITY_ROLES.includes(role) && unitId !== null) at('unit', 'role-of-city');
  if (CITY_ROLES.includes(role) && itemIds.length > 0) at('items', 'role-of-city');
  if (unitId !== null && !city.units.some((unit) => unit.id === unitId)) at('unit', 'not-a-choice');
  if (itemIds.some((id) => !known.has(id))) at('items', 'items-unknown');
  if (unitId !== null && itemIds.length > 0) at('items', 'unit-or-items');
  return problems;
}

/**
 * Refused when the city would be left without anybody who administers it: somebody active with the role for good, or,
 * where there was no such person before, at least somebody with the role today.
 */
export function keepsAdministrator(
  before: readonly CityPerson[],
  after: readonly CityPerson[],
  today: CivilDate,
): Refusal | null {
  const has = (persons: readonly CityPerson[], lasting: boolean): boolean =>
    persons.some(
      (person) =>
        person.deactivatedAt === null && person.appointments.some((a) => administers(a, today, lasting)),
    );
  if (has(after, true) || (!has(before, true) && has(after, false))) return null;
  return refusal('last-administrator');
}

/** Somebody who can be given something: active, with an appointment that is not over. */
export function canTakeOver(person: CityPerson, today: CivilDate): boolean {
  return person.deactivatedAt === null && person.appointments.some((a) => !isOver(a, today));
}

export function dayBefore(day: CivilDate): CivilDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
