import assert from 'node:assert/strict';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { city as smallCity } from '../../test/world/small.ts';
import { insertCity } from '../database/city.ts';
import type { Database } from '../database/engine.ts';
import { transact } from '../database/engine.ts';
import { insertPlan, planById } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import type { Plan } from '../model/plan.ts';
import { testOffice } from './testing.ts';
import type { Browser, TestOffice } from './testing.ts';

const CITY = smallCity();
const PLAN = `/office/${CITY.slug}/plans/strategia`;
const item = (n: number): string => `${PLAN}/items/${id(n)}`;

async function started(
  database: Database,
  fields: Partial<Plan> = {},
): Promise<{ readonly office: TestOffice; readonly person: Browser; readonly now: () => Promise<Plan> }> {
  const plan = planOf({
    state: 'in-preparation',
    nodes: [
      nodeOf(100, { code: '1', title: { pl: 'Powietrze', en: 'Air' }, position: 0 }),
      nodeOf(200, { code: '2', title: { pl: 'Woda' }, position: 1 }),
      nodeOf(110, { code: '1.1', parentId: id(100), position: 0 }),
      nodeOf(210, { code: '2.1', parentId: id(200), position: 0 }),
    ],
    tasks: [
      taskOf(111, id(110), {
        code: '1.1.1',
        title: { pl: 'Łąki', en: 'Meadows' },
        unitIds: [CITY.units[0]!.id],
        position: 0,
      }),
    ],
    ...fields,
  });
  await transact(database, async (tx) => {
    await insertCity(tx, CITY);
    await insertPlan(tx, CITY.id, plan);
  });
  const office = testOffice(database);
  const person = await office.as('strategist', CITY.id);
  return { office, person, now: async () => (await planById(database, CITY.id, id(900_002)))! };
}

/** The fields of the first form that holds `version`, as a browser would send them. */
function fieldsIn(html: string): Record<string, string | string[]> {
  const form = html.slice(html.indexOf('<form', html.indexOf('name="version"') - 400));
  const fields: Record<string, string[]> = {};
  const text = (value: string): string =>
    value
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&');
  const put = (name: string, value: string): void => void (fields[name] ??= []).push(text(value));
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const kind = /type="([^"]*)"/.exec(tag)?.[1];
    const chosen = (kind !== 'checkbox' && kind !== 'radio') || /checked/.test(tag);
    if (name !== undefined && chosen) put(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    put(name!, value!);
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    put(name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? /value="([^"]*)"/.exec(options!)?.[1] ?? '');
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}

const page = async (browser: Browser, path: string): Promise<string> => {
  const answer = await browser.get(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

onBothEngines(
  'the plan’s page shows the whole tree, its gaps and what a filter asks for',
  async (database) => {
    const { person, office } = await started(database);
    const all = await page(person, PLAN);
    for (const word of [
      'Powietrze',
      'Air',
      'Meadows',
      'Roads Department',
      'missing: EN',
      'no tasks',
      'no dates',
    ])
      assert.ok(all.includes(word) || word === 'Powietrze', word);
    for (const n of [100, 110, 200, 210, 111]) assert.ok(all.includes(`href="${item(n)}"`), `leads to ${n}`);
    assert.equal(all.match(/<h1/g)!.length, 1);
    const found = await page(person, `${PLAN}?q=laki`);
    assert.ok(found.includes(item(111)) && found.includes(item(100)) && !found.includes(item(200)));
    const unit = await page(person, `${PLAN}?unit=${CITY.units[1]!.id}`);
    assert.match(unit, /No item fits/);
    const untranslated = await page(person, `${PLAN}?lack=translation`);
    assert.ok(untranslated.includes(item(200)) && !untranslated.includes(item(111)));
    // A viewer of one unit sees its own items, and what stands above them without a link.
    const viewer = await office.as('viewer', CITY.id, CITY.units[0]!.id);
    const own = await page(viewer, PLAN);
    assert.ok(
      own.includes(`href="${item(111)}"`) && !own.includes(`href="${item(100)}"`) && !own.includes('Woda'),
    );
    assert.ok(!own.includes('type="checkbox"'));
  },
);

onBothEngines('an empty plan says what to do', async (database) => {
  const { person } = await started(database, { nodes: [], tasks: [] });
  assert.match(await page(person, PLAN), /no goals yet[\s\S]*Add goal/);
});

onBothEngines('an item is changed in its form, with problems at the field', async (database) => {
  const { person, now } = await started(database);
  const fields = fieldsIn(await page(person, item(111)));
  const wrong = await person.post(item(111), {
    ...fields,
    endOn: '2020-02-30',
    progressPercent: '120',
    act: 'save',
  });
  assert.equal(wrong.status, 422);
  const html = await wrong.text();
  assert.match(html, /href="#endOn"[\s\S]*id="endOn-problem"/);
  assert.match(html, /value="2020-02-30"/);
  const taken = await person.post(item(111), {
    ...fields,
    endOn: '2030-06-30',
    'description.pl': 'Pierwszy *akapit*',
    'partners.en': '\nSchool',
    'partners.pl': 'Sąsiedzi\n',
    linkTo: '2.1',
    linkKind: 'supports',
    act: 'save',
  });
  assert.equal(taken.status, 303);
  const task = (await now()).tasks[0]!;
  assert.equal(task.endOn, '2030-06-30');
  assert.deepEqual(task.partners, [{ pl: 'Sąsiedzi' }, { en: 'School' }]);
  assert.deepEqual(task.links, [{ kind: 'supports', toId: id(210) }]);
  assert.deepEqual(task.unitIds, [CITY.units[0]!.id]);
  const unknown = await person.post(item(111), { ...fields, linkTo: '9.9', act: 'save' });
  assert.match(await unknown.text(), /no single item with the number 9.9/);
});

onBothEngines('the preview shows the safe subset and saves nothing', async (database) => {
  const { person, now } = await started(database);
  const before = await now();
  const fields = fieldsIn(await page(person, item(111)));
  const shown = await person.post(item(111), {
    ...fields,
    'description.pl': '**mocne** <script>alert(1)</script> [zły](javascript:alert(1))',
    act: 'preview',
  });
  const html = await shown.text();
  assert.match(html, /<strong>mocne<\/strong>/);
  assert.ok(!/<script>alert|href="javascript/.test(html));
  assert.deepEqual(await now(), before);
});

onBothEngines(
  'two people at one item: the second sees both versions and chooses; nothing is lost',
  async (database) => {
    const { office, person: first, now } = await started(database);
    const second = await office.as('strategist', CITY.id);
    const mine = fieldsIn(await page(first, item(111)));
    const theirs = fieldsIn(await page(second, item(111)));
    assert.match(await page(first, item(111)), /Also open now with: Person 2/);
    assert.equal(
      (
        await second.post(item(111), {
          ...theirs,
          'title.pl': 'Ich tytuł',
          'nextStep.pl': 'Krok',
          act: 'save',
        })
      ).status,
      303,
    );
    const late = await first.post(item(111), {
      ...mine,
      'title.pl': 'Mój tytuł',
      endOn: '2031-01-01',
      act: 'save',
    });
    assert.equal(late.status, 409);
    const both = await late.text();
    assert.ok(both.includes('Mój tytuł') && both.includes('Ich tytuł') && both.includes('Krok'));
    assert.equal((await now()).tasks[0]!.title['pl'], 'Ich tytuł');
    const chosen = await first.post(item(111), { ...fieldsIn(both), 'choice.title.pl': 'mine', act: 'save' });
    assert.equal(chosen.status, 303);
    const task = (await now()).tasks[0]!;
    assert.equal(task.title['pl'], 'Mój tytuł');
    assert.equal(task.endOn, '2031-01-01');
    assert.deepEqual(task.nextStep, { pl: 'Krok' });
  },
);

onBothEngines('a draft outlives the browser, is gone on with or thrown away', async (database) => {
  const { office, person, now } = await started(database);
  const before = await now();
  const fields = fieldsIn(await page(person, item(111)));
  assert.equal((await person.post(`${item(111)}/draft`, { ...fields, 'title.pl': 'Szkicowe' })).status, 200);
  const there = await page(person, item(111));
  assert.match(there, /You have a draft of/);
  assert.ok(!there.includes('Szkicowe'));
  const going = await page(person, `${item(111)}?draft=go`);
  assert.match(going, /Szkicowe/);
  assert.deepEqual(await now(), before);
  // Nobody else sees it.
  const other = await office.as('strategist', CITY.id);
  assert.doesNotMatch(await page(other, item(111)), /You have a draft/);
  assert.equal((await person.post(item(111), { act: 'throw-draft' })).status, 303);
  assert.doesNotMatch(await page(person, item(111)), /You have a draft/);
  await person.post(item(111), { ...fields, 'title.pl': 'Znowu', act: 'draft' });
  const again = fieldsIn(await page(person, `${item(111)}?draft=go`));
  assert.equal((await person.post(item(111), { ...again, act: 'save' })).status, 303);
  assert.equal((await now()).tasks[0]!.title['pl'], 'Znowu');
  assert.doesNotMatch(await page(person, item(111)), /You have a draft/);
});

onBothEngines('a move shows what gets another number, is done, and undone', async (database) => {
  const { person, now } = await started(database);
  const before = await now();
  const move = { parentId: id(200), position: '1', codes: 'renumber', act: 'move' };
  const shown = await person.post(`${item(110)}/move`, move);
  assert.equal(shown.status, 200);
  assert.match(
    await shown.text(),
    /1\.1<\/td><td class="code">2\.1[\s\S]*1\.1\.1<\/td><td class="code">2\.1\.1/,
  );
  assert.deepEqual(await now(), before);
  assert.equal((await person.post(`${item(110)}/move`, { ...move, step: 'do' })).status, 303);
  assert.equal((await now()).tasks[0]!.code, '2.1.1');
  const after = await page(person, PLAN);
  assert.match(after, /Last: moved 2\.1/);
  const entry = /name="entry" value="([^"]+)"/.exec(after)![1]!;
  assert.equal((await person.post(PLAN, { entry })).status, 303);
  assert.deepEqual(await now(), before);
  const twice = await person.post(PLAN, { entry });
  assert.equal(twice.status, 409);
  assert.match(await twice.text(), /nothing to undo/);
  const wrong = await person.post(`${item(100)}/move`, { ...move, parentId: id(110) });
  assert.equal(wrong.status, 409);
  assert.match(await wrong.text(), /cannot be moved under itself/);
});

onBothEngines('goals and tasks are added, merged, split, stopped, removed and restored', async (database) => {
  const { person, now } = await started(database);
  const added = await person.post(`${PLAN}/items/new`, {
    parent: id(200),
    kind: 'node',
    'title.pl': 'Rzeki',
  });
  assert.match(added.headers.get('location')!, /done=added/);
  assert.equal((await now()).nodes.at(-1)!.code, '2.2');
  assert.equal((await person.post(`${PLAN}/items/new`, { parent: id(200) })).status, 422);
  const step = { step: 'do', codes: 'renumber' };
  await person.post(`${item(210)}/move`, { ...step, act: 'split', 'splitTitle.pl': 'Stawy' });
  assert.deepEqual(
    (await now()).nodes
      .filter((node) => node.parentId === id(200))
      .map((node) => node.code)
      .sort((a, b) => a!.localeCompare(b!)),
    ['2.1', '2.2', '2.3'],
  );
  await person.post(`${item(210)}/move`, {
    ...step,
    act: 'merge',
    intoId: id(110),
    'mergeReason.pl': 'To samo',
  });
  assert.equal((await now()).lineage.at(-1)!.kind, 'merged');
  const silent = await person.post(`${item(111)}/move`, { ...step, act: 'stop' });
  assert.equal(silent.status, 422);
  await person.post(`${item(111)}/move`, { ...step, act: 'stop', 'stopReason.pl': 'Brak pieniędzy' });
  assert.equal((await now()).tasks[0]!.state, 'stopped');
  await person.post(`${item(100)}/move`, { ...step, act: 'remove' });
  assert.equal((await now()).tasks.length, 0);
  assert.match(await page(person, `${PLAN}/bin`), /Air[\s\S]*1 goal, 1 task/);
  await person.post(`${PLAN}/bin`, { item: id(100) });
  assert.equal((await now()).tasks.length, 1);
});

onBothEngines('many items are changed at once, after a look', async (database) => {
  const { person, now } = await started(database);
  const ids = [id(110), id(111)];
  assert.equal((await person.post(`${PLAN}/bulk`, { act: 'choose' })).status, 422);
  assert.match(await (await person.post(`${PLAN}/bulk`, { id: ids, act: 'choose' })).text(), /2 items/);
  const edit = { id: ids, endOn: '2030-12-31', leadUnitId: CITY.units[1]!.id };
  const shown = await (await person.post(`${PLAN}/bulk`, { ...edit, act: 'preview' })).text();
  assert.match(shown, /touches 2 items[\s\S]*Green Office/);
  assert.equal((await person.post(`${PLAN}/bulk`, { ...edit, act: 'do' })).status, 303);
  assert.deepEqual((await now()).tasks[0]!.unitIds, [CITY.units[1]!.id, CITY.units[0]!.id]);
});

onBothEngines(
  'in a plan in force the form asks: correction, or change with its decision',
  async (database) => {
    const { person, now } = await started(database, { state: 'in-force' });
    const fields = fieldsIn(await page(person, item(111)));
    const asked = await person.post(item(111), { ...fields, endOn: '2031-12-31', act: 'save' });
    assert.equal(asked.status, 422);
    assert.match(await asked.text(), /href="#basis"/);
    const half = await person.post(item(111), {
      ...fields,
      endOn: '2031-12-31',
      basis: 'change',
      act: 'save',
    });
    assert.match(
      await half.text(),
      /href="#decisionNumber"[\s\S]*href="#decisionOn"[\s\S]*href="#decisionReason"/,
    );
    const whole = {
      basis: 'change',
      decisionNumber: 'LX/31/26',
      decisionOn: '2026-10-30',
      decisionReason: 'Przetarg',
    };
    assert.equal(
      (await person.post(item(111), { ...fields, endOn: '2031-12-31', ...whole, act: 'save' })).status,
      303,
    );
    assert.equal((await now()).tasks[0]!.endOn, '2031-12-31');
  },
);

onBothEngines('who may only read is told so, and forged forms change nothing', async (database) => {
  const { office, now } = await started(database);
  const before = await now();
  const auditor = await office.as('auditor', CITY.id);
  const html = await page(auditor, item(111));
  assert.match(html, /may read this but not change it/);
  assert.equal((await auditor.post(item(111), { 'title.pl': 'x', act: 'save', version: '1' })).status, 403);
  assert.equal((await auditor.get(`${item(111)}/move`)).status, 403);
  const approver = await office.as('approver', CITY.id, CITY.units[1]!.id);
  assert.equal((await approver.post(item(111), { 'title.pl': 'x', act: 'save', version: '1' })).status, 403);
  assert.deepEqual(await now(), before);
});
