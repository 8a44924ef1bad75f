/** Every task of a plan judged as of a day: whether it counts, with what, and its verdict (methods section 1). */
import { dateOf, dayNumber } from './day.ts';
import { formatHundredths, formatTenths, parsePercent } from './decimal.ts';
import { parsePeriod, staleDay } from './period.ts';
import { TASK_STATES, type CivilDate, type Id, type Plan, type Task } from './plan.ts';
import type { TaskColumns } from './rollup.ts';
import { DELIVERY_VERDICTS, expectedTenths, taskVerdict, type DeliveryVerdict } from './schedule.ts';

/** What was decided about one task; fields as `TaskDelivery` of the edition. */
export interface TaskFigure {
  readonly id: Id;
  readonly counted: boolean;
  readonly reported: boolean;
  readonly usedPercent: string | null;
  readonly weight: number;
  readonly expectedPercent: string | null;
  readonly verdict: DeliveryVerdict;
  readonly staleFrom: CivilDate | null;
}

export interface Judgement {
  readonly columns: TaskColumns;
  readonly figures: readonly TaskFigure[];
}

/** Judges tasks in their order. Throws on a date, period or progress that cannot be read. */
export function judgeTasks(plan: Plan, tasks: readonly Task[], today: number): Judgement {
  const count = tasks.length;
  const columns = {
    count,
    state: new Uint8Array(count),
    verdict: new Uint8Array(count),
    weight: new Float64Array(count),
    used: new Int16Array(count).fill(-1),
    expected: new Int16Array(count).fill(-1),
    end: new Int32Array(count),
    stale: new Int32Array(count),
  };
  const day = remember(readDay);
  const period = remember((text: string) => readPeriod(text, plan));
  const percent = remember(readPercent);
  const hundredths = remember(formatHundredths);
  const tenths = remember(formatTenths);
  const date = remember(dateOf);
  const stateAt = new Map(TASK_STATES.map((state, at) => [state, at]));
  const verdictAt = new Map(DELIVERY_VERDICTS.map((verdict, at) => [verdict, at]));

  const figures = tasks.map((task, at): TaskFigure => {
    const { id, state } = task;
    const start = task.startOn === null ? null : day(task.startOn);
    const end = task.endOn === null ? null : day(task.endOn);
    const reported = task.reportedFor === null ? null : period(task.reportedFor);
    const counted = state !== 'stopped' && state !== 'merged';
    const progress = task.progressPercent === null ? null : percent(task.progressPercent);
    // Done counts 100, not started 0, the others what was reported.
    const value = !counted ? null : state === 'done' ? 10000 : state === 'not-started' ? 0 : progress;
    const stale = value === null || state === 'done' || !reported ? null : reported.stale;
    const used = state === 'done' || (stale !== null && today < stale) ? value : null;
    const expected = expectedTenths(start, end, today);
    const reportedFrom = reported?.start ?? (task.reportedOn === null ? null : day(task.reportedOn));
    const judged = { state, used, expected, start, end, reportedFrom };
    const verdict = taskVerdict(judged, today, plan.behindPoints);
    const weight = plan.weights === 'whole' ? task.weight : 1;

    columns.state[at] = stateAt.get(state)!;
    columns.verdict[at] = verdictAt.get(verdict)!;
    columns.weight[at] = weight;
    if (used !== null) {
      columns.used[at] = used;
      columns.stale[at] = stale ?? 0;
    }
    if (expected !== null) {
      columns.expected[at] = expected;
      columns.end[at] = end!;
    }
    return {
      id,
      counted,
      reported: used !== null,
      usedPercent: used === null ? null : hundredths(used),
      weight,
      expectedPercent: expected === null ? null : tenths(expected),
      verdict,
      staleFrom: stale === null ? null : date(stale),
    };
  });
  return { columns, figures };
}

/** The day number of a date; throws when it is none. */
export function readDay(date: CivilDate): number {
  const number = dayNumber(date);
  if (number === null) throw new Error(`${date} is not a date`);
  return number;
}

/** When a period began, and from when on a report about it no longer counts. */
function readPeriod(text: string, plan: Plan): { readonly start: number; readonly stale: number } {
  const period = parsePeriod(text);
  if (!period) throw new Error(`${text} is not a reporting period`);
  const { frequency, graceDays } = plan.reporting;
  return { start: period.start, stale: staleDay(period, frequency, graceDays) };
}

function readPercent(text: string): number {
  const value = parsePercent(text);
  if (value === null) throw new Error(`${text} is not a progress from 0 to 100`);
  return value;
}

/** Plans repeat their dates, periods and percentages: each is read or written once. */
function remember<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      known.set(key, value);
    }
    return value;
  };
}
