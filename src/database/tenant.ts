/** A transaction that sees one city alone, whatever its statements ask for: the second barrier behind `can`. */

import { sql } from 'kysely';
import type { Id } from '../model/plan.ts';
import { transact } from './engine.ts';
import type { Database, DatabaseTransaction } from './engine.ts';

/**
 * Runs `work` in one transaction as the role of the city (row-level security, migration 0002). Where the server did
 * not let us make that role, the statements' own where-clauses are the only barrier; `doctor` says so.
 */
export function inCity<T>(
  database: Database,
  cityId: Id,
  work: (tx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return transact(database, async (tx) => {
    await enterCity(tx, cityId);
    return work(tx);
  });
}

/** Narrows a running transaction to one city until its end. */
export async function enterCity(tx: DatabaseTransaction, cityId: Id): Promise<void> {
  await sql`select set_config('horyzont.city', ${cityId}, true),
    case when pg_has_role(current_user, (select oid from pg_roles where rolname = 'horyzont_city'), 'member')
      then set_config('role', 'horyzont_city', true) end`.execute(tx);
}

/** Back to the installation, for the rest of the transaction: what a city may not touch (sessions) is done last. */
export async function leaveCity(tx: DatabaseTransaction): Promise<void> {
  await sql`select set_config('horyzont.city', '', true), set_config('role', 'none', true)`.execute(tx);
}
