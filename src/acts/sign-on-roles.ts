/** Persons and roles as the single sign-on's groups say: the only writer of appointments of the source `sign-on`. */

import { lockPeople } from '../database/appointment.ts';
import { insertAudit } from '../database/audit.ts';
import { citiesById } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import {
  deleteAppointment,
  insertAppointment,
  insertPerson,
  personByEmail,
  personById,
  signOnAppointmentsOf,
} from '../database/person.ts';
import { confirmTie, groupRoles, insertTie, tieBySubject } from '../database/sign-on.ts';
import type { CityGroupRole } from '../database/sign-on.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';
import type { Claims } from './sign-on-provider.ts';

const WHO = 'single sign-on';
const NAME_MOST = 120;

/**
 * Before each session by single sign-on: the person is found by the provider's own number, else by a verified e-mail,
 * else made; and has exactly the roles of the groups. Without a group that gives a role nobody is made or let in.
 */
export async function admitBySignOn(acting: Acting, claims: Claims): Promise<true | Refusal> {
  return transact(acting.database, async (tx) => {
    const wanted = await rolesOf(tx, claims.groups ?? []);
    const tie = await tieBySubject(tx, claims.subject);
    if (tie) {
      const person = await personById(tx, tie.personId);
      if (!person || person.deactivatedAt !== null) return refusal('sign-on-failed');
      await makeEqual(tx, acting, person.id, wanted);
      await confirmTie(tx, tie.id, instant(acting.clock));
      return wanted.length > 0 ? true : refusal('sign-on-no-group');
    }
    if (wanted.length === 0) return refusal('sign-on-no-group');
    if (claims.email === null) return refusal('sign-on-no-email');
    const known = await personByEmail(tx, claims.email);
    // Who runs the installation stays apart: that account must work, and be nobody else's, whatever the provider says.
    if (known && (!claims.emailVerified || known.installation || known.deactivatedAt !== null))
      return refusal('sign-on-email-taken');
    const personId = known?.id ?? acting.newId();
    if (!known)
      await insertPerson(tx, {
        id: personId,
        name: (claims.name ?? claims.email).slice(0, NAME_MOST),
        email: claims.email,
        locale: 'pl',
        installation: false,
      });
    const id = acting.newId();
    await insertTie(tx, { id, personId, subject: claims.subject });
    await makeEqual(tx, acting, personId, wanted);
    await confirmTie(tx, id, instant(acting.clock));
    await record(tx, acting, null, personId, known ? 'tie-to-sign-on' : 'add-by-sign-on', null, null);
    return true;
  });
}

/** Makes the roles from groups equal to these; answers whether any was taken away. */
export function setGroupsOf(
  acting: Acting,
  personId: Id,
  groups: readonly string[],
  confirmedTie: Id | null,
): Promise<boolean> {
  return transact(acting.database, async (tx) => {
    const lost = await makeEqual(tx, acting, personId, await rolesOf(tx, groups));
    if (confirmedTie !== null) await confirmTie(tx, confirmedTie, instant(acting.clock));
    return lost;
  });
}

/** What the groups give now, in units that exist. */
async function rolesOf(
  tx: DatabaseTransaction,
  groups: readonly string[],
): Promise<readonly CityGroupRole[]> {
  const named = (await groupRoles(tx)).filter(({ group }) => groups.includes(group));
  const cities = await citiesById(tx, [...new Set(named.map(({ cityId }) => cityId))]);
  const seen = new Set<string>();
  return named.filter((one) => {
    const city = cities.find(({ id }) => id === one.cityId);
    const exists = one.unitId === null || city?.units.some(({ id }) => id === one.unitId) === true;
    const isNew = !seen.has(keyOf(one));
    seen.add(keyOf(one));
    return exists && isNew;
  });
}

async function makeEqual(
  tx: DatabaseTransaction,
  acting: Acting,
  personId: Id,
  wanted: readonly CityGroupRole[],
): Promise<boolean> {
  const now = instant(acting.clock);
  const cityIds = (held: readonly { readonly cityId: Id }[]): readonly Id[] => [
    ...new Set([...held, ...wanted].map(({ cityId }) => cityId)),
  ];
  for (const cityId of cityIds(await signOnAppointmentsOf(tx, personId)).toSorted())
    await lockPeople(tx, cityId);
  const held = await signOnAppointmentsOf(tx, personId);
  const gone = held.filter((one) => !wanted.some((other) => keyOf(other) === keyOf(one)));
  const fresh = wanted.filter((one) => !held.some((other) => keyOf(other) === keyOf(one)));
  for (const { cityId, id } of gone) await deleteAppointment(tx, cityId, id);
  for (const { cityId, role, unitId } of fresh) {
    const appointment = { id: acting.newId(), cityId, role, unitId, itemIds: [] };
    await insertAppointment(
      tx,
      personId,
      { ...appointment, fromOn: null, untilOn: null, deputyForId: null },
      now,
      'sign-on',
    );
  }
  for (const cityId of cityIds(held).toSorted()) {
    if (![...gone, ...fresh].some((one) => one.cityId === cityId)) continue;
    const inCity = (list: readonly Reach[]): readonly object[] =>
      list.filter((one) => one.cityId === cityId).map(({ role, unitId }) => ({ role, unitId }));
    await record(tx, acting, cityId, personId, 'roles-by-sign-on', inCity(held), inCity(wanted));
  }
  return gone.length > 0;
}

type Reach = Omit<CityGroupRole, 'group'>;

function keyOf({ cityId, role, unitId }: Reach): string {
  return `${cityId} ${role} ${unitId ?? ''}`;
}

async function record(
  tx: DatabaseTransaction,
  acting: Acting,
  cityId: Id | null,
  personId: Id,
  act: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await insertAudit(tx, {
    id: acting.newId(),
    cityId,
    at: instant(acting.clock),
    who: WHO,
    act,
    thing: 'person',
    thingId: personId,
    personId,
    before,
    after,
  });
}
