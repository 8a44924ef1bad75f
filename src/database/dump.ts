/**
 * Rows of every table in a form that no engine owns: JSON values as the parsers give them. Reading
 * goes city by city, so that memory holds one city at a time.
 */

import { sql } from 'kysely';
import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction } from './engine.ts';
import { inChunks } from './column.ts';

/** Tables in an order in which every reference points back, each with the columns that order its rows. */
export const TABLES = [
  { name: 'city', city: 'id', order: ['id'] },
  { name: 'unit', city: 'city_id', order: ['position', 'id'] },
  { name: 'plan', city: 'city_id', order: ['slug', 'id'] },
  { name: 'node', city: 'city_id', order: ['plan_id', 'place', 'id'] },
  { name: 'task', city: 'city_id', order: ['plan_id', 'place', 'id'] },
  { name: 'edition', city: 'city_id', order: ['plan_id', 'number'] },
  { name: 'audit', city: 'city_id', order: ['id'] },
] as const;
export type TableName = (typeof TABLES)[number]['name'];

export type DumpedRow = Readonly<Record<string, unknown>>;

/** All cities' ids in order, then null for the rows that belong to none. */
export async function dumpedCities(tx: DatabaseTransaction): Promise<readonly (Id | null)[]> {
  const rows = await tx.selectFrom('city').select('id').orderBy('id').execute();
  return [...rows.map((row) => row.id), null];
}

/** The rows of one table that belong to one city. */
export async function dumpRows(
  tx: DatabaseTransaction,
  { name, city, order }: (typeof TABLES)[number],
  cityId: Id | null,
): Promise<readonly DumpedRow[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(name)} where ${sql.ref(city)} is not distinct from ${cityId}::uuid
    order by ${sql.join(order.map((column) => sql.ref(column)))}`.execute(tx);
  return rows;
}

/** Puts rows in as they were. Types come from the table itself. */
export async function insertDumped(
  tx: DatabaseTransaction,
  name: TableName,
  rows: readonly DumpedRow[],
): Promise<void> {
  for (const chunk of inChunks(rows, 200)) {
    await sql`insert into ${sql.table(name)}
      select * from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(chunk)}::jsonb)`.execute(
      tx,
    );
  }
}
