/** Published editions: their exact bytes and what the chain needs to know of them. Written once. */

import { sql } from 'kysely';
import type { CivilDate, Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** An edition as it is kept. */
const encoder = new TextEncoder();
/** Throws on bytes that are not UTF-8: then they are no edition. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface StoredEdition {
  readonly cityId: Id;
  readonly planId: Id;
  readonly number: number;
  readonly hash: string;
  readonly previous: string | null;
  readonly publishedAt: string;
  readonly asOf: CivilDate;
  /** The canonical bytes, exactly as published. */
  readonly bytes: Uint8Array;
}

/** Fails on a number that is taken, or a `previous` that has a successor or is not there. */
export async function insertEdition(tx: DatabaseTransaction, edition: StoredEdition): Promise<void> {
  await tx
    .insertInto('edition')
    .values({
      city_id: edition.cityId,
      plan_id: edition.planId,
      number: edition.number,
      hash: edition.hash,
      previous: edition.previous,
      published_at: edition.publishedAt,
      as_of: edition.asOf,
      content: decoder.decode(edition.bytes),
    })
    .execute();
}

/** The newest edition of a plan, or null. */
export async function newestEdition(db: Reader, cityId: Id, planId: Id): Promise<StoredEdition | null> {
  const row = await db
    .selectFrom('edition')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        cityId: row.city_id,
        planId: row.plan_id,
        number: row.number,
        hash: row.hash,
        previous: row.previous,
        publishedAt: row.published_at,
        asOf: row.as_of,
        bytes: encoder.encode(row.content),
      }
    : null;
}

/** The exact bytes of one edition, or null. */
export async function editionBytesOf(
  db: Reader,
  cityId: Id,
  planId: Id,
  number: number,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('edition')
    .select('content')
    .where('city_id', '=', cityId)
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? encoder.encode(row.content) : null;
}

/** One edition's place in the installation, without its bytes. */
export interface EditionAddress {
  readonly cityId: Id;
  readonly planId: Id;
  readonly citySlug: string;
  readonly planSlug: string;
  readonly number: number;
  readonly hash: string;
  /** Length of its bytes. */
  readonly size: number;
}

/** How many editions there are: a cheap way to see that another node has published. */
export async function countEditions(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('edition')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Every edition of every plan: by city, plan and number. */
export async function editionAddresses(db: Reader): Promise<readonly EditionAddress[]> {
  return db
    .selectFrom('edition')
    .innerJoin('plan', 'plan.id', 'edition.plan_id')
    .innerJoin('city', 'city.id', 'edition.city_id')
    .select([
      'edition.city_id as cityId',
      'edition.plan_id as planId',
      'city.slug as citySlug',
      'plan.slug as planSlug',
      'edition.number as number',
      'edition.hash as hash',
      sql<number>`octet_length(edition.content)`.as('size'),
    ])
    .orderBy('city.slug')
    .orderBy('plan.slug')
    .orderBy('edition.number')
    .execute();
}
