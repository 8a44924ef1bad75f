import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { plainMarkdown, readMarkdown, safeAddress, type Prose, type Span } from './markdown.ts';

const text = (words: string): Span => ({ kind: 'text', text: words });
const paragraph = (...spans: Span[]): Prose => ({ kind: 'paragraph', spans });

const cases: readonly (readonly [markdown: string, prose: readonly Prose[]])[] = [
  ['', []],
  ['Jedno zdanie.\nDalej.', [paragraph(text('Jedno zdanie. Dalej.'))]],
  ['Dom w lesie', [paragraph(text('Dom w\u00a0lesie'))]],
  [
    '**ważne** i *inne*',
    [
      paragraph({ kind: 'strong', spans: [text('ważne')] }, text(' i '), {
        kind: 'emphasis',
        spans: [text('inne')],
      }),
    ],
  ],
  ['# Nagłówek', [paragraph({ kind: 'strong', spans: [text('Nagłówek')] })]],
  ['- a\n- b', [{ kind: 'list', ordered: false, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }]],
  ['1. a', [{ kind: 'list', ordered: true, items: [[paragraph(text('a'))]] }]],
  ['> cytat', [{ kind: 'quote', prose: [paragraph(text('cytat'))] }]],
  [
    '[x](https://a.example/ą)',
    [paragraph({ kind: 'link', to: 'https://a.example/%C4%85', spans: [text('x')] })],
  ],
  ['[x](javascript:alert(1))', [paragraph(text('x'))]],
  ['![herb](https://a.example/x.png)', [paragraph(text('herb'))]],
  ['<b>dosłownie</b>', [paragraph(text('<b>'), text('dosłownie'), text('</b>'))]],
  ['`#panic()`', [paragraph(text('#panic()'))]],
  ['a  \nb', [paragraph(text('a'), { kind: 'break' }, text('b'))]],
];
for (const [markdown, prose] of cases)
  test(`reads ${JSON.stringify(markdown)}`, () => assert.deepEqual(readMarkdown(markdown, 'pl'), prose));

test('reads anything, also what is nested a thousand deep', () => {
  fc.assert(fc.property(fc.string(), (s) => void readMarkdown(s, 'pl')));
  const deep = JSON.stringify(readMarkdown('> '.repeat(1000) + 'dno', 'pl'));
  assert.ok(deep.includes('dno') && deep.length < 2000);
});

test('the words alone, in one line', () => {
  assert.equal(plainMarkdown('# A\n\n- **b** c\n- [d](https://e.example)'), 'A b c d');
});

test('only addresses of the web and of mail are links', () => {
  assert.equal(safeAddress('https://a.example'), 'https://a.example/');
  assert.equal(safeAddress('mailto:a@b.example'), 'mailto:a@b.example');
  for (const address of ['javascript:x', 'file:///etc/passwd', 'data:text/html,x', '/relative', 'https://'])
    assert.equal(safeAddress(address), null);
});
