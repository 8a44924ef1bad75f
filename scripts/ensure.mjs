// What must be there before anything runs: the locked dependencies and a build of the present sources.
// Plain JavaScript, because it runs on whatever Node the machine has (18 or newer).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The project's own Node 24, from the npm package `node`. */
export const ownNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Installs the locked dependencies when they are missing or differ from package-lock.json. Not `npm ci`: it refuses a
 * lock file without the binaries of other machines, and some of those were never published (docs/decisions/0004).
 */
export function ensureDependencies() {
  if (differing().length === 0 && existsSync(ownNode)) return;
  console.error('horyzont: installing the locked dependencies …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const words = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: '' },
  });
  const wrong = differing();
  if (done.status === 0 && wrong.length === 0 && existsSync(ownNode)) return;
  if (wrong.length > 0) console.error(`horyzont: not as locked: ${wrong.slice(0, 5).join(', ')}`);
  console.error('horyzont: the dependencies could not be installed. Try: npm install');
  process.exit(1);
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

/** Builds `dist/` when a source changed since the last build. */
export function ensureBuild() {
  const stamp = join(root, 'dist/.stamp');
  const now = sourcesStamp();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const started = Date.now();
  console.error('horyzont: building …');
  rmSync(stamp, { force: true });
  const done = spawnSync(ownNode, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0) process.exit(1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  console.error(`horyzont: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
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
