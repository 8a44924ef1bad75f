/** Imports that were begun and not saved: one row of `draft` each, so that a closed browser loses nothing. */

import type { Id } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** `import`: a document that becomes a new plan; `import-sheet`: a sheet into the plan of that id. */
export type ImportForm = 'import' | 'import-sheet';

/** An import that was begun, its state as JSON text. */
export interface ImportDraft {
  readonly personId: Id;
  readonly form: ImportForm;
  /** Of the draft, or the plan it goes into. */
  readonly thingId: Id;
  /** Counts up with every change: a page that shows an older one is told so. */
  readonly version: number;
  readonly state: string;
  /** What the list of drafts shows. */
  readonly name: string;
  readonly savedAt: string;
}

/** Writes the draft over the earlier one. False when somebody else (another window) has changed it since. */
export async function putImportDraft(
  tx: DatabaseTransaction,
  cityId: Id,
  draft: ImportDraft,
): Promise<boolean> {
  const fields = json<Readonly<Record<string, string>>>({ state: draft.state, name: draft.name });
  if (draft.version === 1) {
    await removeImportDraft(tx, cityId, draft.personId, draft.form, draft.thingId);
    await tx
      .insertInto('draft')
      .values({
        city_id: cityId,
        person_id: draft.personId,
        form: draft.form,
        thing_id: draft.thingId,
        version: 1,
        fields,
        saved_at: draft.savedAt,
      })
      .execute();
    return true;
  }
  const { numUpdatedRows } = await tx
    .updateTable('draft')
    .set({ version: draft.version, fields, saved_at: draft.savedAt })
    .where('city_id', '=', cityId)
    .where('person_id', '=', draft.personId)
    .where('form', '=', draft.form)
    .where('thing_id', '=', draft.thingId)
    .where('version', '=', draft.version - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The person's draft, or null. */
export async function importDraft(
  db: Reader,
  cityId: Id,
  personId: Id,
  form: ImportForm,
  thingId: Id,
): Promise<ImportDraft | null> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .where('form', '=', form)
    .where('thing_id', '=', thingId)
    .executeTakeFirst();
  if (!row) return null;
  const { state, name } = row.fields as Readonly<Record<string, string>>;
  return {
    personId,
    form,
    thingId,
    version: row.version,
    state: state ?? '',
    name: name ?? '',
    savedAt: row.saved_at,
  };
}

/** The person's new plans that were begun, the newest first. */
export async function importDraftsOf(
  db: Reader,
  cityId: Id,
  personId: Id,
): Promise<readonly Pick<ImportDraft, 'thingId' | 'name' | 'savedAt'>[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['thing_id as thingId', 'fields', 'saved_at as savedAt'])
    .where('city_id', '=', cityId)
    .where('person_id', '=', personId)
    .where('form', '=', 'import')
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map(({ thingId, fields, savedAt }) => ({
    thingId,
    name: String(fields['name'] ?? ''),
    savedAt,
  }));
}

export async function removeImportDraft(
  tx: DatabaseTransaction,
  cityId: Id,
  personId: Id,
  form: ImportForm,
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
