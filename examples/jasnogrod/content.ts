/** The shape in which Jasnogród's strategy is written down: short to read, both languages side by side. */

export const UNIT_KEYS = [
  'strategy',
  'health',
  'care',
  'education',
  'culture',
  'economy',
  'companies',
  'streets',
  'transport',
  'investment',
  'planning',
  'housing',
  'environment',
  'water',
  'digital',
] as const;
export type UnitKey = (typeof UNIT_KEYS)[number];
export type AreaKey = 'people' | 'economy' | 'space';
/** `YYYY-MM`: a start means its first day, an end its last. */
export type Month = `${number}-${number}`;

/** Words of a goal in one language. */
export interface GoalWords {
  readonly title: string;
  readonly text: string;
  readonly result: string;
}

/** Words of a task in one language. */
export interface TaskWords {
  readonly title: string;
  readonly text: string;
  readonly result?: string;
  /** What the latest report says, and what comes next. */
  readonly said?: string;
  readonly next?: string;
  /** What the report before the latest one said. */
  readonly was?: string;
  /** Why it was stopped, suspended or merged. */
  readonly why?: string;
}

export interface TaskSource {
  /** Never changes and is never used again: the id is made from it. */
  readonly key: string;
  /** The first answers, the others help. */
  readonly units: readonly UnitKey[];
  readonly from?: Month;
  readonly to?: Month;
  /**
   * What was reported for the first, second and third quarter of 2026, separated by spaces: `40` in progress
   * at 40 %, `p5` in preparation, `n` not started, `d` done, `s30` suspended, `x20` stopped, `m` merged,
   * `-` no report, `+` the task did not exist yet. `d@2025-Q2` names another period.
   */
  readonly reports: string;
  readonly pl: TaskWords;
  readonly en: TaskWords;
  /** Key of the task that took this one over. */
  readonly mergedInto?: string;
  /** Keys of goals and tasks. */
  readonly serves?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly supports?: readonly string[];
}

export interface OperationalSource {
  readonly key: string;
  readonly units: readonly UnitKey[];
  readonly partners?: readonly (readonly [pl: string, en: string])[];
  readonly from: Month;
  readonly to: Month;
  readonly pl: GoalWords;
  readonly en: GoalWords;
  readonly supports?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly tasks: readonly TaskSource[];
}

export interface StrategicSource {
  readonly key: string;
  readonly areas: readonly AreaKey[];
  readonly units: readonly UnitKey[];
  readonly pl: GoalWords;
  readonly en: GoalWords;
  readonly goals: readonly OperationalSource[];
}
