/** From sums to a published figure: means, coverage, band, verdict and worst child (methods section 1). */
import { dateOf } from './day.ts';
import { divideHalfUp, formatHundredths, formatTenths } from './decimal.ts';
import type { CivilDate, Id, TaskState } from './plan.ts';
import type { Row } from './rollup.ts';
import { isBehind, type DeliveryVerdict } from './schedule.ts';

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

/** The direct children of what a figure is about. */
export interface Children {
  readonly nodes: readonly { readonly id: Id; readonly row: Row }[];
  /** The task furthest behind among its own, by hundredths of a point; null when none is behind. */
  readonly worstTask: { readonly id: Id; readonly gap: number } | null;
}

/**
 * The figure of a row of sums. `endOn` is the day number of the end of the node's own dates, null when it has none
 * or when it is no node.
 */
export function figureOf(
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
    countsByState: row.byState,
    countsByVerdict: row.byVerdict,
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

/**
 * The task's rule on the two means of a node, the first that fits: no counted task -> `no-tasks`; all done ->
 * `done`, or `done-late` when one of them was; nobody reported -> `no-report`; all that is not done is suspended
 * -> `suspended`; its own end day is past, or those of all its reported and dated tasks while their mean is below
 * 100 -> `late`; no reported and dated task -> `undated`; mean more than `behindPoints` below the expected ->
 * `behind` (compared before rounding); else `on-time`.
 */
function nodeVerdict(row: Row, endOn: number | null, today: number, behindPoints: number): DeliveryVerdict {
  const count = row.byVerdict;
  if (row.countedTasks === 0) return 'no-tasks';
  const done = count.done + count['done-late'];
  if (done === row.countedTasks) return count['done-late'] > 0 ? 'done-late' : 'done';
  if (row.reportedTasks === 0) return 'no-report';
  if (done + count.suspended === row.countedTasks) return 'suspended';
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
  if (children.worstTask) offer(children.worstTask.id, children.worstTask.gap, 1);
  // Written only inside `offer`, which the compiler does not follow.
  const found = worst as { readonly id: Id; readonly gap: number; readonly weight: number } | null;
  if (!found) return null;
  const tenths = divideHalfUp(found.gap, found.weight * 10);
  return tenths === 0 ? null : { id: found.id, behindPoints: formatTenths(tenths) };
}
