/** Files attached to goals and tasks: internal. The bytes lie in the data folder under their hash. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Attachment {
  readonly id: Id;
  readonly cityId: Id;
  readonly planId: Id;
  readonly thingId: Id;
  /** As it was called where it came from. */
  readonly name: string;
  /** By its ending and first bytes, never what the browser said. */
  readonly type: string;
  readonly bytes: number;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly personId: Id;
  readonly at: string;
  readonly withdrawnAt: string | null;
}

export async function insertAttachment(
  tx: DatabaseTransaction,
  attachment: Omit<Attachment, 'withdrawnAt'>,
): Promise<void> {
  await tx
    .insertInto('attachment')
    .values({
      city_id: attachment.cityId,
      id: attachment.id,
      plan_id: attachment.planId,
      thing_id: attachment.thingId,
      name: attachment.name,
      type: attachment.type,
      bytes: attachment.bytes,
      hash: attachment.hash,
      person_id: attachment.personId,
      at: attachment.at,
    })
    .execute();
}

/** Of one goal or task, the oldest first; withdrawn ones are left out. */
export async function attachmentsOn(db: Reader, cityId: Id, thingId: Id): Promise<readonly Attachment[]> {
  return attachmentRows(db, cityId)
    .where('thing_id', '=', thingId)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** One that was not withdrawn, or null. */
export async function attachmentById(db: Reader, cityId: Id, id: Id): Promise<Attachment | null> {
  const row = await attachmentRows(db, cityId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function markAttachmentWithdrawn(tx: DatabaseTransaction, id: Id, at: string): Promise<void> {
  await tx.updateTable('attachment').set({ withdrawn_at: at }).where('id', '=', id).execute();
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- Kysely's own inference
function attachmentRows(db: Reader, cityId: Id) {
  return db
    .selectFrom('attachment')
    .select([
      'id',
      'city_id as cityId',
      'plan_id as planId',
      'thing_id as thingId',
      'name',
      'type',
      'bytes',
      'hash',
      'person_id as personId',
      'at',
      'withdrawn_at as withdrawnAt',
    ])
    .where('city_id', '=', cityId);
}
