/**
 * What is wrong with a plan and what it lacks. Problems of structure stop publication (`freeze` throws on them);
 * the others are gaps: published as they are, never filled with an invention. Words stand in `text/problems`.
 */
import type { Problem } from '../problem.ts';
import { announcedGaps, goalGaps, taskGaps } from './gaps.ts';
import type { City, Plan } from './plan.ts';
import { structureProblems } from './structure.ts';
import { treeOf } from './tree.ts';

/** Everything found, structure first, then gaps from the whole plan down to its tasks. */
export function check(city: City, plan: Plan): readonly Problem[] {
  return [...structureProblems(city, plan), ...gaps(plan)];
}

/** What stops a publication. [] means that the plan can be frozen. */
export function blockingProblems(city: City, plan: Plan): readonly Problem[] {
  return structureProblems(city, plan);
}

/** What the edition carries as `gaps`. */
export function gaps(plan: Plan): readonly Problem[] {
  const tree = treeOf(plan);
  return [...announcedGaps(plan), ...goalGaps(plan, tree), ...taskGaps(tree)];
}
