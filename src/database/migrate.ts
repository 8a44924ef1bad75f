/** Brings the tables up to date. Safe when several processes start at once: the migrator takes a lock. */

import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';
import type { Database, Reader } from './engine.ts';
import * as plans from './migrations/0001-plans.ts';
import * as office from './migrations/0002-office.ts';

/** In order. A migration that stands in a release is never changed; a new one is added below. */
const MIGRATIONS = [plans, office];

/** Thrown when the database was brought up to date by a newer program. */
export class DatabaseNewer extends Error {
  readonly unknown: readonly string[];
  constructor(unknown: readonly string[]) {
    super(`the database has migrations that this program does not know: ${unknown.join(', ')}`);
    this.name = 'DatabaseNewer';
    this.unknown = unknown;
  }
}

/** Runs what is missing and returns the names of what it ran. Throws DatabaseNewer. */
export async function migrate(database: Database): Promise<readonly string[]> {
  await refuseNewer(database);
  const { error, results } = await migrator(database).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** Names of migrations that have not run here. */
export async function missingMigrations(database: Database): Promise<readonly string[]> {
  await refuseNewer(database);
  const all = await migrator(database).getMigrations();
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}

/** Names of the migrations that have run here, in order. */
export async function ranMigrations(db: Reader): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!tables[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

async function refuseNewer(database: Database): Promise<void> {
  const known = new Set<string>(MIGRATIONS.map((migration) => migration.name));
  const unknown = (await ranMigrations(database)).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseNewer(unknown);
}

function migrator(database: Database): Migrator {
  const migrations: Record<string, Migration> = {};
  for (const { name, statements } of MIGRATIONS) migrations[name] = { up: (db) => run(db, statements) };
  return new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
}

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
