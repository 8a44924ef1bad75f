import assert from 'node:assert/strict';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { publish } from '../acts/publish.ts';
import { actingAt } from '../acts/testing.ts';
import { auditEntries } from '../database/audit.ts';
import { insertCity } from '../database/city.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { newestEdition } from '../database/edition.ts';
import { insertPlan, planById, planBySlug, planRecord } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import { readEdition } from '../edition/upgrade.ts';
import type { Plan } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import { testOffice } from './testing.ts';
import type { Browser, TestOffice } from './testing.ts';

const CITY = smallCity();
const PLAN = `/office/${CITY.slug}/plans/strategia`;

async function started(
  database: Database,
  fields: Partial<Plan> = {},
): Promise<{ readonly office: TestOffice; readonly person: Browser; readonly now: () => Promise<Plan> }> {
  const area = { id: id(60), name: { pl: 'Społeczny' } };
  const plan = planOf({
    state: 'in-preparation',
    groupings: [
      {
        id: id(50),
        singular: { pl: 'obszar' },
        plural: { pl: 'obszary' },
        announced: null,
        groups: [area, { id: id(61), name: { pl: 'Gospodarczy' } }],
      },
    ],
    nodes: [
      nodeOf(100, { code: '1', position: 0, groupIds: [id(60), id(61)] }),
      nodeOf(110, { code: '1.1', parentId: id(100), position: 0 }),
    ],
    tasks: [
      taskOf(111, id(110), { progressPercent: '40', reportedFor: '2026-Q3', position: 0 }),
      taskOf(112, id(110), { state: 'done', position: 1 }),
    ],
    ...fields,
  });
  await transact(database, async (tx) => {
    await insertCity(tx, CITY);
    await insertPlan(tx, CITY.id, plan);
  });
  const office = testOffice(database);
  return {
    office,
    person: await office.as('strategist', CITY.id),
    now: async () => (await planById(database, CITY.id, id(900_002)))!,
  };
}

/** What the audit log says was done to the plan. */
async function actsOn(database: Database): Promise<readonly string[]> {
  const entries = await auditEntries(database);
  return entries.filter(({ planId }) => planId === id(900_002)).map(({ act }) => act);
}

/** What the settings' form holds, with changes. */
async function settings(
  person: Browser,
  changes: Record<string, string>,
): Promise<Record<string, string | string[]>> {
  const html = await (await person.get(`${PLAN}/settings`)).text();
  const at = html.indexOf('name="groupingCount"');
  const form = html.slice(html.lastIndexOf('<form', at), html.indexOf('</form>', at));
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && !/type="checkbox"/.test(tag))
      fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name!] = value!;
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  return { ...fields, act: 'save', ...changes };
}

onBothEngines('saving the settings as they are changes nothing', async (database) => {
  const { person, now } = await started(database);
  const before = await now();
  const answer = await person.post(`${PLAN}/settings`, await settings(person, {}));
  assert.equal(answer.status, 303, /<div class="problems".*?<\/div>/s.exec(await answer.text())?.[0]);
  assert.deepEqual(await now(), before);
  assert.deepEqual(await actsOn(database), []);
});

onBothEngines('a renamed level is renamed in the tree and in the next edition', async (database) => {
  const { person } = await started(database);
  const renamed = await settings(person, {
    'level.0.singular.pl': 'priorytet',
    'level.0.plural.pl': 'priorytety',
  });
  assert.equal((await person.post(`${PLAN}/settings`, renamed)).status, 303);
  assert.match(await (await person.get(`${PLAN}/items/${id(100)}`)).text(), /priorytet/);
  const done = await publish(actingAt(database, '2026-11-20T10:00:00Z'), { plan: `${CITY.slug}/strategia` });
  assert.ok(!isRefusal(done) && !('problems' in done));
  const read = readEdition((await newestEdition(database, CITY.id, id(900_002)))!.bytes);
  assert.ok('edition' in read);
  assert.deepEqual(read.edition.levels[0]!.plural, { pl: 'priorytety' });
  // Its address now stays.
  const moved = await person.post(`${PLAN}/settings`, await settings(person, { slug: 'inna' }));
  assert.match(await moved.text(), /does not change after the first publication/);
});

onBothEngines('levels and areas are added and removed; goals leave an area that goes', async (database) => {
  const { person, now } = await started(database);
  const deeper = await settings(person, {
    levelCount: '3',
    'level.2.singular.pl': 'działanie',
    'level.2.plural.pl': 'działania',
    'grouping.0.groups.pl': 'Społeczny\n\nPrzestrzenny',
    slug: 'strategia-2032',
  });
  assert.equal((await person.post(`${PLAN}/settings`, deeper)).status, 303);
  const plan = await now();
  assert.equal(plan.slug, 'strategia-2032');
  assert.equal(plan.levels.length, 3);
  assert.deepEqual(
    plan.groupings[0]!.groups.map((group) => group.name),
    [{ pl: 'Społeczny' }, { pl: 'Przestrzenny' }],
  );
  assert.deepEqual(plan.nodes[0]!.groupIds, [id(60)]);
  const path = `/office/${CITY.slug}/plans/strategia-2032/settings`;
  const shallow = { ...deeper, slug: 'strategia-2032', version: '2', levelCount: '1' };
  const refused = await person.post(path, shallow);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /goals on the deepest level/);
});

onBothEngines('two people at the settings: the second is told', async (database) => {
  const { office, person, now } = await started(database);
  const other = await office.as('administrator', CITY.id);
  const mine = await settings(person, { licence: 'CC-BY-4.0' });
  const theirs = await settings(other, { graceDays: '10' });
  assert.equal((await other.post(`${PLAN}/settings`, theirs)).status, 303);
  const late = await person.post(`${PLAN}/settings`, mine);
  assert.equal(late.status, 422);
  const html = await late.text();
  assert.match(html, /Somebody changed these settings/);
  assert.match(html, /CC-BY-4\.0/);
  assert.equal((await now()).licence, null);
});

onBothEngines('a second person for publications is a rule with an entry of its own', async (database) => {
  const { person } = await started(database);
  await person.post(`${PLAN}/settings`, await settings(person, { confirmPublication: 'on' }));
  assert.equal((await planRecord(database, CITY.id, id(900_002)))!.confirmPublication, true);
  assert.deepEqual(await actsOn(database), ['set-confirmation']);
});

onBothEngines('the next strategy begins with these goals and remembers them', async (database) => {
  const { person, now } = await started(database, { state: 'in-force' });
  const before = await now();
  const next = {
    act: 'next',
    'nextTitle.pl': 'Strategia 2040',
    nextSlug: 'strategia-2040',
    nextEndOn: '2040-12-31',
    withTasks: 'on',
  };
  const answer = await person.post(`${PLAN}/settings`, next);
  assert.match(answer.headers.get('location')!, /plans\/strategia-2040\?done=plan-started/);
  assert.deepEqual(await now(), before);
  const plan = (await planBySlug(database, CITY.id, 'strategia-2040'))!;
  assert.equal(plan.state, 'in-preparation');
  assert.deepEqual(
    plan.nodes.map((node) => node.code),
    ['1', '1.1'],
  );
  assert.equal(
    plan.nodes.some((node) => before.nodes.some((old) => old.id === node.id)),
    false,
  );
  assert.deepEqual(
    plan.tasks.map(({ state, progressPercent }) => [state, progressPercent]),
    [['not-started', null]],
  );
  assert.deepEqual(
    plan.lineage.map(({ kind, from, toIds }) => [kind, from[0]!.code, toIds]),
    [
      ['continued', '1', [plan.nodes[0]!.id]],
      ['continued', '1.1', [plan.nodes[1]!.id]],
    ],
  );
  assert.equal((await planRecord(database, CITY.id, plan.id))!.previousPlanId, id(900_002));
  assert.match(await (await person.post(`${PLAN}/settings`, next)).text(), /Another plan of the city/);
});

onBothEngines('the list of the law is answered by a person, with evidence', async (database) => {
  const { office, person } = await started(database);
  const path = `${PLAN}/checklist`;
  assert.match(await (await person.get(path)).text(), /0 of 12 answered/);
  const bare = await person.post(path, { item: 'goals', 'answer.goals': 'yes' });
  assert.equal(bare.status, 422);
  assert.match(await bare.text(), /href="#evidence.goals"/);
  const given = { item: 'goals', 'answer.goals': 'yes', 'evidence.goals': 'Rozdział 4' };
  assert.equal((await person.post(path, given)).status, 303);
  assert.match(await (await person.get(path)).text(), /1 of 12 answered[\s\S]*Rozdział 4[\s\S]*Person 1/);
  const auditor = await office.as('auditor', CITY.id);
  assert.equal((await auditor.post(path, given)).status, 403);
  assert.equal((await auditor.get(path)).status, 200);
});
