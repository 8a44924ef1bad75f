/**
 * Delivery of a plan as of a day: every task judged, every node, unit and group rolled up (methods section 1).
 * Each figure stands with its working; sums are exact, means are half up to one decimal.
 */
import { dateOf, dayNumber } from './day.ts';
import { divideHalfUp, formatHundredths, formatTenths, parsePercent } from './decimal.ts';
import { parsePeriod, staleDay } from './period.ts';
import { TASK_STATES, type CivilDate, type Id, type Plan, type Task, type TaskState } from './plan.ts';
import { addRow, addTask, blankSums, carryUp, readRow, type Row, type TaskColumns } from './rollup.ts';
import {
  DELIVERY_VERDICTS,
  expectedTenths,
  isBehind,
  taskVerdict,
  type DeliveryVerdict,
} from './schedule.ts';
import { treeOf, type Tree } from './tree.ts';

export const DELIVERY_METHOD = { name: 'delivery', version: 1, rounding: 'half-up-1' } as const;

/** What was decided about one task; fields as `TaskDelivery` of the edition. */
export interface TaskFigure {
  readonly id: Id;
  readonly counted: boolean;
  readonly reported: boolean;
  readonly usedPercent: string | null;
  readonly weight: number;
  readonly expectedPercent: string | null;
  readonly verdict: DeliveryVerdict;
  readonly staleFrom: CivilDate | null;
}

/** A roll-up with its working; fields as `NodeDelivery` of the edition. */
export interface NodeFigure {
  readonly id: Id | null;
  readonly countedTasks: number;
  readonly reportedTasks: number;
  readonly weightTotal: number;
  readonly weightReported: number;
  readonly weightedProgress: string;
  readonly meanPercent: string | null;
  readonly coveragePercent: string | null;
  readonly bandPercent: readonly [string, string] | null;
  readonly promised: {
    readonly meanPercent: string;
    readonly weightReported: number;
    readonly stoppedTasks: number;
    readonly weightStopped: number;
  } | null;
  readonly schedule: {
    readonly tasks: number;
    readonly actualPercent: string;
    readonly expectedPercent: string;
  } | null;
  readonly verdict: DeliveryVerdict;
  readonly countsByState: Readonly<Record<TaskState, number>>;
  readonly countsByVerdict: Readonly<Record<DeliveryVerdict, number>>;
  readonly worst: { readonly id: Id; readonly behindPoints: string } | null;
  readonly childNodes: number;
  readonly childNodesWithoutTasks: number;
  readonly staleFrom: CivilDate | null;
}

export interface Delivery {
  readonly method: typeof DELIVERY_METHOD;
  readonly tasks: readonly TaskFigure[];
  readonly nodes: readonly NodeFigure[];
  readonly plan: NodeFigure;
  readonly units: readonly NodeFigure[];
  readonly groups: readonly NodeFigure[];
}

/**
 * Delivery of `plan` as of the end of `asOf`. Tasks stand in the order of `treeOf(plan).taskOrder`, nodes in that
 * of `order`, units in that of `unitIds`, groups in that of the groupings. Expects a plan without blocking
 * problems (`check`): a task without a home, a progress or a date that cannot be read throw.
 */
export function deliver(
  plan: Plan,
  unitIds: readonly Id[],
  asOf: CivilDate,
  tree: Tree = treeOf(plan),
): Delivery {
  const today = day(asOf, 'asOf')!;
  const tasks = tree.taskOrder;
  const rowOf = new Map(tree.order.map((node, at) => [node.id, at]));
  const parent = Int32Array.from(tree.order, (node) =>
    node.parentId === null ? -1 : (rowOf.get(tree.ancestors(node.id).at(-1)?.id ?? '') ?? -1),
  );
  const judged = tasks.map((task) => judge(plan, task, today));
  const columns = columnsOf(judged);
  const whole = tree.order.length;

  const sums = blankSums(whole + 1);
  const home = tasks.map((task) => {
    const row = rowOf.get(task.nodeId);
    if (row === undefined) throw new Error(`task ${task.id}: its node ${task.nodeId} is not in the plan`);
    return row;
  });
  for (const [at, row] of home.entries()) addTask(sums, row, columns, at);

  const groupIds = plan.groupings.flatMap((grouping) => grouping.groups.map((group) => group.id));
  const groups = groupRows(tree, parent, groupIds);
  const groupSums = blankSums(groupIds.length);
  for (let row = 0; row < whole; row++)
    for (const group of groups.of[row]!) addRow(groupSums, group, sums, row);
  carryUp(sums, parent);

  const unitRow = new Map(unitIds.map((id, at) => [id, at]));
  const unitSums = blankSums(unitIds.length);
  const tasksOfUnit: number[][] = unitIds.map(() => []);
  for (const [at, task] of tasks.entries()) {
    const row = unitRow.get(task.unitIds[0] ?? '');
    if (row === undefined) continue;
    addTask(unitSums, row, columns, at);
    tasksOfUnit[row]!.push(at);
  }

  const rows = Array.from({ length: whole + 1 }, (_, row) => readRow(sums, row));
  const childRows: number[][] = rows.map(() => []);
  for (let row = 0; row < whole; row++) childRows[parent[row]! < 0 ? whole : parent[row]!]!.push(row);
  const childTasks: number[][] = rows.map(() => []);
  for (const [at, row] of home.entries()) childTasks[row]!.push(at);

  const figure = (
    id: Id | null,
    row: Row,
    nodes: readonly number[],
    own: readonly number[],
    endOn: number | null,
  ) =>
    figureOf(id, row, endOn, today, plan.behindPoints, {
      nodes: nodes.map((at) => ({ id: tree.order[at]!.id, row: rows[at]! })),
      tasks: own.map((at) => ({
        id: tasks[at]!.id,
        used: columns.used[at]!,
        expected: columns.expected[at]!,
      })),
    });
  return {
    method: DELIVERY_METHOD,
    tasks: judged.map(taskFigure),
    nodes: tree.order.map((node, at) =>
      figure(node.id, rows[at]!, childRows[at]!, childTasks[at]!, nodeEnd(node.startOn, node.endOn)),
    ),
    plan: figure(null, rows[whole]!, childRows[whole]!, [], null),
    units: unitIds.map((id, at) => figure(id, readRow(unitSums, at), [], tasksOfUnit[at]!, null)),
    groups: groupIds.map((id, at) => figure(id, readRow(groupSums, at), groups.top[at]!, [], null)),
  };
}

interface TaskJudged {
  readonly task: Task;
  readonly weight: number;
  readonly counted: boolean;
  readonly used: number | null;
  readonly expected: number | null;
  readonly end: number | null;
  readonly staleDay: number | null;
  readonly verdict: DeliveryVerdict;
}

/** Whether and with what a task counts as of `today`. */
function judge(plan: Plan, task: Task, today: number): TaskJudged {
  const start = day(task.startOn, 'startOn');
  const end = day(task.endOn, 'endOn');
  const period = task.reportedFor === null ? null : parsePeriod(task.reportedFor);
  if (task.reportedFor !== null && !period)
    throw new Error(`task ${task.id}: ${task.reportedFor} is not a reporting period`);
  const counted = task.state !== 'stopped' && task.state !== 'merged';
  const value = counted ? reportedValue(task) : null;
  const expires = counted && task.state !== 'done' && value !== null && period;
  const stale = expires ? staleDay(period, plan.reporting.frequency, plan.reporting.graceDays) : null;
  const used = task.state === 'done' || (stale !== null && today < stale) ? value : null;
  const expected = expectedTenths(start, end, today);
  const reportedFrom = period?.start ?? day(task.reportedOn, 'reportedOn');
  const verdict = taskVerdict(
    { state: task.state, used, expected, start, end, reportedFrom },
    today,
    plan.behindPoints,
  );
  const weight = plan.weights === 'whole' ? task.weight : 1;
  return { task, weight, counted, used, expected, end, staleDay: stale, verdict };
}

/** What the report says, in hundredths: done 100, not started 0, else the progress; null when it gives none. */
function reportedValue(task: Task): number | null {
  if (task.state === 'done') return 10000;
  if (task.state === 'not-started') return 0;
  if (task.progressPercent === null) return null;
  const value = parsePercent(task.progressPercent);
  if (value === null)
    throw new Error(`task ${task.id}: ${task.progressPercent} is not a progress from 0 to 100`);
  return value;
}

function taskFigure(judged: TaskJudged): TaskFigure {
  return {
    id: judged.task.id,
    counted: judged.counted,
    reported: judged.used !== null,
    usedPercent: judged.used === null ? null : formatHundredths(judged.used),
    weight: judged.weight,
    expectedPercent: judged.expected === null ? null : formatTenths(judged.expected),
    verdict: judged.verdict,
    staleFrom: judged.staleDay === null ? null : dateOf(judged.staleDay),
  };
}

function columnsOf(judged: readonly TaskJudged[]): TaskColumns {
  return {
    count: judged.length,
    state: Uint8Array.from(judged, ({ task }) => TASK_STATES.indexOf(task.state)),
    verdict: Uint8Array.from(judged, ({ verdict }) => DELIVERY_VERDICTS.indexOf(verdict)),
    weight: Float64Array.from(judged, ({ weight }) => weight),
    used: Int32Array.from(judged, ({ used }) => used ?? -1),
    expected: Int32Array.from(judged, ({ expected }) => expected ?? -1),
    end: Int32Array.from(judged, ({ end }) => end ?? 0),
    stale: Int32Array.from(judged, ({ used, staleDay }) => (used === null ? 0 : (staleDay ?? 0))),
  };
}

/**
 * The groups whose tasks a node's own tasks are: its own and those of every node above it, each once (`of`), and
 * per group the topmost nodes that carry it (`top`).
 */
function groupRows(tree: Tree, parent: Int32Array, groupIds: readonly Id[]) {
  const index = new Map(groupIds.map((id, at) => [id, at]));
  const of: (readonly number[])[] = [];
  const top: number[][] = groupIds.map(() => []);
  for (const [row, node] of tree.order.entries()) {
    const above: readonly number[] = parent[row]! < 0 ? [] : of[parent[row]!]!;
    const own = new Set<number>();
    for (const id of node.groupIds) {
      const group = index.get(id);
      if (group !== undefined && !above.includes(group)) own.add(group);
    }
    for (const group of own) top[group]!.push(row);
    of.push(own.size === 0 ? above : [...above, ...own]);
  }
  return { of, top };
}

interface Children {
  readonly nodes: readonly { readonly id: Id; readonly row: Row }[];
  readonly tasks: readonly { readonly id: Id; readonly used: number; readonly expected: number }[];
}

function figureOf(
  id: Id | null,
  row: Row,
  endOn: number | null,
  today: number,
  behindPoints: number,
  children: Children,
): NodeFigure {
  const { weight, weightReported, progress, weightStopped } = row;
  const scheduled = row.scheduledWeight;
  return {
    id,
    countedTasks: row.countedTasks,
    reportedTasks: row.reportedTasks,
    weightTotal: weight,
    weightReported,
    weightedProgress: formatHundredths(progress),
    meanPercent: weightReported === 0 ? null : mean(progress, weightReported),
    coveragePercent: weight === 0 ? null : mean(weightReported * 10000, weight),
    bandPercent:
      weight === 0
        ? null
        : [mean(progress, weight), mean(progress + (weight - weightReported) * 10000, weight)],
    promised:
      row.stoppedTasks === 0 || weightReported === 0
        ? null
        : {
            meanPercent: mean(progress, weightReported + weightStopped),
            weightReported,
            stoppedTasks: row.stoppedTasks,
            weightStopped,
          },
    schedule:
      row.scheduledTasks === 0
        ? null
        : {
            tasks: row.scheduledTasks,
            actualPercent: mean(row.scheduledActual, scheduled),
            expectedPercent: formatTenths(divideHalfUp(row.scheduledExpected, scheduled)),
          },
    verdict: nodeVerdict(row, endOn, today, behindPoints),
    countsByState: Object.fromEntries(TASK_STATES.map((state, at) => [state, row.byState[at]!])) as Record<
      TaskState,
      number
    >,
    countsByVerdict: Object.fromEntries(
      DELIVERY_VERDICTS.map((verdict, at) => [verdict, row.byVerdict[at]!]),
    ) as Record<DeliveryVerdict, number>,
    worst: worstOf(children),
    childNodes: children.nodes.length,
    childNodesWithoutTasks: children.nodes.filter((child) => child.row.countedTasks === 0).length,
    staleFrom: row.staleDay === null ? null : dateOf(row.staleDay),
  };
}

/** A mean of hundredths as a percentage with one decimal, half up. */
function mean(hundredths: number, weight: number): string {
  return formatTenths(divideHalfUp(hundredths, weight * 10));
}

const AT = Object.fromEntries(DELIVERY_VERDICTS.map((verdict, at) => [verdict, at])) as Record<
  DeliveryVerdict,
  number
>;

/**
 * The task's rule on the two means of a node, the first that fits: no counted task -> `no-tasks`; all done ->
 * `done`, or `done-late` when one of them was; nobody reported -> `no-report`; all that is not done is suspended
 * -> `suspended`; its own end day is past, or those of all its reported and dated tasks while their mean is below
 * 100 -> `late`; no reported and dated task -> `undated`; mean more than `behindPoints` below the expected ->
 * `behind` (compared before rounding); else `on-time`.
 */
function nodeVerdict(row: Row, endOn: number | null, today: number, behindPoints: number): DeliveryVerdict {
  const count = (verdict: DeliveryVerdict): number => row.byVerdict[AT[verdict]]!;
  if (row.countedTasks === 0) return 'no-tasks';
  const done = count('done') + count('done-late');
  if (done === row.countedTasks) return count('done-late') > 0 ? 'done-late' : 'done';
  if (row.reportedTasks === 0) return 'no-report';
  if (done + count('suspended') === row.countedTasks) return 'suspended';
  if (endOn !== null && today > endOn) return 'late';
  if (row.lastEnd === null) return 'undated';
  if (today > row.lastEnd && row.scheduledActual < row.scheduledWeight * 10000) return 'late';
  return isBehind(row.scheduledActual, row.scheduledExpected, row.scheduledWeight, behindPoints)
    ? 'behind'
    : 'on-time';
}

/**
 * The direct child with the largest expected minus actual, nodes before tasks and in their order on a tie; null
 * when the largest, half up to one decimal, is not above 0. Compared exactly, as fractions.
 */
function worstOf(children: Children): { readonly id: Id; readonly behindPoints: string } | null {
  let worst: { readonly id: Id; readonly gap: number; readonly weight: number } | null = null;
  const offer = (id: Id, gap: number, weight: number): void => {
    if (gap <= 0) return;
    if (!worst || BigInt(gap) * BigInt(worst.weight) > BigInt(worst.gap) * BigInt(weight))
      worst = { id, gap, weight };
  };
  for (const { id, row } of children.nodes)
    if (row.scheduledTasks > 0)
      offer(id, row.scheduledExpected * 10 - row.scheduledActual, row.scheduledWeight);
  for (const task of children.tasks)
    if (task.used >= 0 && task.expected >= 0) offer(task.id, task.expected * 10 - task.used, 1);
  // Written only inside `offer`, which the compiler does not follow.
  const found = worst as { readonly id: Id; readonly gap: number; readonly weight: number } | null;
  if (!found) return null;
  const tenths = divideHalfUp(found.gap, found.weight * 10);
  return tenths === 0 ? null : { id: found.id, behindPoints: formatTenths(tenths) };
}

/** The end of a node's own dates; none when they are reversed. */
function nodeEnd(startOn: CivilDate | null, endOn: CivilDate | null): number | null {
  const start = day(startOn, 'startOn');
  const end = day(endOn, 'endOn');
  return start !== null && end !== null && end < start ? null : end;
}

function day(date: CivilDate | null, field: string): number | null {
  if (date === null) return null;
  const number = dayNumber(date);
  if (number === null) throw new Error(`${field}: ${date} is not a date`);
  return number;
}
