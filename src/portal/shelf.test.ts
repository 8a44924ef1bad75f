import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLES } from '../../test/portal.ts';
import type { Edition } from '../edition/edition.ts';
import { indexOf, shelf } from './shelf.ts';
import { shorten } from './words.tsx';

const [one, , three] = EXAMPLES.filter((e) => e.city.slug === 'jasnogrod') as [Edition, Edition, Edition];

test('the shelf is made once for an array, the index once for an edition', () => {
  assert.equal(shelf(EXAMPLES), shelf(EXAMPLES));
  assert.equal(indexOf(three), indexOf(three));
});

test('cities and plans, each with its newest edition, in whatever order editions come', () => {
  const mixed = shelf(EXAMPLES.toReversed());
  assert.deepEqual(mixed.cities.map((c) => c.slug).toSorted(), ['jasnogrod', 'torun']);
  assert.equal(mixed.plan('jasnogrod', 'strategia-2032')?.newest.number, 3);
  assert.equal(mixed.plan('jasnogrod', 'strategia-2032')?.edition(1)?.hash, one.hash);
  assert.equal(mixed.plan('torun', 'strategia-2032'), undefined);
});

test('children, tasks, the way up and links in both directions', () => {
  const index = indexOf(three);
  const two = index.coded('2')!;
  const sub = index.children(two.id);
  assert.ok(sub.length > 1 && sub.every((n) => n.parentId === two.id));
  const task = three.tasks.find((t) => t.nodeId === sub[0]!.id)!;
  assert.deepEqual(
    index.above(index.item(task.id)!).map((n) => n.id),
    [two.id, sub[0]!.id],
  );
  assert.ok(index.tasks(sub[0]!.id).includes(task));
  const linking = [...three.nodes, ...three.tasks].find((n) => n.links.length > 0);
  if (linking) assert.ok(index.linkedFrom(linking.links[0]!.toId).some((l) => l.item.id === linking.id));
});

test('an item is addressed by its code, unless the code is another’s or no segment', () => {
  const [first, second, third] = three.nodes as [
    Edition['nodes'][0],
    Edition['nodes'][0],
    Edition['nodes'][0],
  ];
  const odd: Edition = {
    ...three,
    nodes: [first, { ...second, code: first.code }, { ...third, code: 'Cel 1' }, ...three.nodes.slice(3)],
  };
  const index = indexOf(odd);
  assert.deepEqual(index.ref(index.item(first.id)!), { code: first.code });
  assert.deepEqual(index.ref(index.item(second.id)!), { id: second.id });
  assert.deepEqual(index.ref(index.item(third.id)!), { id: third.id });
});

test('what a code meant in earlier editions comes newest first', () => {
  const plan = shelf(EXAMPLES).plan('jasnogrod', 'strategia-2032')!;
  const meanings = plan.meanings('4.5');
  assert.ok(meanings.length >= 2, 'the example reuses 4.5');
  assert.equal(meanings[0]!.edition.number, 3);
  assert.ok(meanings.every((m, i) => i === 0 || m.edition.number < meanings[i - 1]!.edition.number));
  assert.equal(plan.last(meanings[1]!.item.id)?.number, 3);
});

test('a text is cut at a word', () => {
  assert.equal(shorten('Krótko', 10), 'Krótko');
  assert.equal(shorten('Jeden dwa  trzy cztery', 15), 'Jeden dwa trzy…');
});
