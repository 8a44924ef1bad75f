/** Opens the database: the embedded one in a folder, or the PostgreSQL server behind a URL. */

import { Kysely } from 'kysely';
import { dialect } from './engine.ts';
import type { Database, Engine } from './engine.ts';
import { openEmbedded } from './embedded.ts';
import type { Tables } from './schema.ts';

/** Where the database is. `memory` is for tests. */
export type Where = { readonly folder: string } | { readonly url: string } | { readonly memory: true };

export interface OpenDatabase {
  readonly kind: Engine['kind'];
  readonly database: Database;
  /** Waits for the running transaction, then closes and frees the lock. */
  readonly close: () => Promise<void>;
}

/** Throws FolderInUse, FolderVersion, ServerTooOld, and the driver's errors. Migrations are `migrate`'s matter. */
export async function openDatabase(where: Where): Promise<OpenDatabase> {
  const engine = await openEngine(where);
  const database = new Kysely<Tables>({ dialect: dialect(engine) });
  let closing: Promise<void> | null = null;
  return {
    kind: engine.kind,
    database,
    close: () => (closing ??= database.destroy().then(() => engine.close())),
  };
}

/** Each driver is loaded when it is needed: PGlite alone is megabytes. */
async function openEngine(where: Where): Promise<Engine> {
  if ('folder' in where) return openEmbedded(where.folder);
  if ('url' in where) return (await import('./postgres.ts')).openPostgres(where.url);
  return (await import('./memory.ts')).openInMemory();
}
