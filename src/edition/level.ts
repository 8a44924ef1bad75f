/** Which levels of an edition hold the tasks that its source lists without a word about their state. */
import type { Edition, EditionNode } from './edition.ts';

/** Indexes into `levels`: nodes of these levels are the source's tasks, not its goals. */
export function taskLevels(edition: Edition): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { kind, levelIndex } of edition.plan.source?.announces ?? [])
    if (kind === 'tasks' && levelIndex !== undefined) found.add(levelIndex);
  return found;
}

/** How many nodes are goals, and how many tasks there are: reported ones and those that the source only lists. */
export function goalAndTaskCount(edition: Edition): { readonly goals: number; readonly tasks: number } {
  const levels = taskLevels(edition);
  const listed = edition.nodes.filter((node) => levels.has(node.level)).length;
  return { goals: edition.nodes.length - listed, tasks: edition.tasks.length + listed };
}

/** Whether the source lists tasks there: at this node or below it, for null anywhere in the plan. */
export function listsTasks(edition: Edition, node: EditionNode | null): boolean {
  const levels = taskLevels(edition);
  if (levels.size === 0) return false;
  if (node === null) return edition.nodes.some(({ level }) => levels.has(level));
  const under = new Set([node.id]);
  for (const one of edition.nodes) {
    if (one.parentId !== null && under.has(one.parentId)) under.add(one.id);
    if (under.has(one.id) && levels.has(one.level)) return true;
  }
  return false;
}

/**
 * Why nothing can be counted at a node (null: the plan) without counted tasks: its tasks were all given up, the source
 * announces tasks and names none, it lists them without a word about their state, or there are none.
 */
export function whyUncounted(
  edition: Edition,
  node: EditionNode | null,
  countsByState: Readonly<Record<'stopped' | 'merged', number>>,
): { readonly givenUp: boolean; readonly tasks: 'announced' | 'listed' | 'none' } {
  const announced =
    edition.tasks.length === 0 &&
    edition.plan.source?.announces.some(
      ({ kind, levelIndex }) => kind === 'tasks' && levelIndex === undefined,
    );
  return {
    givenUp: countsByState.stopped + countsByState.merged > 0,
    tasks: announced ? 'announced' : listsTasks(edition, node) ? 'listed' : 'none',
  };
}
