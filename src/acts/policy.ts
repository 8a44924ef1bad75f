/** Says which roles of the city may not be used without a second factor. */

import { policyOf, updatePolicy } from '../database/policy.ts';
import { inCity } from '../database/tenant.ts';
import type { Role } from '../model/role.ts';
import { isRefusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { CityActing } from './acting.ts';
import { auditPeople, peopleNow } from './people.ts';

export function demandSecondFactor(acting: CityActing, roles: readonly Role[]): Promise<true | Refusal> {
  return inCity(acting.database, acting.cityId, async (tx) => {
    const people = await peopleNow(tx, acting);
    if (isRefusal(people)) return people;
    const before = await policyOf(tx, acting.cityId);
    const after = { ...before, secondFactor: roles };
    await updatePolicy(tx, acting.cityId, after);
    await auditPeople(tx, acting, {
      act: 'change-policy',
      thing: 'city',
      thingId: acting.cityId,
      before,
      after,
    });
    return true;
  });
}
