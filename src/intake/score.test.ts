import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addScores, formatShares, score, shares, type ExpectedPlan, type ScoredNode } from './score.ts';

const plan: ExpectedPlan = {
  tree: [
    {
      code: '1',
      title: 'Green town.',
      children: [
        { code: '1.1', title: 'Trees' },
        { code: '1.2.', title: 'Water  and air' },
      ],
    },
    { code: '2', title: null, children: [{ code: '2.1', title: 'Schools' }] },
  ],
};

function node(key: string, parentKey: string | null, code: string, title: string): ScoredNode {
  return { key, parentKey, code, title };
}

const right = [
  node('a', null, '1.', 'Green town'),
  node('b', 'a', '1.1', 'Trees'),
  node('c', 'a', '1.2', 'Water and air'),
  node('d', null, '2', ''),
  node('e', 'd', '2.1', 'Schools'),
];

test('a right answer scores one; stops, spaces and dots of codes are ignored', () => {
  assert.deepEqual(score(right, plan), {
    expected: 5,
    found: 5,
    matched: 5,
    parents: 5,
    codes: 5,
    invented: 0,
  });
});

test('a missing, an invented, a moved and a miscoded node', () => {
  const nodes = [
    right[0]!,
    right[1]!,
    node('c', null, '1.3', 'Water and air'),
    node('x', 'a', '9', 'Nobody said so'),
  ];
  assert.deepEqual(score(nodes, plan), {
    expected: 5,
    found: 4,
    matched: 3,
    parents: 2,
    codes: 2,
    invented: 1,
  });
});

test('one expected node is matched once', () => {
  const twice = score([right[1]!, { ...right[1]!, key: 'z' }], plan);
  assert.equal(twice.matched, 1);
  assert.equal(twice.invented, 0);
});

test('a document without goals is right when nothing is proposed', () => {
  assert.equal(
    formatShares(shares(score([], { tree: [] }))),
    'recall 1.00 precision 1.00 parents 1.00 codes 1.00 invented 0.00',
  );
  assert.equal(shares(score(right, { tree: [] })).precision, 0);
});

test('totals add counts, not shares', () => {
  const total = addScores([score(right, plan), score([], plan)]);
  assert.equal(
    formatShares(shares(total)),
    'recall 0.50 precision 1.00 parents 1.00 codes 1.00 invented 0.00',
  );
});
