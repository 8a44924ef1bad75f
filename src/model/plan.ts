/** The working plan: what a city edits. Pure data; `check` judges it, `edition/freeze` turns it into an edition. */

/** Text per language, BCP 47 primary tag to text. */
export type Texts = Readonly<Record<string, string>>;
/** `YYYY-MM-DD` in the city's zone. */
export type CivilDate = string;
/** UUID, version 7 where this product makes it. */
export type Id = string;

export const STANDINGS = ['official', 'from-public-page', 'invented'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface City {
  readonly id: Id;
  /** `[a-z0-9-]`, unique in the installation; never one of the reserved first path words. */
  readonly slug: string;
  readonly name: Texts;
  readonly standing: Standing;
  /** IANA zone. */
  readonly timeZone: string;
  /** The main language first. */
  readonly languages: readonly string[];
  /** `#rrggbb`. */
  readonly colour: string;
  readonly arms: { readonly svg: string; readonly description: Texts } | null;
  readonly contacts: readonly Contact[];
  readonly declaration: Declaration | null;
  readonly units: readonly Unit[];
}

export interface Contact {
  readonly kind: 'strategy' | 'accessibility' | 'general';
  readonly name: Texts;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Texts | null;
}

/** Data of the accessibility declaration, act of 4 April 2019, technical conditions v2.0 (July 2024). */
export interface Declaration {
  readonly entity: Texts;
  readonly address: string;
  readonly publishedOn: CivilDate;
  readonly updatedOn: CivilDate;
  readonly preparedOn: CivilDate;
  readonly reviewedOn: CivilDate | null;
  readonly status: 'compliant' | 'partly-compliant' | 'not-compliant';
  readonly exceptions: Texts | null;
  readonly email: string;
  readonly phone: string;
  readonly building: Texts;
  readonly communication: Texts;
}

/** An office that answers; never a person. */
export interface Unit {
  readonly id: Id;
  readonly name: Texts;
  readonly short: Texts | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly parentId: Id | null;
}

export const PLAN_STATES = [
  'in-preparation',
  'in-consultation',
  'in-force',
  'superseded',
  'expired',
  'not-stated',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const FREQUENCIES = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export interface Plan {
  readonly id: Id;
  readonly slug: string;
  readonly title: Texts;
  readonly shortTitle: Texts;
  readonly summary: Texts | null;
  /** `startOn` null: not stated. A horizon year means its 31 December. */
  readonly horizon: { readonly startOn: CivilDate | null; readonly endOn: CivilDate };
  readonly vision: Texts | null;
  readonly mission: Texts | null;
  readonly values: readonly Texts[];
  readonly state: PlanState;
  readonly act: AdoptingAct | null;
  readonly source: Source | null;
  readonly reporting: {
    readonly frequency: Frequency | null;
    readonly graceDays: number;
    readonly nextReportOn: CivilDate | null;
  };
  readonly weights: 'none' | 'whole';
  /** Points; methods section 1, default 10. */
  readonly behindPoints: number;
  readonly licence: string | null;
  /** One to five, from the top. */
  readonly levels: readonly Level[];
  readonly groupings: readonly Grouping[];
  /** In the city's order; a parent may stand anywhere. */
  readonly nodes: readonly Node[];
  readonly tasks: readonly Task[];
  readonly lineage: readonly Lineage[];
}

export interface AdoptingAct {
  readonly number: string;
  readonly on: CivilDate;
  readonly body: Texts;
  readonly title: Texts | null;
  readonly address: string | null;
}

export interface Source {
  readonly address: string | null;
  readonly title: Texts | null;
  readonly retrievedOn: CivilDate | null;
  /** SHA-256 of the bytes read, lower-case hexadecimal. */
  readonly hash: string | null;
  readonly announces: readonly Announcement[];
}

export interface Announcement {
  readonly kind: 'areas' | 'goals' | 'tasks' | 'indicators' | 'vision' | 'mission';
  readonly count: number | null;
  readonly line: number | null;
  /** Index into `levels` when what is announced is a level of the plan; absent when it is none. */
  readonly levelIndex?: number;
}

export interface Level {
  readonly id: Id;
  readonly singular: Texts;
  readonly plural: Texts;
}

export interface Grouping {
  readonly id: Id;
  readonly singular: Texts;
  readonly plural: Texts;
  /** The count the source states, else null. */
  readonly announced: number | null;
  readonly groups: readonly { readonly id: Id; readonly name: Texts | null }[];
}

export const LINK_KINDS = ['supports', 'depends-on', 'serves'] as const;
export interface Link {
  readonly kind: (typeof LINK_KINDS)[number];
  readonly toId: Id;
}

export interface Node {
  readonly id: Id;
  /** Index into `levels`. */
  readonly level: number;
  readonly parentId: Id | null;
  /** As printed without a final dot; null when there is none. */
  readonly code: string | null;
  readonly title: Texts | null;
  /** Safe Markdown subset (paragraphs, lists, emphasis, links). */
  readonly description: Texts | null;
  readonly expectedResult: Texts | null;
  readonly groupIds: readonly Id[];
  readonly unitIds: readonly Id[];
  readonly partners: readonly Texts[];
  readonly startOn: CivilDate | null;
  readonly endOn: CivilDate | null;
  readonly links: readonly Link[];
  /** Order among siblings, from 0. */
  readonly position: number;
  readonly sourceLines: readonly [number, number] | null;
}

export const TASK_STATES = [
  'not-started',
  'in-preparation',
  'in-progress',
  'done',
  'suspended',
  'stopped',
  'merged',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** A task, methods section 1. */
export interface Task {
  readonly id: Id;
  /** Its one home. */
  readonly nodeId: Id;
  readonly code: string | null;
  readonly title: Texts;
  readonly description: Texts | null;
  readonly expectedResult: Texts | null;
  readonly unitIds: readonly Id[];
  readonly partners: readonly Texts[];
  readonly startOn: CivilDate | null;
  readonly endOn: CivilDate | null;
  readonly state: TaskState;
  readonly stateReason: Texts | null;
  readonly mergedIntoId: Id | null;
  /** Decimal, 0 to 100, at most two decimals, or null. */
  readonly progressPercent: string | null;
  readonly reportedOn: CivilDate | null;
  /** Period the report is about: `2026-Q3`, `2026-09`, `2026-H1` or `2026`. */
  readonly reportedFor: string | null;
  readonly reportText: Texts | null;
  readonly nextStep: Texts | null;
  /** Positive whole number, 1 by default. */
  readonly weight: number;
  readonly links: readonly Link[];
  readonly position: number;
}

export interface Lineage {
  readonly kind: 'continued' | 'merged' | 'split' | 'dropped';
  readonly fromPlan: Texts;
  readonly from: readonly { readonly code: string | null; readonly title: Texts }[];
  readonly toIds: readonly Id[];
  readonly note: Texts | null;
}
