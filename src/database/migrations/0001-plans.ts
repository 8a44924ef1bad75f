/** City, units, the working plan, its editions and the record of acts. One dialect: PostgreSQL 14 and PGlite. */

export const name = '0001-plans';

const CITY = `
create table city (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  name jsonb not null,
  standing text not null check (standing in ('official', 'from-public-page', 'invented')),
  time_zone text not null,
  languages jsonb not null check (jsonb_typeof(languages) = 'array' and jsonb_array_length(languages) > 0),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  arms jsonb,
  contacts jsonb not null,
  declaration jsonb
)`;

const UNIT = `
create table unit (
  city_id uuid not null references city (id),
  id uuid primary key,
  name jsonb not null,
  short jsonb,
  email text,
  phone text,
  parent_id uuid,
  position integer not null,
  unique (city_id, id),
  foreign key (city_id, parent_id) references unit (city_id, id) deferrable initially deferred
)`;

const PLAN = `
create table plan (
  city_id uuid not null references city (id),
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  title jsonb not null,
  short_title jsonb not null,
  summary jsonb,
  start_on date,
  end_on date not null,
  vision jsonb,
  mission jsonb,
  "values" jsonb not null,
  state text not null check (state in ('in-preparation', 'in-consultation', 'in-force', 'superseded', 'expired', 'not-stated')),
  act jsonb,
  source jsonb,
  reporting jsonb not null,
  weights text not null check (weights in ('none', 'whole')),
  behind_points integer not null check (behind_points >= 0),
  licence text,
  levels jsonb not null check (jsonb_typeof(levels) = 'array' and jsonb_array_length(levels) between 1 and 5),
  groupings jsonb not null,
  lineage jsonb not null,
  unique (city_id, slug),
  unique (city_id, id)
)`;

const NODE = `
create table node (
  city_id uuid not null,
  plan_id uuid not null,
  id uuid primary key,
  level integer not null check (level between 0 and 4),
  parent_id uuid,
  code text,
  title jsonb,
  description jsonb,
  expected_result jsonb,
  group_ids uuid[] not null,
  unit_ids uuid[] not null,
  partners jsonb not null,
  start_on date,
  end_on date,
  links jsonb not null,
  position integer not null,
  source_from integer,
  source_to integer,
  place integer not null,
  unique (plan_id, id),
  foreign key (city_id, plan_id) references plan (city_id, id),
  foreign key (plan_id, parent_id) references node (plan_id, id) deferrable initially deferred,
  check ((source_from is null) = (source_to is null))
)`;

const TASK = `
create table task (
  city_id uuid not null,
  plan_id uuid not null,
  id uuid primary key,
  node_id uuid not null,
  code text,
  title jsonb not null,
  description jsonb,
  expected_result jsonb,
  unit_ids uuid[] not null,
  partners jsonb not null,
  start_on date,
  end_on date,
  state text not null check (state in ('not-started', 'in-preparation', 'in-progress', 'done', 'suspended', 'stopped', 'merged')),
  state_reason jsonb,
  merged_into_id uuid,
  progress_percent numeric check (progress_percent between 0 and 100 and scale(progress_percent) <= 2),
  reported_on date,
  reported_for text,
  report_text jsonb,
  next_step jsonb,
  weight integer not null check (weight > 0),
  links jsonb not null,
  position integer not null,
  place integer not null,
  unique (plan_id, id),
  foreign key (city_id, plan_id) references plan (city_id, id),
  foreign key (plan_id, node_id) references node (plan_id, id) deferrable initially deferred,
  foreign key (plan_id, merged_into_id) references task (plan_id, id) deferrable initially deferred
)`;

/** A chain cannot fork: one edition a number, one successor an edition, and `previous` must exist in the same plan. */
const EDITION = `
create table edition (
  city_id uuid not null,
  plan_id uuid not null,
  number integer not null check (number > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  previous text,
  published_at timestamptz not null,
  as_of date not null,
  content text not null check (content <> ''),
  primary key (plan_id, number),
  unique (plan_id, hash),
  unique (plan_id, previous),
  foreign key (city_id, plan_id) references plan (city_id, id),
  foreign key (plan_id, previous) references edition (plan_id, hash),
  check ((number = 1) = (previous is null))
)`;

const AUDIT = `
create table audit (
  id uuid primary key,
  city_id uuid references city (id),
  at timestamptz not null,
  who text not null,
  act text not null,
  thing text not null,
  thing_id uuid,
  before jsonb,
  after jsonb
)`;

const WRITTEN_ONCE = `
create function written_once() returns trigger language plpgsql as $$
begin
  raise exception '% is written once: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$`;

export const statements: readonly string[] = [
  CITY,
  UNIT,
  PLAN,
  NODE,
  TASK,
  EDITION,
  AUDIT,
  'create index node_by_plan on node (plan_id, place)',
  'create index task_by_plan on task (plan_id, place)',
  'create index audit_by_city on audit (city_id, at)',
  WRITTEN_ONCE,
  'create trigger edition_written_once before update or delete on edition for each row execute function written_once()',
  'create trigger edition_never_emptied before truncate on edition for each statement execute function written_once()',
  'create trigger audit_written_once before update or delete on audit for each row execute function written_once()',
  'create trigger audit_never_emptied before truncate on audit for each statement execute function written_once()',
];
