/** The files behind addresses: JSON, CSV, working, feed and DCAT of a plan or item; lists, schema, sitemap, robots. */
import { editionBytes } from '../edition/chain.ts';
import type { Edition, Id } from '../edition/edition.ts';
import { editionSchema } from '../edition/schema.ts';
import { csv, type Separator } from '../exchange/csv.ts';
import { csvwJson } from '../exchange/csvw.ts';
import { dcatJson } from '../exchange/dcat.ts';
import { extractJson } from '../exchange/json.ts';
import { robots, sitemap, type SitemapPage } from '../exchange/sitemap.ts';
import { workingJson } from '../exchange/working.ts';
import { dataWords } from '../text/data-words.ts';
import { LOCALES } from '../text/locale.ts';
import { address, type Address, type ItemKind, type PlanKind } from './addresses.ts';
import { feedXml } from './feed.ts';
import { planPath, permanentPath, type Here, type PlanHere } from './here.ts';
import { indexOf, type Item, type PlanShelf } from './shelf.ts';
import type { Rendered } from './site.ts';
import { publisherInstead, standingSentence } from './standing.ts';
import { plain } from './words.tsx';

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8';

/** A file of the installation; null when the kind is no file of these. */
export function siteFile(here: Here, editions: readonly Edition[]): Rendered | null {
  const { address: at } = here;
  switch (at.kind) {
    case 'edition-list':
      return file(here, JSON_TYPE, editionList(here));
    case 'edition-file': {
      const edition = editions.find(
        (one) => one.city.slug === at.city && one.plan.slug === at.plan && one.number === at.number,
      );
      return edition ? file(here, JSON_TYPE, editionBytes(edition)) : null;
    }
    case 'schema':
      return file(
        here,
        'application/schema+json; charset=utf-8',
        `${JSON.stringify(editionSchema, null, 2)}\n`,
      );
    case 'sitemap':
      return file(here, 'application/xml; charset=utf-8', sitemap(here.site.origin, sitemapPages(here)));
    case 'robots':
      return file(here, 'text/plain; charset=utf-8', robots(here.site.origin));
    default:
      return null;
  }
}

/** A file of a plan in the edition of the address; null when the kind is no file of these. */
export function planFile(here: PlanHere, kind: PlanKind): Rendered | null {
  const { edition } = here;
  switch (kind) {
    case 'plan-json':
      return file(here, JSON_TYPE, editionBytes(edition));
    case 'plan-csv':
      return file(here, CSV_TYPE, table(here, ',', null));
    case 'plan-csv-semicolon':
      return file(here, CSV_TYPE, table(here, ';', null));
    case 'plan-csvw':
      return file(
        here,
        'application/csvm+json; charset=utf-8',
        csvwJson(edition, { url: 'plan.csv', separator: ',' }),
      );
    case 'plan-dcat':
      return file(here, 'application/ld+json; charset=utf-8', dcat(here));
    case 'why-json':
      return file(here, JSON_TYPE, workingJson(edition, null, whole(here, permanentPath(here, null))) ?? '');
    case 'feed':
      return file(here, 'application/atom+xml; charset=utf-8', feedXml(here));
    default:
      return null;
  }
}

/** A file of a node or task; null when the kind is no file of these. */
export function itemFile(here: PlanHere, item: Item, kind: ItemKind): Rendered | null {
  const { edition } = here;
  switch (kind) {
    case 'item-json': {
      const permalink = (id: Id): string => whole(here, permanentPath(here, id));
      return file(
        here,
        JSON_TYPE,
        extractJson(edition, item.id, { permalink, edition: whole(here, editionPath(edition)) }) ?? '',
      );
    }
    case 'item-csv':
      return file(here, CSV_TYPE, table(here, ',', item.id));
    case 'item-csv-semicolon':
      return file(here, CSV_TYPE, table(here, ';', item.id));
    case 'item-why-json':
      return file(
        here,
        JSON_TYPE,
        workingJson(edition, item.id, whole(here, permanentPath(here, item.id))) ?? '',
      );
    default:
      return null;
  }
}

function table(here: PlanHere, separator: Separator, id: Id | null): string {
  return csv(here.edition, { separator, id, permalink: (one) => whole(here, permanentPath(here, one)) });
}

/** Every edition with its hash, in order: what `verify` starts from. */
function editionList(here: Here): string {
  const plans = here.shelf.cities.flatMap((city) =>
    city.plans.map((plan) => ({
      city: city.slug,
      plan: plan.slug,
      planId: plan.newest.plan.id,
      editions: plan.editions.map((one) => ({
        number: one.number,
        hash: one.hash,
        previous: one.previous,
        publishedAt: one.publishedAt,
        asOf: one.asOf,
        path: editionPath(one),
      })),
    })),
  );
  return `${JSON.stringify({ format: 'horyzont-editions', version: 1, plans }, null, 2)}\n`;
}

function dcat(here: PlanHere): string {
  const { edition, plan } = here;
  const at = (to: Address): string => whole(here, address(to));
  const of = (kind: PlanKind): string => whole(here, planPath(here, kind));
  const texts = (read: (t: ReturnType<typeof dataWords>) => string): Record<string, string> =>
    Object.fromEntries(LOCALES.map((locale) => [locale, read(dataWords(locale))]));
  return dcatJson(edition, {
    landingPage: of('data'),
    publisher:
      edition.city.standing === 'official'
        ? null
        : Object.fromEntries(LOCALES.map((locale) => [locale, publisherInstead(edition.city, locale) ?? ''])),
    issuedOn: plan.editions[0]!.publishedAt.slice(0, 10),
    title: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        dataWords(locale).catalogueTitle(
          plain(edition.plan.title, locale, edition.city.languages),
          plain(edition.city.name, locale, edition.city.languages),
        ),
      ]),
    ),
    description: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        [dataWords(locale).catalogueText, standingSentence(edition.city, locale) ?? ''].join(' ').trimEnd(),
      ]),
    ),
    distributions: [
      {
        title: texts((t) => t.fileNames.json),
        address: whole(here, editionPath(edition)),
        mediaType: 'application/json',
        conformsTo: at({ kind: 'schema' }),
        hash: null,
      },
      {
        title: texts((t) => t.fileNames.csv),
        address: of('plan-csv'),
        mediaType: 'text/csv',
        conformsTo: of('plan-csvw'),
        hash: null,
      },
      {
        title: texts((t) => t.fileNames.csvSemicolon),
        address: of('plan-csv-semicolon'),
        mediaType: 'text/csv',
        conformsTo: null,
        hash: null,
      },
      {
        title: texts((t) => t.fileNames.pdf),
        address: of('plan-pdf'),
        mediaType: 'application/pdf',
        conformsTo: null,
        hash: null,
      },
    ],
  });
}

/** Present pages in both languages: the installation, cities, plans' own pages, then goals, then tasks. */
function sitemapPages(here: Here): readonly SitemapPage[] {
  const plans = here.shelf.cities.flatMap((city) => city.plans);
  const page = (
    make: (locale: (typeof LOCALES)[number]) => Address,
    changedOn: string | null,
  ): SitemapPage => ({
    paths: Object.fromEntries(LOCALES.map((locale) => [locale, address(make(locale))])),
    changedOn,
  });
  const changed = (plan: PlanShelf): string => plan.newest.publishedAt.slice(0, 10);
  const of = (plan: PlanShelf) => ({ city: plan.citySlug, plan: plan.slug, edition: null });
  const items = (plan: PlanShelf, list: readonly { readonly id: Id }[]): readonly SitemapPage[] => {
    const index = indexOf(plan.newest);
    return list.map(({ id }) =>
      page(
        (locale) => ({ kind: 'item', locale, ...of(plan), item: index.ref(index.item(id)!) }),
        changed(plan),
      ),
    );
  };
  return [
    page((locale) => ({ kind: 'installation', locale }), null),
    ...here.shelf.cities.map((city) => page((locale) => ({ kind: 'city', locale, city: city.slug }), null)),
    ...plans.flatMap((plan) =>
      LISTED.map((kind) => page((locale) => ({ kind, locale, ...of(plan) }), changed(plan))),
    ),
    ...plans.flatMap((plan) => items(plan, plan.newest.nodes)),
    ...plans.flatMap((plan) => items(plan, plan.newest.tasks)),
  ];
}

const LISTED = [
  'home',
  'goals',
  'progress',
  'changes',
  'data',
  'method',
  'accessibility',
] as const satisfies readonly PlanKind[];

function editionPath(edition: Edition): string {
  return address({
    kind: 'edition-file',
    city: edition.city.slug,
    plan: edition.plan.slug,
    number: edition.number,
  });
}

/** With the origin when there is one. */
function whole(here: Here, path: string): string {
  return `${here.site.origin ?? ''}${path}`;
}

function file(here: Here, type: string, body: string | Uint8Array): Rendered {
  return { kind: 'file', status: 200, type, body, lang: here.locale };
}
