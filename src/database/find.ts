/** Finding goals, tasks and units by words, without regard to case and diacritics, from the beginning of a word. */

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Id, Texts } from '../model/plan.ts';
import type { Reader } from './engine.ts';

export interface Found {
  readonly id: Id;
  readonly thing: 'node' | 'task' | 'unit';
  readonly code: string | null;
  readonly title: Texts | null;
  readonly description: Texts | null;
  readonly unitIds: readonly Id[];
  readonly planSlug: string | null;
  /** The words are in the code or title, not in the description alone. */
  readonly named: boolean;
}

/** Small and capital: `lower` of a database in the locale C knows the capitals of ASCII alone. */
const SMALL = 'ąćęłńóśźżáàâäãåçčďéèêëěíìîïľĺňñôöõòŕřšťúùûüůýÿßđőűţțşșăāēģīķļņū';
const WITH = SMALL + [...SMALL].map((letter) => (letter === 'ß' ? '' : letter.toUpperCase())).join('');

/** One letter for each of `WITH`, in its order. */
const FOLDS = [...WITH].map(
  (letter) =>
    ({ ł: 'l', Ł: 'l', ß: 's', đ: 'd', Đ: 'd' })[letter] ??
    letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase(),
);
const PLAIN = new Map([...WITH].map((letter, i) => [letter, FOLDS[i]!] as const));

/** Small letters without their marks; `translate` in the database does the same. */
export function folded(text: string): string {
  return [...text.normalize('NFC').toLowerCase()].map((letter) => PLAIN.get(letter) ?? letter).join('');
}

/**
 * Every word must begin a word of code, title, description or units' names. The best first: found by name, then goals
 * before tasks, then by code. A city's plans are looked through as they stand.
 */
export async function findThings(
  db: Reader,
  cityId: Id,
  query: string,
  most: number,
): Promise<readonly Found[]> {
  const words = folded(query)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8);
  if (words.length === 0) return [];
  const all = (text: RawBuilder<string>): RawBuilder<boolean> =>
    sql<boolean>`(${sql.join(
      words.map((word) => sql`${text} ~ ${`\\m${word.replaceAll('.', '\\.')}`}`),
      sql` and `,
    )})`;
  const { rows } = await sql<Found>`
    with things as (
      select node.id, 'node' as thing, code, node.title, description, unit_ids, plan.slug, 1 as rank
        from node join plan on plan.id = plan_id where node.city_id = ${cityId} and deleted_at is null
      union all
      select task.id, 'task', code, task.title, description, unit_ids, plan.slug, 2
        from task join plan on plan.id = plan_id where task.city_id = ${cityId} and deleted_at is null
      union all
      select id, 'unit', null, name, short, '{}', null, 0 from unit where city_id = ${cityId}
    ), named as (
      select things.*, ${fold(sql`coalesce(code, '') || ' ' || ${valuesOf('title')}`)} as name,
        ${fold(sql`${valuesOf('description')} || ' ' || coalesce((
          select string_agg(${valuesOf('unit.name')} || ' ' || ${valuesOf('unit.short')}, ' ')
          from unit where unit.id = any(unit_ids)), '')`)} as more
      from things
    )
    select id, thing, code, title, description, unit_ids as "unitIds", slug as "planSlug", ${all(sql`name`)} as named
    from named where ${all(sql`(name || ' ' || more)`)}
    order by named desc, rank, slug, code nulls last, id limit ${most}`.execute(db);
  return rows;
}

/** The texts of a column in all their languages. */
function valuesOf(column: string): RawBuilder<string> {
  return sql<string>`coalesce((select string_agg(value, ' ') from jsonb_each_text(${sql.ref(column)})), '')`;
}

function fold(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`translate(lower(${text}), ${WITH}, ${FOLDS.join('')})`;
}
