import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { torun } from '../../examples/torun/torun.ts';
import { auditEntries } from '../database/audit.ts';
import { editionAddresses, editionBytesOf } from '../database/edition.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { freshServerDatabase, onBothEngines } from '../database/testing.ts';
import { verifyChain } from '../edition/chain.ts';
import { isRefusal } from '../problem.ts';
import { editionFile } from './edition-files.ts';
import { importPlan } from './import-plan.ts';
import type { ImportAnswer } from './import-plan.ts';
import { publish } from './publish.ts';
import type { PublishAnswer } from './publish.ts';
import { actingAt, testFolder } from './testing.ts';
import { sql } from 'kysely';

const { city, plan } = torun();
const published = (answer: unknown) => answer as PublishAnswer;

onBothEngines(
  'import, then publish: the shipped edition, its file and two audit entries',
  async (database) => {
    const acting = actingAt(database, '2026-11-22T10:00:00Z');
    assert.equal(((await importPlan(acting, { city, plan })) as ImportAnswer).outcome, 'saved');
    const answer = published(await publish(acting, { plan: 'cele-2028' }));
    const shipped = readFileSync(new URL('../../examples/torun/edition-1.json', import.meta.url), 'utf8');
    assert.equal(readFileSync(editionFile(acting.dataFolder, answer), 'utf8'), shipped);
    const entries = await auditEntries(database);
    assert.deepEqual(
      entries.map(({ act, who, thing, thingId }) => ({ act, who, thing, thingId })),
      ['import-plan', 'publish'].map((act) => ({ act, who: 'test', thing: 'plan', thingId: plan.id })),
    );
    assert.deepEqual(entries[1]!.after, { number: 1, hash: answer.hash });
  },
);

onBothEngines('the same file again changes nothing; another one is refused', async (database) => {
  const acting = actingAt(database, '2026-11-22T10:00:00Z');
  await importPlan(acting, { city, plan });
  const again = (await importPlan(acting, { city, plan })) as ImportAnswer;
  assert.equal(again.outcome, 'unchanged');
  assert.equal(again.planId, plan.id);
  const other = { ...plan, source: { ...plan.source!, hash: 'f'.repeat(64) } };
  assert.deepEqual(await importPlan(acting, { city, plan: other }), {
    refused: 'plan-exists',
    values: { city: 'torun', plan: 'cele-2028' },
  });
  assert.equal((await auditEntries(database)).length, 1);
});

onBothEngines('what cannot be published is answered, and leaves nothing behind', async (database) => {
  const acting = actingAt(database, '2026-11-22T10:00:00Z');
  const cases = [
    [await importPlan(acting, { city: { ...city, slug: 'assets' }, plan }), 'slug-reserved'],
    [await publish(acting, { plan: 'cele-2028' }), 'plan-unknown'],
  ] as const;
  for (const [answer, refused] of cases) assert.equal(isRefusal(answer) && answer.refused, refused);
  const unfit = await importPlan(acting, { city, plan: { ...plan, title: {} } });
  assert.ok('problems' in unfit && unfit.problems.length > 0);
  assert.deepEqual(await auditEntries(database), []);

  await importPlan(acting, { city, plan });
  await publish(acting, { plan: 'torun/cele-2028' });
  const later = actingAt(database, '2026-11-23T10:00:00Z');
  const same = await publish(later, { plan: 'torun/cele-2028' });
  assert.equal(isRefusal(same) && same.refused, 'nothing-changed');
  assert.equal(published(await publish(later, { plan: 'torun/cele-2028', force: true })).number, 2);
  const earlier = await publish(acting, { plan: 'torun/cele-2028', force: true });
  assert.equal(isRefusal(earlier) && earlier.refused, 'clock-behind');
});

onBothEngines('editions and audit are written once', async (database) => {
  const acting = actingAt(database, '2026-11-22T10:00:00Z');
  await importPlan(acting, { city, plan });
  await publish(acting, { plan: 'cele-2028' });
  for (const statement of [
    `update edition set content = '{}'`,
    'delete from edition',
    `update audit set who = 'x'`,
    'delete from audit',
    'truncate audit',
  ])
    await assert.rejects(sql.raw(statement).execute(database), /written once/u, statement);
});

test('publications at once from two connections give one chain (postgresql)', async () => {
  const { url, drop } = await freshServerDatabase();
  const nodes = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
  try {
    await migrate(nodes[0].database);
    const folder = testFolder();
    const actings = nodes.map(({ database }) => actingAt(database, '2026-11-22T10:00:00Z', folder));
    await importPlan(actings[0]!, { city, plan });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => publish(actings[at % 2]!, { plan: 'cele-2028', force: true })),
    );
    assert.deepEqual(
      answers.map((answer) => published(answer).number).sort((a, b) => a - b),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
    const { database } = nodes[0];
    const addresses = await editionAddresses(database);
    const chain = await Promise.all(
      addresses.map(async (one) => (await editionBytesOf(database, one.cityId, one.planId, one.number))!),
    );
    assert.equal(chain.length, 8);
    assert.deepEqual(verifyChain(chain), []);
  } finally {
    for (const { close } of nodes) await close();
    await drop();
  }
});

onBothEngines('a fork is refused by the tables themselves', async (database) => {
  const acting = actingAt(database, '2026-11-22T10:00:00Z');
  await importPlan(acting, { city, plan });
  await publish(acting, { plan: 'cele-2028' });
  const next = (number: number, hash: string, previous: string | null) =>
    database
      .insertInto('edition')
      .values({
        city_id: city.id,
        plan_id: plan.id,
        number,
        hash: hash.repeat(64),
        previous,
        published_at: '2026-11-22T11:00:00Z',
        as_of: '2026-11-22',
        content: '{}',
      })
      .execute();
  const { hash } = (await editionAddresses(database))[0]!;
  await next(2, 'a', hash);
  await assert.rejects(next(2, 'b', hash), { code: '23505' });
  await assert.rejects(next(3, 'b', hash), { code: '23505' });
  await assert.rejects(next(3, 'b', 'c'.repeat(64)), { code: '23503' });
  await assert.rejects(next(3, 'b', null), { code: '23514' });
});
