import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { id } from '../../test/plan.ts';
import { plans, publication, theCity } from '../../test/world/arbitrary.ts';
import { freeze } from '../edition/freeze.ts';
import { editionJson, extract, extractJson } from './json.ts';

const links = { permalink: (one: string) => `/id/${one}`, edition: '/edition/probne/strategia/1.json' };

test('an extract holds the goal, everything under it and their figures, as the edition does', () => {
  fc.assert(
    fc.property(plans, (drawn) => {
      const edition = freeze(theCity, drawn, publication);
      for (const top of edition.nodes) {
        const made = extract(edition, top.id, links)!;
        const under = (one: string | null): boolean =>
          one !== null && (one === top.id || under(edition.nodes.find((node) => node.id === one)!.parentId));
        assert.deepEqual(
          made.nodes.map((node) => node.id),
          edition.nodes.filter((node) => under(node.id)).map((node) => node.id),
        );
        assert.deepEqual(
          made.tasks.map((task) => task.id),
          edition.tasks.filter((task) => under(task.nodeId)).map((task) => task.id),
        );
        for (const node of made.nodes)
          assert.deepEqual(
            node.delivery,
            edition.results.delivery.nodes.find((figure) => figure.id === node.id),
          );
        assert.equal(made.path.at(-1)?.id ?? null, top.parentId);
        assert.equal(made.edition.hash, edition.hash);
      }
    }),
    { numRuns: 40 },
  );
});

test('the whole edition is its canonical bytes', () => {
  const [drawn] = fc.sample(plans, { numRuns: 1, seed: 4 });
  const edition = freeze(theCity, drawn!, publication);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(editionJson(edition))), edition);
});

test('an unknown id has no extract, a task has one of itself', () => {
  const [drawn] = fc.sample(
    plans.filter((one) => one.tasks.length > 0),
    { numRuns: 1, seed: 4 },
  );
  const edition = freeze(theCity, drawn!, publication);
  assert.equal(extractJson(edition, id(999_999), links), null);
  const [task] = edition.tasks;
  const made = extract(edition, task!.id, links)!;
  assert.deepEqual([made.nodes.length, made.tasks.length, made.path.at(-1)?.id], [0, 1, task!.nodeId]);
});

test('every member of the extract is documented', () => {
  const contract = readFileSync(new URL('../../docs/contracts/json.md', import.meta.url), 'utf8');
  const [drawn] = fc.sample(plans, { numRuns: 1, seed: 4 });
  const edition = freeze(theCity, drawn!, publication);
  for (const member of Object.keys(extract(edition, edition.nodes[0]!.id, links)!))
    assert.ok(contract.includes(`\`${member}\``), member);
});
