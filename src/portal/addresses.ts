/**
 * The one table of public addresses: built by `address`, read by `parseAddress`, made relative by `relative`.
 * Paths begin with `/`, have no query and no trailing slash. The contract is docs/contracts/addresses.md.
 */
import { LOCALES, type Locale } from '../text/locale.ts';
import { PATH_WORDS, type PathWords } from '../text/path-words.ts';

/** A node or task in an address: by its printed code, else by its persistent id. */
export type ItemRef = { readonly code: string } | { readonly id: string };

interface OfPlan {
  readonly city: string;
  readonly plan: string;
  /** Number of a past (or permanent) edition; null for the present one. */
  readonly edition: number | null;
}
interface OfItem extends OfPlan {
  readonly item: ItemRef;
}

/** What stands behind each kind of plan address: its last segments in one language. `*` is the item. */
const OF_PLAN = {
  home: () => '',
  goals: (w) => w.goals,
  progress: (w) => w.progress,
  changes: (w) => w.changes,
  feed: (w) => `${w.changes}.atom`,
  search: (w) => w.search,
  data: (w) => w.data,
  method: (w) => w.method,
  accessibility: (w) => w.accessibility,
  why: (w) => w.why,
  'why-json': (w) => `${w.why}.json`,
  'plan-pdf': () => 'plan.pdf',
  'goals-pdf': (w) => `${w.goals}.pdf`,
  'plan-image': () => 'plan.png',
  'plan-json': () => 'plan.json',
  'plan-csv': () => 'plan.csv',
  'plan-csv-semicolon': () => 'plan-semicolon.csv',
  'plan-csvw': () => 'plan.csv-metadata.json',
  'plan-dcat': () => 'plan.dcat.json',
} as const satisfies Record<string, (w: PathWords) => string>;

const OF_ITEM = {
  item: () => '*',
  'item-why': (w) => `*/${w.why}`,
  'item-why-json': (w) => `*/${w.why}.json`,
  'item-pdf': () => '*.pdf',
  'item-image': () => '*.png',
  'item-json': () => '*.json',
  'item-csv': () => '*.csv',
  'item-csv-semicolon': () => '*-semicolon.csv',
} as const satisfies Record<string, (w: PathWords) => string>;

const FIXED = {
  root: '/',
  'edition-list': '/edition/index.json',
  schema: '/schema/edition-1.json',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  'favicon-svg': '/favicon.svg',
  'favicon-ico': '/favicon.ico',
} as const;

export type PlanKind = keyof typeof OF_PLAN;
export type ItemKind = keyof typeof OF_ITEM;
export type FixedKind = keyof typeof FIXED;
export const PLAN_KINDS = Object.keys(OF_PLAN) as readonly PlanKind[];
export const ITEM_KINDS = Object.keys(OF_ITEM) as readonly ItemKind[];
export const FIXED_KINDS = Object.keys(FIXED) as readonly FixedKind[];

export type Address =
  | { readonly kind: FixedKind }
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'edition-file'; readonly city: string; readonly plan: string; readonly number: number }
  | { readonly kind: 'installation'; readonly locale: Locale }
  | { readonly kind: 'city'; readonly locale: Locale; readonly city: string }
  | ({ readonly kind: PlanKind; readonly locale: Locale } & OfPlan)
  | ({ readonly kind: ItemKind; readonly locale: Locale } & OfItem);

/** The path of an address. */
export function address(to: Address): string {
  if (isFixed(to)) return FIXED[to.kind];
  switch (to.kind) {
    case 'asset':
      return `/assets/${to.name}`;
    case 'edition-file':
      return `/edition/${to.city}/${to.plan}/${to.number}.json`;
    case 'installation':
      return `/${to.locale}`;
    case 'city':
      return `${prefix(to.locale)}/${to.city}`;
  }
  const words = PATH_WORDS[to.locale];
  const edition = to.edition === null ? '' : `/${words.edition}/${to.edition}`;
  const base = `${prefix(to.locale)}/${to.city}/${to.plan}${edition}`;
  const rest =
    'item' in to ? OF_ITEM[to.kind](words).replace('*', itemSegment(to.item)) : OF_PLAN[to.kind](words);
  return rest ? `${base}/${rest}` : base;
}

/** The address a path means, or null. Only the spelling that `address` builds is accepted. */
export function parseAddress(path: string): Address | null {
  const to = read(path);
  return to && address(to) === path ? to : null;
}

/**
 * A printed code as a path segment, or null when it cannot be one (spaces, a reserved word, a file's ending):
 * such an item is addressed by its id alone.
 */
export function codeSegment(code: string): string | null {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?$/.test(code)) return null;
  const taken = RESERVED.has(code.toLowerCase()) || FILE.test(code) || code.endsWith('-semicolon');
  return taken || code.includes('..') ? null : code;
}

/** Same address, other language. Addresses without a language stay as they are. */
export function inLocale(to: Address, locale: Locale): Address {
  return 'locale' in to ? { ...to, locale } : to;
}

/** Whether a path names a file (by its ending) and not a page. */
export function isFile(path: string): boolean {
  return FILE.test(path);
}

/** Where a page's bytes lie on a disk: `/torun` is `/torun/index.html` in the `folder` style, `/torun` on the web. */
export function diskPath(path: string): string {
  return isFile(path) ? path : `${path === '/' ? '' : path}/index.html`;
}

/** The relative link from one path to another in a link style. `to` may carry `?query` and `#fragment`. */
export function relative(from: string, to: string, style: 'web' | 'folder'): string {
  const cut = /[?#]/.exec(to)?.index ?? to.length;
  const [path, tail] = [to.slice(0, cut), to.slice(cut)];
  const source = (style === 'folder' ? diskPath(from) : from).split('/');
  const target = (style === 'folder' ? diskPath(path) : path).split('/');
  const folder = source.slice(0, -1);
  let same = 0;
  while (same < folder.length && same < target.length - 1 && folder[same] === target[same]) same += 1;
  const steps = [...folder.slice(same).map(() => '..'), ...target.slice(same)].join('/');
  return (steps === '' ? './' : steps) + tail;
}

const FILE = /\.(?:pdf|png|json|csv|atom|xml|txt|svg|ico|css|js|woff2|html)$/i;
const RESERVED: ReadonlySet<string> = new Set([
  'id',
  'plan',
  'plan-semicolon',
  'plan.csv-metadata',
  'plan.dcat',
  ...LOCALES.flatMap((l) => Object.values(PATH_WORDS[l])),
]);
const SLUG = /^[a-z0-9][a-z0-9-]*$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The longest ending first, so that `1.3-semicolon.csv` is read before `….csv`, and the bare item last. */
const LONGEST_FIRST = ITEM_KINDS.toSorted(
  (a, b) => OF_ITEM[b](PATH_WORDS.pl).length - OF_ITEM[a](PATH_WORDS.pl).length,
);

function prefix(locale: Locale): string {
  return locale === 'pl' ? '' : `/${locale}`;
}

function isFixed(to: Address): to is { readonly kind: FixedKind } {
  return to.kind in FIXED;
}

function itemSegment(item: ItemRef): string {
  return 'code' in item ? item.code : `id/${item.id}`;
}

function read(path: string): Address | null {
  if (path.length > 500 || !path.startsWith('/')) return null;
  for (const kind of FIXED_KINDS) if (FIXED[kind] === path) return { kind };
  const parts = path.slice(1).split('/');
  const [first = '', second = '', third = '', fourth = ''] = parts;
  if (first === 'assets') return /^[\w.-]+$/.test(second) ? { kind: 'asset', name: second } : null;
  if (first === 'edition')
    return SLUG.test(second) && SLUG.test(third) && /^[1-9]\d{0,8}\.json$/.test(fourth)
      ? { kind: 'edition-file', city: second, plan: third, number: Number.parseInt(fourth, 10) }
      : null;
  const locale = LOCALES.find((l) => l === first);
  if (locale && parts.length === 1) return { kind: 'installation', locale };
  return readCity(locale ?? 'pl', locale && locale !== 'pl' ? parts.slice(1) : parts);
}

function readCity(locale: Locale, [city = '', plan, ...rest]: readonly string[]): Address | null {
  if (!SLUG.test(city)) return null;
  if (plan === undefined) return { kind: 'city', locale, city };
  if (!SLUG.test(plan)) return null;
  const words = PATH_WORDS[locale];
  const past = rest[0] === words.edition && /^[1-9]\d{0,8}$/.test(rest[1] ?? '');
  const of = { locale, city, plan, edition: past ? Number(rest[1]) : null };
  const tail = (past ? rest.slice(2) : rest).join('/');
  for (const kind of PLAN_KINDS) if (OF_PLAN[kind](words) === tail) return { kind, ...of };
  return readItem(tail, words, of);
}

function readItem(tail: string, words: PathWords, of: OfPlan & { readonly locale: Locale }): Address | null {
  for (const kind of LONGEST_FIRST) {
    const ending = OF_ITEM[kind](words).slice(1);
    if (!tail.endsWith(ending)) continue;
    const segment = tail.slice(0, tail.length - ending.length);
    if (segment.startsWith('id/') && UUID.test(segment.slice(3)))
      return { kind, ...of, item: { id: segment.slice(3) } };
    if (codeSegment(segment) === segment) return { kind, ...of, item: { code: segment } };
  }
  return null;
}
