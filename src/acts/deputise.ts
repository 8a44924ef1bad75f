/**
 * Names a deputy for some days: the deputy holds every appointment of the person they stand in for, marked as a
 * deputy's, from the first to the last of these days. The right ends by itself.
 */

import { insertAppointment } from '../database/person.ts';
import { inCity } from '../database/tenant.ts';
import type { CivilDate, Id } from '../model/plan.ts';
import { isOver } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { toRecord } from './appoint.ts';
import { auditPeople, canTakeOver, peopleNow } from './people.ts';

export interface DeputyRequest {
  /** Who is away. */
  readonly personId: Id;
  readonly deputyId: Id;
  readonly fromOn: CivilDate;
  readonly untilOn: CivilDate;
}

/** Longest time that somebody may stand in; for longer, a role of one's own is due. */
export const DEPUTY_MAX_DAYS = 366;

/** How many appointments the deputy now holds. */
export function deputise(acting: CityActing, request: DeputyRequest): Promise<number | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const { city, today, now, persons } = people;
    const { fromOn, untilOn } = request;
    const person = persons.find((one) => one.id === request.personId);
    if (!person) return refusal('no-person');
    const deputy = persons.find((one) => one.id === request.deputyId);
    const problems: Problem[] = [];
    const at = (field: string, code: string): void =>
      void problems.push({ code, place: { field }, values: { most: DEPUTY_MAX_DAYS } });
    if (!deputy || deputy.id === person.id || !canTakeOver(deputy, today)) at('deputy', 'not-a-choice');
    if (untilOn < fromOn) at('deputy-until', 'until-before-from');
    else if (untilOn < today) at('deputy-until', 'day-over');
    else if (days(fromOn, untilOn) > DEPUTY_MAX_DAYS) at('deputy-until', 'deputy-too-long');
    // Nobody deputises for a deputy: the chain would hide who answers.
    const given = person.appointments.filter(
      (a) =>
        a.deputyForId === null &&
        !isOver(a, today) &&
        (a.untilOn === null || a.untilOn >= fromOn) &&
        (a.fromOn === null || a.fromOn <= untilOn),
    );
    if (problems.length > 0 || !deputy) return { problems };
    if (given.length === 0) return refusal('nothing-to-deputise');
    const made = given.map((a) => ({
      ...a,
      id: acting.newId(),
      fromOn: a.fromOn !== null && a.fromOn > fromOn ? a.fromOn : fromOn,
      untilOn: a.untilOn !== null && a.untilOn < untilOn ? a.untilOn : untilOn,
      deputyForId: person.id,
    }));
    for (const appointment of made) await insertAppointment(tx, deputy.id, appointment, now);
    await auditPeople(tx, acting, {
      act: 'name-deputy',
      thing: 'person',
      thingId: person.id,
      before: null,
      after: { cityId: city.id, deputyId: deputy.id, fromOn, untilOn, appointments: made.map(toRecord) },
    });
    return made.length;
  });
}

function days(from: CivilDate, until: CivilDate): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
}
