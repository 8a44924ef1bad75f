/**
 * Runs a database test on both engines. Each test gets an empty, migrated database; one engine instance
 * serves a whole test file. A missing PostgreSQL fails the test with the command to run.
 */

import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { testPostgres } from '../../test/postgres.ts';
import type { TestServer } from '../../test/postgres.ts';
import { transact } from './engine.ts';
import type { Database } from './engine.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import type { OpenDatabase } from './open.ts';

export const ENGINES = ['pglite', 'postgresql'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Registers `name` twice, once an engine, each time with an empty migrated database. */
export function onBothEngines(
  name: string,
  work: (database: Database, engine: EngineName) => Promise<void>,
): void {
  for (const engine of ENGINES) {
    test(`${name} (${engine})`, async () => {
      const { database } = await shared(engine);
      await clear(database);
      await work(database, engine);
    });
  }
}

/** What the migrations made, by database, so that a test which changed it is noticed. */
const made = new WeakMap<Database, string>();

/** An empty migrated database. Rows are removed where the tables are still as made: that is many times quicker than making them. */
async function clear(database: Database): Promise<void> {
  if (made.has(database) && made.get(database) === (await shapeOf(database))) {
    await transact(database, async (tx) => {
      // Neither the triggers that keep rows for ever nor the references stand in the way.
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`do $$
        declare found text;
        begin
          for found in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
            execute format('delete from %I', found);
          end loop;
          for found in select sequencename from pg_sequences where schemaname = 'public' loop
            perform setval(quote_ident(found), 1, false);
          end loop;
        end $$`.execute(tx);
    });
    return;
  }
  await empty(database);
  await migrate(database);
  made.set(database, await shapeOf(database));
}

/** Columns, triggers and policies of all tables in one text. */
async function shapeOf(database: Database): Promise<string> {
  const { rows } = await sql<{ shape: string }>`
    select coalesce((select string_agg(table_name || column_name || data_type || is_nullable || coalesce(column_default, ''), ',' order by table_name, ordinal_position)
        from information_schema.columns where table_schema = 'public'), '')
      || coalesce((select string_agg(tgrelid::regclass::text || tgname::text || tgenabled::text, ',' order by tgrelid, tgname)
        from pg_trigger where not tgisinternal), '')
      || coalesce((select string_agg(relname::text || relrowsecurity::text, ',' order by relname)
        from pg_class where relnamespace = to_regnamespace('public') and relkind = 'r'), '') as shape`.execute(
    database,
  );
  return rows[0]!.shape;
}

/** Drops everything, so that the next test starts from nothing. */
export async function empty(database: Database): Promise<void> {
  await sql`drop schema public cascade`.execute(database);
  await sql`create schema public`.execute(database);
}

/** A database of its own on the test server; `drop` removes it; `how` says how it is made. For tests that need several connections or processes. */
export async function freshServerDatabase(how = ''): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url } = await testServer();
  const name = `horyzont_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} ${how}`);
  return {
    url: withDatabase(url, name),
    drop: () => onServer(url, `drop database if exists ${name} with (force)`),
  };
}

const opened = new Map<EngineName, Promise<OpenDatabase>>();
let server: Promise<TestServer> | null = null;
const endings: (() => Promise<void>)[] = [];

function shared(engine: EngineName): Promise<OpenDatabase> {
  let open = opened.get(engine);
  if (!open) {
    open = engine === 'pglite' ? openDatabase({ memory: true }) : openOnServer();
    opened.set(engine, open);
  }
  return open;
}

async function openOnServer(): Promise<OpenDatabase> {
  const { url, drop } = await freshServerDatabase();
  endings.push(drop);
  return openDatabase({ url });
}

function testServer(): Promise<TestServer> {
  return (server ??= testPostgres());
}

after(async () => {
  for (const open of opened.values()) await (await open).close();
  for (const end of endings) await end();
  await (await server)?.stop();
});

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The database is the path of the URL; the host may be a socket folder in the query. */
function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/u, `$1/${name}`);
}
