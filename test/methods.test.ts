/** Every worked figure of docs/methods.md is computed again by the program. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deliver, type Delivery } from '../src/model/delivery.ts';
import type { Frequency, Task, TaskState } from '../src/model/plan.ts';
import { id, nodeOf, planOf, taskOf } from './plan.ts';

const DOC = readFileSync('docs/methods.md', 'utf8');
const ASOF = '2026-11-14';

/** Rows of the table that follows `<!-- table: name … -->`, cells as text, `–` as null. */
function table(name: string): readonly (readonly (string | null)[])[] {
  const start = DOC.search(new RegExp(`<!-- table: ${name}\\b`));
  assert.ok(start >= 0, `docs/methods.md has a table ${name}`);
  const rows: (string | null)[][] = [];
  for (const line of DOC.slice(start).split('\n').slice(3)) {
    if (!line.startsWith('|')) break;
    rows.push(
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => (cell.trim() === '–' ? null : cell.trim())),
    );
  }
  assert.ok(rows.length > 2, name);
  return rows;
}

function judged(
  tasks: readonly Partial<Task>[],
  asOf = ASOF,
  frequency: Frequency = 'quarterly',
  graceDays = 30,
): Delivery {
  const plan = planOf({
    reporting: { frequency, graceDays, nextReportOn: null },
    weights: 'whole',
    nodes: [nodeOf(101)],
    tasks: tasks.map((fields, at) => taskOf(201 + at, id(101), fields)),
  });
  return deliver(plan, [], asOf);
}

/** Tasks whose sums are W, R and S: one reporter carries all of R, one silent task the rest. */
function sums(w: number, r: number, s: number): Partial<Task>[] {
  if (r === 0) return w === 0 ? [] : [{ weight: w }];
  // S = weight x progress in hundredths, split so that each progress has at most two decimals.
  const total = Math.round(s * 100);
  const low = Math.floor(total / r);
  const more = total - low * r;
  const reporters: [number, number][] = [
    [more, low + 1],
    [r - more, low],
  ];
  return [
    ...reporters
      .filter(([weight]) => weight > 0)
      .map(([weight, hundredths]) => ({
        weight,
        reportedFor: '2026-Q3',
        progressPercent: (hundredths / 100).toFixed(2),
      })),
    ...(w > r ? [{ weight: w - r }] : []),
  ];
}

test('how long a report counts', () => {
  for (const [period, frequency, grace, upTo, from] of table('reports')) {
    const report = { reportedFor: period!, progressPercent: '1' };
    const on = (asOf: string) => judged([report], asOf, frequency as Frequency, Number(grace)).tasks[0]!;
    assert.deepEqual(
      [on(upTo!).reported, on(from!).reported, on(from!).staleFrom],
      [true, false, from],
      period!,
    );
  }
});

test('mean, coverage and band', () => {
  for (const [w, r, s, mean, coverage, low, high] of table('means')) {
    const { plan } = judged(sums(Number(w), Number(r), Number(s)));
    assert.deepEqual(
      [plan.weightTotal, plan.weightReported, plan.weightedProgress],
      [Number(w), Number(r), s],
    );
    assert.deepEqual([plan.meanPercent, plan.coveragePercent], [mean, coverage]);
    assert.deepEqual(plan.bandPercent, low === null ? null : [low, high]);
  }
});

test('of everything promised', () => {
  for (const [r, s, stopped, mean, promised] of table('promised')) {
    const tasks = sums(Number(r), Number(r), Number(s));
    if (Number(stopped) > 0) tasks.push({ state: 'stopped', weight: Number(stopped) });
    const { plan } = judged(tasks);
    assert.deepEqual([plan.meanPercent, plan.promised?.meanPercent ?? null], [mean, promised]);
  }
});

test('expected progress', () => {
  for (const [startOn, endOn, asOf, passed, days, expected] of table('expected')) {
    const [task] = judged([{ startOn: startOn!, endOn: endOn! }], asOf!).tasks;
    assert.equal(task!.expectedPercent, expected, `${startOn} ${endOn} ${asOf}`);
    assert.equal((Math.round((Number(passed) / Number(days)) * 1000) / 10).toFixed(1), expected);
  }
});

test('verdicts on tasks', () => {
  for (const [state, progressPercent, reportedFor, startOn, endOn, expected, verdict] of table('tasks')) {
    const [task] = judged([
      {
        state: state as TaskState,
        progressPercent: progressPercent!,
        reportedFor: reportedFor!,
        startOn: startOn!,
        endOn: endOn!,
      },
    ]).tasks;
    assert.deepEqual(
      [task!.expectedPercent, task!.verdict],
      [expected, verdict],
      `${state} ${progressPercent}`,
    );
  }
});

test('verdicts on goals and the worst child', () => {
  const places = ['first', 'second', 'third'];
  for (const [first, second, third, mean, expected, verdict, worst, behind] of table('goals')) {
    const figure = judged(
      [first, second, third].map((progressPercent) => ({
        progressPercent: progressPercent!,
        reportedFor: '2026-Q3',
        startOn: '2026-01-01',
        endOn: '2026-12-31',
      })),
    ).nodes[0]!;
    const found = figure.worst && places[Number(figure.worst.id.slice(-1)) - 1];
    assert.deepEqual(
      [
        figure.schedule?.actualPercent,
        figure.schedule?.expectedPercent,
        figure.verdict,
        found,
        figure.worst?.behindPoints ?? null,
      ],
      [mean, expected, verdict, worst, behind],
    );
  }
});

test('the sentences of the worked examples use these figures', () => {
  for (const sentence of [
    '690 / 15 = **46**',
    '690 / 22 = **31**',
    '(690 + 700) / 22 = **63**',
    '145 / 3 = 48.3',
    '140 / 2 = 70,',
    '140 / 3 = 46.7',
    '220 / 3 = 73.3',
  ]) {
    assert.ok(DOC.includes(sentence), sentence);
    const [, sum = '', count = '', shown = ''] = /^(.+) \/ (\d+) = \**([\d.]+\d)/.exec(sentence) ?? [];
    const dividend = sum
      .replace(/[()]/g, '')
      .split('+')
      .reduce((total, part) => total + Number(part), 0);
    const decimals = shown.split('.')[1]?.length ?? 0;
    assert.equal((dividend / Number(count)).toFixed(decimals), shown, sentence);
  }
});
