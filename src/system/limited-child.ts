/** Work that could take long or too much memory, in a process of its own that is ended at its limits. */
import { fork } from 'node:child_process';

export interface ChildLimits {
  readonly milliseconds: number;
  /** Heap of the process in MiB. */
  readonly heapMb: number;
}

export type ChildEnd = 'too-slow' | 'too-much-memory' | 'busy';

/** Processes at once; further ones wait their turn. */
const AT_ONCE = 2;
/** More than these waiting are refused with `busy`. */
const WAITING = 10;

let running = 0;
const queue: (() => void)[] = [];

/** Sends `work` to the module at `path` and gives its one answer, or how it ended without one. */
export async function inChild<A extends object>(
  path: string,
  work: object,
  limits: ChildLimits,
): Promise<A | ChildEnd> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) return 'busy';
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running += 1;
  try {
    return await ask<A>(path, work, limits);
  } finally {
    // The place passes on to the next in the queue, or becomes free.
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

function ask<A extends object>(
  path: string,
  work: object,
  { milliseconds, heapMb }: ChildLimits,
): Promise<A | ChildEnd> {
  const { promise, resolve } = Promise.withResolvers<A | ChildEnd>();
  const child = fork(path, {
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => {
    resolve('too-slow');
    child.kill('SIGKILL');
  }, milliseconds);
  child.on('message', (answer: A) => resolve(answer));
  child.on('error', () => resolve('too-much-memory'));
  child.on('exit', () => {
    clearTimeout(timer);
    // Ended without an answer: it needed more memory than it may have.
    resolve('too-much-memory');
  });
  child.send(work, () => undefined);
  return promise;
}
