/**
 * Rows of every table in a form that no engine owns: JSON values as the parsers give them. Reading
 * goes city by city, so that memory holds one city at a time.
 */

import { sql } from 'kysely';
import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction } from './engine.ts';
import { inChunks } from './column.ts';

/**
 * Tables in an order in which every reference points back, each with the column of its city (null: of the whole
 * installation, before the cities) and those that order its rows.
 */
export const TABLES = [
  { name: 'person', city: null, order: ['id'] },
  { name: 'credential', city: null, order: ['id'] },
  { name: 'second_factor', city: null, order: ['id'] },
  { name: 'passkey', city: null, order: ['id'] },
  { name: 'installation', city: null, order: ['name'] },
  { name: 'city', city: 'id', order: ['id'] },
  { name: 'unit', city: 'city_id', order: ['position', 'id'] },
  { name: 'plan', city: 'city_id', order: ['slug', 'id'] },
  { name: 'node', city: 'city_id', order: ['plan_id', 'place', 'id'] },
  { name: 'task', city: 'city_id', order: ['plan_id', 'place', 'id'] },
  { name: 'edition', city: 'city_id', order: ['plan_id', 'number'] },
  { name: 'appointment', city: 'city_id', order: ['id'] },
  { name: 'invitation', city: 'city_id', order: ['id'] },
  { name: 'draft', city: 'city_id', order: ['person_id', 'form', 'thing_id'] },
  { name: 'comment', city: 'city_id', order: ['id'] },
  { name: 'notification', city: 'city_id', order: ['id'] },
  { name: 'attachment', city: 'city_id', order: ['id'] },
  { name: 'receipt', city: 'city_id', order: ['id'] },
  { name: 'decision', city: 'city_id', order: ['id'] },
  { name: 'publication_order', city: 'city_id', order: ['id'] },
  { name: 'checklist_answer', city: 'city_id', order: ['plan_id', 'checklist', 'item'] },
  { name: 'job', city: 'city_id', order: ['id'] },
  { name: 'audit', city: 'city_id', order: ['id'] },
] as const;
/** What a new installation does better without: who is signed in now, links under way, failed attempts, who looks at what. */
export const LEFT_OUT = [
  'session',
  'verification',
  'attempt',
  'presence',
  'kysely_migration',
  'kysely_migration_lock',
] as const;
export type TableName = (typeof TABLES)[number]['name'];

export type DumpedRow = Readonly<Record<string, unknown>>;

/** All cities' ids in order, then null for the rows that belong to none. */
export async function dumpedCities(tx: DatabaseTransaction): Promise<readonly (Id | null)[]> {
  const rows = await tx.selectFrom('city').select('id').orderBy('id').execute();
  return [...rows.map((row) => row.id), null];
}

/** The rows of one table that belong to one city, or all of a table of the whole installation. */
export async function dumpRows(
  tx: DatabaseTransaction,
  { name, city, order }: (typeof TABLES)[number],
  cityId: Id | null,
): Promise<readonly DumpedRow[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(name)} where ${
      city === null
        ? name === 'installation'
          ? NO_FIRST_LINK
          : sql`true`
        : sql`${sql.ref(city)} is not distinct from ${cityId}::uuid`
    } order by ${sql.join(order.map((column) => sql.ref(column)))}`.execute(tx);
  return rows;
}

/** The first administrator's link is of this installation alone. */
const NO_FIRST_LINK = sql`name <> 'first-link'`;

/**
 * Puts rows in as they were. Types come from the table itself; columns that an older program did not have yet get their
 * defaults.
 */
export async function insertDumped(
  tx: DatabaseTransaction,
  name: TableName,
  rows: readonly DumpedRow[],
): Promise<void> {
  for (const chunk of inChunks(rows, 200)) {
    const columns = sql.join(Object.keys(chunk[0]!).map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(name)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(chunk)}::jsonb)`.execute(
      tx,
    );
  }
}
