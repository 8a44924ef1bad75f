import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { verifyChain } from '../../src/edition/chain.ts';
import { torunEdition } from './torun.ts';
import { editionBytes } from '../../src/edition/chain.ts';

const shipped = readFileSync(new URL('edition-1.json', import.meta.url));

test('page -> proposal -> plan -> freeze gives the shipped edition byte for byte', () => {
  assert.equal(Buffer.from(editionBytes(torunEdition())).toString('utf8'), shipped.toString('utf8'));
});

test('the shipped edition verifies', () => {
  assert.deepEqual(verifyChain([shipped]), []);
});

test('the edition says what the page announces and does not give', () => {
  assert.deepEqual(
    torunEdition().gaps.map(({ code, values }) => [code, values]),
    [
      ['announced-vision-and-mission-missing', {}],
      ['announced-groups-missing', { announced: 3, named: 0 }],
      ['announced-tasks-missing', { given: 0 }],
      ['no-indicators', {}],
    ],
  );
});

test('nothing is invented: no tasks, units, dates, vision or mission, and every title stands in the page', () => {
  const edition = torunEdition();
  const page = readFileSync(new URL('page.txt', import.meta.url), 'utf8');
  assert.equal(edition.nodes.length, 31);
  assert.equal(edition.tasks.length + edition.units.length, 0);
  assert.deepEqual([edition.plan.vision, edition.plan.mission, edition.plan.act], [null, null, null]);
  for (const node of edition.nodes) assert.ok(page.includes(node.title!['pl']!), node.title!['pl']);
});
