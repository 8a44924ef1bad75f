import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalise } from './characters.ts';
import { formatOf, largestSource, mostBlocks, readDocument } from './read.ts';

test('the format comes from the content, then from the name', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['<!DOCTYPE html><html></html>', 'a.txt', 'html'],
    ['<p>a</p>', 'a.html', 'html'],
    ['<main><p>a</p></main>', '', 'html'],
    ['plain', 'a.md', 'markdown'],
    ['# A\n\n## B\n', 'a.txt', 'markdown'],
    ['| a | b |\n|---|---|\n', '', 'markdown'],
    ['1. A\n', 'a.txt', 'text'],
    ['<3 cats', '', 'text'],
  ];
  for (const [text, name, format] of cases) assert.equal(formatOf(text, name), format, text);
});

test('bytes of older encodings are read', () => {
  const text = (bytes: number[]): string => readDocument(Uint8Array.from(bytes)).blocks[0]!.text;
  assert.equal(text([0x9c, 0x77, 0x69, 0xea, 0x74, 0x79]), 'święty');
  assert.equal(text([0xb6, 0x77, 0x69, 0xea, 0x74, 0x79]), 'święty');
  assert.equal(text([0xef, 0xbb, 0xbf, 0x61]), 'a');
  assert.equal(text([0xff, 0xfe, 0x61, 0x00]), 'a');
});

test('characters are normalised', () => {
  assert.equal(normalise('a\u00a0b\r\nc\u00add\ue0b7 o\u0301\rx'), 'a b\ncd• ó\nx');
});

test('blocks keep their source lines', () => {
  const lines = (text: string, name: string) =>
    readDocument(text, { name }).blocks.map(
      (one) =>
        `${one.from}${one.to === one.from ? '' : `-${one.to}`} ${one.heading > 0 ? '#' : one.bullet}${one.text}`,
    );
  assert.deepEqual(lines('\n- a\n\n  o B\nc', 'a.txt'), ['2 -a', '4 oB', '5 c']);
  assert.deepEqual(lines('# A\n\n* b\n\n```\nx\n```\nC\n===\n', 'a.md'), ['1 #A', '3 *b', '8 #C']);
  assert.deepEqual(
    lines('<html><body>\n<h1>A\nb</h1>\n<nav>n</nav><ul><li>c</li></ul></body></html>', 'a.html'),
    ['2-3 #A b', '4 •c'],
  );
});

test('limits are told, not hidden', () => {
  const large = readDocument('a'.repeat(largestSource + 1));
  assert.deepEqual(large.problems, [
    { code: 'source-too-large', place: {}, values: { size: largestSource + 1, limit: largestSource } },
  ]);
  const many = readDocument('a\n'.repeat(mostBlocks + 5));
  assert.equal(many.problems[0]?.code, 'too-many-blocks');
  assert.equal(many.blocks.length, mostBlocks);
});
