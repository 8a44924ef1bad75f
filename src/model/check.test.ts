import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityOf, id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { blockingProblems, check, gaps } from './check.ts';
import type { City, Plan, Source } from './plan.ts';

const source = (announces: Source['announces']): Source => ({
  address: null,
  title: null,
  retrievedOn: null,
  hash: null,
  announces,
});
const brief = (
  list: readonly { code: string; place: { id?: string; code?: string; line?: number } }[],
): string[] =>
  list.map(({ code, place }) =>
    [code, place.code ?? place.id?.slice(-3), place.line].filter(Boolean).join(' '),
  );

test('a page that has nothing but goals: each lack is said once', () => {
  const nodes = Array.from({ length: 31 }, (_, at) =>
    nodeOf(101 + at, { code: at < 4 ? `${at + 1}` : `1.${at}`, parentId: at < 4 ? null : id(101) }),
  );
  const plan = planOf({
    nodes,
    source: source([
      { kind: 'areas', count: 3, line: 8 },
      { kind: 'vision', count: null, line: 8 },
      { kind: 'mission', count: null, line: 8 },
      { kind: 'tasks', count: null, line: 74 },
    ]),
    reporting: { frequency: null, graceDays: 0, nextReportOn: null },
  });
  assert.deepEqual(gaps(plan), [
    { code: 'announced-vision-and-mission-missing', place: { line: 8 }, values: {} },
    { code: 'announced-groups-missing', place: { line: 8 }, values: { announced: 3, named: 0 } },
    { code: 'announced-tasks-missing', place: { line: 74 }, values: { given: 0 } },
    { code: 'no-indicators', place: {}, values: {} },
  ]);
  assert.deepEqual(blockingProblems(cityOf(), plan), []);
});

test('areas announced beside an empty or unnamed grouping are one gap', () => {
  const grouping = { id: id(21), singular: { pl: 'obszar' }, plural: { pl: 'obszary' } };
  const unnamed = [22, 23, 24].map((n) => ({ id: id(n), name: null }));
  for (const groups of [[], unnamed])
    for (const announced of [3, null]) {
      const plan = planOf({
        nodes: [nodeOf(101)],
        groupings: [{ ...grouping, announced, groups }],
        source: source([{ kind: 'areas', count: 3, line: 8 }]),
      });
      assert.deepEqual(
        gaps(plan).filter((gap) => gap.code === 'announced-groups-missing'),
        [
          {
            code: 'announced-groups-missing',
            place: { id: id(21), line: 8 },
            values: { announced: 3, named: 0 },
          },
        ],
      );
    }
});

test('an announced number of goals is met by a level or by all of them', () => {
  const nodes = [nodeOf(101), nodeOf(102), nodeOf(103, { parentId: id(101) })];
  for (const [count, found] of [
    [2, false],
    [1, false],
    [3, false],
    [5, true],
  ] as const) {
    const plan = planOf({ nodes, source: source([{ kind: 'goals', count, line: 1 }]) });
    const gap = gaps(plan).find(({ code }) => code === 'announced-goals-missing');
    assert.equal(gap !== undefined, found, String(count));
    if (gap) assert.deepEqual(gap.values, { announced: 5, given: 3 });
  }
});

test('gaps of goals and tasks', () => {
  const plan = planOf({
    nodes: [
      nodeOf(101, { code: '1' }),
      nodeOf(102, { code: '1.1', parentId: id(101), title: null }),
      nodeOf(103, { code: '1.1', parentId: id(101) }),
      nodeOf(104, { code: '2' }),
      nodeOf(105, { code: '1.2', parentId: id(104), startOn: '2026-02-01', endOn: '2026-01-01' }),
      nodeOf(106, { code: 'a', parentId: id(101) }),
      nodeOf(107, { code: 'a', parentId: id(104) }),
    ],
    tasks: [
      taskOf(201, id(102), { code: 'z', unitIds: [id(31)], startOn: '2026-01-01', endOn: '2026-12-31' }),
      taskOf(202, id(103), { state: 'not-started', progressPercent: '3', unitIds: [id(31)] }),
      taskOf(203, id(106), { state: 'stopped' }),
      taskOf(204, id(102), {
        code: 'z',
        state: 'done',
        progressPercent: '80',
        startOn: '2026-01-01',
        endOn: '2026-12-31',
      }),
      taskOf(205, id(102), {
        progressPercent: '1',
        unitIds: [id(31)],
        startOn: '2026-01-01',
        endOn: '2026-12-31',
      }),
      taskOf(206, id(102), {
        reportedFor: '2026-Q1',
        unitIds: [id(31)],
        startOn: '2026-01-01',
        endOn: '2026-12-31',
      }),
    ],
  });
  assert.deepEqual(brief(gaps(plan)), [
    'no-indicators',
    'title-missing 1.1',
    'code-duplicate 1.1',
    'goal-without-tasks 2',
    'code-misplaced 1.2',
    'dates-reversed 1.2',
    'task-without-owner z',
    'task-without-dates 202',
    'code-duplicate z',
    'done-below-hundred z',
    'report-without-period 205',
    'report-without-progress 206',
    'progress-before-start 202',
    'stopped-without-reason 203',
  ]);
});

test('what all tasks lack is said once', () => {
  const tasks = [
    taskOf(201, id(101)),
    taskOf(202, id(101)),
    taskOf(203, id(101), { state: 'stopped', stateReason: { pl: 'Tak' } }),
  ];
  assert.deepEqual(
    gaps(planOf({ nodes: [nodeOf(101)], tasks })).filter(({ code }) => code.startsWith('no-task-')),
    [
      { code: 'no-task-with-owner', place: {}, values: { count: 2 } },
      { code: 'no-task-with-dates', place: {}, values: { count: 2 } },
    ],
  );
});

test('a sound plan lacks only indicators', () => {
  const unit = { id: id(31), name: { pl: 'Wydział' }, short: null, email: null, phone: null, parentId: null };
  const plan = planOf({
    nodes: [nodeOf(101)],
    tasks: [taskOf(201, id(101), { unitIds: [id(31)], startOn: '2026-01-01', endOn: '2026-12-31' })],
  });
  assert.deepEqual(brief(check(cityOf({ units: [unit] }), plan)), ['no-indicators']);
});

test('what stops a publication', () => {
  const goal = nodeOf(101);
  const task = (fields: object) => ({ nodes: [goal], tasks: [taskOf(201, id(101), fields)] });
  const cases: readonly [string, Partial<Plan>, Partial<City>?][] = [
    ['text-missing', { title: { pl: ' ' } }],
    ['text-missing', task({ title: {} })],
    ['slug-invalid', { slug: 'Plan 1' }],
    ['slug-invalid', {}, { slug: '' }],
    ['languages-missing', {}, { languages: [] }],
    ['colour-invalid', {}, { colour: 'blue' }],
    ['horizon-reversed', { horizon: { startOn: '2033-01-01', endOn: '2032-12-31' } }],
    ['date-invalid', { horizon: { startOn: null, endOn: '2032-02-30' } }],
    ['date-invalid', task({ endOn: '31.12.2026' })],
    ['levels-invalid', { levels: [] }],
    ['number-invalid', { behindPoints: 1.5 }],
    ['number-invalid', { weights: 'whole', ...task({ weight: 0 }) }],
    ['progress-invalid', task({ progressPercent: '100.01' })],
    ['progress-invalid', task({ progressPercent: '46,5' })],
    ['period-invalid', task({ reportedFor: 'Q3 2026' })],
    ['unit-missing', task({ unitIds: [id(99)] })],
    ['link-missing', task({ links: [{ kind: 'serves', toId: id(99) }] })],
    ['link-missing', task({ links: [{ kind: 'serves', toId: id(201) }] })],
    ['home-missing', { tasks: [taskOf(201, id(99))] }],
    ['group-missing', { nodes: [nodeOf(101, { groupIds: [id(99)] })] }],
    ['level-invalid', { nodes: [nodeOf(101, { level: 7 })] }],
    ['parent-missing', { nodes: [nodeOf(101, { parentId: id(99) })] }],
    ['parent-level', { nodes: [goal, nodeOf(102, { parentId: id(101), level: 0 })] }],
    ['parent-cycle', { nodes: [nodeOf(101, { parentId: id(101), level: 0 })] }],
    ['id-duplicate', { nodes: [goal, nodeOf(101)] }],
    ['id-invalid', { nodes: [{ ...goal, id: '1.1' }] }],
    ['merged-target-missing', task({ state: 'merged' })],
    ['merged-cycle', task({ state: 'merged', mergedIntoId: id(201) })],
  ];
  for (const [code, fields, city] of cases) {
    const codes = blockingProblems(cityOf(city), planOf(fields)).map((problem) => problem.code);
    assert.ok(codes.includes(code), `${code}: ${codes.join(' ')}`);
  }
});
