/** Who has an item open: seen there a moment ago. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export async function putPresence(
  tx: DatabaseTransaction,
  cityId: Id,
  seen: { readonly thingId: Id; readonly personId: Id; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('presence')
    .values({ city_id: cityId, thing_id: seen.thingId, person_id: seen.personId, seen_at: seen.at })
    .onConflict((conflict) => conflict.columns(['thing_id', 'person_id']).doUpdateSet({ seen_at: seen.at }))
    .execute();
}

/** Names of the others who were seen there since the instant, in their order. */
export async function othersAt(
  db: Reader,
  cityId: Id,
  thingId: Id,
  personId: Id,
  since: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('presence')
    .innerJoin('person', 'person.id', 'presence.person_id')
    .select('person.name')
    .where('presence.city_id', '=', cityId)
    .where('presence.thing_id', '=', thingId)
    .where('presence.person_id', '<>', personId)
    .where('presence.seen_at', '>=', since)
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
}
