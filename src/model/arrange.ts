/** Acts on the tree as pure functions: each gives the whole plan as it stands afterwards, or why it cannot be. */
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import type { Id, Node, Plan, Task, Texts } from './plan.ts';
import { treeOf } from './tree.ts';
import type { Tree } from './tree.ts';

/** Where a thing is put: under a node (null: the top), at a place among its new siblings from 0. */
export interface Target {
  readonly parentId: Id | null;
  readonly position: number;
}

/**
 * Puts a node with all under it, or a task, somewhere else. A node takes the level of its new siblings, else the one
 * below its new parent's, and everything under it moves by as many levels. Refused: `move-missing`, `move-into-itself`,
 * `move-too-deep`, `task-needs-home`.
 */
export function moveThing(plan: Plan, id: Id, target: Target): Plan | Refusal {
  const tree = treeOf(plan);
  if (target.parentId !== null && !tree.node(target.parentId)) return refusal('move-missing');
  const task = plan.tasks.find((one) => one.id === id);
  if (task) {
    if (target.parentId === null) return refusal('task-needs-home');
    const moved = { ...task, nodeId: target.parentId };
    const rest = tree.tasks(target.parentId).filter((one) => one.id !== id);
    return { ...plan, tasks: withThings(plan.tasks, placed(rest, moved, target.position)) };
  }
  const node = tree.node(id);
  if (!node) return refusal('move-missing');
  const under = subtree(tree, id);
  if (target.parentId !== null && under.some((one) => one.id === target.parentId))
    return refusal('move-into-itself');
  const siblings = siblingsAt(tree, target.parentId).filter((one) => one.id !== id);
  const level = node.parentId === target.parentId ? node.level : levelAt(tree, siblings, target.parentId);
  const step = level - node.level;
  if (Math.max(...under.map((one) => one.level)) + step >= plan.levels.length)
    return refusal('move-too-deep', { levels: plan.levels.length });
  const moved = under.map((one) =>
    one.id === id ? { ...one, level, parentId: target.parentId } : { ...one, level: one.level + step },
  );
  return {
    ...plan,
    nodes: withThings(plan.nodes, [...moved.slice(1), ...placed(siblings, moved[0]!, target.position)]),
  };
}

/** Out of its parent, right after it. Refused at the top (`promote-top`). */
export function promoteNode(plan: Plan, id: Id): Plan | Refusal {
  const tree = treeOf(plan);
  const parent = tree.parent(id);
  if (!parent) return refusal('promote-top');
  const above = tree.parent(parent.id) ?? null;
  const place = siblingsAt(tree, above?.id ?? null).findIndex((one) => one.id === parent.id);
  return moveThing(plan, id, { parentId: above?.id ?? null, position: place + 1 });
}

/** Under the sibling before it, as its last child. Refused for a first one (`demote-first`). */
export function demoteNode(plan: Plan, id: Id): Plan | Refusal {
  const tree = treeOf(plan);
  const siblings = siblingsAt(tree, tree.parent(id)?.id ?? null);
  const before = siblings[siblings.findIndex((one) => one.id === id) - 1];
  if (!before) return refusal('demote-first');
  return moveThing(plan, id, { parentId: before.id, position: tree.children(before.id).length });
}

/** One place up (-1) or down (+1) among its siblings. Refused at the end (`order-end`). */
export function stepThing(plan: Plan, id: Id, step: -1 | 1): Plan | Refusal {
  const tree = treeOf(plan);
  const task = plan.tasks.find((one) => one.id === id);
  const parentId = task ? task.nodeId : (tree.parent(id)?.id ?? null);
  const siblings: readonly { readonly id: Id }[] = task
    ? tree.tasks(task.nodeId)
    : siblingsAt(tree, parentId);
  const at = siblings.findIndex((one) => one.id === id);
  if (at < 0) return refusal('move-missing');
  if (at + step < 0 || at + step >= siblings.length) return refusal('order-end');
  return moveThing(plan, id, { parentId, position: at + step });
}

/** A new node as the last child. Refused below the deepest level (`move-too-deep`). */
export function addNode(plan: Plan, id: Id, parentId: Id | null, title: Texts): Plan | Refusal {
  const tree = treeOf(plan);
  if (parentId !== null && !tree.node(parentId)) return refusal('move-missing');
  const siblings = siblingsAt(tree, parentId);
  const level = levelAt(tree, siblings, parentId);
  if (level >= plan.levels.length) return refusal('move-too-deep', { levels: plan.levels.length });
  const node: Node = { ...BLANK, id, level, parentId, title, position: 0, sourceLines: null, groupIds: [] };
  return { ...plan, nodes: withThings(plan.nodes, placed(siblings, node, siblings.length)) };
}

/** A new task as the last one under its node. */
export function addTask(plan: Plan, id: Id, nodeId: Id, title: Texts): Plan | Refusal {
  const tree = treeOf(plan);
  if (!tree.node(nodeId)) return refusal('move-missing');
  const siblings = tree.tasks(nodeId);
  const task: Task = {
    ...BLANK,
    id,
    nodeId,
    title,
    state: 'not-started',
    stateReason: null,
    mergedIntoId: null,
    progressPercent: null,
    reportedOn: null,
    reportedFor: null,
    reportText: null,
    nextStep: null,
    weight: 1,
    position: 0,
  };
  return { ...plan, tasks: withThings(plan.tasks, placed(siblings, task, siblings.length)) };
}

/**
 * Takes a thing with all under it out of the plan; links to it go too. Refused when a task elsewhere was merged into
 * one of them (`remove-merged-into`).
 */
export function removeThing(plan: Plan, id: Id): Plan | Refusal {
  const tree = treeOf(plan);
  const gone = new Set<Id>([id]);
  for (const node of tree.node(id) ? subtree(tree, id) : []) {
    gone.add(node.id);
    for (const task of tree.tasks(node.id)) gone.add(task.id);
  }
  if (!tree.node(id) && !plan.tasks.some((task) => task.id === id)) return refusal('move-missing');
  const held = plan.tasks.find(
    (task) => !gone.has(task.id) && task.mergedIntoId !== null && gone.has(task.mergedIntoId),
  );
  if (held) return refusal('remove-merged-into', { task: held.code ?? Object.values(held.title)[0] ?? '' });
  const left = <T extends Node | Task>(things: readonly T[]): readonly T[] =>
    things
      .filter((thing) => !gone.has(thing.id))
      .map((thing) =>
        thing.links.some((link) => gone.has(link.toId))
          ? { ...thing, links: thing.links.filter((link) => !gone.has(link.toId)) }
          : thing,
      );
  return { ...plan, nodes: left(plan.nodes), tasks: left(plan.tasks) };
}

/**
 * Node `id` becomes part of node `intoId` of the same level: its children and tasks move there, it leaves the plan, and
 * the lineage says so. Task `id` stays in the record as merged, with the reason. Refused: `merge-same`,
 * `merge-other-level`, `merge-other-kind`, `merge-merged`.
 */
export function mergeThing(plan: Plan, id: Id, intoId: Id, reason: Texts): Plan | Refusal {
  if (id === intoId) return refusal('merge-same');
  const task = plan.tasks.find((one) => one.id === id);
  const into = plan.tasks.find((one) => one.id === intoId);
  if (task && into) {
    if (into.state === 'merged') return refusal('merge-merged');
    const merged: Task = { ...task, state: 'merged', stateReason: reason, mergedIntoId: intoId };
    return { ...plan, tasks: withThings(plan.tasks, [merged]) };
  }
  const tree = treeOf(plan);
  const [from, to] = [tree.node(id), tree.node(intoId)];
  if (!from || !to) return refusal('merge-other-kind');
  if (from.level !== to.level) return refusal('merge-other-level');
  const children = [...tree.children(intoId), ...tree.children(id)];
  const tasks = [...tree.tasks(intoId), ...tree.tasks(id)];
  const gathered: Plan = {
    ...plan,
    nodes: withThings(
      plan.nodes,
      children.map((node, position) => ({ ...node, parentId: intoId, position })),
    ),
    tasks: withThings(
      plan.tasks,
      tasks.map((one, position) => ({ ...one, nodeId: intoId, position })),
    ),
    lineage: withLineage(plan, 'merged', [from, to], [intoId], reason),
  };
  return removeThing(gathered, id);
}

/** What leaves a thing that is split: the new one's title and, of a node, which children and tasks go with it. */
export interface Split {
  readonly newId: Id;
  readonly title: Texts;
  readonly thingIds: readonly Id[];
}

/** A new thing right after `id`, with some of what stood under it; the lineage of a node says so. */
export function splitThing(plan: Plan, id: Id, { newId, title, thingIds }: Split): Plan | Refusal {
  const tree = treeOf(plan);
  const task = plan.tasks.find((one) => one.id === id);
  if (task) {
    const siblings = tree.tasks(task.nodeId);
    const twin: Task = { ...task, ...UNREPORTED, id: newId, title, code: null, links: [] };
    const at = siblings.findIndex((one) => one.id === id) + 1;
    return { ...plan, tasks: withThings(plan.tasks, placed(siblings, twin, at)) };
  }
  const node = tree.node(id);
  if (!node) return refusal('move-missing');
  const siblings = siblingsAt(tree, tree.parent(id)?.id ?? null);
  const twin: Node = {
    ...node,
    id: newId,
    title,
    code: null,
    description: null,
    expectedResult: null,
    links: [],
    sourceLines: null,
  };
  const goes = (one: { readonly id: Id }): boolean => thingIds.includes(one.id);
  const children = tree.children(id);
  const tasks = tree.tasks(id);
  return {
    ...plan,
    nodes: withThings(plan.nodes, [
      ...placed(siblings, twin, siblings.findIndex((one) => one.id === id) + 1),
      ...numbered(children.filter((one) => !goes(one))),
      ...numbered(children.filter(goes)).map((one) => ({ ...one, parentId: newId })),
    ]),
    tasks: withThings(plan.tasks, [
      ...numbered(tasks.filter((one) => !goes(one))),
      ...numbered(tasks.filter(goes)).map((one) => ({ ...one, nodeId: newId })),
    ]),
    lineage: withLineage(plan, 'split', [node], [id, newId], null),
  };
}

/** A task is given up, with the reason that residents read. */
export function stopTask(plan: Plan, id: Id, reason: Texts): Plan | Refusal {
  const task = plan.tasks.find((one) => one.id === id);
  if (!task) return refusal('move-missing');
  if (task.state === 'stopped') return refusal('already-stopped');
  const stopped: Task = { ...task, state: 'stopped', stateReason: reason, mergedIntoId: null };
  return { ...plan, tasks: withThings(plan.tasks, [stopped]) };
}

/** A node with everything under it, the node first. */
export function subtree(tree: Tree, id: Id): readonly Node[] {
  const top = tree.node(id);
  if (!top) return [];
  const found: Node[] = [];
  const open = [top];
  while (open.length > 0) {
    const node = open.pop()!;
    found.push(node);
    for (const child of tree.children(node.id).toReversed()) open.push(child);
  }
  return found;
}

export function siblingsAt(tree: Tree, parentId: Id | null): readonly Node[] {
  return parentId === null ? tree.roots : tree.children(parentId);
}

function levelAt(tree: Tree, siblings: readonly Node[], parentId: Id | null): number {
  const parent = parentId === null ? null : tree.node(parentId)!;
  const least = parent ? parent.level + 1 : 0;
  return siblings.length > 0 ? Math.max(least, siblings[0]!.level) : least;
}

type Positioned = { readonly id: Id; readonly position: number };

/** The list with the thing put in, positions from 0. */
function placed<T extends Positioned>(rest: readonly T[], thing: T, position: number): readonly T[] {
  const at = Math.min(Math.max(0, position), rest.length);
  return numbered([...rest.slice(0, at), thing, ...rest.slice(at)]);
}

function numbered<T extends Positioned>(things: readonly T[]): readonly T[] {
  return things.map((thing, position) => (thing.position === position ? thing : { ...thing, position }));
}

/** The list with these things in place of those of the same id, new ones at the end. */
function withThings<T extends { readonly id: Id }>(all: readonly T[], things: readonly T[]): readonly T[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const kept = all.map((thing) => {
    const other = byId.get(thing.id);
    byId.delete(thing.id);
    return other ?? thing;
  });
  return [...kept, ...byId.values()];
}

function withLineage(
  plan: Plan,
  kind: 'merged' | 'split',
  from: readonly Node[],
  toIds: readonly Id[],
  note: Texts | null,
): Plan['lineage'] {
  const named = from.flatMap(({ code, title }) => (title === null ? [] : [{ code, title }]));
  return [...plan.lineage, { kind, fromPlan: plan.title, from: named, toIds, note }];
}

const BLANK = {
  code: null,
  description: null,
  expectedResult: null,
  unitIds: [],
  partners: [],
  startOn: null,
  endOn: null,
  links: [],
} as const;

/** What was reported of a task is not reported of its twin. */
const UNREPORTED = {
  progressPercent: null,
  reportedOn: null,
  reportedFor: null,
  reportText: null,
  nextStep: null,
} as const;
