/** The properties that methods section 1 asks for, on random plans. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { deliver } from './delivery.ts';
import type { NodeFigure } from './figure.ts';
import { TASK_STATES, type Plan, type Task } from './plan.ts';

const ASOF = '2026-11-14';
const NODES = 8;

const percent = fc
  .integer({ min: 0, max: 10_000 })
  .map((n) => (n % 100 === 0 ? String(n / 100) : (n / 100).toFixed(2)));
const date = fc
  .tuple(
    fc.integer({ min: 2024, max: 2029 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const fields = fc.record({
  node: fc.nat(NODES - 1),
  state: fc.constantFrom(...TASK_STATES),
  progressPercent: fc.option(percent),
  reportedFor: fc.constantFrom('2026-Q3', '2026-Q3', '2026-Q1', null),
  startOn: fc.option(date),
  endOn: fc.option(date),
  weight: fc.integer({ min: 1, max: 9 }),
});

/** A random tree of two levels and more, with random tasks of every state anywhere in it. */
const plans = fc
  .tuple(
    fc.array(fc.nat(), { minLength: NODES, maxLength: NODES }),
    fc.array(fields, { maxLength: 30 }),
    fc.constantFrom<Plan['weights']>('none', 'whole'),
  )
  .map(([parents, tasks, weights]) =>
    planOf({
      weights,
      nodes: parents.map((pick, at) =>
        nodeOf(100 + at, {
          parentId: at === 0 || pick % 4 === 0 ? null : id(100 + (pick % at)),
          position: at,
        }),
      ),
      tasks: tasks.map(({ node, ...rest }, at) =>
        taskOf(1000 + at, id(100 + node), { ...rest, mergedIntoId: null }),
      ),
    }),
  );

const tenths = (value: string | null): number => Math.round(Number(value) * 10);
const plan = (p: Plan): NodeFigure => deliver(p, [], ASOF).plan;
const withTasks = (p: Plan, change: (task: Task) => Task): Plan => ({ ...p, tasks: p.tasks.map(change) });
const isSilent = (p: Plan): ReadonlySet<string> =>
  new Set(
    deliver(p, [], ASOF)
      .tasks.filter((task) => task.counted && !task.reported)
      .map((task) => task.id),
  );

/** The whole plan's figure computed from its leaves alone, with exact fractions. */
function fromLeaves(p: Plan, under: (task: Task) => boolean) {
  const figures = new Map(deliver(p, [], ASOF).tasks.map((task) => [task.id, task]));
  let [w, r, s, ws, stopped] = [0n, 0n, 0n, 0n, 0];
  for (const task of p.tasks.filter(under)) {
    const figure = figures.get(task.id)!;
    const weight = BigInt(p.weights === 'whole' ? task.weight : 1);
    if (task.state === 'stopped') [ws, stopped] = [ws + weight, stopped + 1];
    if (!figure.counted) continue;
    w += weight;
    if (figure.usedPercent === null) continue;
    r += weight;
    const [whole = '0', fraction = ''] = figure.usedPercent.split('.');
    s += weight * (BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0')));
  }
  const mean = (sum: bigint, by: bigint): string => {
    const rounded = (sum * 2n + by * 10n) / (by * 20n);
    return `${rounded / 10n}.${rounded % 10n}`;
  };
  return {
    weightTotal: Number(w),
    weightReported: Number(r),
    meanPercent: r === 0n ? null : mean(s, r),
    bandPercent: w === 0n ? null : [mean(s, w), mean(s + (w - r) * 10_000n, w)],
    promised: stopped === 0 || r === 0n ? null : mean(s, r + ws),
  };
}

test('the figure of every node equals the figure computed from all its leaves', () => {
  fc.assert(
    fc.property(plans, (p) => {
      const delivery = deliver(p, [], ASOF);
      const parentOf = new Map(p.nodes.map((node) => [node.id, node.parentId]));
      const isUnder = (home: string, top: string): boolean => {
        for (let at: string | null = home; at !== null; at = parentOf.get(at) ?? null)
          if (at === top) return true;
        return false;
      };
      for (const figure of [...delivery.nodes, delivery.plan]) {
        const top = figure.id;
        const { weightTotal, weightReported, meanPercent, bandPercent, promised } = figure;
        assert.deepEqual(
          { weightTotal, weightReported, meanPercent, bandPercent, promised: promised?.meanPercent ?? null },
          fromLeaves(p, (task) => top === null || isUnder(task.nodeId, top)),
        );
      }
    }),
  );
});

test('every completion by the silent tasks lies in the band, the two extremes on its ends', () => {
  fc.assert(
    fc.property(plans, fc.array(percent, { minLength: 30, maxLength: 30 }), (p, values) => {
      const silent = isSilent(p);
      const report = (value: (at: number) => string): NodeFigure => {
        let at = 0;
        return plan(
          withTasks(p, (task) =>
            silent.has(task.id)
              ? { ...task, state: 'in-progress', reportedFor: '2026-Q3', progressPercent: value(at++) }
              : task,
          ),
        );
      };
      const { bandPercent } = plan(p);
      if (!bandPercent) return;
      const whole = report((at) => values[at]!);
      assert.deepEqual([tenths(whole.coveragePercent), whole.bandPercent![0]], [1000, whole.bandPercent![1]]);
      assert.ok(tenths(bandPercent[0]) <= tenths(whole.meanPercent));
      assert.ok(tenths(whole.meanPercent) <= tenths(bandPercent[1]));
      assert.equal(report(() => '0').meanPercent, bandPercent[0]);
      assert.equal(report(() => '100').meanPercent, bandPercent[1]);
    }),
  );
});

test('the band only narrows as reports arrive', () => {
  fc.assert(
    fc.property(plans, percent, fc.nat(), (p, value, pick) => {
      const silent = [...isSilent(p)];
      if (silent.length === 0) return;
      const reporter = silent[pick % silent.length];
      const before = plan(p).bandPercent!;
      const after = plan(
        withTasks(p, (task) =>
          task.id === reporter
            ? { ...task, state: 'in-progress', reportedFor: '2026-Q3', progressPercent: value }
            : task,
        ),
      ).bandPercent!;
      assert.ok(tenths(before[0]) <= tenths(after[0]) && tenths(after[1]) <= tenths(before[1]));
    }),
  );
});

test('of everything promised never rises by a stop', () => {
  fc.assert(
    fc.property(plans, fc.nat(), (p, pick) => {
      const counted = p.tasks.filter((task) => task.state !== 'stopped' && task.state !== 'merged');
      if (counted.length === 0) return;
      const stopped = counted[pick % counted.length]!.id;
      const before = plan(p);
      const after = plan(
        withTasks(p, (task) => (task.id === stopped ? { ...task, state: 'stopped' } : task)),
      );
      const promised = (figure: NodeFigure): string | null =>
        figure.promised?.meanPercent ?? figure.meanPercent;
      if (promised(after) === null) return;
      assert.ok(tenths(promised(after)) <= tenths(promised(before)));
    }),
  );
});

test('the order of children does not matter, nor how they were kept', () => {
  fc.assert(
    fc.property(plans, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (p, positions) => {
      const shuffled = {
        ...p,
        nodes: p.nodes.map((node, at) => ({ ...node, position: positions[at]! })).toReversed(),
        tasks: p.tasks.map((task, at) => ({ ...task, position: positions[at]! })).toReversed(),
      };
      const figures = (of: Plan) =>
        new Map(
          deliver(of, [], ASOF).nodes.map(({ worst, ...figure }) => [
            figure.id,
            { ...figure, worst: worst?.behindPoints },
          ]),
        );
      assert.deepEqual(figures(shuffled), figures(p));
    }),
  );
});

test('equal weights equal no weights', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 10_000 }), (p, weight) => {
      const even = { ...withTasks(p, (task) => ({ ...task, weight })), weights: 'whole' as const };
      const none = { ...p, weights: 'none' as const };
      const shares = ({
        plan: { meanPercent, coveragePercent, bandPercent, promised, schedule, verdict, worst },
      }: ReturnType<typeof deliver>) => ({
        meanPercent,
        coveragePercent,
        bandPercent,
        promised: promised?.meanPercent,
        schedule,
        verdict,
        worst,
      });
      assert.deepEqual(shares(deliver(even, [], ASOF)), shares(deliver(none, [], ASOF)));
    }),
  );
});

test('counts add up, and each task has one verdict', () => {
  fc.assert(
    fc.property(plans, (p) => {
      const { plan: whole, tasks } = deliver(p, [], ASOF);
      const sum = (counts: Readonly<Record<string, number>>): number =>
        Object.values(counts).reduce((a, b) => a + b, 0);
      assert.equal(sum(whole.countsByState), tasks.length);
      assert.equal(sum(whole.countsByVerdict), tasks.length);
      assert.equal(whole.countedTasks, tasks.filter((task) => task.counted).length);
      assert.equal(whole.reportedTasks, tasks.filter((task) => task.reported).length);
      assert.equal(whole.countsByVerdict['no-report'], whole.countedTasks - whole.reportedTasks);
    }),
  );
});
