/**
 * Delivery of a plan as of a day: every task judged, every node, unit and group rolled up (methods section 1).
 * Each figure stands with its working; sums are exact, means are half up to one decimal.
 */
import { figureOf, type NodeFigure } from './figure.ts';
import { judgeTasks, readDay, type TaskFigure } from './judgement.ts';
import type { CivilDate, Id, Plan } from './plan.ts';
import { addRow, addTask, blankSums, carryUp, readRow, type Row, type TaskColumns } from './rollup.ts';
import { treeOf, type Tree } from './tree.ts';

export const DELIVERY_METHOD = { name: 'delivery', version: 1, rounding: 'half-up-1' } as const;

/** Fields as `results.delivery` of the edition. */
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
 * of `order`, units in that of `unitIds`, groups in that of the groupings. A unit's figure is that of the tasks it
 * is the first unit of; a group's, that of the tasks under the nodes that carry it, each once. Expects a plan
 * without blocking problems (`check`): a task without a home, a progress or a date that cannot be read throw.
 */
export function deliver(
  plan: Plan,
  unitIds: readonly Id[],
  asOf: CivilDate,
  tree: Tree = treeOf(plan),
): Delivery {
  const today = readDay(asOf);
  const tasks = tree.taskOrder;
  const { columns, figures } = judgeTasks(plan, tasks, today);
  const rowOf = new Map(tree.order.map((node, at) => [node.id, at]));
  const parent = Int32Array.from(tree.order, (node) => rowOf.get(tree.parent(node.id)?.id ?? '') ?? -1);
  const whole = tree.order.length;

  const homeRow = lookUp(rowOf);
  const sums = blankSums(whole + 1);
  const worst = new Worst(whole + 1, columns);
  for (let at = 0; at < tasks.length; at++) {
    const task = tasks[at]!;
    const row = homeRow(task.nodeId);
    if (row === undefined) throw new Error(`task ${task.id}: its node ${task.nodeId} is not in the plan`);
    addTask(sums, row, columns, at);
    worst.offer(row, at);
  }

  const groupIds = plan.groupings.flatMap((grouping) => grouping.groups.map((group) => group.id));
  const groups = groupRows(tree, parent, groupIds);
  const groupSums = blankSums(groupIds.length);
  for (let row = 0; row < whole; row++)
    for (const group of groups.of[row]!) addRow(groupSums, group, sums, row);
  carryUp(sums, parent);

  const unitRow = new Map(unitIds.map((id, at) => [id, at]));
  const unitSums = blankSums(unitIds.length);
  const worstOfUnit = new Worst(unitIds.length, columns);
  for (let at = 0; at < tasks.length; at++) {
    const row = unitRow.get(tasks[at]!.unitIds[0] ?? '');
    if (row === undefined) continue;
    addTask(unitSums, row, columns, at);
    worstOfUnit.offer(row, at);
  }

  const rows = Array.from({ length: whole + 1 }, (_, row) => readRow(sums, row));
  const children: number[][] = rows.map(() => []);
  for (let row = 0; row < whole; row++) children[parent[row]! < 0 ? whole : parent[row]!]!.push(row);
  const figure = (
    id: Id | null,
    row: Row,
    nodes: readonly number[],
    task: { readonly at: number; readonly gap: number } | null,
    endOn: number | null,
  ): NodeFigure =>
    figureOf(id, row, endOn, today, plan.behindPoints, {
      nodes: nodes.map((at) => ({ id: tree.order[at]!.id, row: rows[at]! })),
      worstTask: task && { id: tasks[task.at]!.id, gap: task.gap },
    });
  return {
    method: DELIVERY_METHOD,
    tasks: figures,
    nodes: tree.order.map((node, at) =>
      figure(node.id, rows[at]!, children[at]!, worst.at(at), nodeEnd(node.startOn, node.endOn)),
    ),
    plan: figure(null, rows[whole]!, children[whole]!, null, null),
    units: unitIds.map((id, at) => figure(id, readRow(unitSums, at), [], worstOfUnit.at(at), null)),
    groups: groupIds.map((id, at) => figure(id, readRow(groupSums, at), groups.top[at]!, null, null)),
  };
}

/** Looks rows up and keeps the last answer: tasks of one node stand together. */
function lookUp(rowOf: ReadonlyMap<Id, number>): (id: Id) => number | undefined {
  let last: Id | null = null;
  let row: number | undefined;
  return (id) => {
    if (id !== last) {
      last = id;
      row = rowOf.get(id);
    }
    return row;
  };
}

/** Per row the task with the largest expected minus actual, the first of equals. */
class Worst {
  private readonly task: Int32Array;
  private readonly gap: Int32Array;
  private readonly tasks: TaskColumns;

  constructor(rows: number, tasks: TaskColumns) {
    this.task = new Int32Array(rows);
    this.gap = new Int32Array(rows);
    this.tasks = tasks;
  }

  offer(row: number, at: number): void {
    const used = this.tasks.used[at]!;
    const expected = this.tasks.expected[at]!;
    if (used < 0 || expected < 0 || expected * 10 - used <= this.gap[row]!) return;
    this.task[row] = at;
    this.gap[row] = expected * 10 - used;
  }

  at(row: number): { readonly at: number; readonly gap: number } | null {
    const gap = this.gap[row]!;
    return gap === 0 ? null : { at: this.task[row]!, gap };
  }
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

/** The end of a node's own dates; none when they are reversed. */
function nodeEnd(startOn: CivilDate | null, endOn: CivilDate | null): number | null {
  const start = startOn === null ? null : readDay(startOn);
  const end = endOn === null ? null : readDay(endOn);
  return start !== null && end !== null && end < start ? null : end;
}
