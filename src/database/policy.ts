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
