/** A new city: empty, with what cannot be left out. */

import { insertAudit } from '../database/audit.ts';
import { cityBySlug, insertCity } from '../database/city.ts';
import type { DatabaseTransaction, Reader } from '../database/engine.ts';
import type { City, Id } from '../model/plan.ts';
import { SLUG, slugFrom } from '../model/slug.ts';
import type { Problem } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { RESERVED_FIRST } from '../text/path-words.ts';
import type { Acting } from './acting.ts';

export interface NewCity {
  readonly name: string;
  /** '' makes one of the name. */
  readonly slug: string;
  /** The main one first; the name is in it. */
  readonly languages: readonly string[];
  /** IANA. */
  readonly timeZone: string;
}

const NAME_MOST = 120;
const COLOUR = '#2b4a6f';

/** Every problem of the wish; the fields are `cityName`, `citySlug`, `cityLanguages`, `cityZone`. */
export async function newCityProblems(db: Reader, wish: NewCity): Promise<readonly Problem[]> {
  const problem = (code: string, field: string, values = {}): Problem => ({ code, place: { field }, values });
  const problems: Problem[] = [];
  const slug = slugOfCity(wish);
  if (wish.name === '') problems.push(problem('city-name-missing', 'cityName'));
  else if (wish.name.length > NAME_MOST)
    problems.push(problem('too-long', 'cityName', { most: NAME_MOST, given: wish.name.length }));
  else if (!SLUG.test(slug)) problems.push(problem('not-a-slug', 'citySlug'));
  else if (RESERVED_FIRST.includes(slug) || (await cityBySlug(db, slug)))
    problems.push(problem('city-slug-taken', 'citySlug', { slug }));
  if (wish.languages.length === 0 || wish.languages.some((language) => !/^[a-z]{2,3}$/u.test(language)))
    problems.push(problem('not-a-choice', 'cityLanguages'));
  if (!isZone(wish.timeZone)) problems.push(problem('not-a-zone', 'cityZone'));
  return problems;
}

/** Adds the city; its problems were asked before, in the same transaction under the installation's lock. */
export async function addCity(
  tx: DatabaseTransaction,
  acting: Acting,
  wish: NewCity,
  personId: Id | null,
): Promise<City> {
  const [language = 'pl'] = wish.languages;
  const city: City = {
    id: acting.newId(),
    slug: slugOfCity(wish),
    name: { [language]: wish.name },
    standing: 'official',
    timeZone: wish.timeZone,
    languages: wish.languages,
    colour: COLOUR,
    arms: null,
    contacts: [],
    declaration: null,
    units: [],
  };
  await insertCity(tx, city);
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: city.id,
    at: instant(acting.clock),
    who: acting.who,
    act: 'add-city',
    thing: 'city',
    thingId: city.id,
    personId,
    before: null,
    after: { slug: city.slug, name: city.name, languages: city.languages, timeZone: city.timeZone },
  });
  return city;
}

function slugOfCity({ slug, name }: NewCity): string {
  return slug === '' ? slugFrom(name) : slug;
}

function isZone(zone: string): boolean {
  // ICU takes offsets too ("+02:00"); a city has a place.
  if (!/^[A-Za-z]+(?:[/_-][A-Za-z_+-]+\d*)*$/u.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
