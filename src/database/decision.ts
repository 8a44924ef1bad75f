/** Decisions and corrections on which changes of an adopted plan rest, until an edition says them. */

import type { CivilDate, Id, Texts } from '../model/plan.ts';
import { inChunks, json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Decision {
  readonly id: Id;
  readonly planId: Id;
  readonly thingId: Id;
  /** As the edition names it; `added` and `removed` for a whole thing. */
  readonly field: string;
  readonly kind: 'correction' | 'change';
  /** Null for corrections. */
  readonly number: string | null;
  readonly on: CivilDate | null;
  /** Empty for a correction without a note. */
  readonly reason: Texts;
  readonly personId: Id;
  readonly at: string;
}

export async function insertDecisions(
  tx: DatabaseTransaction,
  cityId: Id,
  decisions: readonly Decision[],
): Promise<void> {
  const rows = decisions.map((decision) => ({
    city_id: cityId,
    id: decision.id,
    plan_id: decision.planId,
    thing_id: decision.thingId,
    field: decision.field,
    kind: decision.kind,
    number: decision.number,
    decided_on: decision.on,
    reason: json(decision.reason),
    person_id: decision.personId,
    at: decision.at,
    edition: null,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('decision').values(chunk).execute();
}

/** Those that no edition says yet, the oldest first. */
export async function decisionsWaiting(db: Reader, cityId: Id, planId: Id): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('edition', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    thingId: row.thing_id,
    field: row.field,
    kind: row.kind,
    number: row.number,
    on: row.decided_on,
    reason: row.reason,
    personId: row.person_id,
    at: row.at,
  }));
}

/** Edition `number` says everything that waited. */
export async function markPublished(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  number: number,
): Promise<void> {
  await tx
    .updateTable('decision')
    .set({ edition: number })
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('edition', 'is', null)
    .execute();
}

/** Takes back what one act of a person noted down, while no edition says it. False when one does. */
export async function withdrawDecisions(
  tx: DatabaseTransaction,
  cityId: Id,
  planId: Id,
  act: { readonly personId: Id; readonly at: string; readonly thingIds: readonly Id[] },
): Promise<boolean> {
  if (act.thingIds.length === 0) return true;
  const rows = await tx
    .selectFrom('decision')
    .select(['id', 'edition'])
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('person_id', '=', act.personId)
    .where('at', '=', act.at)
    .where('thing_id', 'in', act.thingIds)
    .execute();
  if (rows.some(({ edition }) => edition !== null)) return false;
  if (rows.length > 0)
    await tx
      .deleteFrom('decision')
      .where('city_id', '=', cityId)
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  return true;
}
