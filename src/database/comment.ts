/** Comments on goals and tasks: internal, never part of an edition. */

import type { Id } from '../model/plan.ts';
import { uuids } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Comment {
  readonly id: Id;
  readonly cityId: Id;
  readonly planId: Id;
  readonly thingId: Id;
  readonly personId: Id;
  readonly text: string;
  /** Persons it names. */
  readonly mentions: readonly Id[];
  readonly at: string;
  /** Its text is then shown to nobody. */
  readonly withdrawnAt: string | null;
}

export async function insertComment(
  tx: DatabaseTransaction,
  comment: Omit<Comment, 'withdrawnAt'>,
): Promise<void> {
  await tx
    .insertInto('comment')
    .values({
      city_id: comment.cityId,
      id: comment.id,
      plan_id: comment.planId,
      thing_id: comment.thingId,
      person_id: comment.personId,
      text: comment.text,
      mentions: uuids(comment.mentions),
      at: comment.at,
    })
    .execute();
}

/** Of one goal or task, the oldest first. */
export async function commentsOn(db: Reader, cityId: Id, thingId: Id): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('comment')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('thing_id', '=', thingId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    cityId: row.city_id,
    planId: row.plan_id,
    thingId: row.thing_id,
    personId: row.person_id,
    text: row.text,
    mentions: row.mentions,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
  }));
}

/** Marks the person's own comment as withdrawn; null when there is none that is theirs, else what it is on. */
export async function withdrawOwnComment(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  personId: Id,
  at: string,
): Promise<{ readonly planId: Id; readonly thingId: Id } | null> {
  const row = await tx
    .updateTable('comment')
    .set({ withdrawn_at: at })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .returning(['plan_id as planId', 'thing_id as thingId'])
    .executeTakeFirst();
  return row ?? null;
}
