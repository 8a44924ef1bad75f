import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeOf, planOf } from '../../test/plan.ts';
import { publication, theCity } from '../../test/world/arbitrary.ts';
import { freeze } from '../edition/freeze.ts';
import { atom, type Feed } from './atom.ts';
import { dcatJson } from './dcat.ts';
import { robots, sitemap, SITEMAP_LIMIT } from './sitemap.ts';

const feed: Feed = {
  origin: 'https://plan.example',
  lang: 'pl',
  planId: '00000000-0000-7000-8000-000000000001',
  title: 'Zmiany & <reszta>',
  subtitle: 'Wpis na wydanie.',
  noOriginNotice: 'Bez adresu.',
  author: 'Próbne',
  selfPath: '/probne/strategia/zmiany.atom',
  pagePath: '/probne/strategia/zmiany',
  productVersion: '0.1.0',
  entries: [
    {
      hash: 'a'.repeat(64),
      title: 'Wydanie 1',
      publishedAt: '2026-01-02T00:00:00Z',
      path: '/probne/strategia/wydanie/1',
      lines: ['Pierwsze.'],
    },
    {
      hash: 'b'.repeat(64),
      title: 'Wydanie 2',
      publishedAt: '2026-03-02T00:00:00Z',
      path: '/probne/strategia/wydanie/2',
      lines: ['Cel <2> zmienił tytuł.', 'Termin przesunięto.'],
    },
  ],
};

test('the feed has the newest first, absolute addresses and escaped words', () => {
  const text = atom(feed);
  assert.ok(text.indexOf('Wydanie 2') < text.indexOf('Wydanie 1'));
  assert.ok(text.includes('<updated>2026-03-02T00:00:00Z</updated>'));
  assert.ok(text.includes('href="https://plan.example/probne/strategia/wydanie/2"'));
  assert.ok(text.includes('Zmiany &amp; &lt;reszta&gt;'));
  assert.ok(text.includes('&lt;li&gt;Cel &amp;lt;2&amp;gt; zmienił tytuł.&lt;/li&gt;'));
  assert.equal(new Set(text.match(/<id>[^<]+/g)).size, 3);
});

test('without an origin the feed says so', () => {
  const text = atom({ ...feed, origin: null });
  assert.ok(text.includes('Bez adresu.'));
  assert.ok(text.includes('href="/probne/strategia/wydanie/2"'));
});

test('the sitemap names each language and its others; without an origin it names none and says why', () => {
  const pages = [{ paths: { pl: '/probne/a', en: '/en/probne/a' }, changedOn: '2026-11-14' }];
  const text = sitemap('https://plan.example', pages);
  assert.equal(text.match(/<loc>/g)?.length, 2);
  assert.equal(text.match(/hreflang="en" href="https:\/\/plan\.example\/en\/probne\/a"/g)?.length, 2);
  assert.ok(text.includes('<lastmod>2026-11-14</lastmod>'));
  assert.ok(sitemap(null, pages).includes('HORYZONT_ORIGIN'));
  assert.ok(!sitemap(null, pages).includes('<loc>'));
});

test('the sitemap keeps to the limit of the protocol and says what it leaves out', () => {
  const pages = Array.from({ length: SITEMAP_LIMIT + 3 }, (_, i) => ({
    paths: { pl: `/${i}` },
    changedOn: null,
  }));
  const text = sitemap('https://plan.example', pages);
  assert.equal(text.match(/<loc>/g)?.length, SITEMAP_LIMIT);
  assert.ok(text.includes('<!-- 3 more'));
});

test('robots name the sitemap only by a whole address', () => {
  assert.ok(robots('https://plan.example').includes('Sitemap: https://plan.example/sitemap.xml'));
  assert.ok(!robots(null).includes('Sitemap'));
});

test('DCAT has what a harvester needs', () => {
  const edition = freeze(theCity, planOf({ licence: 'CC-BY-4.0', nodes: [nodeOf(1)] }), publication);
  const catalogue = JSON.parse(
    dcatJson(edition, {
      landingPage: 'https://plan.example/probne/strategia/dane',
      publisher: null,
      issuedOn: '2026-01-02',
      title: { pl: 'Dane' },
      description: { pl: 'Opis' },
      distributions: [
        {
          title: { pl: 'CSV' },
          address: 'https://plan.example/plan.csv',
          mediaType: 'text/csv',
          conformsTo: null,
          hash: null,
        },
      ],
    }),
  ) as Record<string, unknown>;
  const [dataset] = catalogue['dcat:dataset'] as Record<string, unknown>[];
  for (const member of [
    'dct:title',
    'dct:description',
    'dcat:theme',
    'dcat:keyword',
    'dct:issued',
    'dct:modified',
    'dct:publisher',
    'dct:accrualPeriodicity',
    'dcat:distribution',
  ])
    assert.ok(dataset![member] !== undefined, member);
  const [distribution] = dataset!['dcat:distribution'] as Record<string, unknown>[];
  for (const member of ['dcat:accessURL', 'dcat:downloadURL', 'dcat:mediaType', 'dct:license'])
    assert.ok(distribution![member] !== undefined, member);
});
