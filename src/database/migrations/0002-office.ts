/**
 * The office: persons and their ways in, appointments, jobs, drafts, the recycle bin, changes with their decisions,
 * and row-level security as the second barrier between cities. Columns in camelCase are named by the library that
 * writes them (docs/decisions/0008).
 */

export const name = '0002-office';

const PERSON = `
create table person (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean not null default false,
  locale text not null default 'pl' check (locale in ('pl', 'en')),
  installation boolean not null default false,
  notify text not null default 'daily' check (notify in ('at-once', 'daily', 'none')),
  deactivated_at timestamptz
)`;

const SESSION = `
create table session (
  id uuid primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references person (id) on delete cascade,
  seen_at timestamptz not null default current_timestamp
)`;

const CREDENTIAL = `
create table credential (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references person (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  asked_at timestamptz,
  confirmed_at timestamptz,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
)`;

const VERIFICATION = `
create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
)`;

const SECOND_FACTOR = `
create table second_factor (
  id uuid primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references person (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz,
  last_used_step bigint
)`;

const PASSKEY = `
create table passkey (
  id uuid primary key,
  name text,
  "publicKey" text not null,
  "userId" uuid not null references person (id) on delete cascade,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz,
  aaguid text
)`;

/** Failed attempts by what was tried (address, e-mail): for throttling that ends by itself. */
const ATTEMPT = `
create table attempt (
  key text primary key,
  failures integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null
)`;

/** Facts of the whole installation by name: the first link, the policy of second factors. */
const INSTALLATION = `
create table installation (
  name text primary key,
  value jsonb not null
)`;

const APPOINTMENT = `
create table appointment (
  city_id uuid not null references city (id),
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null check (role in ('administrator', 'strategist', 'approver', 'reporter', 'viewer', 'auditor')),
  unit_id uuid,
  item_ids uuid[] not null default '{}',
  from_on date,
  until_on date,
  deputy_for_id uuid references person (id),
  source text not null default 'office' check (source in ('office', 'sign-on')),
  made_at timestamptz not null,
  check (deputy_for_id is null or until_on is not null),
  foreign key (city_id, unit_id) references unit (city_id, id) deferrable initially deferred
)`;

const INVITATION = `
create table invitation (
  city_id uuid not null references city (id),
  id uuid primary key,
  token_hash text not null unique,
  email text not null,
  name text not null,
  role text not null,
  unit_id uuid,
  invited_by uuid references person (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
)`;

const JOB = `
create table job (
  city_id uuid references city (id),
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  unique_key text unique,
  run_at timestamptz not null,
  attempts integer not null default 0,
  leased_until timestamptz,
  lease uuid,
  done_at timestamptz,
  failed_at timestamptz,
  error text,
  made_at timestamptz not null
)`;

const DRAFT = `
create table draft (
  city_id uuid not null references city (id),
  person_id uuid not null references person (id),
  form text not null,
  thing_id uuid not null,
  version integer not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, form, thing_id)
)`;

const PRESENCE = `
create table presence (
  city_id uuid not null references city (id),
  thing_id uuid not null,
  person_id uuid not null references person (id),
  seen_at timestamptz not null,
  primary key (thing_id, person_id)
)`;

const COMMENT = `
create table comment (
  city_id uuid not null references city (id),
  id uuid primary key,
  plan_id uuid not null,
  thing_id uuid not null,
  person_id uuid not null references person (id),
  text text not null,
  mentions uuid[] not null default '{}',
  at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (city_id, plan_id) references plan (city_id, id)
)`;

const NOTIFICATION = `
create table notification (
  city_id uuid not null references city (id),
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null,
  plan_id uuid,
  thing_id uuid,
  "values" jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
)`;

const ATTACHMENT = `
create table attachment (
  city_id uuid not null references city (id),
  id uuid primary key,
  plan_id uuid not null,
  thing_id uuid not null,
  name text not null,
  type text not null,
  bytes integer not null check (bytes >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null references person (id),
  at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (city_id, plan_id) references plan (city_id, id)
)`;

/** What an import did, and what stood before it, so that the whole of it can be undone. */
const RECEIPT = `
create table receipt (
  city_id uuid not null references city (id),
  id uuid primary key,
  plan_id uuid not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  file_name text,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  format text not null,
  counts jsonb not null,
  decisions jsonb not null,
  before jsonb not null,
  undone_at timestamptz,
  foreign key (city_id, plan_id) references plan (city_id, id)
)`;

/** A change of an adopted plan with the decision it rests on, or a correction; \`edition\` is the first that says it. */
const DECISION = `
create table decision (
  city_id uuid not null references city (id),
  id uuid primary key,
  plan_id uuid not null,
  thing_id uuid not null,
  field text not null,
  kind text not null check (kind in ('correction', 'change')),
  number text,
  decided_on date,
  reason jsonb not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  edition integer,
  check (kind = 'correction' or (number is not null and decided_on is not null)),
  foreign key (city_id, plan_id) references plan (city_id, id)
)`;

/** A publication at a set time, or one that waits for a second person. */
const PUBLICATION_ORDER = `
create table publication_order (
  city_id uuid not null references city (id),
  id uuid primary key,
  plan_id uuid not null,
  note jsonb,
  run_at timestamptz not null,
  ordered_by uuid not null references person (id),
  ordered_at timestamptz not null,
  confirmed_by uuid references person (id),
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  done_at timestamptz,
  number integer,
  refused jsonb,
  foreign key (city_id, plan_id) references plan (city_id, id),
  check (confirmed_by is null or confirmed_by <> ordered_by)
)`;

const CHECKLIST_ANSWER = `
create table checklist_answer (
  city_id uuid not null references city (id),
  plan_id uuid not null,
  checklist text not null,
  item text not null,
  answer text not null check (answer in ('yes', 'no', 'does-not-apply')),
  evidence text not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (plan_id, checklist, item),
  foreign key (city_id, plan_id) references plan (city_id, id)
)`;

/** Tables of one city. A transaction that took the city's role sees and writes its own rows alone. */
export const TENANT_TABLES = [
  'unit',
  'plan',
  'node',
  'task',
  'edition',
  'audit',
  'appointment',
  'invitation',
  'draft',
  'presence',
  'comment',
  'notification',
  'attachment',
  'receipt',
  'decision',
  'publication_order',
  'checklist_answer',
  'job',
] as const;

/** The role that \`inCity\` takes. Not every server lets its user make roles: without it the where-clauses stand alone. */
const ROLE = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'horyzont_city') then
    begin
      create role horyzont_city nologin;
    exception when duplicate_object or unique_violation then null; when insufficient_privilege then null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'horyzont_city') then
    begin
      execute format('grant horyzont_city to %I', current_user);
    exception when others then null;
    end;
    grant usage on schema public to horyzont_city;
    grant select, insert, update, delete on all tables in schema public to horyzont_city;
    grant usage on all sequences in schema public to horyzont_city;
    revoke all on session, credential, verification, second_factor, passkey, attempt, installation from horyzont_city;
  end if;
end $$`;

export const statements: readonly string[] = [
  PERSON,
  SESSION,
  CREDENTIAL,
  VERIFICATION,
  SECOND_FACTOR,
  PASSKEY,
  ATTEMPT,
  INSTALLATION,
  APPOINTMENT,
  INVITATION,
  JOB,
  DRAFT,
  PRESENCE,
  COMMENT,
  NOTIFICATION,
  ATTACHMENT,
  RECEIPT,
  DECISION,
  PUBLICATION_ORDER,
  CHECKLIST_ANSWER,
  'create index session_by_person on session ("userId")',
  'create index credential_by_person on credential ("userId")',
  'create index verification_by_identifier on verification (identifier)',
  'create index second_factor_by_person on second_factor ("userId")',
  'create index passkey_by_person on passkey ("userId")',
  'create index passkey_by_credential on passkey ("credentialID")',
  'create index appointment_by_person on appointment (person_id)',
  'create index appointment_by_city on appointment (city_id, person_id)',
  'create index job_waiting on job (run_at) where done_at is null and failed_at is null',
  'create index comment_by_thing on comment (city_id, thing_id, at)',
  'create index notification_by_person on notification (person_id, at)',
  'create index attachment_by_thing on attachment (city_id, thing_id)',
  'create index decision_by_plan on decision (city_id, plan_id, at)',
  'create index receipt_by_plan on receipt (city_id, plan_id, at)',
  `alter table city add column policy jsonb not null default '{}'`,
  'alter table plan add column version integer not null default 1',
  'alter table plan add column previous_plan_id uuid references plan (id)',
  'alter table plan add column confirm_publication boolean not null default false',
  'alter table node add column version integer not null default 1',
  'alter table node add column deleted_at timestamptz',
  'alter table task add column version integer not null default 1',
  'alter table task add column deleted_at timestamptz',
  'alter table audit add column person_id uuid references person (id)',
  'alter table audit add column plan_id uuid',
  'alter table audit add column previous_hash text',
  'alter table audit add column hash text',
  'alter table audit add column number integer',
  'create index audit_by_thing on audit (city_id, thing_id, at)',
  'create index audit_by_plan on audit (plan_id, at)',
  // Entries before the chain have no number. No two entries of a city can follow the same one.
  `create unique index audit_chain on audit (coalesce(city_id, '00000000-0000-0000-0000-000000000000'::uuid), number)`,
  ROLE,
  'alter table city enable row level security',
  `create policy own_city on city using (id = (select nullif(current_setting('horyzont.city', true), '')::uuid))`,
  ...TENANT_TABLES.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy own_city on ${table} using (city_id = (select nullif(current_setting('horyzont.city', true), '')::uuid))`,
  ]),
];
