/** From an edition back to the working plan, so that a finished example can be edited and published on. */

import type { Edition } from '../edition/edition.ts';
import type { City, Plan } from '../model/plan.ts';

/** City and plan as the edition shows them: freezing them again with the same publication gives the same bytes. */
export function thaw(edition: Edition): { readonly city: City; readonly plan: Plan } {
  const { arms } = edition.city;
  const nodePosition = counter();
  const taskPosition = counter();
  return {
    city: {
      ...edition.city,
      arms: arms && { svg: arms.svg, description: arms.description },
      units: edition.units,
    },
    plan: {
      ...edition.plan,
      levels: edition.levels,
      groupings: edition.groupings,
      nodes: edition.nodes.map((node) => ({ ...node, position: nodePosition(node.parentId) })),
      tasks: edition.tasks.map((task) => ({ ...task, position: taskPosition(task.nodeId) })),
      lineage: edition.lineage,
    },
  };
}

/** Counts from 0 for each key. */
function counter(): (key: string | null) => number {
  const counts = new Map<string | null, number>();
  return (key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}
