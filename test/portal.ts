/** The portal on the shipped examples, for tests of pages: a fixed site, the editions, every page once rendered. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import type { Edition } from '../src/edition/edition.ts';
import { render } from '../src/portal/render.tsx';
import type { Rendered, Site } from '../src/portal/site.ts';
import type { Locale } from '../src/text/locale.ts';

export const SITE: Site = {
  origin: 'https://plan.example',
  assets: {
    'portal.css': '/assets/portal-00000000.css',
    'client.js': '/assets/client-00000000.js',
    'search.js': '/assets/search-00000000.js',
  },
  productVersion: '0.1.0',
  linkStyle: 'web',
  asOf: '2026-11-22',
};

/** Editions of both examples. */
export const EXAMPLES: readonly Edition[] = ['jasnogrod', 'torun'].flatMap((city) =>
  readdirSync(`examples/${city}`)
    .filter((name) => /^edition-\d+\.json$/.test(name))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(`examples/${city}/${name}`, 'utf8')) as Edition),
);

/** The HTML of a page; throws when nothing or no page is there. */
export function html(
  path: string,
  editions: readonly Edition[] = EXAMPLES,
  site: Site = SITE,
  locale: Locale = 'pl',
): string {
  return text(render(site, editions, path, locale), path);
}

export function text(made: Rendered | null, path: string): string {
  if (made?.kind !== 'page' && made?.kind !== 'file') throw new Error(`nothing to read at ${path}`);
  return typeof made.body === 'string' ? made.body : new TextDecoder().decode(made.body);
}

export type Element = DefaultTreeAdapterMap['element'];

/** Every element of a document in order. */
export function elements(source: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(source));
  return found;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((a) => a.name === name)?.value ?? null;
}
