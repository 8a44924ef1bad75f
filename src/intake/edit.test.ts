import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { edit, editAll } from './edit.ts';
import type { Edit } from './edit.ts';
import { lookOf, outlineOf, parentsOf, toProposal } from './edit-row.ts';
import type { Outline } from './edit-row.ts';
import { proposePlan } from './proposal.ts';
import { readDocument } from './read.ts';

const page = readFileSync(new URL('../../examples/torun/page.txt', import.meta.url));
const torun = readDocument(page, { name: 'page.txt' });
const ragged = readDocument(
  [
    'Strategy of the town',
    'Goal 1. Green streets',
    '1.1 Trees',
    'and hedges',
    '1.2 Parks; 1.3 Ponds',
    '- plant',
    '- water',
    'Goal 2. Clean air',
    '2.1 Fewer stoves',
    'Footer',
  ].join('\n'),
);
const sources = [torun, ragged];

function start(at: number): Outline {
  const source = sources[at]!;
  return outlineOf(proposePlan(source), source.lines);
}

/** The small page with what the edits are tried on, by the beginning of the title. */
function row(outline: Outline, title: string): Outline['rows'][number] {
  const found = outline.rows.find((one) => one.title.startsWith(title));
  assert.ok(found, `${title} in ${outline.rows.map((one) => one.title).join(' / ')}`);
  return found;
}

const linesOf = (outline: Outline): readonly number[] =>
  [
    ...new Set(
      outline.rows.flatMap((one) =>
        one.lines.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n)),
      ),
    ),
  ].sort((a, b) => a - b);

const drawn = fc.record({
  kind: fc.constantFrom(
    'accept',
    'reject',
    'level',
    'promote',
    'demote',
    'merge',
    'split',
    'text',
    'like',
    'name',
  ),
  at: fc.nat(200),
  level: fc.integer({ min: -1, max: 6 }),
  parts: fc.array(fc.constantFrom('a', ' ', '1.1 b', 'c\td', ''), { maxLength: 4 }),
});

function toEdit(
  outline: Outline,
  { kind, at, level, parts }: typeof drawn extends fc.Arbitrary<infer T> ? T : never,
): Edit {
  const key = outline.rows[at % (outline.rows.length + 1)]?.key ?? 'gone';
  if (kind === 'accept' || kind === 'reject') return { kind, keys: [key] };
  if (kind === 'level') return { kind, keys: [key], level };
  if (kind === 'split') return { kind, key, parts };
  if (kind === 'text') return { kind, key, code: parts[0] ?? '', title: parts[1] ?? '' };
  if (kind === 'like') return { kind, key, level: level < 0 ? null : level };
  if (kind === 'name') return { kind, level, name: 'Goal', printed: 'Goals' };
  return { kind, key };
}

test('no edit loses a line, gives a key twice, or makes a tree that is none', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1), fc.array(drawn, { maxLength: 40 }), (source, list) => {
      const before = start(source);
      let now = before;
      const edits: Edit[] = [];
      for (const one of list) {
        edits.push(toEdit(now, one));
        const earlier = now;
        now = edit(now, edits.at(-1)!);
        const keys = now.rows.map((each) => each.key);
        assert.equal(new Set(keys).size, keys.length);
        const gone = earlier.rows.filter((each) => !keys.includes(each.key));
        assert.ok(gone.length <= (edits.at(-1)!.kind === 'merge' ? 1 : 0));
      }
      assert.deepEqual(linesOf(now), linesOf(before));
      assert.deepEqual(editAll(before, edits), now);
      const proposal = toProposal(now, proposePlan(sources[source]!));
      const levels = new Map(proposal.nodes.map((node) => [node.key, node.levelIndex]));
      for (const node of proposal.nodes)
        assert.ok(node.parentKey === null || levels.get(node.parentKey)! < node.levelIndex);
    }),
    { numRuns: 150 },
  );
});

test('without edits the outline says what the proposal says', () => {
  const proposal = proposePlan(torun);
  const back = toProposal(outlineOf(proposal, torun.lines), proposal);
  assert.deepEqual(back.nodes, proposal.nodes);
  assert.deepEqual(back.levels, proposal.levels);
});

test('merge, split and text', () => {
  const small = start(1);
  const joined = edit(small, { kind: 'merge', key: row(small, 'water').key });
  assert.equal(joined.rows.length, small.rows.length - 1);
  assert.deepEqual(
    [row(joined, 'plant').title, row(joined, 'plant').lines],
    [
      'plant water',
      [
        [6, 6],
        [7, 7],
      ],
    ],
  );
  const parks = row(small, 'Parks').key;
  const parted = edit(small, { kind: 'split', key: parks, parts: ['Parks', '1.3 Ponds'] });
  assert.deepEqual(
    parted.rows.filter((one) => one.key.startsWith(parks)).map(({ key, code, title }) => [key, code, title]),
    [
      [parks, '1.2', 'Parks'],
      [`${parks}.2`, '1.3', 'Ponds'],
    ],
  );
  assert.equal(parentsOf(parted.rows).get(`${parks}.2`), parentsOf(small.rows).get(parks));
});

test('demote takes what hangs below along; a sixth level is not made', () => {
  const small = start(1);
  const goal = row(small, 'Green').key;
  const once = edit(small, { kind: 'demote', key: goal });
  assert.deepEqual(
    ['Green', 'Trees', 'Clean'].map((title) => row(once, title).level),
    [1, 2, 0],
  );
  assert.equal(parentsOf(once.rows).get(row(once, 'Trees').key), goal);
  const most = editAll(
    small,
    Array.from({ length: 9 }, () => ({ kind: 'demote', key: goal }) as const),
  );
  assert.equal(row(most, 'Trees').level, 4);
});

test('all lines that look like this', () => {
  const small = start(1);
  const bullets = edit(small, { kind: 'like', key: row(small, 'plant').key, level: 2 });
  for (const title of ['plant', 'water']) {
    assert.deepEqual([row(bullets, title).taken, row(bullets, title).level], [true, 2]);
    assert.equal(parentsOf(bullets.rows).get(row(bullets, title).key), row(small, 'Parks').key);
  }
  assert.equal(row(bullets, 'Footer').taken, false);
  const none = edit(bullets, { kind: 'like', key: row(small, 'plant').key, level: null });
  assert.equal(row(none, 'water').taken, false);
});

test('how a line looks', () => {
  for (const [one, other] of [
    ['- 1.1. Zieleń', '- 2.10. Woda'],
    ['Cel strategiczny 1.', 'CEL STRATEGICZNY 2.'],
    ['<li>1.1 A</li>', '<li class="x">1.2 B</li>'],
    ['## Tytuł', '## Inny'],
  ] as const)
    assert.equal(lookOf(one), lookOf(other), one);
  for (const [one, other] of [
    ['- 1.1. Zieleń', '- Zieleń'],
    ['1. Zieleń', '1.1. Zieleń'],
    ['    a', 'a'],
    ['Cel strategiczny 1.', 'Zadanie 1.'],
  ] as const)
    assert.notEqual(lookOf(one), lookOf(other), one);
});
