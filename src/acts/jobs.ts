/**
 * Jobs: what an act wants done after it, on any node of the installation and once. Each attempt runs under a lease;
 * failed ones are tried again after a growing while, at most eight times, and then kept with their error.
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { dropDoneJobs, finishJob, giveBackJob, insertJob, takeJobs } from '../database/job.ts';
import type { Job } from '../database/job.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import type { Id } from '../model/plan.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';

export interface JobRequest {
  /** Null: of no city. Inside a city's transaction it must be that city. */
  readonly cityId: Id | null;
  readonly kind: string;
  /** Plain JSON. */
  readonly payload: unknown;
  /** At most one job of this key is ever made; left out: any number. */
  readonly key?: string;
  /** An instant; left out: at once. */
  readonly runAt?: string;
}

/**
 * Does the work of one kind. What it returns is kept of the payload afterwards (null when nothing is). It may run
 * twice when the node dies between the work and its record: it must bear that.
 */
export type JobHandler = (acting: Acting, job: Job) => Promise<unknown>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export const MAX_ATTEMPTS = 8;
/** A job that runs longer is taken for dead and given to another worker. */
export const LEASE_SECONDS = 120;
const LOOK_MS = 3_000;
/** After an act the job is looked for at once, and again should the transaction not have ended by then. */
const NUDGES_MS = [30, 400] as const;
const AT_ONCE = 5;
const KEEP_DONE_SECONDS = 30 * 86_400;
const FORGET_MS = 3_600_000;

/** Adds a job in the act's own transaction. False when a job of its key is there already. */
export async function addJob(tx: DatabaseTransaction, acting: Acting, request: JobRequest): Promise<boolean> {
  const now = instant(acting.clock);
  const added = await insertJob(tx, {
    id: acting.newId(),
    cityId: request.cityId,
    kind: request.kind,
    payload: request.payload,
    key: request.key ?? null,
    runAt: request.runAt ?? now,
    madeAt: now,
  });
  if (added) acting.jobAdded?.();
  return added;
}

/** Seconds to wait after the nth failed attempt: 10 s, 40 s, 160 s … at most six hours. */
export function delaySeconds(attempt: number): number {
  return Math.min(10 * 4 ** (attempt - 1), 6 * 3600);
}

/** Runs what is due now, a few at a time, until nothing is; answers how many attempts were made. */
export async function runDueJobs(
  acting: Acting,
  handlers: JobHandlers,
  stopped: () => boolean = () => false,
): Promise<number> {
  let attempts = 0;
  for (;;) {
    if (stopped()) return attempts;
    const lease = acting.newId();
    const jobs = await takeJobs(acting.database, {
      kinds: Object.keys(handlers),
      lease,
      now: instant(acting.clock),
      leasedUntil: after(acting, LEASE_SECONDS),
      most: AT_ONCE,
    });
    if (jobs.length === 0) return attempts;
    attempts += jobs.length;
    await Promise.all(jobs.map((job) => attempt(acting, handlers[job.kind]!, job, lease)));
  }
}

export interface JobWorker {
  /** Looks soon, for a job that was just added here. */
  readonly nudge: () => void;
  /** Takes no more jobs and waits for those that run. */
  readonly close: () => Promise<void>;
}

/**
 * Looks for due jobs every few seconds until closed. `ran` is called after jobs ran; faults of the database are told to
 * `fault` once until it is up again.
 */
export function startJobs(
  acting: Acting,
  handlers: JobHandlers,
  events: {
    readonly ran: () => Promise<void>;
    readonly fault: (error: unknown) => void;
    readonly lookMs?: number;
  },
): JobWorker {
  // A nudge comes from inside a transaction, the look must not: it takes a connection of its own.
  const outside = AsyncLocalStorage.snapshot();
  let closed = false;
  let running: Promise<void> | null = null;
  let again = false;
  let down = false;
  let forgotAt = 0;
  const look = async (): Promise<void> => {
    try {
      if ((await runDueJobs(acting, handlers, () => closed)) > 0) await events.ran();
      if (acting.clock.milliseconds() - forgotAt > FORGET_MS) {
        forgotAt = acting.clock.milliseconds();
        await dropDoneJobs(acting.database, after(acting, -KEEP_DONE_SECONDS));
      }
      down = false;
    } catch (error) {
      if (!down && !closed) events.fault(error);
      down = true;
    }
  };
  const start = (): void => {
    if (closed) return;
    // A look that is running may have passed the new job already.
    if (running) again = true;
    else
      running = look().finally(() => {
        running = null;
        if (again) {
          again = false;
          start();
        }
      });
  };
  const timer = setInterval(start, events.lookMs ?? LOOK_MS);
  timer.unref();
  const nudges = new Set<NodeJS.Timeout>();
  start();
  return {
    nudge: () => {
      if (closed || nudges.size > 0) return;
      for (const ms of NUDGES_MS) {
        const nudge = setTimeout(() => {
          nudges.delete(nudge);
          outside(start);
        }, ms);
        nudges.add(nudge);
      }
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      for (const nudge of nudges) clearTimeout(nudge);
      await running;
    },
  };
}

async function attempt(acting: Acting, handler: JobHandler, job: Job, lease: Id): Promise<void> {
  try {
    // More begun than allowed: each time the worker died under it.
    if (job.attempts > MAX_ATTEMPTS) throw new Error('the server stopped in the middle of every attempt');
    const left = await handler(acting, job);
    await finishJob(acting.database, {
      id: job.id,
      lease,
      doneAt: instant(acting.clock),
      payload: left ?? {},
    });
  } catch (error) {
    const last = job.attempts >= MAX_ATTEMPTS;
    await giveBackJob(acting.database, {
      id: job.id,
      lease,
      now: instant(acting.clock),
      runAt: last ? null : after(acting, delaySeconds(job.attempts)),
      error: errorText(error),
    });
  }
}

function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
}

function after(acting: Acting, seconds: number): string {
  return new Date(acting.clock.milliseconds() + seconds * 1000).toISOString();
}
