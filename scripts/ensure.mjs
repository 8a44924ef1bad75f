// What must be there before anything runs: the locked dependencies and a build of the present sources.
// Plain JavaScript, because it runs on whatever Node the machine has (18 or newer).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, isAlive } from './lock.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The project's own Node 24, from the npm package `node`. */
export const ownNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const dist = join(root, 'dist');
/** Points to the build of the present sources. */
const current = join(dist, 'current');
const lock = join(dist, 'lock');

/**
 * Installs the locked dependencies when they are missing or differ from package-lock.json. Not `npm ci`: it refuses a
 * lock file without the binaries of other machines, and some of those were never published (docs/decisions/0004).
 */
export function ensureDependencies() {
  if (isInstalled()) return;
  if (alone(lock, sayWaiting, () => isInstalled() || install())) return;
  console.error('horyzont: the dependencies could not be installed. Try: npm install');
  process.exit(1);
}

function isInstalled() {
  return differing().length === 0 && existsSync(ownNode);
}

function install() {
  console.error('horyzont: installing the locked dependencies …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const words = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: '' },
  });
  const wrong = differing();
  if (wrong.length > 0) console.error(`horyzont: not as locked: ${wrong.slice(0, 5).join(', ')}`);
  return done.status === 0 && isInstalled();
}

/** Packages that are missing or of another version than locked; those for other machines are left out of account. */
function differing() {
  const installed = lockedVersions('node_modules/.package-lock.json');
  return [...lockedVersions('package-lock.json')]
    .filter(([path, entry]) => {
      const there = installed.get(path);
      return there ? there.version !== entry.version : !entry.optional && !entry.peer;
    })
    .map(([path]) => path.replace('node_modules/', ''));
}

function lockedVersions(file) {
  const path = join(root, file);
  if (!existsSync(path)) return new Map();
  const { packages = {} } = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(Object.entries(packages).filter(([name]) => name !== ''));
}

/**
 * Builds when a source changed since the last build, and gives the folder of the present one. Each build has a folder
 * of its own, `dist/build-…`, made aside and renamed when it is whole, and `dist/current` is switched to it: a running
 * server goes on with the files of the build it was started from.
 */
export function ensureBuild() {
  const build = join(dist, `build-${sourcesStamp().slice(0, 16)}`);
  if (isWhole(build) && target() === build) return build;
  const made = alone(lock, sayWaiting, () => {
    if (!isWhole(build) && !make(build)) return false;
    switchTo(build);
    return true;
  });
  if (made) return build;
  console.error('horyzont: the build failed.');
  process.exit(1);
}

const IN_USE = 'in-use-';

/** Keeps the build from being cleared away while the process `pid` lives; gives what to do at its end. */
export function markInUse(build, pid) {
  const mark = join(build, `${IN_USE}${pid}`);
  try {
    writeFileSync(mark, '');
  } catch {
    // A checkout that may not be written to: nobody builds there either.
  }
  return () => rmSync(mark, { force: true });
}

function isWhole(build) {
  return ['server/horyzont.js', 'assets/manifest.json'].every((file) => existsSync(join(build, file)));
}

function make(build) {
  const started = Date.now();
  console.error('horyzont: building …');
  const aside = join(dist, 'making');
  for (const left of [aside, build]) rmSync(left, { recursive: true, force: true });
  const done = spawnSync(ownNode, [join(root, 'scripts/build.mjs'), aside], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0) return false;
  renameSync(aside, build);
  console.error(`horyzont: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

/** One rename, so that there is a whole build at every moment. Builds that nobody uses any more are cleared away. */
function switchTo(build) {
  const before = target();
  if (before === build) return;
  const link = `${current}-${process.pid}`;
  rmSync(link, { force: true });
  symlinkSync(basename(build), link);
  renameSync(link, current);
  for (const name of readdirSync(dist).filter((one) => one.startsWith('build-'))) {
    const other = join(dist, name);
    // The one before may have been chosen by a start that is not yet far enough to say so.
    if (other !== build && other !== before && !isInUse(other))
      rmSync(other, { recursive: true, force: true });
  }
}

function target() {
  try {
    return join(dist, readlinkSync(current));
  } catch {
    return null;
  }
}

function isInUse(build) {
  return readdirSync(build).some((name) => name.startsWith(IN_USE) && isAlive(name.slice(IN_USE.length)));
}

function sayWaiting() {
  console.error('horyzont: waiting for another start that installs or builds …');
}

/** A hash of path, size and time of every file that goes into the build. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const place of ['src', 'assets', 'scripts', 'law', 'package-lock.json', 'tsconfig.json'])
    walk(join(root, place), hash);
  return hash.digest('hex');
}

function walk(path, hash) {
  if (!existsSync(path)) return;
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    if (!path.includes('.test.')) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) walk(join(path, name), hash);
}
