import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { editionBytes, verifyChain } from '../../src/edition/chain.ts';
import { diff } from '../../src/edition/diff.ts';
import { readEdition } from '../../src/edition/upgrade.ts';
import { check } from '../../src/model/check.ts';
import { editionFile, makeEditions } from './make.ts';
import { worldAt } from './world.ts';

const NUMBERS = [1, 2, 3] as const;
const worlds = NUMBERS.map(worldAt);
const editions = makeEditions();
const now = worlds[2]!;

/** Every text per language in a value, with the path to it. */
function textsIn(value: unknown, path = ''): { path: string; texts: Record<string, string> }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value) && ('pl' in value || 'en' in value))
    return [{ path, texts: value as Record<string, string> }];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, `${path}/${key}`));
}

test('the shipped editions are what the code makes', () => {
  for (const edition of editions)
    assert.deepEqual(
      Buffer.from(editionBytes(edition)),
      readFileSync(editionFile(edition.number)),
      `edition ${edition.number}: run node examples/jasnogrod/make.ts and look at the difference`,
    );
});

test('the chain of the shipped editions holds', () => {
  assert.deepEqual(
    verifyChain(NUMBERS.map((number) => new Uint8Array(readFileSync(editionFile(number))))),
    [],
  );
});

test('the shipped editions fit their schema', () => {
  for (const number of NUMBERS) {
    const read = readEdition(readFileSync(editionFile(number)));
    assert.ok('edition' in read, JSON.stringify('problems' in read ? read.problems.slice(0, 3) : null));
  }
});

test('the plan is as large as a real one', () => {
  const { nodes, tasks } = now.plan;
  const strategic = nodes.filter((node) => node.level === 0);
  const operational = nodes.filter((node) => node.level === 1);
  assert.ok(strategic.length >= 4 && strategic.length <= 5, `${strategic.length} strategic goals`);
  assert.ok(operational.length >= 20, `${operational.length} operational goals`);
  assert.ok(tasks.length >= 120, `${tasks.length} tasks`);
  assert.equal(now.plan.groupings[0]?.groups.length, 3);
});

test('nothing is wrong but the gaps that are meant to be there', () => {
  const meant = [
    'no-indicators',
    'goal-without-tasks 5.5',
    'task-without-owner 5.4.6',
    'task-without-dates 5.3.5',
  ];
  const found = check(now.city, now.plan).map(({ code, place }) =>
    [code, place.code].filter(Boolean).join(' '),
  );
  assert.deepEqual(found, meant);
  for (const { city, plan } of worlds)
    assert.deepEqual(
      check(city, plan).filter(({ code }) => !meant.some((gap) => gap.startsWith(code))),
      [],
    );
});

test('every text is written in Polish and in English', () => {
  for (const world of worlds)
    for (const { path, texts } of textsIn(world)) {
      assert.deepEqual(Object.keys(texts).sort(), ['en', 'pl'], path);
      for (const [lang, text] of Object.entries(texts)) {
        assert.notEqual(text.trim(), '', `${path} ${lang}`);
        assert.equal(text, text.trim().normalize('NFC'), `${path} ${lang}`);
        assert.doesNotMatch(text, / {2}|\s[,.;:!?]|"|'/, `${path} ${lang}: ${text}`);
      }
    }
});

test('long texts are translated, not copied', () => {
  for (const { path, texts } of textsIn(now))
    if ((texts['pl'] ?? '').split(' ').length > 3) assert.notEqual(texts['pl'], texts['en'], path);
});

test('no title is told twice and none is too long to read aloud', () => {
  const titles = [...now.plan.nodes, ...now.plan.tasks].map((item) => item.title!);
  for (const lang of ['pl', 'en']) {
    const told = titles.map((title) => title[lang]!);
    assert.deepEqual(
      told.filter((title, at) => told.indexOf(title) !== at),
      [],
    );
    assert.deepEqual(
      told.filter((title) => title.length > 120),
      [],
    );
  }
});

test('addresses lead nowhere and name no person', () => {
  const all = JSON.stringify(worlds);
  const hosts = [...all.matchAll(/(?:@|https?:\/\/)([a-z0-9.-]+\.[a-z]+)/g)].map((found) => found[1]!);
  assert.ok(hosts.length > 0);
  assert.deepEqual(
    hosts.filter((host) => !host.endsWith('.example') && host !== 'www.w3.org'),
    [],
  );
  for (const phone of all.matchAll(/"phone":"([^"]+)"/g)) assert.match(phone[1]!, /^\+48 00 000 00 \d\d$/);
});

test('ids are UUIDs of version 7 and belong to one thing each', () => {
  for (const { city, plan } of worlds) {
    const ids = [city, plan, ...city.units, ...plan.levels, ...plan.nodes, ...plan.tasks].map(
      (item) => item.id,
    );
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('reports are never about the future', () => {
  for (const { plan, publication } of worlds)
    for (const task of plan.tasks)
      assert.ok(
        task.reportedOn === null || task.reportedOn <= publication.asOf,
        `${task.code} reported on ${task.reportedOn}`,
      );
});

test('between the editions things really changed', () => {
  const at = (edition: 1 | 2 | 3, title: string) => {
    const { nodes, tasks } = worlds[edition - 1]!.plan;
    const found = [...nodes, ...tasks].find((item) => item.title!['pl'] === title);
    assert.ok(found, `edition ${edition}: ${title}`);
    return found;
  };
  const codeOf = (edition: 1 | 2 | 3, code: string) =>
    worlds[edition - 1]!.plan.nodes.find((node) => node.code === code)?.id;

  const tram = 'Tramwaj na Skarpę';
  assert.deepEqual([at(2, tram).endOn, at(3, tram).endOn], ['2027-12-31', '2029-12-31']);

  const crisis = 'Pomoc w kryzysie psychicznym';
  assert.deepEqual([at(2, crisis).code, at(3, crisis).code], ['4.5', '1.6']);
  assert.equal(at(2, crisis).id, at(3, crisis).id);
  assert.notEqual(codeOf(2, '4.5'), codeOf(3, '4.5'));

  const renamed = at(1, 'Aktywizacja zawodowa absolwentów').id;
  assert.equal(renamed, at(2, 'Więcej pracy dla młodych po szkołach w Jasnogrodzie').id);

  const stopped = now.plan.tasks.find((task) => task.code === '2.4.1');
  assert.equal(stopped?.state, 'stopped');
  assert.match(stopped?.stateReason?.['pl'] ?? '', /88\/2026/);

  const figures = editions.map((edition) => edition.results.delivery.plan);
  assert.deepEqual(
    figures.map((figure) => figure.countedTasks - figure.reportedTasks),
    [1, 6, 12],
  );
  const lowered = now.plan.tasks.filter((task) => {
    const before = worlds[1]!.plan.tasks.find((other) => other.id === task.id);
    return Number(before?.progressPercent ?? 0) > Number(task.progressPercent ?? 100);
  });
  assert.deepEqual(
    lowered.map((task) => task.code),
    ['1.6.3'],
  );
});

test('the silent reports gather in one office', () => {
  const silent = editions[2]!.results.delivery.units
    .map(({ id, countedTasks, reportedTasks }) => ({ id, missing: countedTasks - reportedTasks }))
    .sort((a, b) => b.missing - a.missing);
  assert.equal(now.city.units.find((unit) => unit.id === silent[0]?.id)?.name['pl'], 'Wydział Gospodarki');
  assert.equal(silent[0]?.missing, 7);
});

test('each decision explains a change, and no promise moved without one', () => {
  for (const [at, edition] of editions.entries()) {
    const before = editions[at - 1];
    if (!before) {
      assert.deepEqual(edition.decisions, []);
      continue;
    }
    const changes = diff(before, edition);
    const explained = new Set(changes.map((change) => change.decision));
    assert.deepEqual(
      edition.decisions.filter((decision) => !explained.has(decision)),
      [],
    );
    const promises = changes.filter(
      ({ kind, field, id, group }) =>
        ['endOn', 'expectedResult', 'unitIds', 'parentId'].includes(field) ||
        (group === 'stopped' && kind === 'state') ||
        (kind === 'added' && id !== edition.plan.id),
    );
    assert.ok(promises.length >= 4);
    assert.deepEqual(
      promises.filter((change) => !change.decision).map(({ code, field }) => `${code} ${field}`),
      [],
    );
    for (const decision of edition.decisions) assert.ok(decision.on <= edition.asOf, decision.number);
  }
});
