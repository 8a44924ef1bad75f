import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { cyclicNodes, treeOf } from './tree.ts';

const numbers = (list: readonly { readonly id: string }[]): number[] =>
  list.map((item) => Number(item.id.slice(-3)));

test('parents stand before children, siblings by position, then code, then id', () => {
  const tree = treeOf(
    planOf({
      nodes: [
        nodeOf(101, { code: '2.10', parentId: id(102), position: 0 }),
        nodeOf(103, { code: '2.2', parentId: id(102), position: 0 }),
        nodeOf(104, { code: '1', position: 0 }),
        nodeOf(102, { code: '2', position: 1 }),
        nodeOf(105, { code: '2.1', parentId: id(102), position: 9 }),
      ],
      tasks: [
        taskOf(201, id(105)),
        taskOf(202, id(103), { position: 5 }),
        taskOf(203, id(103), { position: 1 }),
      ],
    }),
  );
  assert.deepEqual(numbers(tree.order), [104, 102, 103, 101, 105]);
  assert.deepEqual(numbers(tree.roots), [104, 102]);
  assert.deepEqual(numbers(tree.children(id(102))), [103, 101, 105]);
  assert.deepEqual(numbers(tree.ancestors(id(101))), [102]);
  assert.deepEqual(numbers(tree.taskOrder), [203, 202, 201]);
});

test('a cycle or a missing parent loses nothing and ends', () => {
  const nodes = [
    nodeOf(101, { parentId: id(102) }),
    nodeOf(102, { parentId: id(103) }),
    nodeOf(103, { parentId: id(101) }),
    nodeOf(104, { parentId: id(101) }),
    nodeOf(105, { parentId: id(999) }),
    nodeOf(106, { parentId: id(106) }),
  ];
  const tree = treeOf(planOf({ nodes, tasks: [taskOf(201, id(998))] }));
  assert.deepEqual(
    [...numbers(tree.order)].sort((a, b) => a - b),
    [101, 102, 103, 104, 105, 106],
  );
  assert.deepEqual(numbers(tree.taskOrder), [201]);
  for (const node of nodes) assert.ok(tree.ancestors(node.id).length < nodes.length);
  assert.deepEqual(numbers(cyclicNodes({ nodes })), [101, 102, 103, 104, 106]);
});

test('ten thousand levels do not overflow the stack', () => {
  const nodes = Array.from({ length: 10_000 }, (_, at) =>
    nodeOf(at + 1000, { parentId: at === 0 ? null : id(at + 999), position: 0 }),
  );
  assert.equal(treeOf(planOf({ nodes })).order.length, 10_000);
  assert.deepEqual(cyclicNodes({ nodes }), []);
});
