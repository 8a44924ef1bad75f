/**
 * The desk: the one place from which this process acts. In a server it stays open, takes acts from commands over
 * the socket and looks for what other nodes published; a command opens it for one act when no server is there.
 */

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countEditions } from '../database/edition.ts';
import { ping } from '../database/installation.ts';
import { FolderInUse, takenBy } from '../database/lock.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import type { OpenDatabase, Where } from '../database/open.ts';
import type { Refusal } from '../problem.ts';
import { systemClock } from '../system/clock.ts';
import { newIds } from '../system/id.ts';
import { askSocket, listenSocket } from '../system/socket.ts';
import type { Listening } from '../system/socket.ts';
import type { Acting, Unfit } from './acting.ts';
import { backup } from './backup.ts';
import type { BackupAnswer, BackupRequest } from './backup.ts';
import { repairEditionFiles } from './edition-files.ts';
import { makeFirstLink } from './first-link.ts';
import type { FirstLinkAnswer, FirstLinkRequest } from './first-link.ts';
import { importPlan } from './import-plan.ts';
import type { ImportAnswer, ImportRequest } from './import-plan.ts';
import { inspect } from './inspect.ts';
import { startJobs } from './jobs.ts';
import type { JobHandlers, JobWorker } from './jobs.ts';
import type { Inspection } from './inspect.ts';
import { loadExamples } from './load-examples.ts';
import { publish } from './publish.ts';
import type { PublishAnswer, PublishRequest } from './publish.ts';
import { restore } from './restore.ts';
import type { RestoreAnswer, RestoreRequest } from './restore.ts';
import { verifyAudit } from './verify-audit.ts';
import type { AuditChain } from './verify-audit.ts';

/** Each act with what it is asked and what it answers. Both are plain JSON, so that they can be handed over. */
export interface Acts {
  readonly import: { readonly request: ImportRequest; readonly answer: ImportAnswer | Refusal | Unfit };
  readonly publish: { readonly request: PublishRequest; readonly answer: PublishAnswer | Refusal | Unfit };
  readonly backup: { readonly request: BackupRequest; readonly answer: BackupAnswer | Refusal };
  readonly restore: { readonly request: RestoreRequest; readonly answer: RestoreAnswer | Refusal };
  readonly 'first-link': { readonly request: FirstLinkRequest; readonly answer: FirstLinkAnswer | Refusal };
  readonly 'verify-audit': { readonly request: null; readonly answer: readonly AuditChain[] };
}
export type ActName = keyof Acts;

const ACTS: {
  readonly [N in ActName]: (acting: Acting, request: Acts[N]['request']) => Promise<Acts[N]['answer']>;
} = {
  import: importPlan,
  publish,
  backup,
  restore,
  'first-link': makeFirstLink,
  'verify-audit': verifyAudit,
};

/** Where a desk stands. */
export interface DeskPlace {
  readonly dataFolder: string;
  /** A PostgreSQL server's URL; null for the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  readonly productVersion: string;
}

export interface DeskEvents {
  /** New edition files are there. */
  readonly onEditions: () => Promise<void>;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  readonly fault: (event: string, error: unknown) => void;
}

export interface Desk {
  /** Whether the database answers now. */
  readonly up: () => Promise<boolean>;
  /** What acts of the server are given; null while the database is not open. */
  readonly acting: () => Acting | null;
  /** What was loaded into an empty installation. */
  readonly loaded: readonly string[];
  readonly close: () => Promise<void>;
}

const LOOK_MS = 2_000;
/** How long a command waits for whoever holds the folder. */
const WAIT_MS = 5_000;
const WAIT_STEP_MS = 200;
/** How long a starting server waits for a command, which may be a long backup. */
const START_WAIT_MS = 30_000;
/** How long a closing desk lets running acts end. */
const CLOSE_MS = 5_000;
/** A database that takes longer than this to say a word counts as down. */
const UP_MS = 1_000;

export function socketPath(dataFolder: string): string {
  return join(dataFolder, 'horyzont.sock');
}

/** Folder of the embedded database. */
export function databaseFolder(dataFolder: string): string {
  return join(dataFolder, 'database');
}

/**
 * Does one act: handed to the server that runs on this data folder, else with a database opened for it. With
 * PostgreSQL the command acts itself and then tells the server to look.
 */
export async function actOnce<N extends ActName>(
  place: DeskPlace,
  act: N,
  request: Acts[N]['request'],
): Promise<Acts[N]['answer']> {
  const opened = await askOrOpen(place, { act, request });
  if ('answer' in opened) return opened.answer as Acts[N]['answer'];
  const { open } = opened;
  try {
    const answer = await ACTS[act](acting(place, open, 'command line'), request);
    if (place.databaseUrl !== null)
      await askSocket(socketPath(place.dataFolder), { act: 'look' }).catch(() => null);
    return answer;
  } finally {
    await open.close();
  }
}

/** A server that is just starting, or another command, holds the folder for a moment: both are waited for. */
async function askOrOpen(
  place: DeskPlace,
  question: unknown,
): Promise<{ readonly answer: unknown } | { readonly open: OpenDatabase }> {
  mkdirSync(place.dataFolder, { recursive: true, mode: 0o755 });
  const until = performance.now() + WAIT_MS;
  for (;;) {
    if (place.databaseUrl === null) {
      const reply = await askSocket(socketPath(place.dataFolder), question);
      if (reply) return reply;
    }
    try {
      return { open: await openMigrated(place) };
    } catch (error) {
      if (!(error instanceof FolderInUse) || performance.now() > until) throw error;
      await sleep(WAIT_STEP_MS);
    }
  }
}

/**
 * Looks at the installation without changing it: through the server that runs on the data folder, else by
 * opening the database. Null when there is no embedded database yet.
 */
export async function inspectOnce(
  place: DeskPlace,
): Promise<{ readonly inspection: Inspection; readonly throughServer: boolean } | null> {
  if (place.databaseUrl === null) {
    const reply = await askSocket(socketPath(place.dataFolder), { act: 'inspect' });
    if (reply) return { inspection: reply.answer as Inspection, throughServer: true };
    if (!existsSync(databaseFolder(place.dataFolder))) return null;
  }
  const open = await openDatabase(whereOf(place));
  try {
    return { inspection: await inspect(open.database, place.dataFolder), throughServer: false };
  } finally {
    await open.close();
  }
}

/**
 * For a server, before it takes a port: makes the data folder, and throws FolderInUse when another one runs on it. Whoever holds the
 * folder without answering is a server that is just starting, which is waited for, or a command, which is not in the way.
 */
export async function expectNoServer(place: DeskPlace): Promise<void> {
  mkdirSync(place.dataFolder, { recursive: true, mode: 0o755 });
  if (place.databaseUrl !== null) return;
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const taken = await takenBy(databaseFolder(place.dataFolder));
    if (!taken || performance.now() > until) return;
    if (await isServed(place)) throw taken;
    await sleep(WAIT_STEP_MS);
  }
}

/**
 * Opens the desk of a server. The embedded database must open at once; a PostgreSQL server may come later: the
 * portal serves from its files meanwhile, and `up` says no. `examples` is the folder to load from, or null;
 * `jobs` are the kinds of work that this server does in the background.
 */
export async function openDesk(
  place: DeskPlace,
  examples: string | null,
  events: DeskEvents,
  jobs: JobHandlers = {},
): Promise<Desk> {
  mkdirSync(place.dataFolder, { recursive: true, mode: 0o755 });
  const stop = new AbortController();
  let open: OpenDatabase | null = null;
  let listening: Listening | null = null;
  let known = -1;
  let asking: Promise<boolean> | null = null;
  let served: Acting | null = null;
  let worker: JobWorker | null = null;
  const loaded: string[] = [];

  const start = async () => {
    const opened = await openMigrated(place);
    try {
      const server = acting(place, opened, 'server');
      if (examples !== null) loaded.push(...(await loadExamples(server, examples)));
      await repairEditionFiles(opened.database, place.dataFolder);
      known = await countEditions(opened.database);
      open = opened;
      served = { ...server, jobAdded: () => worker?.nudge() };
      worker = startJobs(served, jobs, {
        // A publication may have been among them.
        ran: look,
        fault: (error) => events.fault('jobs-stopped', error),
      });
    } catch (error) {
      await opened.close();
      throw error;
    }
    await events.onEditions();
  };

  const look = async () => {
    if (!open) return;
    const count = await countEditions(open.database);
    if (count === known) return;
    const written = await repairEditionFiles(open.database, place.dataFolder);
    known = count;
    events.log('editions-found', { written: written.length });
    await events.onEditions();
  };

  const answer = async (question: unknown): Promise<unknown> => {
    const { act, request } = question as { act: ActName | 'look' | 'inspect'; request: never };
    if (!open) throw new Error('the database is not open');
    if (act === 'look') return look();
    if (act === 'inspect') return inspect(open.database, place.dataFolder);
    if (!Object.hasOwn(ACTS, act)) throw new Error(`there is no act ${act as string}`);
    const done = await ACTS[act](acting(place, open, 'command line'), request);
    await look();
    return done;
  };

  /** Until stopped: opens a server that was not there, then looks for what other nodes published. */
  const watch = async () => {
    let down = open === null;
    for (;;) {
      await sleep(LOOK_MS, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      if (stop.signal.aborted) return;
      try {
        await (open ? look() : start());
        if (down) events.log('database-up', {});
        down = false;
      } catch (error) {
        // Said once, not every two seconds.
        if (!down) events.fault('database-down', error);
        down = true;
      }
    }
  };

  let watching: Promise<void> = Promise.resolve();
  if (place.databaseUrl === null) {
    await afterCommands(place, start);
  } else {
    await start().catch((error: unknown) => {
      if (!isUnreachable(error)) throw error;
      events.fault('database-down', error);
    });
    watching = watch();
  }
  listening = await listenSocket(socketPath(place.dataFolder), answer);
  return {
    loaded,
    acting: () => served,
    up: async () => {
      if (!open) return false;
      // One question at a time: a silent database must not hold a connection for everybody who asks.
      asking ??= ping(open.database)
        .then(
          () => true,
          () => false,
        )
        .finally(() => {
          asking = null;
        });
      return Promise.race([asking, sleep(UP_MS, false, { ref: false })]);
    },
    close: async () => {
      stop.abort();
      const quiet = Promise.all([listening.close(), watching, worker?.close()]);
      // A silent database never lets them end: closing it does.
      await Promise.race([quiet, sleep(CLOSE_MS, undefined, { ref: false })]);
      await open?.close();
      await quiet;
    },
  };
}

/** A command that holds the folder is soon done and waited for; another server is not, its FolderInUse is thrown. */
async function afterCommands(place: DeskPlace, start: () => Promise<void>): Promise<void> {
  const until = performance.now() + START_WAIT_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof FolderInUse) || performance.now() > until) throw error;
      if (await isServed(place)) throw error;
      await sleep(WAIT_STEP_MS);
    }
  }
}

/** Whether a server answers on the data folder, be it with a fault. */
async function isServed(place: DeskPlace): Promise<boolean> {
  return (await askSocket(socketPath(place.dataFolder), { act: 'look' }).catch(() => true)) !== null;
}

async function openMigrated(place: DeskPlace): Promise<OpenDatabase> {
  const open = await openDatabase(whereOf(place));
  try {
    await migrate(open.database);
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

function whereOf(place: DeskPlace): Where {
  return place.databaseUrl === null
    ? { folder: databaseFolder(place.dataFolder) }
    : { url: place.databaseUrl };
}

function acting(place: DeskPlace, open: OpenDatabase, who: string): Acting {
  return {
    database: open.database,
    dataFolder: place.dataFolder,
    clock: systemClock,
    newId,
    productVersion: place.productVersion,
    who,
  };
}

const newId = newIds();

/** The network's errors and PostgreSQL's "starting up", "shutting down", "too many connections". */
function isUnreachable(error: unknown): boolean {
  const { code } = error as { code?: string };
  const passing = [
    'ECONNREFUSED',
    'ENOENT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'ECONNRESET',
    'EHOSTUNREACH',
    '57P03',
    '57P01',
    '53300',
  ];
  return (
    (code !== undefined && passing.includes(code)) || /timeout|terminated/iu.test((error as Error).message)
  );
}
