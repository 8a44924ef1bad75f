/** Whether a city's policy asks somebody for a second factor that they do not have. */

import { passwordHashOf, signOnOf } from '../database/credential.ts';
import { policiesOf } from '../database/policy.ts';
import { rolesIn } from '../model/role.ts';
import { civilDate } from '../text/date.ts';
import type { PersonalVisit } from './visit.ts';

/** Who comes through single sign-on alone shows the second factor there. */
export async function owesSecondFactor({ visitor, office, now }: PersonalVisit): Promise<boolean> {
  const { person, member } = visitor;
  if (person.twoFactorEnabled) return false;
  const ids = [...new Set(member.appointments.map((a) => a.cityId))];
  const policies = await policiesOf(office.database, ids);
  const asked = policies.some(({ cityId, timeZone, policy }) =>
    rolesIn(member, cityId, civilDate(now, timeZone)).some((role) => policy.secondFactor?.includes(role)),
  );
  if (!asked) return false;
  const hasPassword = (await passwordHashOf(office.database, person.id)) !== null;
  return hasPassword || (await signOnOf(office.database, person.id)) === null;
}
