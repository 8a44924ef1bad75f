import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { onBothEngines } from './testing.ts';
import { TransactionAborted, transact } from './engine.ts';

onBothEngines('values cross the same way', async (database) => {
  const { rows } = await sql`
    select 9007199254740991::int8 as int8, date '2026-03-29' as date,
      timestamptz '2026-03-29 03:30:00+02' as instant, 46.50::numeric as decimal,
      '{"b":1,"a":[null,"ż"]}'::jsonb as json, '\\x00ff10'::bytea as bytes, true as yes,
      array['01234567-89ab-7def-8123-456789abcdef']::uuid[] as ids, null::date as nothing`.execute(database);
  const row = rows[0] as Record<string, unknown>;
  assert.deepEqual([...(row['bytes'] as Uint8Array)], [0, 255, 16]);
  assert.deepEqual(
    { ...row, bytes: null },
    {
      int8: 9007199254740991,
      date: '2026-03-29',
      instant: '2026-03-29T01:30:00Z',
      decimal: '46.50',
      json: { a: [null, 'ż'], b: 1 },
      bytes: null,
      yes: true,
      ids: ['01234567-89ab-7def-8123-456789abcdef'],
      nothing: null,
    },
  );
});

onBothEngines('an int8 beyond 2^53 is a fault, not a wrong number', async (database) => {
  await assert.rejects(sql`select 9007199254740993::int8 as n`.execute(database), /does not fit/u);
});

onBothEngines('a swallowed failure does not look like a commit', async (database) => {
  await assert.rejects(
    transact(database, async (tx) => {
      await sql`select 1/0`.execute(tx).catch(() => {});
    }),
    TransactionAborted,
  );
});

onBothEngines('the outer database inside a transaction is a fault, not a dead lock', async (database) => {
  await assert.rejects(
    transact(database, async () => {
      await sql`select 1`.execute(database);
    }),
    /pass tx/u,
  );
  assert.deepEqual((await sql`select 1 as n`.execute(database)).rows, [{ n: 1 }]);
});

onBothEngines('parallel callers never join another transaction', async (database) => {
  await sql`create table step (n integer)`.execute(database);
  const failing = transact(database, async (tx) => {
    await sql`insert into step values (1)`.execute(tx);
    await sql`insert into step values (2)`.execute(tx);
    throw new Error('taken back');
  });
  const writing = sql`insert into step values (3)`.execute(database);
  await Promise.allSettled([failing, writing]);
  assert.deepEqual((await sql`select n from step`.execute(database)).rows, [{ n: 3 }]);
});

onBothEngines('errors carry code and constraint', async (database) => {
  await sql`create table one (n integer constraint one_n_unique unique)`.execute(database);
  await sql`insert into one values (1)`.execute(database);
  await assert.rejects(sql`insert into one values (1)`.execute(database), {
    code: '23505',
    constraint: 'one_n_unique',
  });
});

onBothEngines('isolation and access mode are honoured', async (database) => {
  await database
    .transaction()
    .setIsolationLevel('serializable')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { rows } = await sql<{ level: string; read: string }>`
        select current_setting('transaction_isolation') as level,
          current_setting('transaction_read_only') as read`.execute(tx);
      assert.deepEqual(rows[0], { level: 'serializable', read: 'on' });
    });
});
