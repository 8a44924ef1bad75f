// One start installs or builds at a time: the others wait until it has done so, or died.
import { lstatSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';

const LOOK_MS = 200;
/** Longer than any installation takes: the process of that number is then another one. */
const LONGEST_MS = 15 * 60_000;

/** Runs `work` while no other process runs its own under the lock `file`; calls `waiting` once when it has to wait. */
export function alone(file, waiting, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file); pause()) {
    const holder = holderOf(file);
    if (holder === null) continue;
    if (isGone(file, holder)) setAside(file, holder);
    else if (!told) {
      waiting();
      told = true;
    }
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether a process of this number runs on this machine. */
export function isAlive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The lock is a link whose target is its holder's number: made whole or not at all, and never over another. */
function take(file) {
  try {
    symlinkSync(String(process.pid), file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function holderOf(file) {
  return unlessMissing(() => readlinkSync(file));
}

function isGone(file, holder) {
  const since = unlessMissing(() => lstatSync(file).mtimeMs);
  return since !== null && (!isAlive(holder) || Date.now() - since > LONGEST_MS);
}

/** Takes away a dead holder's lock; one that somebody else has taken meanwhile is given back. */
function setAside(file, holder) {
  const aside = `${file}.${process.pid}`;
  unlessMissing(() => renameSync(file, aside));
  if (holderOf(aside) === holder) rmSync(aside, { force: true });
  else unlessMissing(() => renameSync(aside, file));
}

function unlessMissing(read) {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function pause() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
}
