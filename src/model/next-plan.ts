/** The next plan of a city as it begins: the goals of the present one with new ids, and where each came from. */
import type { Id, Plan, Texts } from './plan.ts';

export interface NextPlan {
  readonly slug: string;
  readonly title: Texts;
  readonly shortTitle: Texts;
  readonly startOn: string | null;
  readonly endOn: string;
  /** Unfinished tasks go along too. */
  readonly withTasks: boolean;
}

/** What is reported stays with the old plan: tasks that go along begin anew, dates of the old plan do not go along. */
export function nextPlan(from: Plan, next: NextPlan, newId: () => Id): Plan {
  const ids = new Map<Id, Id>();
  const renamed = (id: Id): Id => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const levels = from.levels.map((level) => ({ ...level, id: newId() }));
  const groupings = from.groupings.map((grouping) => ({
    ...grouping,
    id: newId(),
    announced: null,
    groups: grouping.groups.map((group) => ({ ...group, id: renamed(group.id) })),
  }));
  const tasks = next.withTasks
    ? from.tasks.filter(({ state }) => state !== 'done' && state !== 'stopped' && state !== 'merged')
    : [];
  const kept = new Set([...from.nodes, ...tasks].map(({ id }) => id));
  const links = (of: Plan['nodes'][number]['links']): Plan['nodes'][number]['links'] =>
    of.filter(({ toId }) => kept.has(toId)).map(({ kind, toId }) => ({ kind, toId: renamed(toId) }));
  return {
    ...from,
    id: newId(),
    slug: next.slug,
    title: next.title,
    shortTitle: next.shortTitle,
    summary: null,
    horizon: { startOn: next.startOn, endOn: next.endOn },
    state: 'in-preparation',
    act: null,
    source: null,
    reporting: { ...from.reporting, nextReportOn: null },
    levels,
    groupings,
    nodes: from.nodes.map((node) => ({
      ...node,
      id: renamed(node.id),
      parentId: node.parentId === null ? null : renamed(node.parentId),
      groupIds: node.groupIds.map(renamed),
      startOn: null,
      endOn: null,
      links: links(node.links),
      sourceLines: null,
    })),
    tasks: tasks.map((task) => ({
      ...task,
      id: renamed(task.id),
      nodeId: renamed(task.nodeId),
      state: 'not-started',
      stateReason: null,
      mergedIntoId: null,
      progressPercent: null,
      reportedOn: null,
      reportedFor: null,
      reportText: null,
      nextStep: null,
      links: links(task.links),
    })),
    lineage: from.nodes
      .filter((node) => node.title !== null)
      .map((node) => ({
        kind: 'continued',
        fromPlan: from.title,
        from: [{ code: node.code, title: node.title! }],
        toIds: [renamed(node.id)],
        note: null,
      })),
  };
}
