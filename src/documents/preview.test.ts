import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Edition } from '../edition/edition.ts';
import { pngFromSvg } from '../system/image.ts';
import { contrast } from './colour.testing.ts';
import { inkOf } from './colour.ts';
import { widthOf, wrap } from './measure-text.ts';
import { previewSvg } from './preview.ts';

const read = (path: string): Edition => JSON.parse(readFileSync(`examples/${path}.json`, 'utf8')) as Edition;
const torun = read('torun/edition-1');
const jasnogrod = read('jasnogrod/edition-3');

test('lines keep to their width and lose nothing but what the ellipsis stands for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })),
      fc.integer({ min: 4, max: 30 }),
      (words, width) => {
        const text = words.join(' ');
        const lines = wrap(text, 'serif-semibold', width, 4);
        assert.ok(lines.length <= 4);
        for (const line of lines) assert.ok(widthOf(line, 'serif-semibold') <= width + 1e-9, line);
        const all = wrap(text, 'serif-semibold', width, 10_000);
        assert.equal(all.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        assert.equal(
          lines.at(-1)?.endsWith('…') ?? false,
          all.length > 4 || (all.at(-1)?.endsWith('…') ?? false),
        );
      },
    ),
  );
});

test('a hard space does not break', () => {
  assert.deepEqual(wrap('miasta w\u00a0lesie', 'sans', 4, 9), ['miasta', 'w\u00a0lesie']);
});

test('every title of both examples fits in four lines at a readable size', () => {
  for (const edition of [torun, jasnogrod])
    for (const item of [null, ...edition.nodes, ...edition.tasks]) {
      const svg = previewSvg(edition, item?.id ?? null, 'pl');
      const titles = [...svg.matchAll(/font-size="(\d+)" font-weight="600"[^>]*>([^<]*)</g)].filter(
        (m) => Number(m[1]) > 40,
      );
      assert.ok(titles.length >= 1 && titles.length <= 4);
      assert.ok(!titles.at(-1)![2]!.endsWith('…'), titles.map((m) => m[2]).join(' / '));
    }
});

test('the picture says city, plan, code, edition and standing, in both languages', () => {
  const node = torun.nodes.find((n) => n.code === '2.10')!;
  const polish = previewSvg(torun, node.id, 'pl');
  for (const part of [
    'Toruń',
    'Cele do 2028 roku',
    'Cel operacyjny 2.10',
    'Wydanie 1 z',
    'Nie jest serwisem urzędowym',
  ])
    assert.ok(polish.replaceAll('\u00a0', ' ').includes(part), part);
  assert.match(previewSvg(jasnogrod, null, 'en'), /Invented city/);
  assert.throws(() => previewSvg(torun, 'no-such-id', 'pl'), /no node or task/);
});

test('it is a PNG of 1200 by 630, the same twice', async () => {
  const svg = previewSvg(jasnogrod, jasnogrod.nodes[1]!.id, 'pl');
  const [first, second] = await Promise.all([pngFromSvg(svg), pngFromSvg(svg)]);
  assert.ok(Buffer.from(first).equals(second));
  const header = Buffer.from(first);
  assert.deepEqual(
    [header.toString('latin1', 1, 4), header.readUInt32BE(16), header.readUInt32BE(20)],
    ['PNG', 1200, 630],
  );
});

test("any city's colour is dark enough for text on white", () => {
  for (const colour of ['#ffffff', '#ffff00', '#8c2f1b', '#1d4ed8', '#00ff88', '#777777', 'nonsense'])
    assert.ok(contrast(inkOf(colour)) >= 4.5, colour);
  assert.equal(inkOf('#8c2f1b'), '#8c2f1b');
});
