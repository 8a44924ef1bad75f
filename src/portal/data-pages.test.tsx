import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { plans, publication, theCity } from '../../test/world/arbitrary.ts';
import { parseCsv } from '../../test/world/csv.ts';
import { freeze } from '../edition/freeze.ts';
import type { Edition } from '../edition/edition.ts';
import type { Extract } from '../exchange/json.ts';
import type { Working } from '../exchange/working.ts';
import { LOCALES, type Locale } from '../text/locale.ts';
import { address, type ItemKind } from './addresses.ts';
import { A11Y_IDS } from './declaration.tsx';
import { render, renderMissing } from './render.tsx';
import { indexOf } from './shelf.ts';
import type { Site } from './site.ts';

const site: Site = {
  origin: 'https://plan.example',
  assets: { 'search.js': '/assets/search-00000000.js' },
  productVersion: '0.1.0',
  linkStyle: 'web',
  asOf: null,
};

const REPORTED = {
  startOn: '2024-01-01',
  endOn: '2027-12-31',
  progressPercent: '50',
  reportedOn: '2026-10-10',
  reportedFor: '2026-Q3',
} as const;
const first = freeze(
  theCity,
  planOf({
    nodes: [
      nodeOf(1, { code: '1', title: { pl: 'Ulice' }, groupIds: [] }),
      nodeOf(2, { code: '2', title: { pl: 'Zieleń' } }),
      nodeOf(11, { code: '1.1', level: 1, parentId: id(1), title: { pl: 'Chodniki', en: 'Pavements' } }),
    ],
    tasks: [
      taskOf(101, id(11), { ...REPORTED, code: '1.1.1', unitIds: [id(800_001)], progressPercent: '46.5' }),
      taskOf(102, id(11), {
        ...REPORTED,
        code: '1.1.2',
        unitIds: [id(800_002)],
        reportedFor: '2025-Q4',
        reportedOn: '2026-01-05',
      }),
      taskOf(103, id(11), {
        ...REPORTED,
        code: '1.1.3',
        state: 'stopped',
        stateReason: { pl: 'Teren sprzedano' },
      }),
    ],
  }),
  { ...publication, asOf: '2026-08-20', publishedAt: '2026-08-20T09:00:00Z' },
);
const second = freeze(
  theCity,
  planOf({
    nodes: [
      nodeOf(1, { code: '1', title: { pl: 'Ulice i place' } }),
      nodeOf(2, { code: '2', title: { pl: 'Zieleń' } }),
      nodeOf(11, { code: '1.1', level: 1, parentId: id(1), title: { pl: 'Chodniki', en: 'Pavements' } }),
    ],
    tasks: [
      taskOf(101, id(11), {
        ...REPORTED,
        code: '1.1.1',
        unitIds: [id(800_001)],
        progressPercent: '60',
        endOn: '2029-12-31',
      }),
      taskOf(102, id(11), {
        ...REPORTED,
        code: '1.1.2',
        unitIds: [id(800_002)],
        reportedFor: '2025-Q4',
        reportedOn: '2026-01-05',
      }),
      taskOf(103, id(11), {
        ...REPORTED,
        code: '1.1.3',
        state: 'stopped',
        stateReason: { pl: 'Teren sprzedano' },
      }),
    ],
  }),
  { ...publication, number: 2, previous: first.hash },
);
const goalsOnly = freeze(
  { ...theCity, slug: 'same', id: id(900_011) },
  planOf({ id: id(900_012), nodes: [nodeOf(1, { code: '1' })], tasks: [] }),
  publication,
);
const editions: readonly Edition[] = [first, second, goalsOnly];

function body(path: string, query?: string): string {
  const made = render(site, editions, path, 'pl', new URLSearchParams(query));
  assert.ok(made && made.kind !== 'made', `${path} is there`);
  return typeof made.body === 'string' ? made.body : new TextDecoder().decode(made.body);
}

const PAGES: Readonly<Record<Locale, readonly string[]>> = {
  pl: [
    'postep',
    'zmiany',
    'szukaj',
    'dane',
    'metoda',
    'deklaracja-dostepnosci',
    'dlaczego',
    '1/dlaczego',
    '1.1.2/dlaczego',
    '2/dlaczego',
  ],
  en: [
    'progress',
    'changes',
    'search',
    'data',
    'method',
    'accessibility',
    'why',
    '1/why',
    '1.1.2/why',
    '2/why',
  ],
};
const BASES: readonly (readonly [Locale, string])[] = [
  ['pl', '/probne/strategia'],
  ['en', '/en/probne/strategia'],
  ['pl', '/probne/strategia/wydanie/1'],
];

for (const [locale, base] of BASES)
  for (const page of PAGES[locale])
    test(`${base}/${page} has one h1, unique ids, no inline style or script`, () =>
      wellMade(body(`${base}/${page}`)));

for (const page of [
  'postep',
  'zmiany',
  'szukaj',
  'dane',
  'metoda',
  'deklaracja-dostepnosci',
  'dlaczego',
  '1/dlaczego',
])
  test(`/same/strategia/${page}: a plan of goals alone`, () => wellMade(body(`/same/strategia/${page}`)));

test('search answers above the index, marks what it found, and keeps what was typed', () => {
  const page = body('/probne/strategia/szukaj', 'q=chodnikach');
  wellMade(page);
  assert.match(page, /<mark>Chodniki<\/mark>/);
  assert.match(page, /value="chodnikach"/);
  assert.match(body('/probne/strategia/szukaj', 'q=%3Cscript%3E'), /&lt;script&gt;/);
  assert.ok(body('/probne/strategia/szukaj').includes('id="index"'));
});

test('the index holds every goal and task, with the classic script that filters it', () => {
  const page = body('/probne/strategia/szukaj');
  for (const title of ['Ulice i place', 'Zieleń', 'Chodniki', 'Zadanie 101'])
    assert.ok(text(page).includes(title), title);
  assert.match(page, /<script src="[^"]*search-00000000\.js" defer=""><\/script>/);
});

test('the declaration has the fourteen ids once each, with data and without', () => {
  const declaration = {
    entity: { pl: 'Urząd Próbnego' },
    address: 'https://plan.example/',
    publishedOn: '2026-01-02',
    updatedOn: '2026-02-03',
    preparedOn: '2026-03-04',
    reviewedOn: null,
    status: 'partly-compliant',
    exceptions: { pl: 'Skany.' },
    email: 'a@probne.example',
    phone: '+48 00 000 00 00',
    building: { pl: 'Winda.' },
    communication: { pl: 'Pętla.' },
  } as const;
  const full = freeze(
    { ...theCity, slug: 'pelne', id: id(900_021), declaration },
    planOf({ id: id(900_022), nodes: [nodeOf(1, { code: '1' })] }),
    publication,
  );
  for (const [edition, path] of [
    [goalsOnly, '/same/strategia/deklaracja-dostepnosci'],
    [full, '/pelne/strategia/deklaracja-dostepnosci'],
    [full, '/en/pelne/strategia/accessibility'],
  ] as const) {
    const made = render(site, [edition], path, 'pl');
    assert.ok(made && made.kind === 'page' && typeof made.body === 'string');
    for (const one of A11Y_IDS) assert.equal(made.body.split(`id="${one}"`).length, 2, `${path} ${one}`);
  }
  const made = render(site, [full], '/pelne/strategia/deklaracja-dostepnosci', 'pl');
  assert.ok(made && made.kind === 'page' && typeof made.body === 'string');
  assert.match(made.body, /<time id="a11y-data-sporzadzenie" dateTime="2026-03-04">/i);
  assert.match(made.body, /<a id="a11y-email" href="mailto:a@probne\.example">/);
  assert.match(made.body, /częściowo zgodna/);
});

test('changes say what differs and lead to each edition; a past page names nothing later', () => {
  const page = text(body('/probne/strategia/zmiany'));
  assert.match(page, /Ulice i place ?: zmieniono nazwę \(wcześniej: „Ulice”\)/);
  assert.match(page, /termin przesunięto/);
  assert.match(body('/probne/strategia/zmiany'), /href="[^"]*wydanie\/1"/);
  const past = body('/probne/strategia/wydanie/1/dane');
  assert.ok(!past.includes(second.hash));
  assert.ok(past.includes(first.hash));
});

test('the silent are named with their unit and since when', () => {
  const page = text(body('/probne/strategia/postep'));
  assert.match(page, /Biuro Zieleni 1 1\.1\.2 Zadanie 102 milczy od/);
  assert.match(page, /Teren sprzedano/);
});

test('who is silent at home: its lines add up to the count, tasks without a unit too', () => {
  const units = Array.from({ length: 8 }, (_, n) => ({
    ...theCity.units[0]!,
    id: id(800_001 + n),
    name: { pl: `Biuro ${n}` },
  }));
  const silent = { startOn: '2024-01-01', endOn: '2027-12-31' } as const;
  const tasks = [...units, ...units.slice(0, 3)].map((unit, n) =>
    taskOf(101 + n, id(1), { ...silent, code: `1.${n + 1}`, unitIds: [unit.id] }),
  );
  tasks.push(taskOf(201, id(1), { ...silent, code: '1.99', unitIds: [] }));
  const plan = planOf({ nodes: [nodeOf(1, { code: '1', title: { pl: 'Ulice' }, groupIds: [] })], tasks });
  const edition = freeze({ ...theCity, units }, plan, publication);
  const made = render(site, [edition], `/${theCity.slug}/${plan.slug}`, 'pl');
  assert.ok(made && 'body' in made);
  const list = /Kto milczy<\/h2>.*?<ul[^>]*>(.*?)<\/ul>/su.exec(String(made.body))?.[1] ?? '';
  const lines = list.split('</li>').flatMap((line) => line.replace(/<[^>]+>/gu, '') || []);
  assert.deepEqual(lines.slice(-2), ['Pozostałe jednostki: 3', 'Bez wskazanej jednostki: 1']);
  assert.equal(
    lines.reduce((sum, line) => sum + Number(/: (\d+)/u.exec(line)?.[1]), 0),
    edition.results.delivery.plan.countedTasks,
  );
});

test('what the standing obliges pages to say, the feed and the catalogue say too', () => {
  const unofficial = freeze({ ...theCity, standing: 'from-public-page' }, planOf({}), publication);
  for (const [file, path] of [
    ['plan.dcat.json', `/${theCity.slug}/strategia/plan.dcat.json`],
    ['zmiany.atom', `/${theCity.slug}/strategia/zmiany.atom`],
  ] as const) {
    const made = render(site, [unofficial], path, 'pl');
    assert.ok(made && 'body' in made);
    assert.match(String(made.body), /to nie jest serwis urzędowy/u, file);
  }
  assert.doesNotMatch(body('/probne/strategia/zmiany.atom'), /serwis urzędowy/u);
});

test('a city that does not publish for itself is named neither as publisher nor as author', () => {
  type Agent = { readonly '@id'?: string; readonly 'foaf:name': readonly { readonly '@value': string }[] };
  const named = (standing: 'official' | 'invented' | 'from-public-page') => {
    const edition = freeze({ ...theCity, standing }, planOf({}), publication);
    const file = (name: string): string => {
      const made = render(site, [edition], `/${theCity.slug}/strategia/${name}`, 'pl');
      assert.ok(made && 'body' in made);
      return String(made.body);
    };
    const record = JSON.parse(file('plan.dcat.json')) as {
      'dct:publisher': Agent;
      'dcat:dataset': [{ 'dct:publisher': Agent }];
    };
    const publisher = record['dct:publisher'];
    assert.deepEqual(record['dcat:dataset'][0]['dct:publisher'], publisher);
    const author = /<author><name>([^<]*)</u.exec(file('zmiany.atom'))?.[1];
    return [publisher['@id'] ?? null, publisher['foaf:name'][0]?.['@value'], author];
  };
  const city = theCity.name['pl'];
  assert.deepEqual(named('official'), [`urn:uuid:${theCity.id}`, city, city]);
  const copy = 'Horyzont: kopia nieurzędowa, wykonana na podstawie publicznej strony miasta';
  assert.deepEqual(named('from-public-page'), [null, copy, copy]);
  const invented = 'Horyzont: przykład, miasto zmyślone';
  assert.deepEqual(named('invented'), [null, invented, invented]);
});

test('gaps stand under "the source announces" only when it does', () => {
  const source = { title: { pl: 'Strona' }, address: null, retrievedOn: null, hash: null };
  const announced = { kind: 'tasks', count: null, line: 5 } as const;
  for (const [announces, heading] of [
    [[], 'Czego w planie jeszcze brakuje'],
    [[announced], 'Co źródło zapowiada, a czego nie podaje'],
  ] as const) {
    const plan = planOf({
      nodes: [nodeOf(1, { code: '1', groupIds: [] })],
      source: { ...source, announces: [...announces] },
    });
    const made = render(site, [freeze(theCity, plan, publication)], '/probne/strategia', 'pl');
    assert.ok(made && 'body' in made);
    const headings = [...String(made.body).matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, words]) =>
      words!.replaceAll('\u00a0', ' '),
    );
    assert.ok(headings.includes(heading), headings.join());
  }
});

test('data lists every file that is there', () => {
  const page = body('/probne/strategia/dane');
  const links = [...page.matchAll(/<dt><a href="([^"]+)"/g)].map(
    (found) => new URL(found[1]!, 'https://x/probne/strategia/dane').pathname,
  );
  assert.ok(links.length >= 10);
  for (const path of links) assert.ok(render(site, editions, path, 'pl'), path);
});

test('files have their types and parse', () => {
  for (const [path, type] of [
    ['/probne/strategia/plan.json', 'application/json'],
    ['/probne/strategia/plan.csv', 'text/csv'],
    ['/probne/strategia/1.1-semicolon.csv', 'text/csv'],
    ['/probne/strategia/1.1.json', 'application/json'],
    ['/probne/strategia/1.1.1/dlaczego.json', 'application/json'],
    ['/probne/strategia/plan.csv-metadata.json', 'application/csvm+json'],
    ['/probne/strategia/plan.dcat.json', 'application/ld+json'],
    ['/probne/strategia/zmiany.atom', 'application/atom+xml'],
    ['/edition/probne/strategia/1.json', 'application/json'],
    ['/edition/index.json', 'application/json'],
    ['/schema/edition-1.json', 'application/schema+json'],
    ['/sitemap.xml', 'application/xml'],
    ['/robots.txt', 'text/plain'],
  ] as const) {
    const made = render(site, editions, path, 'pl');
    assert.ok(made && made.kind === 'file', path);
    assert.ok(made.type.startsWith(type), `${path}: ${made.type}`);
    if (type.includes('json')) JSON.parse(body(path));
  }
  assert.equal(render(site, editions, '/edition/probne/strategia/9.json', 'pl'), null);
  assert.deepEqual(JSON.parse(body('/probne/strategia/plan.json')), second);
  assert.deepEqual(JSON.parse(body('/probne/strategia/wydanie/1/plan.json')), first);
});

test('the schema that is served is the one in the contract', () => {
  const contract = readFileSync(
    new URL('../../docs/contracts/edition-1.schema.json', import.meta.url),
    'utf8',
  );
  assert.deepEqual(JSON.parse(body('/schema/edition-1.json')), JSON.parse(contract));
});

test('the page that is not there offers near numbers and a search', () => {
  for (const path of [
    '/probne/strategia/1.19',
    '/probne/strategia/nie/ma/tego',
    '/en/probne/strategia/1.19',
  ]) {
    const made = renderMissing(site, editions, path, 'pl');
    assert.ok(made.kind === 'page' && typeof made.body === 'string' && made.status === 404);
    wellMade(made.body);
    assert.match(made.body, /<search>/);
  }
  const made = renderMissing(site, editions, '/probne/strategia/1.19', 'pl');
  assert.ok(made.kind === 'page' && typeof made.body === 'string');
  assert.match(text(made.body), /1 Ulice i place/);
  assert.match(text(made.body), /1\.1 Chodniki/);
});

test('pages, CSV and JSON show the same figures, on any plan', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(...LOCALES), (drawn, locale) => {
      fc.pre(!JSON.stringify(drawn).includes('%'));
      const edition = freeze(theCity, drawn, publication);
      const own = [edition];
      const read = (path: string): string => {
        const made = render(site, own, path, 'pl');
        assert.ok(made && made.kind !== 'made' && typeof made.body === 'string', path);
        return made.body;
      };
      const rows = parseCsv(
        read(
          address({
            kind: 'plan-csv',
            locale,
            city: edition.city.slug,
            plan: edition.plan.slug,
            edition: null,
          }),
        ),
        ',',
      );
      for (const figure of edition.results.delivery.nodes) {
        const item = indexOf(edition).item(figure.id!)!;
        const at = (kind: ItemKind): string =>
          address({
            kind,
            locale,
            city: edition.city.slug,
            plan: edition.plan.slug,
            edition: null,
            item: indexOf(edition).ref(item),
          });
        const code = at('item');
        const of = [
          figure.meanPercent,
          figure.coveragePercent,
          ...(figure.bandPercent ?? []),
          figure.promised?.meanPercent,
          figure.schedule?.actualPercent,
          figure.schedule?.expectedPercent,
        ].filter((value) => value != null);
        const json = JSON.parse(read(at('item-json'))) as Extract;
        const known = new Set([...of, ...figuresUnder(edition, json)]);
        if (figure.countedTasks > 0) {
          const page = percents(read(at('item-why')));
          for (const shown of of) assert.ok(page.has(shown), `why ${code} lacks ${shown}`);
          for (const shown of page) assert.ok(known.has(shown), `why ${code} shows ${shown}`);
        }
        const row = rows.find((one) => one['id'] === figure.id)!;
        assert.equal(row['mean_percent'], figure.meanPercent ?? '');
        assert.equal(row['band_high_percent'], figure.bandPercent?.[1] ?? '');
        assert.deepEqual(json.nodes[0]!.delivery, figure);
        const working = JSON.parse(read(at('item-why-json'))) as Working;
        assert.equal(working.results?.meanPercent, figure.meanPercent);
        for (const shown of percents(read(at('item')))) assert.ok(known.has(shown), `${code} shows ${shown}`);
        if (figure.reportedTasks > 0 && figure.reportedTasks < figure.countedTasks)
          for (const end of figure.bandPercent!)
            assert.ok(percents(read(at('item'))).has(end), `${code} lacks ${end}`);
      }
    }),
    { numRuns: 15 },
  );
});

/** Every percentage that a node's page may show: its children's and its tasks'. */
function figuresUnder(edition: Edition, { nodes, tasks }: Extract): readonly string[] {
  const shown = nodes.flatMap(({ delivery }) => [
    delivery?.meanPercent,
    delivery?.schedule?.actualPercent,
    delivery?.schedule?.expectedPercent,
    ...(delivery?.bandPercent ?? []),
    delivery?.promised?.meanPercent,
  ]);
  const ofTasks = tasks.flatMap((one) => [
    one.progressPercent,
    one.delivery?.usedPercent,
    one.delivery?.expectedPercent,
  ]);
  return [...shown, ...ofTasks, ...edition.tasks.map((one) => one.progressPercent)]
    .filter((value) => value != null)
    .map(tenths);
}

/** The percentages of a page's text, with the locale's formatting undone. */
function percents(page: string): ReadonlySet<string> {
  return new Set(
    [...text(page).matchAll(/(\d+(?:[.,]\d+)?)\s?%/gu)].map((found) => tenths(found[1]!.replace(',', '.'))),
  );
}

function tenths(value: string): string {
  return value.includes('.') ? value : `${value}.0`;
}

function text(page: string): string {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  return main
    .replace(/<(?:svg|script)[\s\S]*?<\/(?:svg|script)>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#x27;/g, "'")
    .replace(/[\s\u00a0]+/g, ' ');
}

function wellMade(page: string): void {
  assert.equal(page.match(/<h1[\s>]/g)?.length, 1, 'one h1');
  assert.doesNotMatch(page, / style="/);
  assert.doesNotMatch(page, /<style/);
  assert.doesNotMatch(page, /<script(?![^>]* src=)/);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
  assert.deepEqual(
    ids.filter((one, at) => ids.indexOf(one) !== at),
    [],
  );
  const levels = [...page.matchAll(/<h([1-6])[\s>]/g)].map((found) => Number(found[1]));
  assert.ok(
    levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1),
    `headings ${levels.join(' ')}`,
  );
}
