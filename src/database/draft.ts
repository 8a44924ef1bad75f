/** Drafts: what a person typed and did not save, kept over a closed browser. One a person, form and thing. */

import type { Id } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Draft {
  readonly personId: Id;
  /** Which form: `item`. */
  readonly form: string;
  readonly thingId: Id;
  /** Of the thing, when the draft was begun. */
  readonly version: number;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly savedAt: string;
}

export async function draftOf(
  db: Reader,
  cityId: Id,
  personId: Id,
  form: string,
  thingId: Id,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .where('form', '=', form)
    .where('thing_id', '=', thingId)
    .executeTakeFirst();
  return row
    ? { personId, form, thingId, version: row.version, fields: row.fields, savedAt: row.saved_at }
    : null;
}

export async function putDraft(tx: DatabaseTransaction, cityId: Id, draft: Draft): Promise<void> {
  const { version, fields, savedAt } = draft;
  await tx
    .insertInto('draft')
    .values({
      city_id: cityId,
      person_id: draft.personId,
      form: draft.form,
      thing_id: draft.thingId,
      version,
      fields: json(fields),
      saved_at: savedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'form', 'thing_id'])
        .doUpdateSet({ version, fields: json(fields), saved_at: savedAt }),
    )
    .execute();
}

export async function deleteDraft(
  tx: DatabaseTransaction,
  cityId: Id,
  personId: Id,
  form: string,
  thingId: Id,
): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .where('form', '=', form)
    .where('thing_id', '=', thingId)
    .execute();
}
