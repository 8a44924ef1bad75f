/**
 * The record of acts: who, when, what, before and after. Written in the act's own transaction, never changed. The
 * entries of a city (and those of the whole installation) form a chain: each holds the hash of the one before.
 */

import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { canonical, sha256 } from '../edition/canonical.ts';
import type { Id } from '../model/plan.ts';
import { inChunks, json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';
import type { AuditTable } from './schema.ts';

export const AUDIT_THINGS = [
  'city',
  'plan',
  'edition',
  'installation',
  'node',
  'task',
  'unit',
  'person',
  'appointment',
  'invitation',
  'session',
  'comment',
  'attachment',
  'receipt',
  'publication-order',
  'checklist-answer',
] as const;
export type AuditThing = (typeof AUDIT_THINGS)[number];

export interface AuditEntry {
  readonly id: Id;
  /** Null for acts on the whole installation. */
  readonly cityId: Id | null;
  readonly at: string;
  /** Role or office, never a person's name. */
  readonly who: string;
  readonly act: string;
  readonly thing: AuditThing;
  readonly thingId: Id | null;
  /** The plan that the thing belongs to; left out where there is none. */
  readonly planId?: Id | null;
  /** Who did it in the office; left out for commands. */
  readonly personId?: Id | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** An entry as it stands in the chain. All three are null for entries from before there was a chain. */
export interface ChainedEntry extends Required<AuditEntry> {
  readonly number: number | null;
  readonly previousHash: string | null;
  readonly hash: string | null;
}

export async function insertAudit(tx: DatabaseTransaction, entry: AuditEntry): Promise<void> {
  await insertAudits(tx, [entry]);
}

/**
 * Several entries of one city. Other acts of the city wait from here until the end of the transaction: an act writes
 * its entries last, after every row that it changes, so that two acts cannot wait for each other.
 */
export async function insertAudits(tx: DatabaseTransaction, entries: readonly AuditEntry[]): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const { cityId } = first;
  if (entries.some((entry) => entry.cityId !== cityId)) throw new Error('audit entries of several cities');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${cityId ?? ''}`}, 0))`.execute(tx);
  let { number, hash } = await auditHead(tx, cityId);
  const rows = entries.map((entry) => {
    const chained = link(entry, number + 1, hash);
    ({ number, hash } = chained);
    return {
      id: chained.id,
      city_id: cityId,
      at: chained.at,
      who: chained.who,
      act: chained.act,
      thing: chained.thing,
      thing_id: chained.thingId,
      plan_id: chained.planId,
      person_id: chained.personId,
      before: json(chained.before),
      after: json(chained.after),
      number,
      previous_hash: chained.previousHash,
      hash,
    };
  });
  for (const chunk of inChunks(rows)) await tx.insertInto('audit').values(chunk).execute();
}

/** The newest entry of a city's chain; number 0 and hash null before the first. */
export async function auditHead(
  db: Reader,
  cityId: Id | null,
): Promise<{ readonly number: number; readonly hash: string | null }> {
  const row = await db
    .selectFrom('audit')
    .select(['number', 'hash'])
    .where(ofChain(cityId))
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { number: row?.number ?? 0, hash: row?.hash ?? null };
}

/** All entries in the order they were made. */
export async function auditEntries(db: Reader): Promise<readonly ChainedEntry[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute();
  return rows.map(toEntry);
}

/** Entries of one chain after the one with this number, in their order. */
export async function chainAfter(
  db: Reader,
  cityId: Id | null,
  number: number,
  most: number,
): Promise<readonly ChainedEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where(ofChain(cityId))
    .where('number', '>', number)
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map(toEntry);
}

/** Which entries are asked for; null: all. Days are whole days of the given instants. */
export interface AuditFilter {
  readonly personId: Id | null;
  readonly act: string | null;
  readonly thing: string | null;
  readonly thingId: Id | null;
  readonly planId: Id | null;
  /** First instant, included. */
  readonly from: string | null;
  /** Last instant, not included. */
  readonly until: string | null;
}

export const EVERY_ENTRY: AuditFilter = {
  personId: null,
  act: null,
  thing: null,
  thingId: null,
  planId: null,
  from: null,
  until: null,
};

/** Entries of a city, newest first. */
export async function auditOf(
  db: Reader,
  cityId: Id,
  filter: AuditFilter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<readonly ChainedEntry[]> {
  let query = db.selectFrom('audit').selectAll().where('city_id', '=', cityId);
  if (filter.personId !== null) query = query.where('person_id', '=', filter.personId);
  if (filter.act !== null) query = query.where('act', '=', filter.act);
  if (filter.thing !== null) query = query.where('thing', '=', filter.thing);
  if (filter.thingId !== null) query = query.where('thing_id', '=', filter.thingId);
  if (filter.planId !== null) query = query.where('plan_id', '=', filter.planId);
  if (filter.from !== null) query = query.where('at', '>=', filter.from);
  if (filter.until !== null) query = query.where('at', '<', filter.until);
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('number', (order) => order.desc().nullsLast())
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toEntry);
}

/** Acts and kinds of things that a city's entries have, for the filter. */
export async function auditWords(
  db: Reader,
  cityId: Id,
): Promise<{ readonly acts: readonly string[]; readonly things: readonly string[] }> {
  const rows = await db
    .selectFrom('audit')
    .select(['act', 'thing'])
    .distinct()
    .where('city_id', '=', cityId)
    .execute();
  const list = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
  return { acts: list(rows.map((row) => row.act)), things: list(rows.map((row) => row.thing)) };
}

/** Entries about one goal or task, newest first: its own, and those about several in which it is. */
export async function auditOfItem(
  db: Reader,
  cityId: Id,
  planId: Id,
  itemId: Id,
  limit: number,
): Promise<readonly ChainedEntry[]> {
  const within = (state: string): ReturnType<typeof sql<boolean>> => {
    const ref = sql.ref(state);
    return sql<boolean>`(jsonb_exists(${ref}->'nodes', ${itemId}) or jsonb_exists(${ref}->'tasks', ${itemId}))`;
  };
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('city_id', '=', cityId)
    .where((eb) =>
      eb.or([
        eb('thing_id', '=', itemId),
        eb.and([eb('plan_id', '=', planId), eb.or([within('before'), within('after')])]),
      ]),
    )
    .orderBy('at', 'desc')
    .orderBy('number', (order) => order.desc().nullsLast())
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** How many goals and tasks of a plan were worked on since an instant. */
export async function changedSince(db: Reader, cityId: Id, planId: Id, since: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct touched.id)::integer as count
    from audit, lateral (
      select thing_id::text as id where thing in ('node', 'task')
      union all
      select jsonb_object_keys(part)
      from (values (before->'nodes'), (after->'nodes'), (before->'tasks'), (after->'tasks')) as parts (part)
      where jsonb_typeof(part) = 'object'
    ) as touched
    where city_id = ${cityId} and plan_id = ${planId} and at > ${since}`.execute(db);
  return rows[0]!.count;
}

/** What the hash of an entry covers: the whole of it and the hash before. */
export function auditHash(entry: Omit<ChainedEntry, 'hash'>): string {
  return sha256(canonical(entry));
}

function link(
  entry: AuditEntry,
  number: number,
  previousHash: string | null,
): ChainedEntry & { number: number; hash: string } {
  // As the database will give it back: instants without empty milliseconds, JSON without what it cannot hold.
  const whole = {
    id: entry.id,
    cityId: entry.cityId,
    at: new Date(entry.at).toISOString().replace('.000Z', 'Z'),
    who: entry.who,
    act: entry.act,
    thing: entry.thing,
    thingId: entry.thingId,
    planId: entry.planId ?? null,
    personId: entry.personId ?? null,
    before: plain(entry.before),
    after: plain(entry.after),
    number,
    previousHash,
  };
  return { ...whole, hash: auditHash(whole) };
}

function plain(value: unknown): unknown {
  return value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- Kysely's own inference
function ofChain(cityId: Id | null) {
  const none = '00000000-0000-0000-0000-000000000000';
  return sql<boolean>`coalesce(city_id, ${sql.lit(none)}::uuid) = ${cityId ?? none}::uuid`;
}

function toEntry(row: Selectable<AuditTable>): ChainedEntry {
  return {
    id: row.id,
    cityId: row.city_id,
    at: row.at,
    who: row.who,
    act: row.act,
    thing: row.thing as AuditThing,
    thingId: row.thing_id,
    planId: row.plan_id,
    personId: row.person_id,
    before: row.before,
    after: row.after,
    number: row.number,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
