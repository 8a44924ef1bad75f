/** Things in the recycle bin of a plan: which were put there together, and the plan with them back in it. */
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { Id, Node, Plan, Task } from './plan.ts';

export interface Bin {
  readonly nodes: readonly (Node & { readonly deletedAt: string })[];
  readonly tasks: readonly (Task & { readonly deletedAt: string })[];
}

/** One row of the bin: what was removed, and how much went with it. */
export interface BinRow {
  readonly id: Id;
  readonly kind: 'node' | 'task';
  readonly code: string | null;
  readonly title: Node['title'];
  readonly deletedAt: string;
  readonly nodesUnder: number;
  readonly tasksUnder: number;
}

/** The topmost of what was removed together, the newest first. */
export function binRows(bin: Bin): readonly BinRow[] {
  const nodes = new Map(bin.nodes.map((node) => [node.id, node]));
  const tops = bin.nodes.filter(
    (node) => node.parentId === null || nodes.get(node.parentId)?.deletedAt !== node.deletedAt,
  );
  const alone = bin.tasks.filter((task) => nodes.get(task.nodeId)?.deletedAt !== task.deletedAt);
  const rows: BinRow[] = [
    ...tops.map((node) => {
      const under = binnedUnder(bin, node.id);
      return {
        ...row(node),
        kind: 'node' as const,
        nodesUnder: under.nodes.length - 1,
        tasksUnder: under.tasks.length,
      };
    }),
    ...alone.map((task) => ({ ...row(task), kind: 'task' as const, nodesUnder: 0, tasksUnder: 0 })),
  ];
  return rows.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : a.deletedAt > b.deletedAt ? -1 : 0));
}

/** The plan with the thing back at its place. Refused: `item-gone`, `restore-home-gone`. */
export function withBinned(plan: Plan, bin: Bin, id: Id): Plan | Refusal {
  const task = bin.tasks.find((one) => one.id === id);
  const node = bin.nodes.find((one) => one.id === id);
  const home = task ? task.nodeId : node?.parentId;
  if (home === undefined) return refusal('item-gone');
  if (home !== null && !plan.nodes.some((one) => one.id === home)) return refusal('restore-home-gone');
  if (task) return { ...plan, tasks: [...plan.tasks, live(task)] };
  const under = binnedUnder(bin, id);
  return {
    ...plan,
    nodes: [...plan.nodes, ...under.nodes.map(live)],
    tasks: [...plan.tasks, ...under.tasks.map(live)],
  };
}

/** The node and everything that was removed together with it. */
function binnedUnder(bin: Bin, id: Id): Bin {
  const top = bin.nodes.find((node) => node.id === id)!;
  const ids = new Set([id]);
  for (let size = 0; size < ids.size;) {
    size = ids.size;
    for (const node of bin.nodes)
      if (node.parentId !== null && ids.has(node.parentId) && node.deletedAt === top.deletedAt)
        ids.add(node.id);
  }
  return {
    nodes: bin.nodes.filter((node) => ids.has(node.id)),
    tasks: bin.tasks.filter((task) => ids.has(task.nodeId) && task.deletedAt === top.deletedAt),
  };
}

function row({ id, code, title, deletedAt }: Bin['nodes'][number] | Bin['tasks'][number]): {
  id: Id;
  code: string | null;
  title: Node['title'];
  deletedAt: string;
} {
  return { id, code, title, deletedAt };
}

function live<T extends { readonly deletedAt: string }>(thing: T): Omit<T, 'deletedAt'> {
  const { deletedAt, ...rest } = thing;
  void deletedAt;
  return rest;
}
