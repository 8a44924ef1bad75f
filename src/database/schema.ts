/**
 * The tables, as the migrations make them. Every table carries the city it belongs to (audit entries of the
 * whole installation carry none). JSON columns hold whole values of the model that are never joined on.
 */

import type { ColumnType, Generated, RawBuilder } from 'kysely';
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
import type { CityPolicy, Role } from '../model/role.ts';

/** Languages of the interface, as `text/locale` lists them. */
type Locale = 'pl' | 'en';
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
  policy: ColumnType<CityPolicy, RawBuilder<CityPolicy> | undefined, RawBuilder<CityPolicy>>;
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
  version: Generated<number>;
  previous_plan_id: Id | null;
  /** Whether a second person must confirm a publication. */
  confirm_publication: Generated<boolean>;
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
  /** Counts the changes, from 1: who edits an older one is told. */
  version: Generated<number>;
  /** In the recycle bin since; null: in the plan. */
  deleted_at: string | null;
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
  version: Generated<number>;
  deleted_at: string | null;
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
  person_id: Fixed<Id | null>;
  plan_id: Fixed<Id | null>;
  /** Place in the city's chain, from 1; null: an entry from before the chain. */
  number: Fixed<number | null>;
  previous_hash: Fixed<string | null>;
  hash: Fixed<string | null>;
}

/** Names in camelCase are the identity library's. */
export interface PersonTable {
  id: Fixed<Id>;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
  twoFactorEnabled: Generated<boolean>;
  locale: Generated<Locale>;
  installation: Generated<boolean>;
  notify: Generated<'at-once' | 'daily' | 'none'>;
  deactivated_at: string | null;
}

export interface SessionTable {
  id: Fixed<Id>;
  expiresAt: string;
  token: string;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
  ipAddress: string | null;
  userAgent: string | null;
  userId: Id;
  seen_at: Generated<string>;
}

export interface CredentialTable {
  id: Fixed<Id>;
  accountId: string;
  providerId: string;
  userId: Id;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  /** Of single sign-on: when the provider was last asked for the person's groups, and when it last answered. */
  asked_at: string | null;
  confirmed_at: string | null;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
}

export interface VerificationTable {
  id: Fixed<Id>;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
}

export interface SecondFactorTable {
  id: Fixed<Id>;
  secret: string;
  backupCodes: string;
  userId: Id;
  verified: boolean | null;
  failedVerificationCount: number | null;
  lockedUntil: string | null;
  /** Time step of the code that was taken last: no code is taken twice (RFC 6238, 5.2). */
  last_used_step: number | null;
}

export interface PasskeyTable {
  id: Fixed<Id>;
  name: string | null;
  publicKey: string;
  userId: Id;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: boolean;
  transports: string | null;
  createdAt: string | null;
  aaguid: string | null;
}

export interface AttemptTable {
  key: string;
  failures: number;
  first_at: string;
  last_at: string;
}

export interface InstallationTable {
  name: string;
  value: Json<unknown>;
}

export interface AppointmentTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  person_id: Id;
  role: Role;
  unit_id: Id | null;
  item_ids: Ids;
  from_on: CivilDate | null;
  until_on: CivilDate | null;
  deputy_for_id: Id | null;
  source: Generated<'office' | 'sign-on'>;
  made_at: string;
}

export interface InvitationTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  token_hash: string;
  email: string;
  name: string;
  role: Role;
  unit_id: Id | null;
  invited_by: Id | null;
  made_at: string;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
}

export interface JobTable {
  city_id: Id | null;
  id: Fixed<Id>;
  kind: string;
  payload: Json<unknown>;
  unique_key: string | null;
  run_at: string;
  attempts: Generated<number>;
  leased_until: string | null;
  lease: Id | null;
  done_at: string | null;
  failed_at: string | null;
  error: string | null;
  made_at: string;
}

export interface DraftTable {
  city_id: Fixed<Id>;
  person_id: Fixed<Id>;
  form: Fixed<string>;
  thing_id: Fixed<Id>;
  /** Of the thing, when the draft was begun. */
  version: number;
  fields: Json<Readonly<Record<string, string | readonly string[]>>>;
  saved_at: string;
}

export interface PresenceTable {
  city_id: Fixed<Id>;
  thing_id: Fixed<Id>;
  person_id: Fixed<Id>;
  seen_at: string;
}

export interface CommentTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  plan_id: Fixed<Id>;
  thing_id: Fixed<Id>;
  person_id: Fixed<Id>;
  text: string;
  mentions: Ids;
  at: string;
  withdrawn_at: string | null;
}

export interface NotificationTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  person_id: Fixed<Id>;
  kind: string;
  plan_id: Id | null;
  thing_id: Id | null;
  values: Json<Readonly<Record<string, string | number>>>;
  at: string;
  read_at: string | null;
  mailed_at: string | null;
}

export interface AttachmentTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  plan_id: Fixed<Id>;
  thing_id: Fixed<Id>;
  name: string;
  type: string;
  bytes: number;
  hash: string;
  person_id: Fixed<Id>;
  at: string;
  withdrawn_at: string | null;
}

export interface ReceiptTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  plan_id: Fixed<Id>;
  person_id: Fixed<Id>;
  at: string;
  file_name: string | null;
  file_hash: string;
  format: string;
  counts: Json<Readonly<Record<string, number>>>;
  decisions: Json<unknown>;
  before: Json<unknown>;
  undone_at: string | null;
}

export interface DecisionTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  plan_id: Fixed<Id>;
  thing_id: Fixed<Id>;
  field: string;
  kind: 'correction' | 'change';
  number: string | null;
  decided_on: CivilDate | null;
  reason: Json<Texts>;
  person_id: Fixed<Id>;
  at: string;
  /** Number of the first edition that says it; null: not published yet. */
  edition: number | null;
}

export interface PublicationOrderTable {
  city_id: Fixed<Id>;
  id: Fixed<Id>;
  plan_id: Fixed<Id>;
  note: Json<Texts | null>;
  run_at: string;
  ordered_by: Id;
  ordered_at: string;
  confirmed_by: Id | null;
  confirmed_at: string | null;
  cancelled_at: string | null;
  done_at: string | null;
  number: number | null;
  refused: Json<unknown>;
}

export interface ChecklistAnswerTable {
  city_id: Fixed<Id>;
  plan_id: Fixed<Id>;
  checklist: Fixed<string>;
  item: Fixed<string>;
  answer: 'yes' | 'no' | 'does-not-apply';
  evidence: string;
  person_id: Id;
  at: string;
}

export interface Tables {
  city: CityTable;
  unit: UnitTable;
  plan: PlanTable;
  node: NodeTable;
  task: TaskTable;
  edition: EditionTable;
  audit: AuditTable;
  person: PersonTable;
  session: SessionTable;
  credential: CredentialTable;
  verification: VerificationTable;
  second_factor: SecondFactorTable;
  passkey: PasskeyTable;
  attempt: AttemptTable;
  installation: InstallationTable;
  appointment: AppointmentTable;
  invitation: InvitationTable;
  job: JobTable;
  draft: DraftTable;
  presence: PresenceTable;
  comment: CommentTable;
  notification: NotificationTable;
  attachment: AttachmentTable;
  receipt: ReceiptTable;
  decision: DecisionTable;
  publication_order: PublicationOrderTable;
  checklist_answer: ChecklistAnswerTable;
}
