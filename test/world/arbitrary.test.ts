import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { editionBytes, verifyChain } from '../../src/edition/chain.ts';
import { freeze } from '../../src/edition/freeze.ts';
import { check } from '../../src/model/check.ts';
import { publication, worlds } from './arbitrary.ts';

test('every random world can be frozen, and its edition verifies', () => {
  fc.assert(
    fc.property(worlds, ({ city, plan }) => {
      assert.deepEqual(verifyChain([editionBytes(freeze(city, plan, publication))]), []);
    }),
    { numRuns: 150 },
  );
});

test('the order in which a plan is kept does not change its edition', () => {
  fc.assert(
    fc.property(worlds, ({ city, plan }) => {
      const turned = { ...plan, nodes: plan.nodes.toReversed(), tasks: plan.tasks.toReversed() };
      assert.deepEqual(
        editionBytes(freeze(city, turned, publication)),
        editionBytes(freeze(city, plan, publication)),
      );
    }),
    { numRuns: 60 },
  );
});

test('the odd things really come up', () => {
  const seen = new Set<string>();
  const drawn = fc.sample(worlds, { numRuns: 300, seed: 1 });
  for (const { city, plan } of drawn) {
    for (const problem of check(city, plan)) seen.add(problem.code);
    seen.add(`levels ${plan.levels.length}`);
    const byId = new Map(plan.tasks.map((task) => [task.id, task]));
    for (const task of plan.tasks)
      if (byId.get(task.mergedIntoId ?? '')?.state === 'merged') seen.add('chain of merged tasks');
    if (plan.nodes.some((node) => node.code === null)) seen.add('no code');
    if (plan.weights === 'whole') seen.add('weights');
  }
  for (const odd of [
    'title-missing',
    'code-duplicate',
    'dates-reversed',
    'task-without-owner',
    'task-without-dates',
    'goal-without-tasks',
    'no-tasks',
    'progress-before-start',
    'chain of merged tasks',
    'no code',
    'weights',
    ...[1, 2, 3, 4, 5].map((count) => `levels ${count}`),
  ])
    assert.ok(seen.has(odd), odd);
});
