/** What concerns the whole installation: the lock that acts on it take, and whether it is empty. */

import { sql } from 'kysely';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** Any number that nobody else uses: "horyzont" in ASCII. */
const LOCK = '7525368042476826228';

/** Acts that make cities or plans wait here for each other until the end of the transaction. */
export async function lockInstallation(tx: DatabaseTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.raw(LOCK)})`.execute(tx);
}

/** Nothing in it: no city, no person and no record of an act. */
export async function isEmpty(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from city) and not exists (select from audit)
      and not exists (select from person) as empty`.execute(db);
  return rows[0]!.empty;
}

/** Version of the engine in words, for `doctor` and the log. */
export async function engineVersion(db: Reader): Promise<string> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(db);
  return rows[0]!.version;
}

/** Throws when the database does not answer. */
export async function ping(db: Reader): Promise<void> {
  await sql`select 1`.execute(db);
}
