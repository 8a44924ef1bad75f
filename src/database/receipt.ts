/** Receipts: what each import did, by whom, from which bytes, and what stood before it. */

import type { Selectable } from 'kysely';
import type { Id } from '../model/plan.ts';
import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { ReceiptTable } from './schema.ts';

export interface Receipt {
  readonly id: Id;
  readonly planId: Id;
  readonly personId: Id;
  readonly at: string;
  readonly fileName: string | null;
  /** SHA-256 of the bytes that were given. */
  readonly fileHash: string;
  readonly format: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What the person decided: mapping, doubts, edits. */
  readonly decisions: unknown;
  /** What the import changed, before and after; null when it made the plan. */
  readonly before: unknown;
  readonly undoneAt: string | null;
}

export async function insertReceipt(tx: DatabaseTransaction, cityId: Id, receipt: Receipt): Promise<void> {
  await tx
    .insertInto('receipt')
    .values({
      city_id: cityId,
      id: receipt.id,
      plan_id: receipt.planId,
      person_id: receipt.personId,
      at: receipt.at,
      file_name: receipt.fileName,
      file_hash: receipt.fileHash,
      format: receipt.format,
      counts: json(receipt.counts),
      decisions: json(receipt.decisions ?? {}),
      before: json(receipt.before ?? {}),
      undone_at: receipt.undoneAt,
    })
    .execute();
}

/** A receipt with the name of who imported. */
export interface ReceiptOf extends Receipt {
  readonly personName: string;
}

/** Of one plan, the newest first; `before` is left out. */
export async function receiptsOf(db: Reader, cityId: Id, planId: Id): Promise<readonly ReceiptOf[]> {
  const rows = await db
    .selectFrom('receipt')
    .innerJoin('person', 'person.id', 'receipt.person_id')
    .select([
      'receipt.id',
      'plan_id',
      'person_id',
      'at',
      'file_name',
      'file_hash',
      'format',
      'counts',
      'undone_at',
    ])
    .select('person.name as personName')
    .where('receipt.city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .orderBy('at', 'desc')
    .orderBy('receipt.id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...toReceipt({ ...row, decisions: null, before: null }),
    personName: row.personName,
  }));
}

export async function receiptById(db: Reader, cityId: Id, id: Id): Promise<ReceiptOf | null> {
  const row = await db
    .selectFrom('receipt')
    .innerJoin('person', 'person.id', 'receipt.person_id')
    .selectAll('receipt')
    .select('person.name as personName')
    .where('receipt.city_id', '=', cityId)
    .where('receipt.id', '=', id)
    .executeTakeFirst();
  return row ? { ...toReceipt(row), personName: row.personName } : null;
}

/** False when it was undone before. */
export async function markUndone(tx: DatabaseTransaction, cityId: Id, id: Id, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('receipt')
    .set({ undone_at: at })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function toReceipt(row: Omit<Selectable<ReceiptTable>, 'city_id'>): Receipt {
  return {
    id: row.id,
    planId: row.plan_id,
    personId: row.person_id,
    at: row.at,
    fileName: row.file_name,
    fileHash: row.file_hash,
    format: row.format,
    counts: row.counts,
    decisions: row.decisions,
    before: row.before,
    undoneAt: row.undone_at,
  };
}
