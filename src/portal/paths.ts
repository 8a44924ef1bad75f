/**
 * Every public address of a set of editions: what an export writes, what a sitemap may name, what `verify` renders.
 * Of the present edition everything; of each numbered edition its pages by code and by id, the files that are made
 * from it, and the plan's own PDF and picture (a node's PDF and picture are made of the present edition only).
 */
import type { Edition } from '../edition/edition.ts';
import { LOCALES, type Locale } from '../text/locale.ts';
import {
  address,
  FIXED_KINDS,
  ITEM_KINDS,
  PLAN_KINDS,
  type Address,
  type ItemKind,
  type PlanKind,
} from './addresses.ts';
import { NEUTRAL } from './layout.tsx';
import { indexOf, shelf, type Item, type PlanShelf } from './shelf.ts';
import type { Site } from './site.ts';
import { armsPath, themePath } from './theme.ts';

export interface PublicPath {
  readonly path: string;
  readonly kind: 'page' | 'file' | 'made';
  readonly locale: Locale;
}

const MADE: ReadonlySet<string> = new Set(['plan-pdf', 'goals-pdf', 'plan-image', 'item-pdf', 'item-image']);
const PAGES: ReadonlySet<string> = new Set<PlanKind | ItemKind | 'root' | 'installation' | 'city'>([
  'root',
  'installation',
  'city',
  'home',
  'goals',
  'progress',
  'changes',
  'search',
  'data',
  'method',
  'accessibility',
  'why',
  'item',
  'item-why',
]);
/** What a numbered edition has no copy of: there is one search, one list of changes and one feed. */
const PRESENT_ONLY: ReadonlySet<PlanKind> = new Set<PlanKind>(['search', 'changes', 'feed']);

/** In a fixed order, each path once. */
export function* paths(site: Site, editions: readonly Edition[]): Iterable<PublicPath> {
  const all = shelf(editions);
  for (const kind of FIXED_KINDS) yield one({ kind }, 'pl');
  for (const path of Object.values(site.assets).toSorted()) yield { path, kind: 'file', locale: 'pl' };
  const made = new Set([themePath(NEUTRAL)]);
  for (const edition of editions) {
    made.add(themePath(edition.city.colour));
    if (edition.city.arms) made.add(armsPath(edition.city.arms.hash));
  }
  for (const path of made) yield { path, kind: 'file', locale: 'pl' };
  for (const locale of LOCALES) {
    yield one({ kind: 'installation', locale }, locale);
    for (const city of all.cities) {
      yield one({ kind: 'city', locale, city: city.slug }, locale);
      for (const plan of city.plans) yield* ofPlan(site, plan, locale);
    }
  }
  for (const city of all.cities)
    for (const plan of city.plans)
      for (const { number } of plan.editions)
        yield one({ kind: 'edition-file', city: city.slug, plan: plan.slug, number }, 'pl');
}

function* ofPlan(site: Site, plan: PlanShelf, locale: Locale): Iterable<PublicPath> {
  yield* ofEdition(site, plan, plan.newest, null, locale);
  for (const edition of plan.editions) yield* ofEdition(site, plan, edition, edition.number, locale);
}

function* ofEdition(
  site: Site,
  plan: PlanShelf,
  edition: Edition,
  number: number | null,
  locale: Locale,
): Iterable<PublicPath> {
  const of = { locale, city: plan.citySlug, plan: plan.slug, edition: number };
  for (const kind of PLAN_KINDS) {
    if (number !== null && PRESENT_ONLY.has(kind)) continue;
    if (kind === 'feed' && site.origin === null) continue;
    yield one({ kind, ...of }, locale);
  }
  const index = indexOf(edition);
  const items = [...edition.nodes, ...edition.tasks].map((n) => index.item(n.id)!);
  for (const item of items) {
    const ref = index.ref(item);
    for (const kind of ITEM_KINDS) {
      if (!hasKind(item, kind, number)) continue;
      yield one({ kind, ...of, item: ref }, locale);
    }
    if ('code' in ref) yield one({ kind: 'item', ...of, item: { id: item.id } }, locale);
  }
  if (number === null) yield* gone(plan, locale);
}

/** Permanent addresses of what later editions left out. */
function* gone(plan: PlanShelf, locale: Locale): Iterable<PublicPath> {
  const seen = new Set([...plan.newest.nodes, ...plan.newest.tasks].map((n) => n.id));
  for (const edition of plan.editions)
    for (const { id } of [...edition.nodes, ...edition.tasks])
      if (!seen.has(id)) {
        seen.add(id);
        yield one(
          { kind: 'item', locale, city: plan.citySlug, plan: plan.slug, edition: null, item: { id } },
          locale,
        );
      }
}

/** A task has no PDF and picture of its own: its home's serve it. */
function hasKind(item: Item, kind: ItemKind, number: number | null): boolean {
  if (MADE.has(kind)) return item.type === 'node' && number === null;
  return true;
}

function one(to: Address, locale: Locale): PublicPath {
  return {
    path: address(to),
    kind: MADE.has(to.kind) ? 'made' : PAGES.has(to.kind) ? 'page' : 'file',
    locale,
  };
}
