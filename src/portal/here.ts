/** Where the reader stands: what every page of the portal is a function of. */
import type { Edition, EditionCity, Id } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import {
  address,
  relative,
  type Address,
  type FixedKind,
  type ItemKind,
  type PlanKind,
} from './addresses.ts';
import type { CityShelf, EditionIndex, Item, PlanShelf, Shelf } from './shelf.ts';
import type { Site } from './site.ts';

export interface Here {
  readonly site: Site;
  readonly shelf: Shelf;
  readonly locale: Locale;
  /** The path of this page, and what it means. */
  readonly path: string;
  readonly address: Address;
  readonly query: URLSearchParams;
}

/** On a page of a city. */
export interface CityHere extends Here {
  readonly cityShelf: CityShelf;
  readonly city: EditionCity;
}

/** On a page of a plan, as of one edition. */
export interface PlanHere extends Here {
  readonly city: EditionCity;
  readonly plan: PlanShelf;
  /** The edition that is shown: the newest, or the one whose number is in the address. */
  readonly edition: Edition;
  readonly index: EditionIndex;
  /** The edition's number on pages of a past edition, whose links stay in it; null on present pages. */
  readonly past: number | null;
}

/** A relative link from this page to a path (which may carry `?query` and `#fragment`). */
export function link(here: Here, path: string): string {
  return relative(here.path, path, here.site.linkStyle);
}

/** A relative link to an address without a plan: installation's root, sitemap, favicon … */
export function toFixed(here: Here, kind: FixedKind): string {
  return link(here, address({ kind }));
}

/** The path of a page or file of this plan, in this language and this edition (or another). */
export function planPath(here: PlanHere, kind: PlanKind, edition: number | null = here.past): string {
  return address({ kind, locale: here.locale, city: here.city.slug, plan: here.plan.slug, edition });
}

/** A relative link to a page or file of this plan, as of the same edition. */
export function toPlan(here: PlanHere, kind: PlanKind): string {
  return link(here, planPath(here, kind));
}

/** The path of a page or file of a node or task, in this language and this edition. */
export function itemPath(here: PlanHere, item: Item, kind: ItemKind = 'item'): string {
  const of = { locale: here.locale, city: here.city.slug, plan: here.plan.slug, edition: here.past };
  return address({ kind, ...of, item: here.index.ref(item) });
}

/** A relative link to a node or task (or one of its files), as of the same edition. */
export function toItem(here: PlanHere, item: Item, kind: ItemKind = 'item'): string {
  return link(here, itemPath(here, item, kind));
}

/** The permanent path of the plan, or of a node or task, in the edition that is shown: by number and id. */
export function permanentPath(here: PlanHere, id: Id | null): string {
  const of = {
    locale: here.locale,
    city: here.city.slug,
    plan: here.plan.slug,
    edition: here.edition.number,
  };
  return id === null ? address({ kind: 'home', ...of }) : address({ kind: 'item', ...of, item: { id } });
}

/**
 * The permanent path of the very page that is shown, to cite and to print: an item by its id, any other page under the
 * edition's number. Search and changes look over all editions and have one address; a missing item leaves the plan's.
 */
export function permanentPage(here: PlanHere): string {
  const { address: to, edition } = here;
  if (!('edition' in to) || to.kind === 'search' || to.kind === 'changes') return here.path;
  if (!('item' in to)) return address({ ...to, edition: edition.number });
  const item = 'code' in to.item ? here.index.coded(to.item.code) : here.index.item(to.item.id);
  if (!item) return permanentPath(here, null);
  return to.kind === 'item'
    ? permanentPath(here, item.id)
    : address({ ...to, edition: edition.number, item: here.index.ref(item) });
}

/** The whole address with the origin, or null when the installation has none. */
export function absolute(here: Here, path: string): string | null {
  return here.site.origin === null ? null : here.site.origin + path;
}
