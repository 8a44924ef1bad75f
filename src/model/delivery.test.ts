import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { deliver } from './delivery.ts';
import type { NodeFigure } from './figure.ts';
import type { Plan, Task } from './plan.ts';

const ASOF = '2026-11-14';
const goal = nodeOf(101);
const reported = { reportedFor: '2026-Q3', reportedOn: '2026-10-10' } as const;

function whole(tasks: readonly Task[], fields: Partial<Plan> = {}, asOf = ASOF): NodeFigure {
  return deliver(planOf({ nodes: [goal], tasks, ...fields }), [], asOf).plan;
}

function one(fields: Partial<Task>, asOf = ASOF) {
  return deliver(planOf({ nodes: [goal], tasks: [taskOf(201, goal.id, fields)] }), [], asOf).tasks[0]!;
}

test('the worked example: 22 tasks, 15 reported, mean 46', () => {
  const tasks = Array.from({ length: 22 }, (_, at) =>
    taskOf(201 + at, goal.id, at < 15 ? { ...reported, progressPercent: at % 2 === 0 ? '46' : '46.00' } : {}),
  );
  const figure = whole(tasks);
  assert.equal(figure.weightedProgress, '690');
  assert.equal(figure.meanPercent, '46.0');
  assert.equal(figure.coveragePercent, '68.2');
  assert.deepEqual(figure.bandPercent, ['31.4', '63.2']);
  assert.deepEqual([figure.countedTasks, figure.reportedTasks], [22, 15]);
});

test('what a task brings into the sums, by state', () => {
  const cases: readonly [Partial<Task>, string | null, boolean][] = [
    [{ state: 'done' }, '100', true],
    [{ state: 'done', progressPercent: '80' }, '100', true],
    [{ state: 'not-started', ...reported }, '0', true],
    [{ state: 'not-started' }, null, true],
    [{ state: 'in-preparation', ...reported, progressPercent: '5.50' }, '5.5', true],
    [{ state: 'in-progress', ...reported, progressPercent: '46.25' }, '46.25', true],
    [{ state: 'in-progress', ...reported }, null, true],
    [{ state: 'in-progress', progressPercent: '46' }, null, true],
    [{ state: 'suspended', ...reported, progressPercent: '12' }, '12', true],
    [{ state: 'stopped', ...reported, progressPercent: '12' }, null, false],
    [{ state: 'merged', ...reported, progressPercent: '12' }, null, false],
  ];
  for (const [fields, used, counted] of cases) {
    const task = one(fields);
    assert.deepEqual([task.usedPercent, task.counted], [used, counted], JSON.stringify(fields));
    assert.equal(task.reported, used !== null);
  }
});

test('a report is silent from staleFrom on, and keeps its date', () => {
  const fields = { ...reported, progressPercent: '46' };
  const before = one(fields, '2027-01-30');
  const after = one(fields, '2027-01-31');
  assert.deepEqual([before.reported, before.staleFrom], [true, '2027-01-31']);
  assert.deepEqual([after.reported, after.staleFrom, after.verdict], [false, '2027-01-31', 'no-report']);
  assert.equal(one({ state: 'done', reportedFor: '2020-Q1' }).staleFrom, null);
  const figure = whole([
    taskOf(201, goal.id, { reportedFor: '2026-Q1', progressPercent: '1' }),
    taskOf(202, goal.id, { ...reported, progressPercent: '1' }),
  ]);
  assert.equal(figure.staleFrom, '2027-01-31', 'only a report that still counts can expire');
});

test('expected progress counts the end day', () => {
  const cases: readonly [string, string, string, string][] = [
    ['2026-03-01', '2026-03-10', '2026-02-28', '0.0'],
    ['2026-03-01', '2026-03-10', '2026-03-01', '10.0'],
    ['2026-03-01', '2026-03-10', '2026-03-10', '100.0'],
    ['2026-03-01', '2026-03-10', '2027-01-01', '100.0'],
    ['2026-03-01', '2026-03-01', '2026-02-28', '0.0'],
    ['2026-03-01', '2026-03-01', '2026-03-01', '100.0'],
    ['2026-01-01', '2026-01-03', '2026-01-01', '33.3'],
    ['2026-01-01', '2026-01-03', '2026-01-02', '66.7'],
    ['2026-01-01', '2026-01-16', '2026-01-01', '6.3'],
  ];
  for (const [startOn, endOn, asOf, expected] of cases)
    assert.equal(one({ startOn, endOn }, asOf).expectedPercent, expected, `${startOn} ${endOn} ${asOf}`);
  assert.equal(one({ startOn: '2026-03-02', endOn: '2026-03-01' }).expectedPercent, null);
  assert.equal(one({ endOn: '2026-03-01' }).expectedPercent, null);
});

test('verdicts on a task', () => {
  const year = { startOn: '2026-01-01', endOn: '2026-12-31' } as const;
  // On 14 November 318 of 365 days have passed: 87.1 expected.
  const cases: readonly [Partial<Task>, string][] = [
    [{ state: 'stopped' }, 'stopped'],
    [{ state: 'merged' }, 'merged'],
    [{ state: 'done', ...year, ...reported }, 'done'],
    [{ state: 'done', startOn: '2026-01-01', endOn: '2026-08-31', ...reported }, 'done'],
    [{ state: 'done', startOn: '2026-01-01', endOn: '2026-06-30', ...reported }, 'done-late'],
    [{ state: 'done', endOn: '2026-06-30' }, 'done'],
    [{ state: 'done', endOn: '2026-06-30', reportedOn: '2026-07-05' }, 'done-late'],
    [{ ...year }, 'no-report'],
    [{ state: 'suspended', ...year, ...reported, progressPercent: '99' }, 'suspended'],
    [{ state: 'suspended', ...year }, 'no-report'],
    [{ ...reported, progressPercent: '99', startOn: '2026-01-01', endOn: '2026-11-13' }, 'late'],
    [{ ...reported, progressPercent: '99', startOn: '2026-01-01', endOn: '2026-11-14' }, 'on-time'],
    [{ ...reported, progressPercent: '99', endOn: '2026-11-13' }, 'late'],
    [{ ...reported, progressPercent: '77.10', ...year }, 'on-time'],
    [{ ...reported, progressPercent: '77.09', ...year }, 'behind'],
    [{ ...reported, progressPercent: '1' }, 'undated'],
    [{ ...reported, progressPercent: '1', startOn: '2026-05-01', endOn: '2026-04-01' }, 'undated'],
    [{ state: 'not-started', ...reported, startOn: '2027-01-01', endOn: '2027-12-31' }, 'on-time'],
  ];
  for (const [fields, verdict] of cases) assert.equal(one(fields).verdict, verdict, JSON.stringify(fields));
});

test('verdicts on a node', () => {
  const year = { startOn: '2026-01-01', endOn: '2026-12-31', ...reported } as const;
  const past = { startOn: '2026-01-01', endOn: '2026-06-30', ...reported } as const;
  const cases: readonly [string, readonly Partial<Task>[]][] = [
    ['no-tasks', []],
    ['no-tasks', [{ state: 'stopped' }, { state: 'merged' }]],
    ['done', [{ state: 'done' }, { state: 'stopped' }]],
    ['done-late', [{ state: 'done' }, { state: 'done', ...past }]],
    ['no-report', [{}, {}]],
    ['suspended', [{ state: 'done' }, { state: 'suspended', ...year, progressPercent: '3' }]],
    [
      'late',
      [
        { ...past, progressPercent: '99' },
        { state: 'done', ...past, reportedFor: '2026-Q2' },
      ],
    ],
    ['undated', [{ ...reported, progressPercent: '9' }, { state: 'done' }]],
    [
      'behind',
      [
        { ...year, progressPercent: '70' },
        { ...year, progressPercent: '80' },
      ],
    ],
    [
      'on-time',
      [
        { ...year, progressPercent: '70' },
        { ...year, progressPercent: '85' },
      ],
    ],
    ['on-time', [{ ...year, progressPercent: '90' }, {}]],
  ];
  for (const [verdict, tasks] of cases) {
    const figure = whole(tasks.map((fields, at) => taskOf(201 + at, goal.id, fields)));
    assert.equal(figure.verdict, verdict, JSON.stringify(tasks));
  }
  const ended = deliver(
    planOf({
      nodes: [nodeOf(101, { endOn: '2026-06-30' })],
      tasks: [taskOf(201, id(101), { ...year, progressPercent: '90' })],
    }),
    [],
    ASOF,
  );
  assert.equal(ended.nodes[0]!.verdict, 'late', 'its own end day is past');
});

test('of everything promised keeps stopped tasks at 0, merged ones leave', () => {
  const tasks = [
    taskOf(201, goal.id, { ...reported, progressPercent: '80' }),
    taskOf(202, goal.id, { ...reported, progressPercent: '60' }),
    taskOf(203, goal.id, { state: 'stopped', ...reported, progressPercent: '5' }),
    taskOf(204, goal.id, { state: 'merged', mergedIntoId: id(201) }),
  ];
  const figure = whole(tasks);
  assert.equal(figure.meanPercent, '70.0');
  assert.deepEqual(figure.promised, {
    meanPercent: '46.7',
    weightReported: 2,
    stoppedTasks: 1,
    weightStopped: 1,
  });
  assert.equal(whole(tasks.slice(0, 2)).promised, null);
  assert.equal(whole(tasks.slice(2)).promised, null);
  assert.deepEqual([figure.countsByState.stopped, figure.countsByState.merged], [1, 1]);
});

test('weights count only when the plan has them', () => {
  const tasks = [
    taskOf(201, goal.id, { ...reported, progressPercent: '100', weight: 3 }),
    taskOf(202, goal.id, { ...reported, progressPercent: '0', weight: 1 }),
  ];
  assert.equal(whole(tasks).meanPercent, '50.0');
  const weighted = whole(tasks, { weights: 'whole' });
  assert.deepEqual([weighted.meanPercent, weighted.weightTotal], ['75.0', 4]);
});

test('the worst child, by nodes and by tasks, ties by order', () => {
  const year = { startOn: '2026-01-01', endOn: '2026-12-31', ...reported } as const;
  const nodes = [
    nodeOf(101),
    nodeOf(102, { parentId: id(101) }),
    nodeOf(103, { parentId: id(101) }),
    nodeOf(104, { parentId: id(101) }),
  ];
  const plan = planOf({
    nodes,
    tasks: [
      taskOf(201, id(102), { ...year, progressPercent: '57.1' }),
      taskOf(202, id(103), { ...year, progressPercent: '47.1' }),
      taskOf(203, id(103), { ...year, progressPercent: '67.1' }),
    ],
  });
  const { nodes: figures, plan: all } = deliver(plan, [], ASOF);
  assert.deepEqual(figures[0]!.worst, { id: id(102), behindPoints: '30.0' }, 'a tie goes to the first');
  assert.deepEqual(figures[2]!.worst, { id: id(202), behindPoints: '40.0' });
  assert.deepEqual([figures[0]!.childNodes, figures[0]!.childNodesWithoutTasks], [3, 1]);
  assert.deepEqual([all.worst, all.childNodes], [{ id: id(101), behindPoints: '30.0' }, 1]);
  assert.equal(figures[3]!.worst, null);
});

test('units take tasks by their first unit, groups by any node above, each once', () => {
  const plan = planOf({
    groupings: [
      {
        id: id(21),
        singular: { pl: 'obszar' },
        plural: { pl: 'obszary' },
        announced: null,
        groups: [
          { id: id(22), name: { pl: 'A' } },
          { id: id(23), name: { pl: 'B' } },
        ],
      },
    ],
    nodes: [
      nodeOf(101, { groupIds: [id(22)] }),
      nodeOf(102, { parentId: id(101), groupIds: [id(22), id(23)] }),
      nodeOf(103, { groupIds: [id(23)] }),
    ],
    tasks: [
      taskOf(201, id(102), { state: 'done', unitIds: [id(31), id(32)] }),
      taskOf(202, id(101), { unitIds: [id(32)] }),
      taskOf(203, id(103), { state: 'done' }),
    ],
  });
  const { units, groups } = deliver(plan, [id(31), id(32)], ASOF);
  assert.deepEqual(
    units.map((unit) => [unit.countedTasks, unit.reportedTasks]),
    [
      [1, 1],
      [1, 0],
    ],
  );
  assert.deepEqual(
    groups.map((group) => [group.countedTasks, group.reportedTasks, group.childNodes]),
    [
      [2, 1, 1],
      [2, 2, 2],
    ],
  );
});

test('weights past exact arithmetic are refused, not rounded', () => {
  const tasks = [taskOf(201, goal.id, { state: 'done', weight: 2 ** 50 })];
  assert.throws(() => whole(tasks, { weights: 'whole' }), /weights too large/);
});
