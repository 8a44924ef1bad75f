/**
 * One process a database folder. PGlite takes no lock of its own: two processes on one folder lose each
 * other's writes without an error. Linux: an abstract Unix socket named by the folder's inode, free at once
 * when the holder dies. Other systems and shared volumes: a pid file with a heart beat beside the folder.
 */

import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FolderLock {
  readonly release: () => Promise<void>;
}

/** Who holds the folder, as its pid file says. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Thrown when another process has the folder open. */
export class FolderInUse extends Error {
  readonly holder: Holder | null;
  constructor(folder: string, holder: Holder | null) {
    super(`${folder} is in use${holder ? ` by process ${holder.pid} on ${holder.host}` : ''}`);
    this.name = 'FolderInUse';
    this.holder = holder;
  }
}

const BEAT_MS = 5_000;
/** A holder on another host that misses two beats is taken for dead. */
const SILENT_MS = 12_000;
const LOOK_MS = 250;

/** Locks `folder` (must exist) until `release` or the end of the process. Throws FolderInUse. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const pidFile = `${folder.replace(/\/+$/u, '')}.pid`;
  const socket = process.platform === 'linux' ? await bindAbstract(folder, pidFile) : null;
  try {
    await waitForOther(folder, pidFile, socket !== null);
  } catch (error) {
    socket?.close();
    throw error;
  }
  writeFileSync(pidFile, `${JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder)}\n`);
  const beat = setInterval(() => touch(pidFile), BEAT_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      rmSync(pidFile, { force: true });
      await new Promise<void>((done) => {
        if (socket) socket.close(() => done());
        else done();
      });
    },
  };
}

/** Null when the folder is free or not there, else what locking it would throw. */
export async function takenBy(folder: string): Promise<FolderInUse | null> {
  if (!existsSync(folder)) return null;
  try {
    await (await lockFolder(folder)).release();
    return null;
  } catch (error) {
    if (error instanceof FolderInUse) return error;
    throw error;
  }
}

function bindAbstract(folder: string, pidFile: string): Promise<Server> {
  const { dev, ino } = statSync(folder);
  const server = createServer((connection) => connection.destroy());
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new FolderInUse(folder, readHolder(pidFile)) : error);
    });
    server.listen({ path: `\0horyzont-${dev}-${ino}` }, () => resolve(server));
  });
}

/** With the socket held, only a holder that the socket cannot see (another host or namespace) matters. */
async function waitForOther(folder: string, pidFile: string, socketHeld: boolean): Promise<void> {
  const holder = readHolder(pidFile);
  if (!holder) return;
  if (holder.host === hostname()) {
    if (socketHeld || holder.pid === process.pid || !isAlive(holder.pid)) return;
    throw new FolderInUse(folder, holder);
  }
  const beat = beatOf(pidFile);
  const until = Math.min(Date.now(), beat) + SILENT_MS;
  while (Date.now() < until) {
    await sleep(LOOK_MS);
    if (beatOf(pidFile) > beat) throw new FolderInUse(folder, holder);
  }
}

function readHolder(pidFile: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(pidFile, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.host === 'string'
      ? { pid: holder.pid, host: holder.host }
      : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function beatOf(pidFile: string): number {
  try {
    return statSync(pidFile).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(pidFile: string): void {
  try {
    utimesSync(pidFile, new Date(), new Date());
  } catch {
    // The folder was removed under us; the socket still holds the lock.
  }
}
