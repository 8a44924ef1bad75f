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
      await empty(database);
      await migrate(database);
      await work(database, engine);
    });
  }
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
