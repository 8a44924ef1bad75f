import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { freeze } from '../edition/freeze.ts';
import type { Edition } from '../edition/edition.ts';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { publication, theCity } from '../../test/world/arbitrary.ts';
import { distance } from './near.ts';
import { alphabet, search, type Hit } from './search.ts';

const edition = freeze(
  theCity,
  planOf({
    nodes: [
      nodeOf(1, {
        code: '1',
        title: { pl: 'Transport, którym chce się jechać', en: 'Transport people want to use' },
      }),
      nodeOf(2, { code: '2', title: { pl: 'Zielone miasto', en: 'A green city' }, unitIds: [id(800_002)] }),
      nodeOf(11, {
        code: '1.1',
        level: 1,
        parentId: id(1),
        title: { pl: 'Drogi rowerowe w każdej dzielnicy', en: 'Cycle paths in every district' },
      }),
      nodeOf(12, {
        code: '1.2',
        level: 1,
        parentId: id(1),
        title: { pl: 'Dworzec bez barier', en: 'A station without barriers' },
        description: { pl: 'Windy i **pochylnie** dla mieszkańców z wózkami.' },
      }),
      nodeOf(21, {
        code: '2.1',
        level: 1,
        parentId: id(2),
        title: { pl: 'Park w zasięgu spaceru', en: 'A park within a walk' },
      }),
      nodeOf(110, {
        code: '1.10',
        level: 1,
        parentId: id(1),
        title: { pl: 'Ulice szkolne', en: 'School streets' },
      }),
      nodeOf(111, {
        code: '1.11',
        level: 1,
        parentId: id(1),
        title: { pl: 'Opłata parkingowa', en: 'Parking charge' },
      }),
    ],
    tasks: [
      taskOf(101, id(11), {
        code: '1.1.1',
        title: { pl: 'Droga dla rowerów na Skarpę', en: 'Cycle path to the Scarp' },
        reportText: { pl: 'Ogłoszono przetarg na nawierzchnię.' },
      }),
      taskOf(102, id(21), { title: { pl: 'Katalog zadań ogrodniczych', en: 'List of gardening jobs' } }),
    ],
  }),
  publication,
);

const titles = (hits: readonly Hit[]): readonly string[] =>
  hits.map((hit) => hit.title.map((piece) => piece.text).join(''));
const find = (query: string): readonly string[] => titles(search([edition], query, 'pl').hits);

const FINDS: readonly (readonly [string, string])[] = [
  ['mieście', 'Zielone miasto'],
  ['miasta', 'Zielone miasto'],
  ['zielonego miasta', 'Zielone miasto'],
  ['drodze', 'Drogi rowerowe w każdej dzielnicy'],
  ['dróg', 'Drogi rowerowe w każdej dzielnicy'],
  ['dworca', 'Dworzec bez barier'],
  ['mieszkaniec', 'Dworzec bez barier'],
  ['zadan', 'Katalog zadań ogrodniczych'],
  ['zadanie', 'Katalog zadań ogrodniczych'],
  ['transprot', 'Transport, którym chce się jechać'],
  ['rwerowe', 'Drogi rowerowe w każdej dzielnicy'],
  ['ulica szkolna', 'Ulice szkolne'],
  ['city', 'Zielone miasto'],
  ['cities', 'Zielone miasto'],
  ['przetargu', 'Droga dla rowerów na Skarpę'],
  ['zieleni', 'Zielone miasto'],
  ['1.2', 'Dworzec bez barier'],
  ['1.2.', 'Dworzec bez barier'],
  ['metoda', 'Jak liczymy'],
  ['TRANSPORT', 'Transport, którym chce się jechać'],
];
for (const [query, title] of FINDS)
  test(`"${query}" finds "${title}"`, () => assert.ok(find(query).includes(title), find(query).join(' | ')));

const example = (file: string): Edition =>
  JSON.parse(readFileSync(`examples/${file}.json`, 'utf8')) as Edition;
const jasnogrod = example('jasnogrod/edition-3');
const torun = example('torun/edition-1');

/** What stands marked in the answer: the words that were taken for the one asked. */
function taken(edition: Edition, query: string, locale: 'pl' | 'en' = 'pl'): readonly string[] {
  const { hits } = search([edition], query, locale);
  const pieces = hits.flatMap((hit) => [...hit.title, ...(hit.excerpt?.pieces ?? [])]);
  return [
    ...new Set(pieces.filter((piece) => piece.found).map((piece) => piece.text.toLowerCase())),
  ].toSorted();
}

const TYPED: readonly (readonly [Edition, string, 'pl' | 'en', readonly string[]])[] = [
  [jasnogrod, 'lekaz', 'pl', ['lekarza', 'lekarzy']],
  [jasnogrod, 'scieżki rowerowe', 'pl', ['rower', 'rowerami', 'rowerem', 'rowerowa', 'rowerów', 'ścieżek']],
  [jasnogrod, 'powietze', 'pl', ['powietrza', 'powietrze', 'powietrzu']],
  [jasnogrod, 'libary', 'en', ['library']],
  [torun, 'niepelnosprawni', 'pl', ['niepełnosprawnościami']],
  [torun, 'niepełnosprawni', 'pl', ['niepełnosprawnościami']],
  [torun, 'turystyce', 'pl', ['turystycznych', 'turystyki']],
  [torun, 'kultury', 'pl', ['kulturalnej', 'kulturowego']],
  // Near enough to be mistaken, and yet other words.
  ...['xyzzy', 'burak', 'krowa', 'basen', 'samolot', 'lotnisko', 'informatyka', 'niepodległość'].map(
    (query) => [jasnogrod, query, 'pl', []] as const,
  ),
  [torun, 'informatyka', 'pl', []],
  [torun, 'przedszkola', 'pl', []],
  [jasnogrod, 'airport', 'en', []],
];
for (const [edition, query, locale, found] of TYPED)
  test(`"${query}" finds ${found.join(', ') || 'nothing'} in ${edition.city.slug}`, () =>
    assert.deepEqual(taken(edition, query, locale), found.toSorted()));

test('words of one family come last and are told apart', () => {
  const { hits } = search([torun], 'kultury', 'pl');
  assert.deepEqual(
    hits.map(({ loose }) => loose),
    [false, true],
  );
  assert.match(titles(hits)[1] ?? '', /kulturalnej/);
});

test('what has many items of its own brings no family', () => {
  assert.ok(
    !taken(jasnogrod, 'mieszkanie').some((word) => word.startsWith('mieszkań') && word.endsWith('cy')),
  );
});

test('words are suggested in the language of the page only, for words that found nothing', () => {
  const { suggestions } = search([jasnogrod], 'krowa', 'pl');
  assert.deepEqual(suggestions, ['arów', 'koła', 'nowa']);
  assert.ok(search([jasnogrod], 'airport', 'en').suggestions.includes('report'));
  assert.ok(!search([jasnogrod], 'airport', 'en').suggestions.includes('raport'));
  const partly = search([jasnogrod], 'scieżki rowerowe', 'pl');
  assert.equal(partly.partly, true);
  assert.deepEqual(partly.suggestions, []);
});

test('a code finds itself first and what stands under it', () => {
  assert.equal(find('1.1')[0], 'Drogi rowerowe w każdej dzielnicy');
  assert.deepEqual(find('1.1'), ['Drogi rowerowe w każdej dzielnicy', 'Droga dla rowerów na Skarpę']);
});

test('a word itself ranks above its other forms, those above beginnings and slips', () => {
  assert.deepEqual(find('droga').slice(0, 2), [
    'Droga dla rowerów na Skarpę',
    'Drogi rowerowe w każdej dzielnicy',
  ]);
  assert.deepEqual(find('drogi').slice(0, 2), [
    'Drogi rowerowe w każdej dzielnicy',
    'Droga dla rowerów na Skarpę',
  ]);
  assert.equal(find('rower')[0], 'Drogi rowerowe w każdej dzielnicy');
});

test('what has every word comes alone, else what has the most', () => {
  assert.deepEqual(find('park spacer'), ['Park w zasięgu spaceru']);
  const partly = search([edition], 'spaceru lodowisko', 'pl');
  assert.equal(partly.partly, true);
  assert.deepEqual(titles(partly.hits), ['Park w zasięgu spaceru']);
});

test('nothing found suggests near words', () => {
  const answer = search([edition], 'tranzpord', 'pl');
  assert.deepEqual(titles(answer.hits), ['Transport, którym chce się jechać']);
  const none = search([edition], 'tramport', 'pl');
  assert.ok([...none.suggestions, ...titles(none.hits)].join(' ').toLowerCase().includes('transport'));
  assert.deepEqual(search([edition], 'xyzq', 'pl').hits, []);
});

test('words that only begin the same come after the word itself, and are told apart', () => {
  const hits = (query: string) => search([edition], query, 'pl').hits.map(({ loose }) => loose);
  assert.deepEqual(find('parki'), ['Park w zasięgu spaceru', 'Opłata parkingowa']);
  assert.deepEqual(hits('parki'), [false, true]);
  assert.deepEqual(hits('parkin'), [false]);
});

test('an excerpt in another language stands only where the title shows nothing', () => {
  const excerpts = (query: string) => search([edition], query, 'pl').hits.map(({ excerpt }) => excerpt?.lang);
  assert.deepEqual(excerpts('parkin'), [undefined]);
  assert.deepEqual(excerpts('charge'), ['en']);
});

test('found words are marked, the excerpt shows words outside the title, the path leads there', () => {
  const [hit] = search([edition], 'mieszkańców', 'pl').hits;
  assert.deepEqual(hit?.excerpt?.pieces, [
    { text: 'Windy i pochylnie dla ', found: false },
    { text: 'mieszkańców', found: true },
    { text: ' z wózkami.', found: false },
  ]);
  assert.ok(hit?.kind === 'node');
  assert.deepEqual(
    hit.path.map((one) => one.code),
    ['1'],
  );
  assert.deepEqual(search([edition], 'zielone', 'pl').hits[0]?.title[0], { text: 'Zielone', found: true });
});

test('the title comes in the reader’s language', () => {
  assert.deepEqual(titles(search([edition], 'miasto', 'en').hits), ['A green city']);
});

test('empty, punctuation and endless queries do no harm', () => {
  for (const query of [
    '',
    '  ',
    '...',
    '"',
    'w i na',
    'a'.repeat(5000),
    'słowo '.repeat(1000),
    '\u0000<script>',
  ])
    assert.equal(typeof search([edition], query, 'pl').total, 'number');
});

test('distances', () => {
  for (const [a, b, expected] of [
    ['transprot', 'transport', 1],
    ['park', 'park', 0],
    ['park', 'bark', 1],
    ['park', 'parki', 1],
    ['park', 'most', 3],
  ] as const)
    assert.equal(distance(a, b, 2), expected);
});

test('the alphabet holds every goal and task once', () => {
  const letters = alphabet(edition, 'pl');
  assert.equal(letters.flatMap(({ entries }) => entries).length, edition.nodes.length + edition.tasks.length);
  assert.deepEqual(
    letters.map(({ letter }) => letter),
    ['D', 'K', 'O', 'P', 'T', 'U', 'Z'],
  );
});

test('5,000 goals answer in under 50 ms', () => {
  const many = big(5000);
  search([many], 'droga', 'pl');
  // The best of three runs: what the search costs, not what else the machine was doing.
  const cost = (query: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const from = performance.now();
        search([many], query, 'pl');
        return performance.now() - from;
      }),
    );
  for (const query of [
    'miasto',
    'budowa dróg rowerowych',
    'transprot',
    'xyzzyqw',
    'zieleń przy szkołach',
    '12.3',
    'r',
  ]) {
    const time = cost(query);
    assert.ok(time < 50, `${query}: ${time.toFixed(1)} ms`);
  }
});

function big(count: number): Edition {
  const stock =
    'droga rower szkoła zieleń transport budowa modernizacja dzielnica park mieszkańcy senior kultura energia woda powietrze most ulica tramwaj osiedle biblioteka'.split(
      ' ',
    );
  const word = (n: number): string =>
    `${stock[n % stock.length]}${n % 7 === 0 ? '' : String.fromCharCode(97 + (n % 23)) + String.fromCharCode(97 + ((n * 7) % 19))}`;
  return freeze(
    theCity,
    planOf({
      nodes: Array.from({ length: count }, (_, i) =>
        nodeOf(i + 1, {
          code: `${Math.floor(i / 50) + 1}.${(i % 50) + 1}`,
          title: { pl: Array.from({ length: 6 }, (_x, j) => word(i * 31 + j * 17)).join(' ') },
          description: { pl: Array.from({ length: 30 }, (_x, j) => word(i * 13 + j * 29)).join(' ') },
        }),
      ),
    }),
    publication,
  );
}
