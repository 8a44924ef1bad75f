/** The plan's tree: order, ancestors and children. Safe on broken input: no cycle and no missing parent stops it. */
import { compareCodes } from './code.ts';
import type { Id, Node, Plan, Task } from './plan.ts';

export interface Tree {
  /** Depth first, in the city's order: a parent stands before its children. Every node once. */
  readonly order: readonly Node[];
  /** Nodes without a parent; also those whose parent is missing, and one node of each cycle. */
  readonly roots: readonly Node[];
  readonly node: (id: Id) => Node | undefined;
  readonly children: (id: Id) => readonly Node[];
  /** The node above; undefined at the top. */
  readonly parent: (id: Id) => Node | undefined;
  /** From the top down, without the node itself. */
  readonly ancestors: (id: Id) => readonly Node[];
  /** Tasks whose home is the node, in the city's order. */
  readonly tasks: (id: Id) => readonly Task[];
  /** All tasks by home in the order of `order`, then in the city's order. Tasks without a home in the plan stand last. */
  readonly taskOrder: readonly Task[];
}

/** Siblings stand by `position`, then by the numeric parts of their codes, then by id. */
export function treeOf(plan: Pick<Plan, 'nodes' | 'tasks'>): Tree {
  const byId = new Map<Id, Node>();
  for (const node of plan.nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const childrenOf = new Map<Id | null, Node[]>();
  for (const node of byId.values()) {
    const parent = node.parentId !== null && byId.has(node.parentId) ? node.parentId : null;
    listOf(childrenOf, parent).push(node);
  }
  for (const list of childrenOf.values()) sortSiblings(list);

  const parentOf = new Map<Id, Node | null>();
  const order: Node[] = [];
  const roots: Node[] = [];
  const walk = (root: Node): void => {
    roots.push(root);
    parentOf.set(root.id, null);
    const open = [root];
    while (open.length > 0) {
      const node = open.pop()!;
      order.push(node);
      const children = childrenOf.get(node.id) ?? [];
      for (let at = children.length - 1; at >= 0; at--) {
        const child = children[at]!;
        if (parentOf.has(child.id)) continue;
        parentOf.set(child.id, node);
        open.push(child);
      }
    }
  };
  for (const root of childrenOf.get(null) ?? []) walk(root);
  if (order.length < byId.size)
    for (const node of [...byId.values()].sort(bySiblingOrder)) if (!parentOf.has(node.id)) walk(node);

  const tasksOf = new Map<Id, Task[]>();
  const homeless: Task[] = [];
  let home: Id | null = null;
  let siblings = homeless;
  for (const task of plan.tasks) {
    // Tasks of one home mostly stand together: each run of them looks its list up once.
    if (task.nodeId !== home) {
      home = task.nodeId;
      siblings = byId.has(home) ? listOf(tasksOf, home) : homeless;
    }
    siblings.push(task);
  }
  for (const list of [...tasksOf.values(), homeless]) sortSiblings(list);
  const taskOrder: Task[] = [];
  for (const node of order) for (const task of tasksOf.get(node.id) ?? []) taskOrder.push(task);
  for (const task of homeless) taskOrder.push(task);

  return {
    order,
    roots,
    node: (id) => byId.get(id),
    children: (id) => (childrenOf.get(id) ?? []).filter((child) => parentOf.get(child.id)?.id === id),
    parent: (id) => parentOf.get(id) ?? undefined,
    ancestors: (id) => {
      const path: Node[] = [];
      for (let above = parentOf.get(id); above; above = parentOf.get(above.id)) path.push(above);
      return path.reverse();
    },
    tasks: (id) => tasksOf.get(id) ?? [],
    taskOrder,
  };
}

/** Nodes that stand on a cycle of parents or under one: their `parentId` never reaches the top. */
export function cyclicNodes(plan: Pick<Plan, 'nodes'>): readonly Node[] {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  const reaches = new Map<Id, boolean>();
  for (const start of plan.nodes) {
    const path: Node[] = [];
    const onPath = new Set<Id>();
    let node: Node | undefined = start;
    while (node && !reaches.has(node.id) && !onPath.has(node.id)) {
      path.push(node);
      onPath.add(node.id);
      node = node.parentId === null ? undefined : byId.get(node.parentId);
    }
    const top = !node || (reaches.get(node.id) ?? false);
    for (const seen of path) reaches.set(seen.id, top);
  }
  return plan.nodes.filter((node) => !reaches.get(node.id));
}

interface Sibling {
  readonly id: Id;
  readonly code: string | null;
  readonly position: number;
}

function bySiblingOrder(a: Sibling, b: Sibling): number {
  return a.position - b.position || compareCodes(a.code, b.code) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Sorts in place. Plans are mostly kept in their order: a list that stands in it already is only read. */
function sortSiblings(list: Sibling[]): void {
  for (let at = 1; at < list.length; at++)
    if (bySiblingOrder(list[at - 1]!, list[at]!) > 0) return void list.sort(bySiblingOrder);
}

/** The list kept under a key, begun when there is none. */
function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}
