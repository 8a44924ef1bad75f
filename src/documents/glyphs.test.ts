import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facts } from '../../scripts/font-metrics.ts';
import * as metrics from './metrics.ts';
import { isCovered, showable, showableData } from './glyphs.ts';

test('the facts of the fonts are those of the files', () => {
  assert.deepEqual({ ...metrics }, facts, 'run node scripts/font-metrics.ts');
});

test('Polish, English, Ukrainian, Czech, Lithuanian and the signs of a plan can be shown', () => {
  const needed =
    'Zażółć gęślą jaźń „”–—…§№≥≤→ Привіт їжак ґанок Příliš žluťoučký kůň Įvažiuoja šįžąęė 50 % m² ½ € □\u00a0\u202f';
  assert.deepEqual(
    [...needed].filter((c) => !isCovered(c.codePointAt(0)!)),
    [],
  );
});

const cases: readonly (readonly [text: string, shown: string, lacking: readonly string[]])[] = [
  ['zwykły tekst', 'zwykły tekst', []],
  ['Święto 🎉 miasta', 'Święto □ miasta', ['U+1F389']],
  ['rodzina 👨‍👩‍👧 razem', 'rodzina □ razem', ['U+1F468 U+1F469 U+1F467']],
  ['ratusz 🏛\ufe0f', 'ratusz □', ['U+1F3DB']],
  ['漢字', '□□', ['U+6F22', 'U+5B57']],
  ['rozłożone: z\u0307', 'rozłożone: ż', []],
  ['odwrócone \u202eabc\u202c i\u200b zerowe', 'odwrócone abc i zerowe', []],
  ['dzwonek\u0007 i linia\u2028dalej', 'dzwonek  i linia dalej', []],
  ['wiersz\nwiersz', 'wiersz\nwiersz', []],
];
for (const [text, shown, lacking] of cases)
  test(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => {
    const found = new Set<string>();
    assert.equal(showable(text, found), shown);
    assert.deepEqual([...found], lacking);
    assert.equal(showable(shown, new Set()), shown);
  });

test('every string of the data is shown, its shape and numbers stay', () => {
  const found = new Set<string>();
  assert.deepEqual(showableData({ a: ['🎉', 1, null, true], b: { c: 'x' } }, found), {
    a: ['□', 1, null, true],
    b: { c: 'x' },
  });
  assert.equal(found.size, 1);
});
