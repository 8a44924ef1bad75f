/**
 * Work to be done later: added in the transaction of the act that wants it, so that it happens if and only if the act
 * did. A worker takes a job by a lease; when it dies, the lease runs out and another worker takes the job again.
 */

import { sql } from 'kysely';
import type { Id } from '../model/plan.ts';
import { json } from './column.ts';
import type { Database, DatabaseTransaction, Reader } from './engine.ts';

export interface Job {
  readonly id: Id;
  /** Null: of no city. */
  readonly cityId: Id | null;
  readonly kind: string;
  readonly payload: unknown;
  /** Begun attempts, this one included. */
  readonly attempts: number;
}

export interface NewJob {
  readonly id: Id;
  readonly cityId: Id | null;
  readonly kind: string;
  readonly payload: unknown;
  /** At most one job of this key is ever there; null: any number. */
  readonly key: string | null;
  readonly runAt: string;
  readonly madeAt: string;
}

/** A job as the office shows it. */
export interface JobState extends Job {
  readonly runAt: string;
  readonly madeAt: string;
  readonly doneAt: string | null;
  readonly failedAt: string | null;
  /** What the last attempt failed with. */
  readonly error: string | null;
}

/** False when a job of its key is there already. */
export async function insertJob(tx: DatabaseTransaction, job: NewJob): Promise<boolean> {
  const rows = await tx
    .insertInto('job')
    .values({
      id: job.id,
      city_id: job.cityId,
      kind: job.kind,
      payload: json(job.payload),
      unique_key: job.key,
      run_at: job.runAt,
      leased_until: null,
      lease: null,
      done_at: null,
      failed_at: null,
      error: null,
      made_at: job.madeAt,
    })
    .onConflict((conflict) => conflict.column('unique_key').doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
}

/**
 * Takes up to `most` due jobs of these kinds for the holder of `lease`, until `leasedUntil`. Rows that another worker
 * is taking at this moment are passed over, not waited for.
 */
export async function takeJobs(
  database: Database,
  ask: {
    readonly kinds: readonly string[];
    readonly lease: Id;
    readonly now: string;
    readonly leasedUntil: string;
    readonly most: number;
  },
): Promise<readonly Job[]> {
  if (ask.kinds.length === 0) return [];
  const { rows } = await sql<Job>`
    update job set lease = ${ask.lease}, leased_until = ${ask.leasedUntil}, attempts = attempts + 1
    where id in (
      select id from job
      where done_at is null and failed_at is null and run_at <= ${ask.now}
        and (leased_until is null or leased_until <= ${ask.now})
        and kind in (${sql.join([...ask.kinds])})
      order by run_at, id limit ${ask.most}
      for update skip locked
    )
    returning id, city_id as "cityId", kind, payload, attempts`.execute(database);
  return rows;
}

/** Marks the job as done, with what is left of its payload. False when the lease is another worker's by now. */
export async function finishJob(
  database: Database,
  job: { readonly id: Id; readonly lease: Id; readonly doneAt: string; readonly payload: unknown },
): Promise<boolean> {
  const rows = await database
    .updateTable('job')
    .set({ done_at: job.doneAt, payload: json(job.payload), lease: null, leased_until: null, error: null })
    .where('id', '=', job.id)
    .where('lease', '=', job.lease)
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** Gives the job back after a failed attempt: due again at `runAt`, or for good when it is null. */
export async function giveBackJob(
  database: Database,
  job: {
    readonly id: Id;
    readonly lease: Id;
    readonly runAt: string | null;
    readonly now: string;
    readonly error: string;
  },
): Promise<void> {
  await database
    .updateTable('job')
    .set({
      lease: null,
      leased_until: null,
      error: job.error,
      ...(job.runAt === null ? { failed_at: job.now } : { run_at: job.runAt }),
    })
    .where('id', '=', job.id)
    .where('lease', '=', job.lease)
    .execute();
}

/** Makes a failed or waiting job due at once, with all its attempts again. False when there is none. */
export async function retryJob(tx: DatabaseTransaction, id: Id, now: string): Promise<boolean> {
  const rows = await tx
    .updateTable('job')
    .set({ failed_at: null, attempts: 0, run_at: now })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** Failed jobs and those that wait, the newest first. */
export async function openJobs(db: Reader, most: number): Promise<readonly JobState[]> {
  return jobRows(db)
    .where('done_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** Every job, in the order they were made. For tests and the office's own look. */
export async function jobsOf(db: Reader, kind: string): Promise<readonly JobState[]> {
  return jobRows(db).where('kind', '=', kind).orderBy('id').execute();
}

/** Forgets what was done before `before`. */
export async function dropDoneJobs(database: Database, before: string): Promise<void> {
  await database.deleteFrom('job').where('done_at', '<', before).execute();
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- Kysely's own inference
function jobRows(db: Reader) {
  return db
    .selectFrom('job')
    .select([
      'id',
      'city_id as cityId',
      'kind',
      'payload',
      'attempts',
      'run_at as runAt',
      'made_at as madeAt',
      'done_at as doneAt',
      'failed_at as failedAt',
      'error',
    ]);
}
