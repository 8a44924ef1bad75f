/** Says which groups of the single sign-on give which roles in the city. */

import { deleteAppointment } from '../database/person.ts';
import { policyOf, updatePolicy } from '../database/policy.ts';
import { inCity } from '../database/tenant.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { GroupRole } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import type { CityActing, Unfit } from './acting.ts';
import { auditPeople, peopleNow, reachProblems } from './people.ts';
import type { PeopleNow } from './people.ts';

const GROUP_MOST = 200;

/** Who is in the group gets the role at the next sign-on or question to the provider. */
export function addGroupRole(acting: CityActing, wish: GroupRole): Promise<true | Refusal | Unfit> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const before = (await policyOf(tx, acting.cityId)).signOn ?? [];
    const problems: Problem[] = [...reachProblems({ ...wish, itemIds: [] }, people.city, new Set())];
    const at = (code: string, values: Problem['values'] = {}): void =>
      void problems.push({ code, place: { field: 'group' }, values });
    if (wish.group === '') at('required');
    if (wish.group.length > GROUP_MOST) at('too-long', { most: GROUP_MOST, given: wish.group.length });
    if (before.some((one) => same(one, wish))) at('group-there');
    if (problems.length > 0) return { problems };
    await save(tx, acting, people, before, [...before, wish]);
    return true;
  });
}

/**
 * The role is taken at once from everybody who has it from a group. Where another group gives the same role, it stays
 * until the provider is asked again.
 */
export function removeGroupRole(acting: CityActing, wish: GroupRole): Promise<true | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const before = (await policyOf(tx, acting.cityId)).signOn ?? [];
    await save(
      tx,
      acting,
      people,
      before,
      before.filter((one) => !same(one, wish)),
    );
    return true;
  });
}

async function save(
  tx: DatabaseTransaction,
  acting: CityActing,
  { persons }: PeopleNow,
  before: readonly GroupRole[],
  after: readonly GroupRole[],
): Promise<void> {
  await updatePolicy(tx, acting.cityId, { ...(await policyOf(tx, acting.cityId)), signOn: after });
  // Which of several groups gave the role is not kept.
  for (const { appointments } of persons)
    for (const held of appointments)
      if (
        held.source === 'sign-on' &&
        !after.some(({ role, unitId }) => role === held.role && unitId === held.unitId)
      )
        await deleteAppointment(tx, acting.cityId, held.id);
  await auditPeople(tx, acting, {
    act: 'change-sign-on-groups',
    thing: 'city',
    thingId: acting.cityId,
    before: { signOn: before },
    after: { signOn: after },
  });
}

function same(a: GroupRole, b: GroupRole): boolean {
  return a.group === b.group && a.role === b.role && a.unitId === b.unitId;
}
