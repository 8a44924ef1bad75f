/** What a hostile or broken file may cost, and what must hold for any text at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as hold, constantFrom, oneof, property, string, uint8Array } from 'fast-check';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';

const size = 1_000_000;
/** Milliseconds of processor time; a quadratic scanner needs minutes for a million characters, so a generous bound on a busy machine still tells. */
const bound = 2500;

function filled(pattern: string): string {
  return pattern.repeat(Math.ceil(size / pattern.length)).slice(0, size);
}

const patterns: readonly (readonly [name: string, text: string, file?: string])[] = [
  ['codes', filled('1.1.1.1')],
  ['dots', filled('.')],
  ['one line', filled('Cel strategiczny bez numeru ')],
  ['one word', filled('a')],
  ['brackets', filled('(')],
  ['hashes', filled('#')],
  ['headings', filled('# a\n')],
  ['code lines', filled('1.1.1.1\n')],
  ['codes on one line', Array.from({ length: 90_000 }, (_, at) => `${at % 900}. Abc`).join(' ')],
  ['labels on one line', Array.from({ length: 30_000 }, (_, at) => `Cel ${at % 900}. Abc def`).join(' ')],
  ['captions', filled('Cele operacyjne:\n- a\n')],
  ['nested elements', filled('<div>'), 'a.html'],
  ['nested lists', `<html>${filled('<ul><li>a')}`, 'a.html'],
  ['open formatting', `<html>${filled('<p><b><i>x')}`, 'a.html'],
  ['block quotes', filled('> '), 'a.md'],
  ['link openings', filled('['), 'a.md'],
  ['stars', filled('*'), 'a.md'],
  ['bars', filled('|a'), 'a.md'],
  ['rows', filled('|a|b|\n')],
  ['numbers and titles', filled('1\nAbc\n')],
  ['labels', filled('Cel 1. Abc\n')],
  ['task cards', filled('Nr zadania\n1.1.1\nNazwa\nAbc\n')],
  ['indented lists', Array.from({ length: 1400 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'), 'a.md'],
  ['semicolons', filled('abc;def\n')],
  ['columns', filled('abcd     efgh\n')],
  ['empty lines', filled('\n')],
  ['turned labels', Array.from({ length: 40_000 }, (_, at) => `Abc def (Goal ${at % 900})`).join('\n')],
  ['labels above titles', filled('Cel strategiczny\nAbc def\n')],
  ['labels without marks', filled('Cel strategiczny Abc def\n')],
  ['wrapped titles', filled('1. Rozbudowa oddziału ratunkowego w Szpitalu\nPowiatowym\n')],
  ['open quotes', filled('1. „Abc\n')],
  ['pictures', filled('🌳 a\n')],
  ['columns of goals', filled('Goal 1     Goal 2\n')],
  ['one label again and again', filled('Goal 1\n')],
  ['fields', filled('Tytuł: a\nCel: b\n')],
  ['struck text', filled('~~a'), 'a.md'],
  ['opening tags', filled('<s'), 'a.md'],
];

for (const [name, text, file] of patterns) {
  test(`a megabyte of ${name} ends`, () => {
    const start = process.cpuUsage().user;
    proposePlan(readDocument(text, { name: file ?? 'a.txt' }));
    const took = (process.cpuUsage().user - start) / 1000;
    assert.ok(took < bound, `${Math.round(took)} ms`);
  });
}

const pieces = constantFrom(
  'Cel strategiczny 1.',
  'Cel operacyjny 1.1',
  'Goal A',
  '1.',
  '1.1.',
  'I.',
  'II.1',
  'a)',
  '- ',
  '• ',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  '|',
  ';',
  ':',
  '.',
  '...... 12',
  '(',
  ')',
  '[x](y)',
  '**',
  '#',
  '## ',
  'Cele operacyjne:',
  'Wskaźniki:',
  'Miasto zielone',
  'Rozwój turys-',
  'tyki',
  'i',
  'The plan has five goals.',
  'Spis treści',
  '12',
  'Strona 3 z 9',
  '<li>',
  '</p>',
  '<table>',
  '\u00ad',
  '\u00a0',
  '\uf0b7',
  '\ud800',
  '№ 3',
  'LE1:',
  '2030',
  '🌳',
);
const documents = oneof(
  string({ unit: 'binary', maxLength: 400 }),
  array(pieces, { maxLength: 80 }).map((list) => list.join('')),
  array(pieces, { maxLength: 60 }).map((list) => list.join(' ')),
);

/** White space and hyphens aside: joining lines collapses the one and undoes the other; markup is not text. */
function bare(text: string): string {
  let out = '';
  for (const char of text) if (!' \n\t-*`_|\\'.includes(char)) out += char;
  return out;
}

test('any text: nothing is thrown, nothing is invented, parents come first', () => {
  hold(
    property(documents, constantFrom('a.txt', 'a.md'), (text, name) => {
      const document = readDocument(text, { name });
      const proposal = proposePlan(document);
      const source = bare(document.blocks.map((one) => one.text).join(''));
      const keys = new Set<string>();
      for (const node of proposal.nodes) {
        assert.ok(source.includes(bare(node.title)), node.title);
        assert.ok(node.parentKey === null || keys.has(node.parentKey));
        assert.ok(node.levelIndex >= 0 && node.levelIndex < proposal.levels.length);
        assert.ok(
          node.evidence.lines[0] >= 1 &&
            node.evidence.lines[0] <= node.evidence.lines[1] &&
            node.evidence.lines[1] <= document.lineCount,
        );
        assert.ok(node.confidence > 0 && node.confidence < 1);
        keys.add(node.key);
      }
    }),
    { numRuns: 1500 },
  );
});

test('any text as HTML: nothing is thrown', () => {
  hold(
    property(documents, (text) => {
      proposePlan(readDocument(`<html><body>${text}`, { name: 'a.html' }));
    }),
    { numRuns: 400 },
  );
});

test('any bytes: nothing is thrown, and the same bytes give the same proposal', () => {
  hold(
    property(uint8Array({ maxLength: 300 }), (bytes) => {
      assert.deepEqual(proposePlan(readDocument(bytes)), proposePlan(readDocument(bytes)));
    }),
    { numRuns: 400 },
  );
});
