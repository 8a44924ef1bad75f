/**
 * The embedded engine: PGlite behind its hardened opener, in a worker thread so that a long query never stops
 * the portal. One connection, so callers take turns. PGlite neither checkpoints nor vacuums by itself: both
 * are done here, between callers.
 */

import { Worker } from 'node:worker_threads';
import type { Answer, Engine } from './engine.ts';
import { FolderInUse } from './lock.ts';
import type { FromWorker, ToWorker } from './message.ts';
import { FolderVersion } from './version.ts';

const CHECKPOINT_MS = 5 * 60_000;
const IDLE_MS = 60_000;
/** Statements that write before a vacuum is worth its time. */
const VACUUM_WRITES = 2_000;

/** What runs statements: a worker, or PGlite on this thread. */
export interface Line {
  readonly query: (sql: string, parameters: readonly unknown[]) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** The database in `folder`. Throws FolderInUse and FolderVersion. */
export async function openEmbedded(folder: string): Promise<Engine> {
  return takeTurns(await workerLine(folder), true);
}

/** One caller at a time on the line; `maintained` with checkpoints and vacuum between callers. */
export function takeTurns(line: Line, maintained: boolean): Engine {
  let last: Promise<void> = Promise.resolve();
  let usedAt = Date.now();
  let sinceCheckpoint = 0;
  let sinceVacuum = 0;
  let closed = false;

  const turn = async (): Promise<() => void> => {
    const before = last;
    let release = () => {};
    last = new Promise((done) => {
      release = done;
    });
    await before;
    usedAt = Date.now();
    return release;
  };

  const maintain = async () => {
    const idle = Date.now() - usedAt >= IDLE_MS;
    const release = await turn();
    try {
      if (closed) return;
      if (idle && sinceVacuum >= VACUUM_WRITES) {
        await line.query('vacuum (analyze)', []);
        sinceVacuum = 0;
      }
      if (sinceCheckpoint > 0) {
        await line.query('checkpoint', []);
        sinceCheckpoint = 0;
      }
    } finally {
      release();
    }
  };
  const timer = maintained
    ? setInterval(() => {
        maintain().catch((error: unknown) => console.error('database maintenance failed', error));
      }, CHECKPOINT_MS)
    : null;
  timer?.unref();

  return {
    kind: 'embedded',
    connect: async () => {
      const release = await turn();
      if (closed) {
        release();
        throw new Error('the database is closed');
      }
      return {
        query: async (sql, parameters) => {
          const answer = await line.query(sql, parameters);
          if (answer.command !== 'SELECT') {
            sinceCheckpoint += 1;
            sinceVacuum += 1;
          }
          return answer;
        },
        release,
      };
    },
    close: async () => {
      if (closed) return;
      if (timer) clearInterval(timer);
      const release = await turn();
      closed = true;
      try {
        await line.close();
      } finally {
        release();
      }
    },
  };
}

/** In source the worker is `worker.ts`; in the built bundle `worker.js` lies beside it. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

async function workerLine(folder: string): Promise<Line> {
  const worker = new Worker(WORKER, { execArgv: [], workerData: { folder } });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let next = 1;
  let ended: Error | null = null;

  const opened = Promise.withResolvers<void>();
  const end = (error: Error) => {
    ended ??= error;
    opened.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => end(new Error(`the database thread ended with code ${code}`)));
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'opened') return opened.resolve();
    if (message.kind === 'not-opened') return opened.reject(openingError(message));
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') return caller?.resolve(message.answer);
    return caller?.reject(Object.assign(new Error(message.message), message.details));
  });

  const ask = (message: ToWorker): Promise<Answer> => {
    if (ended) return Promise.reject(ended);
    return new Promise((resolve, reject) => {
      waiting.set(message.id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage(message);
    });
  };
  await opened.promise;
  return {
    query: (sql, parameters) => ask({ kind: 'query', id: next++, sql, parameters }),
    close: async () => {
      await ask({ kind: 'close', id: next++ });
      await worker.terminate();
    },
  };
}

function openingError(message: Extract<FromWorker, { kind: 'not-opened' }>): Error {
  if (message.reason === 'in-use') return new FolderInUse(message.folder, message.holder);
  if (message.reason === 'version') return new FolderVersion(message.folder, message.found);
  return Object.assign(new Error(message.message), message.details);
}
