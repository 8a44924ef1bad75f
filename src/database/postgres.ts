/** The PostgreSQL server behind DATABASE_URL, 14 or newer. */

import { Pool, types } from 'pg';
import type { PoolClient } from 'pg';
import { PARSERS } from './column.ts';
import type { Engine } from './engine.ts';
import { ServerEncoding, ServerTooOld } from './version.ts';

const OLDEST = 140_000;
/** How long closing waits for running queries. */
const LAST_ANSWER_MS = 2_000;

/** Connects once to see that the server answers and is new enough. Throws ServerTooOld, ServerEncoding and pg's errors. */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'horyzont',
    types: {
      getTypeParser: (type, format) => PARSERS[type as number] ?? types.getTypeParser(type, format),
    },
  });
  const clients = new Set<PoolClient>();
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));
  // An idle connection that breaks (server restart) must not end the process; the next query opens a new one.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`));
  try {
    const { rows } = await pool.query<{ number: number; name: string; encoding: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name,
        current_setting('server_encoding') as encoding`,
    );
    const { number, name, encoding } = rows[0]!;
    if (number < OLDEST) throw new ServerTooOld(name);
    if (encoding !== 'UTF8') throw new ServerEncoding(encoding);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const end = async () => {
    // A connection whose query a silent server never answers is broken off; idle ones end by themselves.
    const late = setTimeout(() => {
      for (const client of clients) void client.end().catch(() => {});
    }, LAST_ANSWER_MS);
    await pool.end().finally(() => clearTimeout(late));
  };
  let closing: Promise<void> | null = null;
  return {
    kind: 'server',
    connect: async () => {
      const client = await pool.connect();
      let broken: Error | null = null;
      const note = (error: Error) => {
        broken = error;
      };
      client.on('error', note);
      return {
        query: async (text, parameters) => {
          const { rows, rowCount, command } = await client.query(text, [...parameters]);
          return { rows, affected: rowCount, command };
        },
        release: () => {
          client.off('error', note);
          client.release(broken ?? undefined);
        },
      };
    },
    close: () => (closing ??= end()),
  };
}
