import assert from 'node:assert/strict';
import { importPlan } from '../acts/import-plan.ts';
import { rearrange } from '../acts/rearrange.ts';
import { insertAudit } from '../database/audit.ts';
import type { Database } from '../database/engine.ts';
import { inCity } from '../database/tenant.ts';
import { onBothEngines } from '../database/testing.ts';
import { city as smallCity, id, node, plan as smallPlan, task } from '../../test/world/small.ts';
import { testOffice } from './testing.ts';
import type { TestOffice } from './testing.ts';

const city = smallCity();
const roads = city.units[0]!.id;
const plan = smallPlan({
  state: 'in-preparation',
  nodes: [node(1, { code: '1', unitIds: [roads] }), node(3, { code: '2' })],
  tasks: [task(2, id(1), { code: '1.1' })],
});
const LOG = `/office/${city.slug}/audit`;
const historyOf = (n: number): string => `/office/${city.slug}/plans/${plan.slug}/items/${id(n)}/history`;

async function withEntries(database: Database): Promise<TestOffice> {
  const office = testOffice(database);
  const { acting } = office.office;
  await importPlan(acting, { city, plan });
  const strategist = await office.as('strategist', city.id);
  await inCity(database, city.id, async (tx) => {
    await insertAudit(tx, {
      id: acting.newId(),
      cityId: city.id,
      planId: plan.id,
      personId: strategist.personId,
      at: '2026-03-02T09:00:00Z',
      who: 'strategist',
      act: 'edit',
      thing: 'node',
      thingId: id(1),
      before: { title: { pl: 'Cel 1' }, endOn: null },
      after: { title: { pl: '=1+1, „nowy”' }, endOn: '2030-12-31' },
    });
  });
  return office;
}

onBothEngines('the log shows who changed what from what to what, and filters', async (database) => {
  const office = await withEntries(database);
  const auditor = await office.as('auditor', city.id);
  const page = await (await auditor.get(LOG)).text();
  assert.match(page, /Person 1/u);
  assert.match(page, /title \(pl\).*<del>Cel 1<\/del>.*<ins>=1\+1, „nowy”<\/ins>/su);
  assert.match(page, /<ins>31 December 2030<\/ins>/u);
  assert.match(page, /plan read in/u);
  const rows = async (query: string): Promise<number> =>
    (await (await auditor.get(`${LOG}?${query}`)).text()).match(/<td class="moment">/gu)?.length ?? 0;
  assert.equal(await rows(''), 2);
  assert.equal(await rows('act=edit'), 1);
  assert.equal(await rows('thing=plan'), 1);
  assert.equal(await rows('from=2026-03-02&until=2026-03-02'), 1);
  assert.equal(await rows('until=2026-03-01'), 0);
  assert.equal(await rows(`person=${id(77)}`), 0);
  // What is no id or day asks nothing.
  assert.equal(await rows(`person='--&from=x`), 2);
});

onBothEngines('as CSV, with nothing a spreadsheet would run, for those who may', async (database) => {
  const office = await withEntries(database);
  const auditor = await office.as('auditor', city.id);
  const answer = await auditor.get(`${LOG}.csv?act=edit`);
  assert.match(answer.headers.get('content-disposition')!, /^attachment/u);
  const lines = (await answer.text()).split('\r\n');
  assert.equal(lines.length, 3);
  assert.match(lines[1]!, /^2,2026-03-02T09:00:00Z,Person 1,strategist,edit,node,/u);
  assert.doesNotMatch(lines[1]!, /(?:^|,)[=+@]/u);
  const viewer = await office.as('viewer', city.id);
  for (const path of [LOG, `${LOG}.csv`]) assert.equal((await viewer.get(path)).status, 403);
});

onBothEngines('an item’s history holds its own acts and those on several', async (database) => {
  const office = await withEntries(database);
  const strategist = await office.as('strategist', city.id);
  const none = await (await strategist.get(historyOf(3))).text();
  assert.match(none, /There is no change yet/u);
  const member = {
    personId: strategist.personId!,
    installation: false,
    appointments: [
      {
        id: id(501),
        cityId: city.id,
        role: 'strategist' as const,
        unitId: null,
        itemIds: [],
        fromOn: null,
        untilOn: null,
        deputyForId: null,
      },
    ],
  };
  const moved = await rearrange(
    { ...office.office.acting, member, cityId: city.id },
    { planId: plan.id, what: { kind: 'up', id: id(3) }, codes: 'renumber' },
  );
  assert.ok('patch' in moved, JSON.stringify(moved));
  const first = await (await strategist.get(historyOf(1))).text();
  assert.match(first, /<h2>moved up<\/h2>.*<h2>changed<\/h2>/su);
  assert.match(first, /<del>1<\/del>.*<ins>2<\/ins>/su);
  assert.match(await (await strategist.get(historyOf(2))).text(), /<del>1\.1<\/del>.*<ins>2\.1<\/ins>/su);
  assert.equal((await strategist.get(historyOf(99))).status, 404);
  const reporter = await office.as('reporter', city.id, roads);
  assert.equal((await reporter.get(historyOf(1))).status, 200);
  assert.equal((await reporter.get(historyOf(3))).status, 403);
});
