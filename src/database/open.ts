/** Opens the database: the embedded one in a folder, or the PostgreSQL server behind a URL. */

import { Kysely } from 'kysely';
import { dialect } from './engine.ts';
import type { Database, Engine } from './engine.ts';
import { openEmbedded, openInMemory } from './embedded.ts';
import { openPostgres } from './postgres.ts';
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

function openEngine(where: Where): Promise<Engine> {
  if ('url' in where) return openPostgres(where.url);
  if ('folder' in where) return openEmbedded(where.folder);
  return openInMemory();
}
