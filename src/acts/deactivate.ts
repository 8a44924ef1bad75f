/** Lets a person go, with a hand-over of everything that is open, and takes them back. */

import { otherCities } from '../database/appointment.ts';
import { personById, updatePerson } from '../database/person.ts';
import { endSessionsOf } from '../database/session.ts';
import { transact } from '../database/engine.ts';
import { enterCity, inCity, leaveCity } from '../database/tenant.ts';
import type { Id } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { handOverIn } from './hand-over.ts';
import type { Decisions } from './hand-over.ts';
import { auditPeople, peopleNow } from './people.ts';

/** `left`: the account goes on, in another city or for the installation; here it has no role any more. */
export type DeactivateAnswer = 'deactivated' | 'left';

/**
 * Ends every role of the person in the city, gives or drops all that is open, ends the sessions and closes the account,
 * all of it or nothing. Refused for oneself and for the last administrator.
 */
export function deactivate(
  acting: CityActing,
  personId: Id,
  decisions: Decisions,
): Promise<DeactivateAnswer | Refusal | Unfit> {
  return transact(acting.database, async (tx) => {
    if (personId === acting.member.personId) return refusal('not-oneself');
    await enterCity(tx, acting.cityId);
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const person = people.persons.find((one) => one.id === personId);
    if (!person) return refusal('no-person');
    if (person.deactivatedAt !== null) return refusal('person-deactivated');
    const handed = await handOverIn(tx, acting, people, person, decisions);
    if (isRefusal(handed) || 'problems' in handed) return handed;
    await leaveCity(tx);
    const elsewhere = await otherCities(tx, personId, acting.cityId, people.today);
    const leaves = elsewhere > 0 || person.installation;
    if (!leaves) {
      await updatePerson(tx, personId, { deactivatedAt: people.now });
      await endSessionsOf(tx, personId, null);
    }
    await enterCity(tx, acting.cityId);
    await auditPeople(tx, acting, {
      act: leaves ? 'remove-from-city' : 'deactivate',
      thing: 'person',
      thingId: personId,
      before: { deactivated: false },
      after: { deactivated: !leaves, handedOver: handed.record },
    });
    return leaves ? 'left' : 'deactivated';
  });
}

/** Opens the account again; roles are given anew. */
export function reactivate(acting: CityActing, personId: Id): Promise<Id | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const person = people.persons.find((one) => one.id === personId);
    if (!person) return refusal('no-person');
    if (person.deactivatedAt === null) return refusal('person-active');
    await updatePerson(tx, personId, { deactivatedAt: null });
    await auditPeople(tx, acting, {
      act: 'reactivate',
      thing: 'person',
      thingId: personId,
      before: { deactivated: true },
      after: { deactivated: false },
    });
    return personId;
  });
}

/** Ends every session of the person, so that the next page asks for the sign-in. How many it were. */
export function endAllSessions(acting: CityActing, personId: Id): Promise<number | Refusal> {
  return transact(acting.database, async (tx) => {
    await enterCity(tx, acting.cityId);
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    if (!people.persons.some((one) => one.id === personId)) return refusal('no-person');
    await leaveCity(tx);
    if (!(await personById(tx, personId))) return refusal('no-person');
    const ended = await endSessionsOf(tx, personId, null);
    await enterCity(tx, acting.cityId);
    await auditPeople(tx, acting, {
      act: 'end-sessions',
      thing: 'person',
      thingId: personId,
      before: { sessions: ended.length },
      after: { sessions: 0 },
    });
    return ended.length;
  });
}
