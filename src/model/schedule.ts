/** What is expected of a task by a day, and the verdict on it (methods section 1). Days are day numbers. */
import { divideHalfUp } from './decimal.ts';
import type { TaskState } from './plan.ts';

export const DELIVERY_VERDICTS = [
  'done',
  'done-late',
  'on-time',
  'behind',
  'late',
  'suspended',
  'no-report',
  'undated',
  'stopped',
  'merged',
  'no-tasks',
] as const;
export type DeliveryVerdict = (typeof DELIVERY_VERDICTS)[number];

/**
 * Expected progress in tenths of a percent: the share of the task's days that have passed when `asOf` ends, half
 * up to one decimal. Start and end day both count: a task of one day is at 0 before it and at 100 from it on;
 * a task from 1 to 10 March is at 10.0 on 1 March and at 100.0 on 10 March. Null without both dates, or when
 * the end stands before the start.
 */
export function expectedTenths(start: number | null, end: number | null, asOf: number): number | null {
  if (start === null || end === null || end < start) return null;
  const days = end - start + 1;
  const elapsed = Math.min(Math.max(asOf - start + 1, 0), days);
  return divideHalfUp(elapsed * 1000, days);
}

export interface Judged {
  readonly state: TaskState;
  /** Hundredths of a percent; null when the task is silent. */
  readonly used: number | null;
  /** Tenths of a percent, as shown. */
  readonly expected: number | null;
  readonly start: number | null;
  readonly end: number | null;
  /** First day of the period the report is about, else the day of the report. */
  readonly reportedFrom: number | null;
}

/**
 * The verdict on a task, the first rule that fits:
 * stopped, merged; done (`done-late` when the period of the report that says so begins after the end day);
 * silent -> `no-report`; suspended; the end day is past -> `late`; progress more than `behindPoints` below the
 * expected (as shown, one decimal) -> `behind`; both dates known -> `on-time`; else `undated`.
 * An end that stands before the start counts as no dates.
 */
export function taskVerdict(task: Judged, asOf: number, behindPoints: number): DeliveryVerdict {
  if (task.state === 'stopped' || task.state === 'merged') return task.state;
  const reversed = task.start !== null && task.end !== null && task.end < task.start;
  const end = reversed ? null : task.end;
  if (task.state === 'done')
    return end !== null && task.reportedFrom !== null && task.reportedFrom > end ? 'done-late' : 'done';
  if (task.used === null) return 'no-report';
  if (task.state === 'suspended') return 'suspended';
  if (end !== null && asOf > end) return 'late';
  if (task.expected === null) return 'undated';
  return isBehind(task.used, task.expected, 1, behindPoints) ? 'behind' : 'on-time';
}

/** Whether a mean of `actual / weight` hundredths stands more than `points` below one of `expected / weight` tenths. */
export function isBehind(actual: number, expected: number, weight: number, points: number): boolean {
  return actual < expected * 10 - points * 100 * weight;
}
