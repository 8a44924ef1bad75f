import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { editionOf, goldenInput, publicationOf } from '../../test/edition.ts';
import { cityOf, id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import type { City, Node, Plan, Task } from '../model/plan.ts';
import { CHANGE_GROUPS, type Change } from './change.ts';
import { diff } from './diff.ts';
import { freeze } from './freeze.ts';

const brief = (changes: readonly Change[]): string[] =>
  changes.map(({ group, kind, subject, code, field }) =>
    [group, kind, subject, code, field].filter(Boolean).join(' '),
  );

const PLAN = planOf({
  nodes: [
    nodeOf(101, { code: '1' }),
    nodeOf(102, { code: '1.1', parentId: id(101) }),
    nodeOf(103, { code: '1.2', parentId: id(101) }),
    nodeOf(104, { code: '2' }),
  ],
  tasks: [
    taskOf(201, id(102), { code: 'a', endOn: '2027-12-31', progressPercent: '5' }),
    taskOf(202, id(103), { code: 'b' }),
    taskOf(203, id(103), { code: 'c' }),
  ],
});

function changes(plan: Partial<Plan>, city: Partial<City> = {}): readonly Change[] {
  return diff(editionOf(PLAN), editionOf({ ...PLAN, ...plan }, city));
}
const nodes = (n: number, fields: Partial<Node>): Partial<Plan> => ({
  nodes: PLAN.nodes.map((node) => (node.id === id(n) ? { ...node, ...fields } : node)),
});
const tasks = (n: number, fields: Partial<Task>): Partial<Plan> => ({
  tasks: PLAN.tasks.map((task) => (task.id === id(n) ? { ...task, ...fields } : task)),
});

test('an edition does not differ from itself, nor from a later one with the same content', () => {
  const { city, plan, publication } = goldenInput();
  const edition = freeze(city, plan, publication);
  assert.deepEqual(diff(edition, edition), []);
  const later = freeze(city, plan, { ...publication, number: 3, asOf: '2027-11-14', note: null });
  assert.notEqual(later.hash, edition.hash);
  assert.deepEqual(diff(edition, later), []);
});

test('each change has its word', () => {
  const cases: readonly [readonly Change[], readonly string[]][] = [
    [changes(nodes(103, { title: { pl: 'Inny' } })), ['goals renamed node 1.2 title']],
    [changes(nodes(103, { code: '1.3' })), ['goals recoded node 1.3 code']],
    [changes(nodes(103, { parentId: id(104) })), ['goals moved node 1.2 parentId']],
    [changes(nodes(103, { position: 0 })), ['details order node 1 order']],
    [changes(nodes(104, { position: 0 })), ['details order plan order']],
    [changes(nodes(104, { endOn: '2030-12-31' })), ['dates date node 2 endOn']],
    [
      changes(nodes(104, { expectedResult: { pl: 'Ciszej' } })),
      ['dates expected-result node 2 expectedResult'],
    ],
    [changes(nodes(104, { links: [{ kind: 'supports', toId: id(101) }] })), ['details link node 2 links']],
    [changes({ nodes: [...PLAN.nodes, nodeOf(105, { code: '3' })] }), ['goals added node 3']],
    [changes({ nodes: PLAN.nodes.slice(0, 3) }), ['goals removed node 2']],
    [changes({ tasks: PLAN.tasks.slice(1) }), ['stopped removed task a']],
    [changes(tasks(201, { state: 'stopped', stateReason: { pl: 'Nie' } })), ['stopped state task a state']],
    [changes(tasks(201, { state: 'done' })), ['finished state task a state']],
    [changes(tasks(201, { state: 'in-preparation' })), ['states state task a state']],
    [changes(tasks(201, { state: 'merged', mergedIntoId: id(202) })), ['stopped state task a state']],
    [changes(tasks(201, { endOn: '2029-12-31' })), ['dates date task a endOn']],
    [
      changes(tasks(201, { progressPercent: '9', reportedFor: '2026-Q3' })),
      ['progress progress task a progressPercent'],
    ],
    [changes(tasks(201, { reportedFor: '2026-Q3' })), ['progress report task a reportedFor']],
    [changes(tasks(201, { state: 'stopped', progressPercent: null })), ['stopped state task a state']],
    [
      changes(tasks(201, { state: 'stopped', progressPercent: '9' })),
      ['stopped state task a state', 'progress progress task a progressPercent'],
    ],
    [changes(tasks(201, { nodeId: id(104) })), ['tasks moved task a nodeId']],
    [changes({ vision: { pl: 'Zielono' } }), ['plan text plan vision']],
    [changes({ horizon: { startOn: null, endOn: '2035-12-31' } }), ['plan date plan horizon.endOn']],
    [changes({ behindPoints: 20 }), ['rules rule plan behindPoints']],
    [changes({}, { name: { pl: 'Inne' } }), ['details renamed city name']],
    [changes({}, { colour: '#000000' }), ['details header city colour']],
  ];
  for (const [found, expected] of cases) assert.deepEqual(brief(found), expected);
});

test('owners and groups are named as they were called then, decisions are found by id and field', () => {
  const units = [31, 32].map((n) => ({
    id: id(n),
    name: { pl: `Wydział ${n}` },
    short: null,
    email: null,
    phone: null,
    parentId: null,
  }));
  const city = cityOf({ units });
  const before = freeze(city, { ...PLAN, ...tasks(201, { unitIds: [id(31)] }) }, publicationOf());
  const decision = {
    id: id(201),
    field: 'unitIds',
    number: 'V/1/26',
    on: '2026-05-01',
    reason: { pl: 'Podział.' },
  };
  const after = freeze(
    city,
    { ...PLAN, ...tasks(201, { unitIds: [id(32)] }) },
    publicationOf({ decisions: [decision] }),
  );
  const [change] = diff(before, after);
  assert.deepEqual(change!.old, [{ id: id(31), code: null, title: { pl: 'Wydział 31' } }]);
  assert.deepEqual(change!.new, [{ id: id(32), code: null, title: { pl: 'Wydział 32' } }]);
  assert.deepEqual(change!.decision, decision);
});

test('what only follows from another change is a detail, or not said twice', () => {
  const coded = {
    ...PLAN,
    tasks: [
      taskOf(201, id(103), { code: '1.2.1' }),
      taskOf(202, id(103), { code: '1.2.2', progressPercent: '80' }),
    ],
  };
  const after = {
    ...coded,
    ...nodes(103, { code: '2.1', parentId: id(104) }),
    tasks: [
      { ...coded.tasks[0]!, code: '2.1.1', state: 'merged' as const, mergedIntoId: id(202) },
      { ...coded.tasks[1]!, code: '2.1.7', state: 'done' as const, progressPercent: '100' },
    ],
  };
  const found = diff(editionOf(coded), editionOf(after));
  assert.deepEqual(brief(found), [
    'goals recoded node 2.1 code',
    'goals moved node 2.1 parentId',
    'stopped state task 2.1.1 state',
    'finished state task 2.1.7 state',
    'tasks recoded task 2.1.7 code',
    'details recoded task 2.1.1 code',
  ]);
  assert.deepEqual(found[2]!.into, { id: id(202), code: '2.1.7', title: { pl: 'Zadanie 202' } });
});

test('the important comes first', () => {
  const found = diff(
    editionOf(PLAN),
    editionOf({
      ...PLAN,
      ...nodes(103, { title: { pl: 'Inny' } }),
      mission: { pl: 'Nowa' },
      tasks: [
        { ...PLAN.tasks[0]!, progressPercent: '9' },
        { ...PLAN.tasks[1]!, state: 'done', endOn: '2028-12-31' },
        { ...PLAN.tasks[2]!, state: 'stopped' },
      ],
    }),
  );
  const groups = found.map((change) => change.group);
  assert.deepEqual(groups, ['goals', 'plan', 'stopped', 'dates', 'finished', 'progress']);
  const ranks = groups.map((group) => CHANGE_GROUPS.indexOf(group));
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
  );
});

test('whatever people change is found, and only then', () => {
  const { city, plan, publication } = goldenInput();
  const before = freeze(city, plan, publication);
  const text = fc.constantFrom({ pl: 'Zmieniono' }, { pl: 'Inaczej', en: 'Otherwise' }, null);
  const places = [
    ...plan.nodes.flatMap((_, at) =>
      (['title', 'description', 'expectedResult'] as const).map(
        (field) => ({ list: 'nodes', at, field }) as const,
      ),
    ),
    ...plan.tasks.flatMap((_, at) =>
      (['description', 'expectedResult', 'reportText', 'nextStep', 'stateReason'] as const).map(
        (field) => ({ list: 'tasks', at, field }) as const,
      ),
    ),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), text, (place, value) => {
      const changed: Plan =
        place.list === 'nodes'
          ? { ...plan, nodes: plan.nodes.with(place.at, { ...plan.nodes[place.at]!, [place.field]: value }) }
          : { ...plan, tasks: plan.tasks.with(place.at, { ...plan.tasks[place.at]!, [place.field]: value }) };
      const after = freeze(city, changed, publication);
      const found = diff(before, after);
      assert.equal(found.length, after.hash === before.hash ? 0 : 1, JSON.stringify(found));
      if (found[0]) assert.equal(found[0].id, plan[place.list][place.at]!.id);
    }),
  );
});

test('an error put right is a correction, a decision about the same field says more', () => {
  const correction = { id: id(201), field: 'title', on: '2026-11-14', note: { pl: 'Literówka' } };
  const renamed = { ...PLAN, ...tasks(201, { title: { pl: 'Poprawione' } }) };
  const found = diff(
    editionOf(PLAN),
    freeze(cityOf(), renamed, publicationOf({ corrections: [correction] })),
  );
  assert.deepEqual(
    found.map(({ field, decision, correction: put }) => [field, decision, put]),
    [['title', null, correction]],
  );
  const decision = {
    id: id(201),
    field: 'title',
    number: 'X/1/26',
    on: '2026-10-01',
    reason: { pl: 'Zmiana' },
  };
  const [both] = diff(
    editionOf(PLAN),
    freeze(cityOf(), renamed, publicationOf({ corrections: [correction], decisions: [decision] })),
  );
  assert.deepEqual([both!.decision, both!.correction], [decision, undefined]);
  assert.equal('corrections' in editionOf(PLAN), false);
});
