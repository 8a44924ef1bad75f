/** What a city asks of those who work for it. */

import type { Id } from '../model/plan.ts';
import type { CityPolicy } from '../model/role.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export async function policyOf(db: Reader, cityId: Id): Promise<CityPolicy> {
  const row = await db.selectFrom('city').select('policy').where('id', '=', cityId).executeTakeFirst();
  return row?.policy ?? {};
}

export async function updatePolicy(tx: DatabaseTransaction, cityId: Id, policy: CityPolicy): Promise<void> {
  await tx
    .updateTable('city')
    .set({ policy: json(policy) })
    .where('id', '=', cityId)
    .execute();
}

/** Of several cities, each with its time zone, in which the days of roles are counted. */
export async function policiesOf(
  db: Reader,
  cityIds: readonly Id[],
): Promise<readonly { readonly cityId: Id; readonly timeZone: string; readonly policy: CityPolicy }[]> {
  if (cityIds.length === 0) return [];
  return db
    .selectFrom('city')
    .select(['id as cityId', 'time_zone as timeZone', 'policy'])
    .where('id', 'in', cityIds)
    .execute();
}
