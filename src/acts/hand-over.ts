/** Hands over what is open and a person's: each thing to somebody, or dropped by name. Then it can be left. */

import { cutAppointment } from '../database/appointment.ts';
import type { CityPerson } from '../database/appointment.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import {
  giveAppointment,
  giveDraft,
  giveInvitation,
  giveMention,
  giveOrder,
  openThings,
} from '../database/open-thing.ts';
import type { OpenThing } from '../database/open-thing.ts';
import { insertAppointment } from '../database/person.ts';
import { inCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { can, isOver } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { sameReach } from './appoint.ts';
import { auditPeople, canTakeOver, dayBefore, keepsAdministrator, peopleNow } from './people.ts';
import type { PeopleNow } from './people.ts';

/** To whom each thing goes, by `handOverKey`: a person's id, or `drop`. */
export type Decisions = Readonly<Record<string, string>>;

export const DROP = 'drop';

/** Names the thing in the form. A draft is known by form and thing. */
export function handOverKey(thing: OpenThing): string {
  return thing.kind === 'draft' ? `draft.${thing.other ?? ''}.${thing.id}` : `${thing.kind}.${thing.id}`;
}

/** Hands over everything open of somebody who stays, or of somebody who is gone already. How many things it was. */
export function handOver(
  acting: CityActing,
  personId: Id,
  decisions: Decisions,
): Promise<number | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const person = people.persons.find((one) => one.id === personId);
    if (!person) return refusal('no-person');
    const handed = await handOverIn(tx, acting, people, person, decisions);
    if (isRefusal(handed) || 'problems' in handed) return handed;
    await auditPeople(tx, acting, {
      act: 'hand-over',
      thing: 'person',
      thingId: personId,
      before: null,
      after: { handedOver: handed.record },
    });
    return handed.record.length;
  });
}

/** Does it in a running act; the caller writes the entry. Every thing that is open must have its decision. */
export async function handOverIn(
  tx: DatabaseTransaction,
  acting: CityActing,
  people: PeopleNow,
  person: CityPerson,
  decisions: Decisions,
): Promise<{ readonly record: readonly object[] } | Refusal | Unfit> {
  const { city, today, persons } = people;
  const things = await openThings(tx, city.id, person.id, today);
  const problems = things.flatMap((thing) => problemOf(thing, decisions[handOverKey(thing)], people, person));
  if (problems.length > 0) return { problems };
  const refused = keepsAdministrator(persons, afterwards(people, person, things, decisions), today);
  if (refused && person.appointments.some((a) => a.role === 'administrator')) return refused;
  for (const thing of things) {
    const decided = decisions[handOverKey(thing)]!;
    await give(tx, acting, people, person, thing, decided === DROP ? null : decided);
  }
  return {
    record: things.map((thing) => ({
      kind: thing.kind,
      id: thing.id,
      to: decisions[handOverKey(thing)]!,
    })),
  };
}

function problemOf(
  thing: OpenThing,
  decided: string | undefined,
  { city, today, persons }: PeopleNow,
  person: CityPerson,
): readonly Problem[] {
  const problem = (code: string): readonly Problem[] => [
    { code, place: { field: handOverKey(thing) }, values: {} },
  ];
  if (decided === undefined || decided === '') return problem('hand-over-undecided');
  if (decided === DROP) return [];
  const to = persons.find((one) => one.id === decided);
  if (!to || to.id === person.id || !canTakeOver(to, today)) return problem('not-a-choice');
  // Somebody cannot stand in for themselves.
  if (thing.kind === 'deputy' && to.id === thing.other) return problem('deputy-of-oneself');
  if (thing.kind === 'order') {
    const may = can(
      { personId: to.id, installation: false, appointments: to.appointments },
      'publish',
      { cityId: city.id },
      { today, units: city.units },
    );
    if (may !== true) return problem('cannot-publish');
  }
  return [];
}

/** The city's people as they will be: the person's own roles over, given ones with their new holders. */
function afterwards(
  { persons, today }: PeopleNow,
  person: CityPerson,
  things: readonly OpenThing[],
  decisions: Decisions,
): readonly CityPerson[] {
  return persons.map((one) => {
    if (one.id === person.id) return { ...one, appointments: [] };
    const given = things
      .filter((thing) => thing.kind === 'appointment' && decisions[handOverKey(thing)] === one.id)
      .flatMap((thing) => person.appointments.filter((a) => a.id === thing.id))
      .map((a) => ({ ...a, fromOn: today }));
    return { ...one, appointments: [...one.appointments, ...given] };
  });
}

async function give(
  tx: DatabaseTransaction,
  acting: CityActing,
  { city, today, now, persons }: PeopleNow,
  person: CityPerson,
  thing: OpenThing,
  to: Id | null,
): Promise<void> {
  switch (thing.kind) {
    case 'appointment': {
      const held = person.appointments.find((a) => a.id === thing.id)!;
      await cutAppointment(tx, city.id, thing.id, dayBefore(today));
      const has = persons
        .find((one) => one.id === to)
        ?.appointments.some((a) => a.deputyForId === null && !isOver(a, today) && sameReach(a, held));
      if (to === null || has) return;
      const { source: _, ...appointment } = held;
      const fromOn = held.fromOn !== null && held.fromOn > today ? held.fromOn : today;
      await insertAppointment(tx, to, { ...appointment, id: acting.newId(), fromOn }, now);
      return;
    }
    case 'deputy': {
      const isDeputy = person.appointments.some((a) => a.id === thing.id);
      if (to === null) await cutAppointment(tx, city.id, thing.id, dayBefore(today));
      else await giveAppointment(tx, city.id, thing.id, isDeputy ? { personId: to } : { deputyForId: to });
      return;
    }
    case 'draft':
      return giveDraft(tx, city.id, { form: thing.other ?? '', thingId: thing.id, from: person.id, to });
    case 'mention':
      return giveMention(tx, city.id, thing.id, to, now);
    case 'order':
      return giveOrder(tx, city.id, thing.id, to, now);
    case 'invitation':
      return giveInvitation(tx, city.id, thing.id, to, now);
  }
}
