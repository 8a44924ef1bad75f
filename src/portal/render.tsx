/**
 * Every public page and file as a function of the site, the editions and the path. The same arguments give the same
 * bytes; nothing here knows a clock, a disk or a database.
 */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Edition } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import { parseAddress, type Address, type ItemKind, type ItemRef, type PlanKind } from './addresses.ts';
import { dataPage } from './data-page.tsx';
import { FAVICON_SVG, faviconIco } from './favicon.ts';
import { itemFile, planFile, siteFile } from './files.ts';
import { GoalsPage } from './goals.tsx';
import type { CityHere, Here, PlanHere } from './here.ts';
import { HomePage } from './home.tsx';
import { CityPlansPage, InstallationPage } from './installation.tsx';
import { NEUTRAL } from './layout.tsx';
import { NodePage } from './node.tsx';
import { NotFoundInPlan, NotFoundPage } from './notfound.tsx';
import { indexOf, shelf, type Item } from './shelf.ts';
import type { Recipe, Rendered, Site } from './site.ts';
import { TaskPage } from './task.tsx';
import { armsPath, themeCss, themePath } from './theme.ts';
import { WhyPage } from './why.tsx';

/**
 * The page, file or recipe at a path; null when nothing is there (the caller answers with `renderMissing`).
 * `locale` decides for `/` alone: every other address says its language itself. `query` is read by search alone.
 */
export function render(
  site: Site,
  editions: readonly Edition[],
  path: string,
  locale: Locale,
  query: URLSearchParams = new URLSearchParams(),
): Rendered | null {
  const address = parseAddress(path);
  if (!address) return null;
  const own = 'locale' in address ? address.locale : locale;
  const here: Here = { site, shelf: shelf(editions), locale: own, path, address, query };
  switch (address.kind) {
    case 'root':
    case 'installation':
      return page(here, <InstallationPage here={here} />);
    case 'city': {
      const cityShelf = here.shelf.city(address.city);
      if (!cityShelf) return null;
      const at: CityHere = { ...here, cityShelf, city: cityShelf.city };
      return page(at, <CityPlansPage here={at} />);
    }
    case 'asset':
      return themeOrArms(here);
    case 'favicon-svg':
      return file(here, 'image/svg+xml', FAVICON_SVG);
    case 'favicon-ico':
      return file(here, 'image/x-icon', faviconIco());
    default:
      return 'plan' in address && 'locale' in address ? ofPlan(here, address) : siteFile(here, editions);
  }
}

/** The page that says there is nothing at a path and helps on; inside a plan it knows the plan. */
export function renderMissing(
  site: Site,
  editions: readonly Edition[],
  path: string,
  locale: Locale,
): Rendered {
  const address = parseAddress(path) ?? planIn(path);
  const own = address && 'locale' in address ? address.locale : locale;
  const here: Here = {
    site,
    shelf: shelf(editions),
    locale: own,
    path,
    address: address ?? { kind: 'root' },
    query: new URLSearchParams(),
  };
  const at =
    address && 'plan' in address && 'locale' in address
      ? planHere(here, { ...address, edition: null })
      : null;
  const item = address && 'item' in address ? address.item : null;
  return page(here, at ? <NotFoundInPlan here={at} item={item} /> : <NotFoundPage here={here} />, 404);
}

/** The plan whose address a mistyped path begins with. */
function planIn(path: string): Address | null {
  const parts = path.split('/');
  return parseAddress(parts.slice(0, parts[1] === 'en' ? 4 : 3).join('/'));
}

type PlanAddress = Extract<Address, { readonly plan: string; readonly locale: Locale }>;

function ofPlan(here: Here, address: PlanAddress): Rendered | null {
  if ('item' in address) return ofItem(here, address);
  const at = planHere(here, address);
  if (!at) return null;
  return planRecipe(at, address.kind) ?? planPage(at, address.kind);
}

function planPage(here: PlanHere, kind: PlanKind): Rendered | null {
  switch (kind) {
    case 'home':
      return page(here, <HomePage here={here} />);
    case 'goals':
      return page(here, <GoalsPage here={here} />);
    default: {
      const element = dataPage(here, kind);
      return element ? page(here, element) : planFile(here, kind);
    }
  }
}

function ofItem(
  here: Here,
  address: PlanAddress & { readonly item: ItemRef; readonly kind: ItemKind },
): Rendered | null {
  const at = planHere(here, address);
  if (!at) return null;
  const item = findItem(at, address.item);
  if (item) return itemPage(at, item, address.kind);
  // A permanent address without an edition outlives the item: it shows the last edition that had it.
  if (address.edition !== null || !('id' in address.item)) return null;
  const last = at.plan.last(address.item.id);
  if (!last) return null;
  const then: PlanHere = { ...at, city: last.city, edition: last, index: indexOf(last), past: last.number };
  const gone = findItem(then, address.item);
  return gone && address.kind === 'item' ? itemPage(then, gone, 'item') : null;
}

function itemPage(here: PlanHere, item: Item, kind: ItemKind): Rendered | null {
  switch (kind) {
    case 'item':
      return page(
        here,
        item.type === 'node' ? (
          <NodePage here={here} node={item.node} />
        ) : (
          <TaskPage here={here} task={item.task} />
        ),
      );
    case 'item-pdf':
      return item.type === 'node' ? recipe(here, 'pdf', 'node', item.id) : null;
    case 'item-image':
      return item.type === 'node' ? recipe(here, 'image', 'node', item.id) : null;
    case 'item-why':
      return page(here, <WhyPage here={here} item={item} />);
    default:
      return itemFile(here, item, kind);
  }
}

function planRecipe(here: PlanHere, kind: PlanKind): Rendered | null {
  switch (kind) {
    case 'plan-pdf':
      return recipe(here, 'pdf', 'plan', null);
    case 'goals-pdf':
      return recipe(here, 'pdf', 'goals', null);
    case 'plan-image':
      return recipe(here, 'image', 'plan', null);
    default:
      return null;
  }
}

function recipe(
  here: PlanHere,
  make: Recipe['make'],
  subject: Recipe['subject'],
  id: string | null,
): Rendered {
  const { city, plan, edition, locale } = here;
  return {
    kind: 'made',
    recipe: { make, subject, citySlug: city.slug, planSlug: plan.slug, edition: edition.number, id, locale },
  };
}

function planHere(
  here: Here,
  address: { readonly city: string; readonly plan: string; readonly edition: number | null },
): PlanHere | null {
  const plan = here.shelf.plan(address.city, address.plan);
  const edition = address.edition === null ? plan?.newest : plan?.edition(address.edition);
  return plan && edition
    ? { ...here, city: edition.city, plan, edition, index: indexOf(edition), past: address.edition }
    : null;
}

function findItem(here: PlanHere, ref: ItemRef): Item | undefined {
  return 'code' in ref ? here.index.coded(ref.code) : here.index.item(ref.id);
}

function page(here: Here, element: ReactElement, status: 200 | 404 = 200): Rendered {
  const body = `<!doctype html>${renderToStaticMarkup(element)}`;
  return { kind: 'page', status, type: 'text/html; charset=utf-8', body, lang: here.locale };
}

function themeOrArms(here: Here): Rendered | null {
  const editions = here.shelf.cities.flatMap((c) => c.plans.flatMap((p) => p.editions));
  for (const { city } of editions) {
    if (themePath(city.colour) === here.path)
      return file(here, 'text/css; charset=utf-8', themeCss(city.colour));
    if (city.arms && armsPath(city.arms.hash) === here.path)
      return file(here, 'image/svg+xml', city.arms.svg);
  }
  return themePath(NEUTRAL) === here.path ? file(here, 'text/css; charset=utf-8', themeCss(NEUTRAL)) : null;
}

function file(here: Here, type: string, body: string | Uint8Array): Rendered {
  return { kind: 'file', status: 200, type, body, lang: here.locale };
}
