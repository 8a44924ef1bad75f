import { deliver } from '../src/model/delivery.ts';
import { rollUp, type TaskColumns } from '../src/model/rollup.ts';
import { generatePlan } from '../test/world/generate.ts';
import { median, ms, times, type Measured } from './measure.ts';

/**
 * Roll-up of 10⁴, 10⁵ and 10⁶ tasks: the whole delivery of a generated plan, to which the limit of one second
 * applies, and beside it the sums alone.
 */
export async function bench(): Promise<Measured> {
  const rows: string[][] = [];
  const wholes: number[] = [];
  for (const [tasks, strategic] of [
    [10_000, 10],
    [100_000, 100],
    [1_000_000, 1000],
  ] as const) {
    const { city, plan } = generatePlan({
      seed: 7,
      strategic,
      operationalPer: 20,
      tasksPer: 50,
      weighted: true,
    });
    const unitIds = city.units.map((u) => u.id);
    const runs = await times(5, () => deliver(plan, unitIds, '2026-11-13'));
    const whole = median(runs);
    const { parent, home, columns } = asColumns(tasks, strategic * 21);
    const alone = median(await times(5, () => rollUp(parent, home, columns)));
    wholes.push(whole);
    rows.push([
      tasks.toLocaleString('en'),
      ms(whole),
      `${((whole / tasks) * 1e6).toFixed(0)} ns`,
      ms(Math.max(...runs)),
      ms(alone),
    ]);
  }
  // Between 10⁵ and 10⁶ the plan leaves the processor's cache, and collecting its memory falls into some runs.
  const growth = wholes[2]! / wholes[1]! / 10;
  return {
    title: 'Roll-up of delivery',
    how: 'A plan of the invented city’s shape: 50 tasks under each operational goal, 20 operational under each strategic one, weights from 1 to 5. “Whole” is all that delivery takes from the plan to the published figures: its tree, a judgement of every task, the sums, and every rounded figure of nodes, units and groups with its working; the limit applies to it. “Sums alone” is only the step that adds judged tasks up the tree. Medians of 5 runs, the slowest beside them: the collection of the plan’s own memory falls into some runs and not into others.',
    columns: ['tasks', 'whole', 'per task', 'slowest run', 'sums alone'],
    rows,
    limits: [
      {
        what: 'the whole roll-up of 10⁶ tasks, median',
        limit: 'under 1 s',
        found: ms(wholes[2]!),
        met: wholes[2]! < 1000,
      },
      {
        what: 'linear: whole time for 10⁶ over ten times that for 10⁵',
        limit: '0.5 to 2',
        found: growth.toFixed(2),
        met: growth > 0.5 && growth < 2,
      },
    ],
  };
}

/** Judged tasks without the objects around them: state, verdict and progress by a fixed pattern. */
function asColumns(
  count: number,
  nodes: number,
): { parent: Int32Array; home: Int32Array; columns: TaskColumns } {
  const each = <T extends Uint8Array | Int16Array | Int32Array | Float64Array>(
    array: T,
    value: (at: number) => number,
  ): T => {
    for (let at = 0; at < count; at += 1) array[at] = value(at);
    return array;
  };
  const parent = Int32Array.from({ length: nodes }, (_, at) => (at % 21 === 0 ? -1 : at - (at % 21)));
  return {
    parent,
    home: each(new Int32Array(count), (at) => at % nodes),
    columns: {
      count,
      state: each(new Uint8Array(count), (at) => at % 5),
      verdict: each(new Uint8Array(count), (at) => at % 7),
      weight: each(new Float64Array(count), (at) => 1 + (at % 5)),
      used: each(new Int16Array(count), (at) => (at % 4 === 0 ? -1 : (at * 37) % 10_001)),
      expected: each(new Int16Array(count), (at) => (at * 13) % 1001),
      end: each(new Int32Array(count), () => 22_000),
      stale: each(new Int32Array(count), () => 21_000),
    },
  };
}
