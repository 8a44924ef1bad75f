/** Gives a person of the city a role, in a unit or for named items, and ends it again. */

import { cutAppointment } from '../database/appointment.ts';
import { insertAppointment } from '../database/person.ts';
import { inCity } from '../database/tenant.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { CivilDate, Id } from '../model/plan.ts';
import { isOver } from '../model/role.ts';
import type { Appointment } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { auditPeople, dayBefore, keepsAdministrator, peopleNow, reachProblems } from './people.ts';
import type { Reach } from './people.ts';

export interface AppointRequest extends Reach {
  readonly personId: Id;
  readonly fromOn: CivilDate | null;
  readonly untilOn: CivilDate | null;
}

/** The new appointment's id. Refused without the right, for a stranger and for a deactivated person. */
export function appoint(acting: CityActing, request: AppointRequest): Promise<Id | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const { city, today, now, persons } = people;
    const person = persons.find((one) => one.id === request.personId);
    if (!person) return refusal('no-person');
    if (person.deactivatedAt !== null) return refusal('person-deactivated');
    const labels = await thingLabels(tx, city.id, request.itemIds);
    const items = [...labels.values()].filter((one) => one.thing === 'node' || one.thing === 'task');
    const problems: Problem[] = [...reachProblems(request, city, new Set(items.map((one) => one.id)))];
    if (request.untilOn !== null && request.untilOn < (request.fromOn ?? today))
      problems.push({ code: 'until-before-from', place: { field: 'until' }, values: {} });
    if (problems.length > 0) return { problems };
    const appointment: Appointment = {
      id: acting.newId(),
      cityId: city.id,
      role: request.role,
      unitId: request.unitId,
      itemIds: request.itemIds,
      fromOn: request.fromOn,
      untilOn: request.untilOn,
      deputyForId: null,
    };
    await insertAppointment(tx, person.id, appointment, now);
    await auditPeople(tx, acting, {
      act: 'appoint',
      thing: 'appointment',
      thingId: appointment.id,
      before: null,
      after: { personId: person.id, ...toRecord(appointment) },
    });
    return appointment.id;
  });
}

/**
 * Ends an appointment with yesterday, and with it the deputies who stand in for it. Refused when nobody would be left to
 * administer the city.
 */
export function endAppointment(acting: CityActing, id: Id): Promise<Id | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const { city, today, persons } = people;
    const person = persons.find((one) => one.appointments.some((a) => a.id === id));
    const ended = person?.appointments.find((a) => a.id === id);
    if (!person || !ended || isOver(ended, today)) return refusal('no-appointment');
    const standIns = persons
      .flatMap((one) => one.appointments)
      .filter((a) => a.deputyForId === person.id && sameReach(a, ended) && !isOver(a, today));
    const cut = new Set([ended.id, ...(ended.deputyForId === null ? standIns.map((a) => a.id) : [])]);
    const after = persons.map((one) => ({
      ...one,
      appointments: one.appointments.filter((a) => !cut.has(a.id)),
    }));
    const refused = keepsAdministrator(persons, after, today);
    if (refused && ended.role === 'administrator') return refused;
    for (const one of cut) await cutAppointment(tx, city.id, one, dayBefore(today));
    await auditPeople(tx, acting, {
      act: 'end-appointment',
      thing: 'appointment',
      thingId: id,
      before: { personId: person.id, ...toRecord(ended) },
      after: { endedOn: dayBefore(today), deputiesEnded: cut.size - 1 },
    });
    return person.id;
  });
}

/** Whether two appointments give the same: role, unit and items. */
export function sameReach(a: Appointment, b: Appointment): boolean {
  return (
    a.role === b.role && a.unitId === b.unitId && a.itemIds.toSorted().join() === b.itemIds.toSorted().join()
  );
}

/** An appointment as the record keeps it. */
export function toRecord({ role, unitId, itemIds, fromOn, untilOn, deputyForId }: Appointment): object {
  return { role, unitId, itemIds, fromOn, untilOn, deputyForId };
}
