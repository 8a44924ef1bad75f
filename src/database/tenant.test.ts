import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { cityOf, id, nodeOf, planOf } from '../../test/plan.ts';
import { insertCity } from './city.ts';
import { transact } from './engine.ts';
import { TENANT_TABLES } from './migrations/0002-office.ts';
import { insertPlan } from './plan.ts';
import { inCity } from './tenant.ts';
import { onBothEngines } from './testing.ts';

const HERE = cityOf({ id: id(700), slug: 'here' });
const THERE = cityOf({ id: id(800), slug: 'there', units: [] });

onBothEngines(
  'a transaction of a city sees and changes that city alone, whatever it asks for',
  async (database) => {
    await transact(database, async (tx) => {
      await insertCity(tx, HERE);
      await insertCity(tx, THERE);
      await insertPlan(tx, HERE.id, planOf({ id: id(710), slug: 'p', nodes: [nodeOf(711)], tasks: [] }));
      await insertPlan(tx, THERE.id, planOf({ id: id(810), slug: 'q', nodes: [nodeOf(811)], tasks: [] }));
    });
    await inCity(database, HERE.id, async (tx) => {
      const plans = await tx.selectFrom('plan').select('slug').execute();
      assert.deepEqual(plans, [{ slug: 'p' }]);
      assert.deepEqual(await tx.selectFrom('city').select('slug').execute(), [{ slug: 'here' }]);
      const changed = await tx
        .updateTable('plan')
        .set({ slug: 'taken' })
        .where('slug', '=', 'q')
        .executeTakeFirst();
      assert.equal(Number(changed.numUpdatedRows), 0);
      const gone = await tx.deleteFrom('node').where('city_id', '=', THERE.id).executeTakeFirst();
      assert.equal(Number(gone.numDeletedRows), 0);
    });
    // Writing into another city is an error of the database, not an empty result.
    await assert.rejects(
      inCity(database, HERE.id, (tx) =>
        insertPlan(tx, THERE.id, planOf({ id: id(910), slug: 'r', nodes: [], tasks: [] })),
      ),
      /row-level security/u,
    );
    // Sessions and secrets are out of its reach altogether.
    for (const table of ['session', 'credential', 'second_factor', 'verification', 'installation'])
      await assert.rejects(
        inCity(database, HERE.id, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
        /permission denied/u,
        table,
      );
    // Role and city are gone with the transaction.
    assert.equal((await database.selectFrom('plan').select('slug').execute()).length, 2);
  },
);

onBothEngines('every table with a city has the barrier', async (database) => {
  const { rows } = await sql<{ table: string; guarded: boolean }>`
    select c.relname as table, c.relrowsecurity as guarded
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(database);
  assert.deepEqual(
    rows.filter((row) => !row.guarded).map((row) => row.table),
    [],
  );
  assert.ok(rows.length >= TENANT_TABLES.length);
});
