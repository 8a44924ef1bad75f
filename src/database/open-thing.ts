/**
 * What is open and somebody's in a city: appointments, deputies, drafts, unread mentions, waiting publications and
 * invitations. A person leaves only when each has another owner or is dropped, so that nothing is nobody's.
 */

import { sql } from 'kysely';
import type { CivilDate, Id } from '../model/plan.ts';
import type { Role } from '../model/role.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export const OPEN_KINDS = ['appointment', 'deputy', 'draft', 'mention', 'order', 'invitation'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

export interface OpenThing {
  readonly kind: OpenKind;
  /** Of the appointment, notification, order or invitation; of a draft the thing it changes. */
  readonly id: Id;
  readonly personId: Id;
  /** Of appointments and invitations. */
  readonly role: Role | null;
  readonly unitId: Id | null;
  readonly itemIds: readonly Id[];
  /** The node, task or plan that it is about. */
  readonly thingId: Id | null;
  /** Of a deputy the other person; of a draft the form; of an invitation its e-mail. */
  readonly other: string | null;
}

/** Of one person, or of everybody when null. `today` decides which appointments are over. */
export async function openThings(
  db: Reader,
  cityId: Id,
  personId: Id | null,
  today: CivilDate,
): Promise<readonly OpenThing[]> {
  const { rows } = await sql<OpenThing>`
    select * from (
      select case when deputy_for_id is null then 'appointment' else 'deputy' end as kind, id, person_id as "personId",
          role, unit_id as "unitId", item_ids as "itemIds", null::uuid as "thingId", deputy_for_id::text as other
        from appointment where city_id = ${cityId} and (until_on is null or until_on >= ${today})
      union all
      select 'deputy', id, deputy_for_id, role, unit_id, item_ids, null, person_id::text
        from appointment where city_id = ${cityId} and deputy_for_id is not null and until_on >= ${today}
      union all
      select 'draft', thing_id, person_id, null, null, '{}', thing_id, form from draft where city_id = ${cityId}
      union all
      select 'mention', id, person_id, null, null, '{}', thing_id, null
        from notification where city_id = ${cityId} and kind = 'mentioned' and read_at is null
      union all
      select 'order', id, ordered_by, null, null, '{}', plan_id, null
        from publication_order where city_id = ${cityId} and cancelled_at is null and done_at is null
      union all
      select 'invitation', id, invited_by, role, unit_id, '{}', null, email
        from invitation where city_id = ${cityId} and invited_by is not null and used_at is null and revoked_at is null
    ) open
    where ${personId === null ? sql`true` : sql`"personId" = ${personId}`}
    order by kind, id`.execute(db);
  return rows;
}

/** Open things of persons who cannot do anything any more: deactivated, or without an appointment in the city. */
export async function orphans(db: Reader, cityId: Id, today: CivilDate): Promise<readonly OpenThing[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from person where deactivated_at is null and exists (
      select from appointment where person_id = person.id and city_id = ${cityId}
        and (until_on is null or until_on >= ${today}))`.execute(db);
  const active = new Set(rows.map((row) => row.id));
  return (await openThings(db, cityId, null, today)).filter((thing) => !active.has(thing.personId));
}

/** A draft goes to another person; one of theirs for the same form stays, and the given one is dropped. */
export async function giveDraft(
  tx: DatabaseTransaction,
  cityId: Id,
  draft: { readonly form: string; readonly thingId: Id; readonly from: Id; readonly to: Id | null },
): Promise<void> {
  if (draft.to !== null)
    await sql`update draft set person_id = ${draft.to}
      where city_id = ${cityId} and person_id = ${draft.from} and form = ${draft.form} and thing_id = ${draft.thingId}
        and not exists (select from draft other where other.person_id = ${draft.to}
          and other.form = draft.form and other.thing_id = draft.thing_id)`.execute(tx);
  await tx
    .deleteFrom('draft')
    .where('city_id', '=', cityId)
    .where('person_id', '=', draft.from)
    .where('form', '=', draft.form)
    .where('thing_id', '=', draft.thingId)
    .execute();
}

/** A mention goes to another person, or is read when null. */
export async function giveMention(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  to: Id | null,
  now: string,
): Promise<void> {
  await tx
    .updateTable('notification')
    .set(to === null ? { read_at: now } : { read_at: null, mailed_at: null })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
  if (to !== null)
    await sql`update notification set person_id = ${to} where city_id = ${cityId} and id = ${id}`.execute(tx);
}

/** A waiting publication becomes another person's order, or is cancelled when null. */
export async function giveOrder(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  to: Id | null,
  now: string,
): Promise<void> {
  await tx
    .updateTable('publication_order')
    .set(to === null ? { cancelled_at: now } : { ordered_by: to, confirmed_by: null, confirmed_at: null })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}

/** An invitation becomes another person's, or is revoked when null. */
export async function giveInvitation(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  to: Id | null,
  now: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set(to === null ? { revoked_at: now } : { invited_by: to })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}

/** An appointment, a deputy's too, goes to another person. */
export async function giveAppointment(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  change: { readonly personId?: Id; readonly deputyForId?: Id },
): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({
      ...(change.personId === undefined ? {} : { person_id: change.personId }),
      ...(change.deputyForId === undefined ? {} : { deputy_for_id: change.deputyForId }),
    })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}
