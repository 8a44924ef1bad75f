/** The corpus, scored: floors that a change may raise and must not undercut. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { proposePlan } from '../../src/intake/proposal.ts';
import { readDocument } from '../../src/intake/read.ts';
import {
  addScores,
  formatShares,
  score,
  shares,
  type ExpectedPlan,
  type Shares,
} from '../../src/intake/score.ts';

function scoreFolder(name: string): { count: number; of: Shares } {
  const folder = new URL(`./${name}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.expected.json'));
  const scores = files.map((file) => {
    const expected = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ExpectedPlan;
    const source = file.replace('.expected.json', '.txt');
    return score(
      proposePlan(readDocument(readFileSync(new URL(source, folder)), { name: source })).nodes,
      expected,
    );
  });
  return { count: files.length, of: shares(addScores(scores)) };
}

function atLeast(of: Shares, floor: Shares): void {
  const words = formatShares(of);
  assert.ok(of.recall >= floor.recall, words);
  assert.ok(of.precision >= floor.precision, words);
  assert.ok(of.parents >= floor.parents, words);
  assert.ok(of.codes >= floor.codes, words);
  assert.ok(of.invented <= floor.invented, words);
}

test('the documents that the rules were made on', () => {
  const { count, of } = scoreFolder('corpus');
  assert.ok(count >= 45, `${count} documents`);
  atLeast(of, { recall: 0.99, precision: 0.99, parents: 0.98, codes: 0.99, invented: 0.02 });
});

test('a second set, once held out and then read', () => {
  const { count, of } = scoreFolder('heldout');
  assert.ok(count >= 30, `${count} documents`);
  atLeast(of, { recall: 0.99, precision: 0.99, parents: 0.98, codes: 0.99, invented: 0.02 });
});

test('a third set that nobody who changed the rules has read: they must carry over', () => {
  const { count, of } = scoreFolder('unseen');
  assert.ok(count >= 25, `${count} documents`);
  atLeast(of, { recall: 0.93, precision: 0.97, parents: 0.95, codes: 0.99, invented: 0.03 });
});

test('a fourth set by somebody who did not know the rules, mended for after its first score', () => {
  const { count, of } = scoreFolder('blind');
  assert.ok(count >= 40, `${count} documents`);
  atLeast(of, { recall: 0.99, precision: 0.99, parents: 0.99, codes: 0.99, invented: 0.01 });
});
