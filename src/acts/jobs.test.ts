import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transact } from '../database/engine.ts';
import { jobsOf, openJobs, retryJob } from '../database/job.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { freshServerDatabase, onBothEngines } from '../database/testing.ts';
import type { Clock } from '../system/clock.ts';
import { addJob, delaySeconds, LEASE_SECONDS, MAX_ATTEMPTS, runDueJobs, startJobs } from './jobs.ts';
import { actingAt } from './testing.ts';

/** A clock that is moved on by hand. */
function handClock(at: string): Clock & { move: (seconds: number) => void } {
  let now = Date.parse(at);
  return { milliseconds: () => now, move: (seconds) => void (now += seconds * 1000) };
}
const NOON = '2026-11-22T12:00:00Z';

onBothEngines('a job exists if and only if its act does, and once a key', async (database) => {
  const acting = actingAt(database, NOON);
  const add = (key?: string) =>
    transact(database, (tx) =>
      addJob(tx, acting, {
        cityId: null,
        kind: 'a',
        payload: { n: 1 },
        ...(key === undefined ? {} : { key }),
      }),
    );
  await assert.rejects(
    transact(database, async (tx) => {
      await addJob(tx, acting, { cityId: null, kind: 'a', payload: {} });
      throw new Error('the act failed');
    }),
  );
  assert.deepEqual(await jobsOf(database, 'a'), []);
  assert.deepEqual([await add('k'), await add('k'), await add()], [true, false, true]);
  const ran: unknown[] = [];
  const handlers = { a: async (_: unknown, job: { payload: unknown }) => ran.push(job.payload) };
  assert.equal(await runDueJobs(acting, handlers), 2);
  assert.equal(await runDueJobs(acting, handlers), 0);
  assert.deepEqual(ran, [{ n: 1 }, { n: 1 }]);
  assert.equal(await add('k'), false, 'a done job keeps its key');
});

onBothEngines('a failing job is tried eight times, ever more rarely, and kept', async (database) => {
  const clock = handClock(NOON);
  const acting = { ...actingAt(database, NOON), clock };
  await transact(database, (tx) => addJob(tx, acting, { cityId: null, kind: 'a', payload: 7 }));
  let tried = 0;
  const failing = {
    a: async () => {
      tried += 1;
      throw new Error(`no luck ${tried}`);
    },
  };
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
    assert.equal(await runDueJobs(acting, failing), 1);
    clock.move(delaySeconds(attempt) - 1);
    assert.equal(await runDueJobs(acting, failing), 0, `too early after attempt ${attempt}`);
    clock.move(1);
  }
  assert.equal(await runDueJobs(acting, failing), 1);
  clock.move(30 * 86_400);
  assert.equal(await runDueJobs(acting, failing), 0);
  assert.equal(tried, MAX_ATTEMPTS);
  const [job] = await openJobs(database, 10);
  assert.equal(job!.error, 'no luck 8');
  assert.ok(job!.failedAt);

  await transact(database, (tx) => retryJob(tx, job!.id, new Date(clock.milliseconds()).toISOString()));
  assert.equal(await runDueJobs(acting, { a: async () => ({ kept: true }) }), 1);
  const [done] = await jobsOf(database, 'a');
  assert.deepEqual([done!.payload, done!.failedAt, done!.error], [{ kept: true }, null, null]);
});

onBothEngines('the job of a worker that died is taken again when its lease is over', async (database) => {
  const clock = handClock(NOON);
  const acting = { ...actingAt(database, NOON), clock };
  await transact(database, (tx) => addJob(tx, acting, { cityId: null, kind: 'a', payload: {} }));
  // The first worker never comes back from its work.
  const hangs = Promise.withResolvers<void>();
  void runDueJobs(acting, { a: () => (hangs.resolve(), new Promise(() => {})) });
  await hangs.promise;
  let ran = 0;
  const second = { a: async () => void (ran += 1) };
  clock.move(LEASE_SECONDS - 1);
  assert.equal(await runDueJobs(acting, second), 0);
  clock.move(1);
  assert.equal(await runDueJobs(acting, second), 1);
  assert.equal(ran, 1);
});

test('two workers on one PostgreSQL share the jobs and do none twice', async () => {
  const { url, drop } = await freshServerDatabase();
  const nodes = [await openDatabase({ url }), await openDatabase({ url })];
  try {
    await migrate(nodes[0]!.database);
    const actings = nodes.map((node) => actingAt(node.database, NOON));
    const ids = Array.from({ length: 120 }, (_, n) => n);
    await transact(nodes[0]!.database, async (tx) => {
      for (const n of ids) await addJob(tx, actings[0]!, { cityId: null, kind: 'a', payload: n });
    });
    const done: number[][] = [[], []];
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const workers = actings.map((acting, w) =>
      startJobs(
        acting,
        {
          a: async (_, job) => {
            done[w]!.push(job.payload as number);
            // Nobody goes on before both have taken some.
            if (done.every((one) => one.length > 0)) open();
            await gate;
          },
        },
        { ran: async () => {}, fault: (error) => assert.fail(error as Error), lookMs: 20 },
      ),
    );
    while (done.flat().length < ids.length) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all(workers.map((worker) => worker.close()));
    assert.deepEqual(
      done.flat().sort((a, b) => a - b),
      ids,
    );
    assert.ok(done.every((one) => one.length > 0));
    assert.deepEqual(await openJobs(nodes[0]!.database, 10), []);
  } finally {
    for (const node of nodes) await node.close();
    await drop();
  }
});

onBothEngines('a nudge finds a new job, and closing waits for what runs', async (database) => {
  const steps: string[] = [];
  const began = Promise.withResolvers<void>();
  const may = Promise.withResolvers<void>();
  const acting = actingAt(database, NOON);
  const worker = startJobs(
    acting,
    {
      a: async () => {
        steps.push('began');
        began.resolve();
        await may.promise;
        steps.push('ended');
      },
    },
    {
      ran: async () => void steps.push('ran'),
      fault: (error) => assert.fail(error as Error),
      lookMs: 3_600_000,
    },
  );
  const nudged = { ...acting, jobAdded: worker.nudge };
  await transact(database, (tx) => addJob(tx, nudged, { cityId: null, kind: 'a', payload: {} }));
  await began.promise;
  const closing = worker.close().then(() => steps.push('closed'));
  may.resolve();
  await closing;
  assert.deepEqual(steps, ['began', 'ended', 'ran', 'closed']);
  await transact(database, (tx) => addJob(tx, nudged, { cityId: null, kind: 'a', payload: {} }));
  assert.equal((await openJobs(database, 9)).length, 1);
});
