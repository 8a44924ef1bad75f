/** Runs the product as its users do: `node scripts/horyzont.mjs COMMAND` in processes of its own. */

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const TORUN_PAGE = join(ROOT, 'examples/torun/page.txt');

/** A plan of three items, so that its export is small. */
export const SMALL_PAGE = `Strategia Lipowca do 2030 roku

Cel strategiczny 1. Miasto bliskie mieszkańcom
Cele operacyjne:
1.1. Krótsze drogi do szkół
1.2. Więcej cienia na ulicach
`;

type Env = Readonly<Record<string, string>>;

const folders: string[] = [];
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) killGroup(child, 'SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder that goes away with the test file. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'horyzont-e2e-'));
  folders.push(folder);
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end; English unless `--lang` or LANG says otherwise. */
export function horyzont(args: readonly string[], env: Env, cwd = ROOT): Promise<Ran> {
  return ranOf(start(join(ROOT, 'scripts/horyzont.mjs'), args, env, cwd));
}

/** Runs a script of a checkout to its end. */
export function script(file: string, args: readonly string[], env: Env): Promise<Ran> {
  return ranOf(start(file, args, env, ROOT));
}

function ranOf(child: ChildProcess): Promise<Ran> {
  const out = collect(child.stdout!);
  const err = collect(child.stderr!);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: out(), err: err() }));
  });
}

export interface Served {
  readonly url: string;
  /** What it has said to people, and its log, so far. */
  readonly err: () => string;
  readonly log: () => string;
  /** To the program alone, as a service manager does. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** To every process of it, as a terminal or a dying machine does. */
  readonly signalAll: (name: NodeJS.Signals) => void;
  /** Exit code, null after a signal. */
  readonly ended: Promise<number | null>;
  /** SIGTERM and the end. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `serve` of the checkout `root` and waits until it says where it is. Rejects with its words when it ends before. */
export async function serve(env: Env, root = ROOT): Promise<Served> {
  const child = start(join(root, 'scripts/horyzont.mjs'), ['serve'], { PORT: '0', ...env }, root);
  const err = collect(child.stderr!);
  const log = collect(child.stdout!);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr!.on('data', () => {
      const found = /^Horyzont: (http:\S+)\/ \(/mu.exec(err());
      if (found) resolve(found[1]!);
    });
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${err()}`)));
  });
  const signal = (name: NodeJS.Signals): void => void child.kill(name);
  return {
    url,
    err,
    log,
    signal,
    signalAll: (name) => killGroup(child, name),
    ended,
    stop: () => {
      signal('SIGTERM');
      return ended;
    },
  };
}

function start(file: string, args: readonly string[], env: Env, cwd: string): ChildProcess {
  const child = spawn(machineNode(), [file, ...args], {
    cwd,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/** The Node a user has, not the project's own, where there is one. */
function machineNode(): string {
  const places = (process.env['PATH'] ?? '').split(delimiter).filter((p) => !p.includes('node_modules'));
  return places.map((place) => join(place, 'node')).find((file) => existsSync(file)) ?? process.execPath;
}

/** The process's own without what would steer the product. */
function environment(env: Env): NodeJS.ProcessEnv {
  const names = /^(?:HORYZONT_|LC_|LANG|DATABASE_URL$|PORT$|HOST$|NODE_|PG)/u;
  const kept = Object.entries(process.env).filter(([name]) => !names.test(name));
  return { ...Object.fromEntries(kept), HORYZONT_EXAMPLES: 'none', LANG: 'en_GB.UTF-8', ...env };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => (text += part));
  return () => text;
}

function killGroup(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, name);
  } catch {
    // It has ended.
  }
}
