/** Publications at a set time, and those that wait for a second person. */

import type { Selectable } from 'kysely';
import type { Id, Texts } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { PublicationOrderTable } from './schema.ts';

export interface PublicationOrder {
  readonly id: Id;
  readonly cityId: Id;
  readonly planId: Id;
  readonly note: Texts | null;
  readonly runAt: string;
  readonly orderedBy: Id;
  readonly orderedAt: string;
  readonly confirmedBy: Id | null;
  readonly confirmedAt: string | null;
  readonly cancelledAt: string | null;
  readonly doneAt: string | null;
  /** Of the edition that it made. */
  readonly number: number | null;
  /** Why nothing was published: a refusal, or problems of the plan. */
  readonly refused: unknown;
}

export async function insertOrder(
  tx: DatabaseTransaction,
  order: Pick<PublicationOrder, 'id' | 'cityId' | 'planId' | 'note' | 'runAt' | 'orderedBy' | 'orderedAt'>,
): Promise<void> {
  await tx
    .insertInto('publication_order')
    .values({
      city_id: order.cityId,
      id: order.id,
      plan_id: order.planId,
      note: json(order.note),
      run_at: order.runAt,
      ordered_by: order.orderedBy,
      ordered_at: order.orderedAt,
      refused: json(null),
    })
    .execute();
}

/** The order, kept from others until the end of the transaction; null when there is none. */
export async function lockOrder(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
): Promise<PublicationOrder | null> {
  const row = await tx
    .selectFrom('publication_order')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toOrder(row) : null;
}

/** Orders that are neither done nor cancelled, the next first; of one plan or of the whole city. */
export async function openOrders(
  db: Reader,
  cityId: Id,
  planId: Id | null = null,
): Promise<readonly PublicationOrder[]> {
  let query = db
    .selectFrom('publication_order')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null);
  if (planId !== null) query = query.where('plan_id', '=', planId);
  return (await query.orderBy('run_at').orderBy('id').execute()).map(toOrder);
}

/** The last order of a plan that came to its end without an edition, when nothing was ordered after it. */
export async function failedOrder(db: Reader, cityId: Id, planId: Id): Promise<PublicationOrder | null> {
  const row = await db
    .selectFrom('publication_order')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('cancelled_at', 'is', null)
    .orderBy('ordered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.done_at !== null && row.number === null ? toOrder(row) : null;
}

export async function updateOrder(
  tx: DatabaseTransaction,
  id: Id,
  change: Partial<
    Pick<PublicationOrder, 'confirmedBy' | 'confirmedAt' | 'cancelledAt' | 'doneAt' | 'number' | 'refused'>
  >,
): Promise<void> {
  await tx
    .updateTable('publication_order')
    .set({
      ...(change.confirmedBy === undefined ? {} : { confirmed_by: change.confirmedBy }),
      ...(change.confirmedAt === undefined ? {} : { confirmed_at: change.confirmedAt }),
      ...(change.cancelledAt === undefined ? {} : { cancelled_at: change.cancelledAt }),
      ...(change.doneAt === undefined ? {} : { done_at: change.doneAt }),
      ...(change.number === undefined ? {} : { number: change.number }),
      ...(change.refused === undefined ? {} : { refused: json(change.refused) }),
    })
    .where('id', '=', id)
    .execute();
}

function toOrder(row: Selectable<PublicationOrderTable>): PublicationOrder {
  return {
    id: row.id,
    cityId: row.city_id,
    planId: row.plan_id,
    note: row.note,
    runAt: row.run_at,
    orderedBy: row.ordered_by,
    orderedAt: row.ordered_at,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    cancelledAt: row.cancelled_at,
    doneAt: row.done_at,
    number: row.number,
    refused: row.refused,
  };
}
