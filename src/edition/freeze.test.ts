import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionOf, GOLDEN, goldenInput, publicationOf } from '../../test/edition.ts';
import { meetsGolden } from '../../test/golden.ts';
import { cityOf, id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { canonical } from './canonical.ts';
import { editionBytes, editionHash } from './chain.ts';
import { freeze } from './freeze.ts';

test('the golden edition, byte for byte', () => {
  const { city, plan, publication } = goldenInput();
  meetsGolden(`${GOLDEN}/edition.json`, editionBytes(freeze(city, plan, publication)));
});

test('the order in which nodes and tasks were kept does not matter', () => {
  const { city, plan, publication } = goldenInput();
  const shuffled = {
    ...plan,
    nodes: [...plan.nodes].reverse(),
    tasks: [...plan.tasks].reverse(),
  };
  assert.equal(freeze(city, shuffled, publication).hash, freeze(city, plan, publication).hash);
});

test('parents stand before children, tasks by home, results in the same order', () => {
  const { city, plan, publication } = goldenInput();
  const edition = freeze(city, plan, publication);
  assert.deepEqual(
    edition.nodes.map((node) => node.code),
    ['1', '1.2', '1.10', '2', null],
  );
  const { delivery } = edition.results;
  assert.deepEqual(
    delivery.nodes.map((figure) => figure.id),
    edition.nodes.map((node) => node.id),
  );
  assert.deepEqual(
    delivery.tasks.map((figure) => figure.id),
    edition.tasks.map((task) => task.id),
  );
  assert.deepEqual(
    delivery.units.map((figure) => figure.id),
    edition.units.map((unit) => unit.id),
  );
  const homes = edition.tasks.map((task) => edition.nodes.findIndex((node) => node.id === task.nodeId));
  assert.deepEqual(
    homes,
    [...homes].sort((a, b) => a - b),
  );
});

test('text is composed, empty text is null', () => {
  const edition = editionOf({
    title: { pl: 'Strategia Krako\u0301w', en: '  ' },
    summary: { pl: '' },
    values: [{ pl: 'Otwartos\u0301c\u0301' }, { pl: ' ' }],
    licence: '',
    nodes: [nodeOf(101, { code: '', title: { pl: '', en: ' ' } })],
  });
  assert.deepEqual(edition.plan.title, { pl: 'Strategia Kraków' });
  assert.deepEqual([edition.plan.summary, edition.plan.licence], [null, null]);
  assert.deepEqual(edition.plan.values, [{ pl: 'Otwartość' }]);
  assert.deepEqual([edition.nodes[0]!.code, edition.nodes[0]!.title], [null, null]);
  assert.equal(canonical(edition), canonical(edition).normalize('NFC'));
});

test('weights are 1 when the plan has none, and the hash covers the content', () => {
  const nodes = [nodeOf(101)];
  const edition = editionOf({ nodes, tasks: [taskOf(201, id(101), { weight: 7 })] });
  assert.equal(edition.tasks[0]!.weight, 1);
  assert.equal(editionHash(edition), edition.hash);
  assert.notEqual(editionHash({ ...edition, asOf: '2026-11-15' }), edition.hash);
  assert.equal(editionHash({ ...edition, signature: 'x' }), edition.hash);
});

test('what cannot be frozen is said in the fault', () => {
  const city = cityOf();
  assert.throws(
    () => freeze(city, planOf({ nodes: [nodeOf(101, { code: '1.3', parentId: id(99) })] }), publicationOf()),
    /cannot freeze the plan strategia: parent-missing 1\.3 parentId/,
  );
  const cases: readonly [Parameters<typeof publicationOf>[0], RegExp][] = [
    [{ number: 0 }, /edition number 0/],
    [{ number: 2 }, /edition 2 needs the hash/],
    [{ previous: 'a'.repeat(64) }, /edition 1 cannot follow/],
    [{ number: 2, previous: 'A'.repeat(64) }, /not a SHA-256/],
    [{ publishedAt: '2026-11-16 09:30' }, /publishedAt/],
    [{ asOf: '2026-11-31' }, /asOf/],
    [
      { decisions: [{ id: id(1), field: 'endOn', number: ' ', on: '2026-01-01', reason: { pl: 'x' } }] },
      /the decision about/,
    ],
  ];
  for (const [fields, message] of cases)
    assert.throws(() => freeze(city, planOf(), publicationOf(fields)), message);
});
