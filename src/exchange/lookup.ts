/** An edition by id, built once per edition object: nodes, tasks, figures and what stands under each node. */
import type {
  Edition,
  EditionNode,
  EditionTask,
  Id,
  NodeDelivery,
  TaskDelivery,
} from '../edition/edition.ts';

export interface Lookup {
  readonly nodes: ReadonlyMap<Id, EditionNode>;
  readonly tasks: ReadonlyMap<Id, EditionTask>;
  readonly nodeFigures: ReadonlyMap<Id, NodeDelivery>;
  readonly taskFigures: ReadonlyMap<Id, TaskDelivery>;
  readonly tasksOf: ReadonlyMap<Id, readonly EditionTask[]>;
}

const lookups = new WeakMap<Edition, Lookup>();

export function lookup(edition: Edition): Lookup {
  const known = lookups.get(edition);
  if (known) return known;
  const { delivery } = edition.results;
  const made: Lookup = {
    nodes: new Map(edition.nodes.map((node) => [node.id, node])),
    tasks: new Map(edition.tasks.map((task) => [task.id, task])),
    nodeFigures: new Map(
      delivery.nodes.flatMap((figure) => (figure.id === null ? [] : [[figure.id, figure] as const])),
    ),
    taskFigures: new Map(delivery.tasks.map((figure) => [figure.id, figure])),
    tasksOf: Map.groupBy(edition.tasks, (task) => task.nodeId),
  };
  lookups.set(edition, made);
  return made;
}

export interface Subtree {
  readonly nodes: readonly EditionNode[];
  readonly tasks: readonly EditionTask[];
}

/**
 * A node with everything under it in the edition's order; the whole edition when `id` is null; a single task when `id`
 * is a task's; empty when nothing has the id. Nodes stand depth first, so what is under a node follows it at once.
 */
export function subtree(edition: Edition, id: Id | null): Subtree {
  if (id === null) return { nodes: edition.nodes, tasks: edition.tasks };
  const { nodes, tasks, tasksOf } = lookup(edition);
  const task = tasks.get(id);
  if (task) return { nodes: [], tasks: [task] };
  const top = nodes.get(id);
  if (!top) return { nodes: [], tasks: [] };
  const start = edition.nodes.indexOf(top);
  const inside = new Set<Id>([id]);
  let end = start + 1;
  for (
    let next = edition.nodes[end];
    next?.parentId && inside.has(next.parentId);
    next = edition.nodes[++end]
  )
    inside.add(next.id);
  const under = edition.nodes.slice(start, end);
  return { nodes: under, tasks: under.flatMap((node) => tasksOf.get(node.id) ?? []) };
}

/** From the top down to the node with this id, itself included. */
export function lineTo(edition: Edition, id: Id | null): readonly EditionNode[] {
  const { nodes } = lookup(edition);
  const line: EditionNode[] = [];
  for (let node = nodes.get(id ?? ''); node; node = nodes.get(node.parentId ?? '')) line.unshift(node);
  return line;
}
