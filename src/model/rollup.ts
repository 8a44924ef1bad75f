/**
 * The roll-up on columns: judged tasks in, sums per row out (methods section 1). Linear: one pass over the
 * tasks, one up the tree. Every cell is a whole number held exactly; a total past 2^53 - 1 throws.
 */
import { TASK_STATES, type TaskState } from './plan.ts';
import { DELIVERY_VERDICTS, type DeliveryVerdict } from './schedule.ts';

/** Judged tasks, one entry each. */
export interface TaskColumns {
  readonly count: number;
  /** Index into `TASK_STATES`. */
  readonly state: Uint8Array;
  /** Index into `DELIVERY_VERDICTS`. */
  readonly verdict: Uint8Array;
  /** Positive whole numbers. */
  readonly weight: Float64Array;
  /** Progress used in sums, hundredths of a percent; -1 when silent or not counted. */
  readonly used: Int16Array;
  /** Expected progress, tenths of a percent; -1 without both dates. */
  readonly expected: Int16Array;
  /** End day; only read where `expected` is known. */
  readonly end: Int32Array;
  /** First day on which a report that counts today no longer does; 0 when there is none. */
  readonly stale: Int32Array;
}

const STATES = TASK_STATES.length;
const VERDICTS = DELIVERY_VERDICTS.length;
const STOPPED = TASK_STATES.indexOf('stopped');
const MERGED = TASK_STATES.indexOf('merged');

const COUNTED = 0;
const REPORTED = 1;
const WEIGHT = 2;
const WEIGHT_REPORTED = 3;
const PROGRESS = 4;
const STOPPED_WEIGHT = 5;
const SCHEDULED = 6;
const SCHEDULED_WEIGHT = 7;
const SCHEDULED_ACTUAL = 8;
const SCHEDULED_EXPECTED = 9;
const BY_STATE = 10;
const BY_VERDICT = BY_STATE + STATES;
const ADDED = BY_VERDICT + VERDICTS;
/** Smallest, 0 when there is none. */
const STALE = ADDED;
/** Largest, only meaningful where something is scheduled. */
const LAST_END = ADDED + 1;
const WIDTH = ADDED + 2;

/** Sums for a number of rows (nodes, units, groups). */
export interface Sums {
  readonly rows: number;
  readonly cells: Float64Array;
}

/** One row of sums, in words. Progress in hundredths x weight, expected in tenths x weight. */
export interface Row {
  readonly countedTasks: number;
  readonly reportedTasks: number;
  readonly weight: number;
  readonly weightReported: number;
  readonly progress: number;
  readonly stoppedTasks: number;
  readonly weightStopped: number;
  readonly scheduledTasks: number;
  readonly scheduledWeight: number;
  readonly scheduledActual: number;
  readonly scheduledExpected: number;
  readonly byState: Readonly<Record<TaskState, number>>;
  readonly byVerdict: Readonly<Record<DeliveryVerdict, number>>;
  readonly staleDay: number | null;
  /** The last end day of the scheduled tasks. */
  readonly lastEnd: number | null;
}

export function blankSums(rows: number): Sums {
  return { rows, cells: new Float64Array(rows * WIDTH) };
}

/** Adds task `at` to row `row`. */
export function addTask(sums: Sums, row: number, tasks: TaskColumns, at: number): void {
  const { cells } = sums;
  const base = row * WIDTH;
  const state = tasks.state[at]!;
  const weight = tasks.weight[at]!;
  cells[base + BY_STATE + state]! += 1;
  cells[base + BY_VERDICT + tasks.verdict[at]!]! += 1;
  if (state === STOPPED) cells[base + STOPPED_WEIGHT]! += weight;
  if (state === STOPPED || state === MERGED) return;
  cells[base + COUNTED]! += 1;
  cells[base + WEIGHT]! += weight;
  const used = tasks.used[at]!;
  if (used < 0) return;
  cells[base + REPORTED]! += 1;
  cells[base + WEIGHT_REPORTED]! += weight;
  cells[base + PROGRESS]! += weight * used;
  const stale = tasks.stale[at]!;
  if (stale !== 0) lower(cells, base + STALE, stale);
  const expected = tasks.expected[at]!;
  if (expected < 0) return;
  raise(cells, base + LAST_END, tasks.end[at]!, (cells[base + SCHEDULED] ?? 0) === 0);
  cells[base + SCHEDULED]! += 1;
  cells[base + SCHEDULED_WEIGHT]! += weight;
  cells[base + SCHEDULED_ACTUAL]! += weight * used;
  cells[base + SCHEDULED_EXPECTED]! += weight * expected;
}

/** Adds a row of one table to a row of another, or of the same. */
export function addRow(to: Sums, toRow: number, from: Sums, fromRow: number): void {
  const target = toRow * WIDTH;
  const source = fromRow * WIDTH;
  if (from.cells[source + STALE]! !== 0) lower(to.cells, target + STALE, from.cells[source + STALE]!);
  if (from.cells[source + SCHEDULED]! !== 0)
    raise(
      to.cells,
      target + LAST_END,
      from.cells[source + LAST_END]!,
      (to.cells[target + SCHEDULED] ?? 0) === 0,
    );
  for (let cell = 0; cell < ADDED; cell++) to.cells[target + cell]! += from.cells[source + cell]!;
}

/**
 * Sums of a tree. `parent[i]` is the row of the parent, -1 at the top, and always smaller than `i` (depth-first
 * order); `home[t]` is the row of task `t`. Row `parent.length` of the answer holds the whole tree.
 */
export function rollUp(parent: Int32Array, home: Int32Array, tasks: TaskColumns): Sums {
  const sums = blankSums(parent.length + 1);
  for (let at = 0; at < tasks.count; at++) addTask(sums, home[at]!, tasks, at);
  carryUp(sums, parent);
  return sums;
}

/** The second pass alone: carries rows that hold their own tasks up the tree. */
export function carryUp(sums: Sums, parent: Int32Array): void {
  const whole = parent.length;
  for (let row = whole - 1; row >= 0; row--) {
    const above = parent[row]!;
    addRow(sums, above < 0 ? whole : above, sums, row);
  }
}

/** Reads a row. Throws when a sum is no longer exact. */
export function readRow(sums: Sums, row: number): Row {
  const base = row * WIDTH;
  const cell = (at: number): number => sums.cells[base + at]!;
  // No sum of weight x hundredths passes 10 000 x the weights, and no rounding step needs more than ten times that.
  if (!Number.isSafeInteger((cell(WEIGHT) + cell(STOPPED_WEIGHT)) * 100000))
    throw new RangeError('weights too large: a sum of weight x progress passes 2^53');
  return {
    countedTasks: cell(COUNTED),
    reportedTasks: cell(REPORTED),
    weight: cell(WEIGHT),
    weightReported: cell(WEIGHT_REPORTED),
    progress: cell(PROGRESS),
    stoppedTasks: cell(BY_STATE + STOPPED),
    weightStopped: cell(STOPPED_WEIGHT),
    scheduledTasks: cell(SCHEDULED),
    scheduledWeight: cell(SCHEDULED_WEIGHT),
    scheduledActual: cell(SCHEDULED_ACTUAL),
    scheduledExpected: cell(SCHEDULED_EXPECTED),
    byState: record(TASK_STATES, sums.cells, base + BY_STATE),
    byVerdict: record(DELIVERY_VERDICTS, sums.cells, base + BY_VERDICT),
    staleDay: cell(STALE) === 0 ? null : cell(STALE),
    lastEnd: cell(SCHEDULED) === 0 ? null : cell(LAST_END),
  };
}

/** The cells from `base` on, by name. */
function record<K extends string>(
  names: readonly K[],
  cells: Float64Array,
  base: number,
): Readonly<Record<K, number>> {
  const found = {} as Record<K, number>;
  for (let at = 0; at < names.length; at++) found[names[at]!] = cells[base + at]!;
  return found;
}

function lower(cells: Float64Array, at: number, value: number): void {
  const old = cells[at]!;
  if (old === 0 || value < old) cells[at] = value;
}

function raise(cells: Float64Array, at: number, value: number, first: boolean): void {
  if (first || value > cells[at]!) cells[at] = value;
}
