/** How column values cross into JavaScript, the same on both engines, and how JSON goes in. */

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from './engine.ts';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** int8 as number (a fault beyond 2^53), date as `YYYY-MM-DD`, timestamptz as an instant to the second in UTC. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${text} does not fit a number`);
    return number;
  },
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => toInstant(text),
};

/** A value for a jsonb column; null stays SQL null. */
export function json<T>(value: T): RawBuilder<T> {
  return value === null ? sql<T>`null` : sql<T>`${JSON.stringify(value)}::jsonb`;
}

/** `json` of a value that may not be given. */
export function jsonOf<T>(value: T | undefined): RawBuilder<T> | undefined {
  return value === undefined ? undefined : json(value);
}

/** The members that are given, for a row that is changed in part. */
export function defined<T extends object>(row: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
}

/** Rows come as JSON in parts of so many: a cell at a time takes five times as long, all at once has a limit. */
const ROWS_A_PART = 2000;

/**
 * Every row of `table` that `where` holds for, by `place` and `id`, as the columns' own values: dates are text, so is a
 * numeric that `texts` names (JSON would lose its zeros).
 */
export async function rowsInParts<Row>(
  db: Reader,
  table: 'node' | 'task',
  where: RawBuilder<boolean>,
  texts: readonly string[] = [],
): Promise<readonly Row[]> {
  const part = sql`(row_number() over (order by place, id) - 1) / ${sql.lit(ROWS_A_PART)}`;
  // The text comes after the column of the same name: of two JSON members the later one counts.
  const casts = texts.map((name) => sql`, ${sql.ref(name)}::text as ${sql.ref(name)}`);
  const { rows } = await sql<{ things: readonly Row[] }>`
    select json_agg(thing order by thing.place, thing.id) as things
    from (select ${sql.table(table)}.*, ${part} as part${sql.join(casts, sql``)}
      from ${sql.table(table)} where ${where}) thing
    group by thing.part order by thing.part`.execute(db);
  return rows.flatMap(({ things }) => things);
}

/** A list of ids for a uuid[] column. */
export function uuids(ids: readonly string[]): RawBuilder<string[]> {
  return sql<string[]>`${`{${ids.join(',')}}`}::uuid[]`;
}

/** PostgreSQL prints `2026-11-22 10:00:00+00`, with minutes in the offset where a zone has them. */
function toInstant(text: string): string {
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/u, '$1:00');
  return new Date(iso).toISOString().replace('.000Z', 'Z');
}

/** Rows in parts that stay under PostgreSQL's 65,535 parameters a statement. */
export function* inChunks<T>(rows: readonly T[], size = 500): Iterable<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
