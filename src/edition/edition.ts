/**
 * The edition: what a city said on one day about one plan, with its results and their working.
 * These are the types of the stored bytes (format version 1). They import nothing; stored bytes are never
 * rewritten, older versions are upgraded on reading (`upgrade`). Fields that have no value are `null`, never
 * absent, unless marked optional. See docs/contracts/edition.md.
 */

/** Text per language, BCP 47 primary tag to NFC text: `{ pl: "Cel", en: "Goal" }`. At least one entry. */
export type Texts = Readonly<Record<string, string>>;
/** A decimal number as typed or computed: digits, at most one point, no exponent: `"46.4"`. */
export type Decimal = string;
/** A civil date in the city's zone, `YYYY-MM-DD`. */
export type CivilDate = string;
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export type Instant = string;
/** SHA-256, 64 lower-case hexadecimal digits. */
export type Hash = string;
/** UUID (version 7 where this product made it). */
export type Id = string;

export interface Edition {
  readonly format: 'horyzont-edition';
  readonly version: 1;
  /** 1 for the first edition of the plan, then one more each time. */
  readonly number: number;
  /** Hash of the edition before; null for the first. */
  readonly previous: Hash | null;
  readonly publishedAt: Instant;
  /** The day as of which every result below was judged. */
  readonly asOf: CivilDate;
  /** Role or office that published, never a person; null when not stated. */
  readonly publishedBy: Texts | null;
  /** A sentence for residents about this edition. */
  readonly note: Texts | null;
  readonly product: { readonly name: 'Horyzont'; readonly version: string };
  readonly city: EditionCity;
  readonly plan: EditionPlan;
  readonly levels: readonly EditionLevel[];
  readonly groupings: readonly EditionGrouping[];
  readonly units: readonly EditionUnit[];
  /** Depth first, in the city's order: a parent stands before its children. */
  readonly nodes: readonly EditionNode[];
  /** By home node in the order of `nodes`, then in the city's order. */
  readonly tasks: readonly EditionTask[];
  readonly lineage: readonly EditionLineage[];
  readonly results: EditionResults;
  /** What `check` and the checklists found: words stand in `text`. */
  readonly gaps: readonly EditionGap[];
  /** Decisions on which changes since the edition before rest (a moved date, a stopped task). */
  readonly decisions: readonly EditionDecision[];
  /** Errors put right since the edition before, so that they do not read as changes; absent when there are none. */
  readonly corrections?: readonly EditionCorrection[];
  /** SHA-256 of the RFC 8785 bytes of the edition without `hash` and `signature`. */
  readonly hash: Hash;
  readonly signature?: string;
}

/** What stands above every page of the city. */
export interface EditionCity {
  readonly id: Id;
  readonly slug: string;
  readonly name: Texts;
  /** How the page came about: by the city, from the city's public page by others, or an invented city. */
  readonly standing: 'official' | 'from-public-page' | 'invented';
  /** IANA zone, `Europe/Warsaw`. */
  readonly timeZone: string;
  /** Languages of the content, the main one first. */
  readonly languages: readonly string[];
  /** `#rrggbb`; the portal derives the accessible scale from it. */
  readonly colour: string;
  /** SVG of the arms, plain shapes only (`model/arms`), or null. */
  readonly arms: { readonly svg: string; readonly hash: Hash; readonly description: Texts } | null;
  readonly contacts: readonly EditionContact[];
  /** Data of the accessibility declaration (Polish act of 4 April 2019); null when the operator gave none. */
  readonly declaration: EditionDeclaration | null;
}

export interface EditionContact {
  readonly kind: 'strategy' | 'accessibility' | 'general';
  readonly name: Texts;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Texts | null;
}

export interface EditionDeclaration {
  /** The public body that answers (`a11y-podmiot`). */
  readonly entity: Texts;
  /** The address the declaration speaks of (`a11y-url`). */
  readonly address: string;
  readonly publishedOn: CivilDate;
  readonly updatedOn: CivilDate;
  readonly preparedOn: CivilDate;
  readonly reviewedOn: CivilDate | null;
  readonly status: 'compliant' | 'partly-compliant' | 'not-compliant';
  /** What is not accessible and why, safe Markdown. */
  readonly exceptions: Texts | null;
  readonly email: string;
  readonly phone: string;
  /** Access to the building (`a11y-architektura`) and to communication (`a11y-komunikacja`). */
  readonly building: Texts;
  readonly communication: Texts;
}

export interface EditionPlan {
  readonly id: Id;
  readonly slug: string;
  readonly title: Texts;
  /** One line for the header, "Strategy to 2032". */
  readonly shortTitle: Texts;
  /** A sentence or two under the title; null when the city wrote none. */
  readonly summary: Texts | null;
  /** `start` null: the source does not say; drawn as the end year alone. A year means its 31 December (end) or 1 January (start). */
  readonly horizon: { readonly startOn: CivilDate | null; readonly endOn: CivilDate };
  readonly vision: Texts | null;
  readonly mission: Texts | null;
  readonly values: readonly Texts[];
  readonly state: 'in-preparation' | 'in-consultation' | 'in-force' | 'superseded' | 'expired' | 'not-stated';
  readonly act: EditionAct | null;
  readonly source: EditionSource | null;
  readonly reporting: {
    readonly frequency: 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | null;
    /** Days after the due date in which a report still counts. */
    readonly graceDays: number;
    readonly nextReportOn: CivilDate | null;
  };
  /** `none`: every task counts equally; `whole`: by its positive whole weight. */
  readonly weights: 'none' | 'whole';
  /** Points below the expected progress from which a task is `behind` (methods section 1; default 10). */
  readonly behindPoints: number;
  /** Licence of the data, an SPDX id or address; null when not stated. */
  readonly licence: string | null;
}

export interface EditionAct {
  readonly number: string;
  readonly on: CivilDate;
  readonly body: Texts;
  readonly title: Texts | null;
  readonly address: string | null;
}

export interface EditionSource {
  readonly address: string | null;
  readonly title: Texts | null;
  readonly retrievedOn: CivilDate | null;
  /** SHA-256 of the bytes that were read. */
  readonly hash: Hash | null;
  readonly announces: readonly EditionAnnouncement[];
}

/** Something the source says is there: three areas, tasks, a vision. Whether it is given is a gap's matter. */
export interface EditionAnnouncement {
  readonly kind: 'areas' | 'goals' | 'tasks' | 'indicators' | 'vision' | 'mission';
  /** The number the source states, or null ("tasks were assigned"). */
  readonly count: number | null;
  readonly line: number | null;
  /** Index into `levels` when what is announced is a level of the plan; absent when it is none. */
  readonly levelIndex?: number;
}

/** A level of the plan, from the top; names are the city's. */
export interface EditionLevel {
  readonly id: Id;
  readonly singular: Texts;
  readonly plural: Texts;
}

/** Areas, dimensions, fields: many-to-many with nodes. `groups` may be empty while `announced` says how many the source states. */
export interface EditionGrouping {
  readonly id: Id;
  readonly singular: Texts;
  readonly plural: Texts;
  readonly announced: number | null;
  readonly groups: readonly { readonly id: Id; readonly name: Texts | null }[];
}

/** A responsible unit: an office, never a person. */
export interface EditionUnit {
  readonly id: Id;
  readonly name: Texts;
  readonly short: Texts | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly parentId: Id | null;
}

export interface EditionNode {
  readonly id: Id;
  /** Index into `levels`. */
  readonly level: number;
  readonly parentId: Id | null;
  /** As printed, without a final dot; null when the source gives none. */
  readonly code: string | null;
  readonly title: Texts | null;
  /** Safe Markdown subset. */
  readonly description: Texts | null;
  readonly expectedResult: Texts | null;
  readonly groupIds: readonly Id[];
  /** The first answers, the others help. */
  readonly unitIds: readonly Id[];
  readonly partners: readonly Texts[];
  readonly startOn: CivilDate | null;
  readonly endOn: CivilDate | null;
  readonly links: readonly EditionLink[];
  /** The lines of the source it was read from, 1-based. */
  readonly sourceLines: readonly [number, number] | null;
}

export interface EditionLink {
  readonly kind: 'supports' | 'depends-on' | 'serves';
  readonly toId: Id;
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

export interface EditionTask {
  readonly id: Id;
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
  /** Why it was stopped, suspended or merged. */
  readonly stateReason: Texts | null;
  readonly mergedIntoId: Id | null;
  /** 0 to 100, at most two decimals. */
  readonly progressPercent: Decimal | null;
  readonly reportedOn: CivilDate | null;
  /** The period the report is about: `2026-Q3`, `2026-09`, `2026-H1`, `2026`. */
  readonly reportedFor: string | null;
  /** What was done, and what comes next, in the reporter's words. */
  readonly reportText: Texts | null;
  readonly nextStep: Texts | null;
  /** Positive whole number; 1 when the plan has no weights. */
  readonly weight: number;
  readonly links: readonly EditionLink[];
}

/** How nodes of an earlier plan became nodes of this one. */
export interface EditionLineage {
  readonly kind: 'continued' | 'merged' | 'split' | 'dropped';
  readonly fromPlan: Texts;
  readonly from: readonly { readonly code: string | null; readonly title: Texts }[];
  readonly toIds: readonly Id[];
  readonly note: Texts | null;
}

export interface EditionDecision {
  /** The node or task that it changed. */
  readonly id: Id;
  readonly field: string;
  readonly number: string;
  readonly on: CivilDate;
  readonly reason: Texts;
}

/** A typing error or a contact put right: the promise is what it was. */
export interface EditionCorrection {
  /** The node or task, or the plan. */
  readonly id: Id;
  /** As named here; `added` and `removed` for a whole item. */
  readonly field: string;
  /** The day it was put right. */
  readonly on: CivilDate;
  readonly note: Texts | null;
}

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

export interface EditionResults {
  readonly delivery: {
    readonly method: { readonly name: 'delivery'; readonly version: 1; readonly rounding: 'half-up-1' };
    /** Every task, by id, in the order of `tasks`. */
    readonly tasks: readonly TaskDelivery[];
    /** Every node, in the order of `nodes`. */
    readonly nodes: readonly NodeDelivery[];
    /** The whole plan: the same figure with `id` null. */
    readonly plan: NodeDelivery;
    /** The whole plan seen by responsible unit (first unit of each task) and by group. `id` is the unit's or group's. */
    readonly units: readonly NodeDelivery[];
    readonly groups: readonly NodeDelivery[];
  };
  /** Reserved: results of indicators (methods section 2). */
  readonly indicators: readonly never[];
}

export interface TaskDelivery {
  readonly id: Id;
  /** Stopped and merged tasks do not count. */
  readonly counted: boolean;
  /** Has a report that is still valid on the edition's day (done never expires). */
  readonly reported: boolean;
  /** The progress used in sums: null when silent or not counted. One to two decimals as reported. */
  readonly usedPercent: Decimal | null;
  readonly weight: number;
  /** Share of whole days elapsed on the edition's day, half up to one decimal; null without both dates. */
  readonly expectedPercent: Decimal | null;
  readonly verdict: DeliveryVerdict;
  /** First day on which the report no longer counts; null when it never expires or there is none. */
  readonly staleFrom: CivilDate | null;
}

/** A roll-up with its working: methods section 1. Sums are exact decimals; means are half up to one decimal. */
export interface NodeDelivery {
  readonly id: Id | null;
  /** Tasks anywhere under it that count. */
  readonly countedTasks: number;
  readonly reportedTasks: number;
  /** W: sum of weights of the counted tasks. */
  readonly weightTotal: number;
  /** R: sum of weights of the reported tasks. */
  readonly weightReported: number;
  /** S: sum of weight x progress of the reported tasks. */
  readonly weightedProgress: Decimal;
  /** m = S / R; null when R = 0. */
  readonly meanPercent: Decimal | null;
  /** c = R / W in percent; null when W = 0. */
  readonly coveragePercent: Decimal | null;
  /** [S / W, (S + (W - R) x 100) / W]; null when W = 0. */
  readonly bandPercent: readonly [Decimal, Decimal] | null;
  /** The mean of everything promised: stopped tasks kept in at 0. Null when nothing is stopped or nothing is reported. */
  readonly promised: {
    readonly meanPercent: Decimal;
    readonly weightReported: number;
    readonly stoppedTasks: number;
    readonly weightStopped: number;
  } | null;
  /** Over the reported and dated tasks: their mean, the mean of their expected progress, and how many they are. */
  readonly schedule: {
    readonly tasks: number;
    readonly actualPercent: Decimal;
    readonly expectedPercent: Decimal;
  } | null;
  readonly verdict: DeliveryVerdict;
  readonly countsByState: Readonly<Record<TaskState, number>>;
  readonly countsByVerdict: Readonly<Record<DeliveryVerdict, number>>;
  /** The direct child (node, else task) with the largest expected minus actual, if positive. */
  readonly worst: { readonly id: Id; readonly behindPoints: Decimal } | null;
  /** Direct child nodes, and those of them that have no counted task. */
  readonly childNodes: number;
  readonly childNodesWithoutTasks: number;
  /** First day on which some report under it no longer counts. */
  readonly staleFrom: CivilDate | null;
}

export interface EditionGap {
  /** Names the message in `text/problems`. */
  readonly code: string;
  readonly place: {
    readonly line?: number;
    readonly id?: Id;
    readonly code?: string;
    readonly field?: string;
  };
  readonly values: Readonly<Record<string, string | number>>;
}
