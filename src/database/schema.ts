/**
 * The tables, as the migrations make them. Every table carries the city it belongs to (audit entries of the
 * whole installation carry none). JSON columns hold whole values of the model that are never joined on.
 */

import type { ColumnType, RawBuilder } from 'kysely';
import type {
  AdoptingAct,
  City,
  CivilDate,
  Contact,
  Declaration,
  Grouping,
  Id,
  Level,
  Lineage,
  Link,
  Plan,
  PlanState,
  Source,
  Standing,
  TaskState,
  Texts,
} from '../model/plan.ts';

/** Read as a value, written through `json`. */
type Json<T> = ColumnType<T, RawBuilder<T>, RawBuilder<T>>;
/** Read as an array, written through `uuids`. */
type Ids = ColumnType<Id[], RawBuilder<Id[]>, RawBuilder<Id[]>>;
/** Written once. */
type Fixed<T> = ColumnType<T, T, never>;

export interface CityTable {
  id: Fixed<Id>;
  slug: string;
  name: Json<Texts>;
  standing: Standing;
  time_zone: string;
  languages: Json<readonly string[]>;
  colour: string;
  arms: Json<City['arms']>;
  contacts: Json<readonly Contact[]>;
  declaration: Json<Declaration | null>;
}

export interface UnitTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  name: Json<Texts>;
  short: Json<Texts | null>;
  email: string | null;
  phone: string | null;
  parent_id: Id | null;
  position: number;
}

export interface PlanTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  slug: string;
  title: Json<Texts>;
  short_title: Json<Texts>;
  summary: Json<Texts | null>;
  start_on: CivilDate | null;
  end_on: CivilDate;
  vision: Json<Texts | null>;
  mission: Json<Texts | null>;
  values: Json<readonly Texts[]>;
  state: PlanState;
  act: Json<AdoptingAct | null>;
  source: Json<Source | null>;
  reporting: Json<Plan['reporting']>;
  weights: Plan['weights'];
  behind_points: number;
  licence: string | null;
  levels: Json<readonly Level[]>;
  groupings: Json<readonly Grouping[]>;
  lineage: Json<readonly Lineage[]>;
}

export interface NodeTable {
  city_id: Fixed<Id>;
  plan_id: Fixed<Id>;
  id: Fixed<Id>;
  level: number;
  parent_id: Id | null;
  code: string | null;
  title: Json<Texts | null>;
  description: Json<Texts | null>;
  expected_result: Json<Texts | null>;
  group_ids: Ids;
  unit_ids: Ids;
  partners: Json<readonly Texts[]>;
  start_on: CivilDate | null;
  end_on: CivilDate | null;
  links: Json<readonly Link[]>;
  position: number;
  source_from: number | null;
  source_to: number | null;
  /** Order in the plan's list, from 0: the city's order as it was entered. */
  place: number;
}

export interface TaskTable {
  city_id: Fixed<Id>;
  plan_id: Fixed<Id>;
  id: Fixed<Id>;
  node_id: Id;
  code: string | null;
  title: Json<Texts>;
  description: Json<Texts | null>;
  expected_result: Json<Texts | null>;
  unit_ids: Ids;
  partners: Json<readonly Texts[]>;
  start_on: CivilDate | null;
  end_on: CivilDate | null;
  state: TaskState;
  state_reason: Json<Texts | null>;
  merged_into_id: Id | null;
  /** Kept as typed, `46.50` stays `46.50`. */
  progress_percent: string | null;
  reported_on: CivilDate | null;
  reported_for: string | null;
  report_text: Json<Texts | null>;
  next_step: Json<Texts | null>;
  weight: number;
  links: Json<readonly Link[]>;
  position: number;
  place: number;
}

/** Written once: a trigger refuses update and delete, and keys make a fork of the chain impossible. */
export interface EditionTable {
  city_id: Fixed<Id>;
  plan_id: Fixed<Id>;
  number: Fixed<number>;
  hash: Fixed<string>;
  previous: Fixed<string | null>;
  published_at: Fixed<string>;
  as_of: Fixed<CivilDate>;
  /** The canonical text; its UTF-8 bytes are the edition's. Text because both drivers pass it on as it is, bytea as hexadecimal. */
  content: Fixed<string>;
}

/** Written once, like an edition. */
export interface AuditTable {
  id: Fixed<Id>;
  /** Null for acts on the whole installation (restore). */
  city_id: Fixed<Id | null>;
  at: Fixed<string>;
  /** Role or office, never a person's name. */
  who: Fixed<string>;
  act: Fixed<string>;
  /** What kind of thing: `city`, `plan`, `edition`, `installation`. */
  thing: Fixed<string>;
  thing_id: Fixed<Id | null>;
  before: ColumnType<unknown, RawBuilder<unknown>, never>;
  after: ColumnType<unknown, RawBuilder<unknown>, never>;
}

export interface Tables {
  city: CityTable;
  unit: UnitTable;
  plan: PlanTable;
  node: NodeTable;
  task: TaskTable;
  edition: EditionTable;
  audit: AuditTable;
}
