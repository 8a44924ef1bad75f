/**
 * The working of a figure (methods section 1): everything that it was made from, so that anyone can make it again.
 * The page "why this number?" and its JSON are both made of this. See docs/contracts/json.md.
 */
import type {
  Decimal,
  DeliveryVerdict,
  Edition,
  EditionTask,
  Id,
  NodeDelivery,
  TaskDelivery,
  TaskState,
} from '../edition/edition.ts';
import { lookup, subtree } from './lookup.ts';

/** Format version 1: members are only ever added. */
export interface Working {
  readonly format: 'horyzont-working';
  readonly version: 1;
  readonly subject: {
    readonly kind: 'plan' | 'node' | 'task';
    readonly id: Id | null;
    readonly code: string | null;
    readonly permalink: string;
  };
  readonly edition: { readonly number: number; readonly hash: string; readonly asOf: string };
  readonly method: Edition['results']['delivery']['method'];
  readonly weights: 'none' | 'whole';
  readonly behindPoints: number;
  /** Every task under the subject, counted or not, in the edition's order. */
  readonly inputs: readonly WorkingInput[];
  /** Null for a task: it has no sums. */
  readonly sums: {
    readonly weightTotal: number;
    readonly weightReported: number;
    readonly weightedProgress: Decimal;
    readonly countedTasks: number;
    readonly reportedTasks: number;
  } | null;
  readonly results: Pick<
    NodeDelivery,
    'meanPercent' | 'coveragePercent' | 'bandPercent' | 'promised' | 'schedule' | 'verdict'
  > | null;
}

export interface WorkingInput {
  readonly id: Id;
  readonly code: string | null;
  /** The goal it stands under. */
  readonly home: Id;
  /** The unit that answers for it, or null. */
  readonly unit: Id | null;
  readonly state: TaskState;
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly reportedOn: string | null;
  readonly reportedFor: string | null;
  readonly progressPercent: Decimal | null;
  readonly weight: number;
  readonly counted: boolean;
  readonly reported: boolean;
  readonly usedPercent: Decimal | null;
  readonly expectedPercent: Decimal | null;
  readonly verdict: DeliveryVerdict;
  readonly staleFrom: string | null;
}

/** `id` null: the whole plan. Null when the edition has nothing with the id. */
export function working(edition: Edition, id: Id | null, permalink: string): Working | null {
  const { nodes, tasks, nodeFigures, taskFigures } = lookup(edition);
  const node = nodes.get(id ?? '');
  const task = tasks.get(id ?? '');
  if (id !== null && !node && !task) return null;
  const { delivery } = edition.results;
  const figure = id === null ? delivery.plan : nodeFigures.get(id);
  return {
    format: 'horyzont-working',
    version: 1,
    subject: {
      kind: id === null ? 'plan' : task ? 'task' : 'node',
      id,
      code: (node ?? task)?.code ?? null,
      permalink,
    },
    edition: { number: edition.number, hash: edition.hash, asOf: edition.asOf },
    method: delivery.method,
    weights: edition.plan.weights,
    behindPoints: edition.plan.behindPoints,
    inputs: subtree(edition, id).tasks.flatMap((one) => {
      const judged = taskFigures.get(one.id);
      return judged ? [input(one, judged)] : [];
    }),
    sums: figure
      ? {
          weightTotal: figure.weightTotal,
          weightReported: figure.weightReported,
          weightedProgress: figure.weightedProgress,
          countedTasks: figure.countedTasks,
          reportedTasks: figure.reportedTasks,
        }
      : null,
    results: figure
      ? {
          meanPercent: figure.meanPercent,
          coveragePercent: figure.coveragePercent,
          bandPercent: figure.bandPercent,
          promised: figure.promised,
          schedule: figure.schedule,
          verdict: figure.verdict,
        }
      : null,
  };
}

export function workingJson(edition: Edition, id: Id | null, permalink: string): string | null {
  const value = working(edition, id, permalink);
  return value && `${JSON.stringify(value, null, 2)}\n`;
}

function input(task: EditionTask, judged: TaskDelivery): WorkingInput {
  return {
    id: task.id,
    code: task.code,
    home: task.nodeId,
    unit: task.unitIds[0] ?? null,
    state: task.state,
    startOn: task.startOn,
    endOn: task.endOn,
    reportedOn: task.reportedOn,
    reportedFor: task.reportedFor,
    progressPercent: task.progressPercent,
    weight: judged.weight,
    counted: judged.counted,
    reported: judged.reported,
    usedPercent: judged.usedPercent,
    expectedPercent: judged.expectedPercent,
    verdict: judged.verdict,
    staleFrom: judged.staleFrom,
  };
}
