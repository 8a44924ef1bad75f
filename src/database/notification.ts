/** What the office tells a person: each once, read or not, mailed or not. */

import { sql } from 'kysely';
import type { Id } from '../model/plan.ts';
import { inChunks, json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export const NOTIFICATION_KINDS = [
  /** Named in a comment: `by`, `label`, `excerpt`. */
  'mentioned',
  /** A comment on an item that is one's own: `by`, `label`, `excerpt`. */
  'commented',
  /** An item that is one's own was changed: `label`. */
  'item-changed',
  /** Many at once: `count`. */
  'items-changed',
  /** A publication waits for a second person: `by`, `plan`. */
  'publication-waits',
  /** An ordered publication was made: `plan`, `number`. */
  'published',
  /** An ordered publication could not be made: `plan`. */
  'publication-failed',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export interface Notification {
  readonly id: Id;
  readonly cityId: Id;
  readonly personId: Id;
  readonly kind: NotificationKind;
  readonly planId: Id | null;
  readonly thingId: Id | null;
  readonly values: Readonly<Record<string, string | number>>;
  readonly at: string;
  readonly readAt: string | null;
}

/** A person is told the same of the same thing again only after having read it. */
export async function insertNotifications(
  tx: DatabaseTransaction,
  notifications: readonly Omit<Notification, 'readAt'>[],
): Promise<void> {
  for (const chunk of inChunks(notifications)) {
    const values = chunk.map(
      (one) =>
        sql`(${one.cityId}::uuid, ${one.id}::uuid, ${one.personId}::uuid, ${one.kind}, ${one.planId}::uuid,
          ${one.thingId}::uuid, ${json(one.values)}, ${one.at}::timestamptz)`,
    );
    await sql`insert into notification (city_id, id, person_id, kind, plan_id, thing_id, "values", at)
      select * from (values ${sql.join(values)}) as new (city_id, id, person_id, kind, plan_id, thing_id, "values", at)
      where new.kind <> 'item-changed' or not exists (
        select from notification old where old.person_id = new.person_id and old.kind = new.kind
          and old.thing_id = new.thing_id and old.read_at is null)`.execute(tx);
  }
}

/** A person's notifications of a city, newest first. */
export async function notificationsOf(
  db: Reader,
  cityId: Id,
  personId: Id,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<readonly Notification[]> {
  const rows = await db
    .selectFrom('notification')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    cityId: row.city_id,
    personId: row.person_id,
    kind: row.kind as NotificationKind,
    planId: row.plan_id,
    thingId: row.thing_id,
    values: row.values,
    at: row.at,
    readAt: row.read_at,
  }));
}

export async function unreadCount(db: Reader, cityId: Id, personId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('notification')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks one as read, or all of them. */
export async function markRead(
  tx: DatabaseTransaction,
  cityId: Id,
  personId: Id,
  id: Id | null,
  now: string,
): Promise<void> {
  let query = tx
    .updateTable('notification')
    .set({ read_at: now })
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  if (id !== null) query = query.where('id', '=', id);
  await query.execute();
}

/** What still has to be mailed to a person. */
export interface Unmailed {
  readonly personId: Id;
  readonly name: string;
  readonly email: string;
  readonly locale: 'pl' | 'en';
  readonly citySlug: string;
  readonly cityName: Readonly<Record<string, string>>;
  readonly notifications: readonly Pick<Notification, 'id' | 'kind' | 'values' | 'at'>[];
}

/**
 * Takes what persons with this wish have not had by mail yet, and marks it as mailed: by city and person. What they
 * read in the office meanwhile is not mailed. Rows that another node is taking are passed over.
 */
export async function takeUnmailed(
  tx: DatabaseTransaction,
  wish: 'at-once' | 'daily',
  now: string,
): Promise<readonly Unmailed[]> {
  const { rows } = await sql<
    Omit<Unmailed, 'notifications'> & Pick<Notification, 'id' | 'kind' | 'values' | 'at'>
  >`with taken as (
      select notification.id from notification join person on person.id = notification.person_id
      where mailed_at is null and read_at is null and person.notify = ${wish} and person.deactivated_at is null
      order by notification.id limit 2000 for update of notification skip locked
    )
    update notification set mailed_at = ${now} from taken, person, city
    where notification.id = taken.id and person.id = notification.person_id and city.id = notification.city_id
    returning notification.id, notification.kind, notification."values", notification.at,
      person.id as "personId", person.name, person.email, person.locale,
      city.slug as "citySlug", city.name as "cityName"`.execute(tx);
  const groups = Map.groupBy(rows, (row) => `${row.citySlug} ${row.personId}`);
  return [...groups.values()].map((group) => {
    const { personId, name, email, locale, citySlug, cityName } = group[0]!;
    const notifications = group
      .map(({ id, kind, values, at }) => ({ id, kind, values, at }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { personId, name, email, locale, citySlug, cityName, notifications };
  });
}
