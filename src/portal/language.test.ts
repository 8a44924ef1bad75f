import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { attribute, EXAMPLES, html, SITE, text } from '../../test/portal.ts';
import type { Edition } from '../edition/edition.ts';
import { paths } from './paths.ts';
import { render, renderMissing } from './render.tsx';

/** Texts of the city that no Polish letter gives away. */
const WRITTEN = [...new Set(EXAMPLES.flatMap(texts).map((one) => one.toLowerCase()))].filter(
  (one) => one.length > 7 && !/[ąćęłńóśźż]/u.test(one) && !/^(?:jasnogr|toru)/.test(one),
);

type Node = DefaultTreeAdapterMap['node'];

/** The shipped editions with nothing but Polish in them: whatever the city wrote must be marked on English pages. */
const POLISH = EXAMPLES.map((edition) => inPolish(edition) as Edition);
const BASE = '/en/jasnogrod/strategia-2032';

test('on English pages all that a city wrote in Polish alone is marked as Polish', () => {
  const wanted = (path: string): boolean =>
    !/\/(?:id|edition)\//.test(path) &&
    (/\/(?:1|2\.\d|4|1\.6\.\d|2\.2\.\d)(?:\/why)?$/.test(path) || !/\/\d/.test(path));
  const pages = [...paths(SITE, POLISH)]
    .filter(({ path, kind, locale }) => kind === 'page' && locale === 'en' && path !== '/' && wanted(path))
    .map(({ path }) => path);
  assert.ok(pages.length > 40, `${pages.length} pages`);
  const sources = pages.map((path) => [path, html(path, POLISH)] as const);
  const search = render(SITE, POLISH, `${BASE}/search`, 'en', new URLSearchParams({ q: 'szkoly' }));
  const past = `${BASE}/edition/1`;
  const missing = renderMissing(SITE, POLISH, `${BASE}/2.19`, 'en');
  const found = [
    ...sources,
    [`${BASE}/search?q=`, text(search, 'search')] as const,
    [past, html(past, POLISH)] as const,
    ['2.19', text(missing, 'missing')] as const,
  ].flatMap(([path, source]) => unmarked(source).map((one) => `${path}: ${one}`));
  assert.deepEqual(found, []);
});

test('beside translations, numbers of acts are marked too', () => {
  assert.match(html(`${BASE}/2.4`), /<span lang="pl">uchwała LX\/32\/26<\/span>/);
  assert.match(html(`${BASE}/changes`), /<span lang="pl">uchwała LX\/31\/26<\/span>/);
});

/** Texts and labels in the body that hold Polish letters or a whole text of the city, and are not marked as Polish. */
function unmarked(source: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: Node, lang: string): void => {
    if ('value' in node) {
      if (lang !== 'pl' && isPolish(node.value)) found.push(node.value.trim());
      return;
    }
    let inner = lang;
    if ('tagName' in node) {
      if (['head', 'script', 'svg'].includes(node.tagName)) return;
      inner = attribute(node, 'lang') ?? lang;
      for (const name of ['aria-label', 'alt', 'title'])
        if (inner !== 'pl' && isPolish(attribute(node, name) ?? ''))
          found.push(`${name}=${attribute(node, name)}`);
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, inner);
  };
  walk(parse(source), '');
  return found;
}

/** Names of cities, addresses and single letters are no text in a language. */
function isPolish(shown: string): boolean {
  const said = shown
    .replaceAll('\u00a0', ' ')
    .replace(/Jasnogród|Toruń|https?:\S+|\S+@\S+/gu, '')
    .trim()
    .toLowerCase();
  return said.length > 1 && (/[ąćęłńóśźż]/u.test(said) || WRITTEN.some((one) => said.includes(one)));
}

function texts(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { pl } = value as { pl?: unknown };
  return typeof pl === 'string' ? [pl] : Object.values(value).flatMap(texts);
}

function inPolish(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inPolish);
  const { pl } = value as { pl?: unknown };
  if (typeof pl === 'string') return { pl };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inPolish(one)]));
}
