/**
 * PGlite made fit for real data. Stock PGlite never flushes to the disk and takes no lock; this opener
 * gives every commit its fsync (a function that Emscripten's file system calls and NODEFS lacks), starts the
 * engine without `-F`, locks the folder and refuses a folder of another PostgreSQL version.
 * A test counts the flushes with strace, since the patch stands on Emscripten internals.
 */

import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { fsyncSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PARSERS } from './column.ts';
import type { Answer } from './engine.ts';
import { lockFolder } from './lock.ts';
import type { FolderLock } from './lock.ts';
import { EMBEDDED_VERSION, FolderVersion } from './version.ts';

export interface OpenPGlite {
  readonly engine: PGlite;
  readonly close: () => Promise<void>;
}

/** Opens `folder` (made when missing), or a database in memory when null. Throws FolderInUse, FolderVersion. */
export async function openPGlite(folder: string | null): Promise<OpenPGlite> {
  if (folder === null) {
    const engine = await PGlite.create({ parsers: PARSERS });
    return { engine, close: () => engine.close() };
  }
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    checkVersion(folder);
    return await open(folder, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Runs one statement. */
export async function runOn(engine: PGlite, sql: string, parameters: readonly unknown[]): Promise<Answer> {
  const { rows, affectedRows, command } = await engine.query(sql, [...parameters]);
  return { rows, affected: affectedRows ?? null, command: command ?? '' };
}

async function open(folder: string, lock: FolderLock): Promise<OpenPGlite> {
  const settings = [
    'fsync=on',
    'wal_sync_method=fsync',
    'shared_buffers=16MB',
    'max_wal_size=64MB',
    'min_wal_size=32MB',
  ];
  const engine = await PGlite.create({
    fs: new FlushingFolder(folder),
    parsers: PARSERS,
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
  });
  return {
    engine,
    close: async () => {
      try {
        await engine.exec('checkpoint');
        await engine.close();
      } finally {
        await lock.release();
      }
    },
  };
}

function checkVersion(folder: string): void {
  let found: string;
  try {
    found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (found !== EMBEDDED_VERSION) throw new FolderVersion(folder, found);
}

/** The parts of Emscripten that the patch touches. */
interface Emscripten {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
}

class FlushingFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args);
    const patch = (module: unknown) => {
      (module as Emscripten).NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    const before = made.emscriptenOpts.preRun;
    const list = before === undefined ? [] : Array.isArray(before) ? before : [before];
    made.emscriptenOpts.preRun = [patch, ...list];
    return made;
  }
}
