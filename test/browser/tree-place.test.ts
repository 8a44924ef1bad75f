/** Where a row lands: among its own kind, never in itself, under a task or too deep. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TreeItem } from '../../src/office/tree-data.ts';
import { placeOf, withMoved } from '../../assets/tree/place.ts';

const node = (id: string, level: number, ...children: TreeItem[]): TreeItem => ({
  id,
  kind: 'node',
  level,
  title: id,
  children,
});
const task = (id: string): TreeItem => ({ id, kind: 'task', title: id });
const roots = [
  node('a', 0, task('t1'), task('t2'), node('a1', 1), node('a2', 1, task('t3'))),
  node('b', 0),
  node('c', 0, node('c1', 1)),
];
const at = (id: string, key: string, dropPosition: 'on' | 'before' | 'after', levels = 2) =>
  placeOf(roots, levels, id, { key, dropPosition });

test('before and after count what is of the same kind', () => {
  assert.deepEqual(at('b', 'a', 'before'), { parentId: null, position: 0 });
  assert.deepEqual(at('a', 'c', 'after'), { parentId: null, position: 2 });
  assert.deepEqual(at('c1', 'a2', 'after'), { parentId: 'a', position: 2 });
  assert.deepEqual(at('t3', 't1', 'after'), { parentId: 'a', position: 1 });
  // A goal dropped among tasks becomes the first goal, a task dropped among goals the last task.
  assert.deepEqual(at('c1', 't1', 'before'), { parentId: 'a', position: 0 });
  assert.deepEqual(at('t3', 'a1', 'after'), { parentId: 'a', position: 2 });
});

test('on a goal means under it, at the end', () => {
  assert.deepEqual(at('c1', 'a', 'on'), { parentId: 'a', position: 2 });
  assert.deepEqual(at('t1', 'a', 'on'), { parentId: 'a', position: 1 });
  assert.deepEqual(at('b', 'a', 'on'), { parentId: 'a', position: 2 });
});

test('nowhere where it cannot stand, and nowhere where it already stands', () => {
  for (const [id, key, dropPosition] of [
    ['a', 'a', 'on'],
    ['a', 'a1', 'on'],
    ['b', 't1', 'on'],
    ['t1', 'b', 'before'],
    ['c', 'a', 'on'],
    ['a', 'b', 'before'],
    ['a2', 'a', 'on'],
    ['t2', 't1', 'after'],
    ['x', 'a', 'on'],
  ] as const)
    assert.equal(at(id, key, dropPosition), null, `${id} ${dropPosition} ${key}`);
  assert.deepEqual(at('c', 'a', 'on', 3), { parentId: 'a', position: 2 });
});

test('the tree is shown with it there, tasks before goals', () => {
  const shape = (items: readonly TreeItem[]): unknown =>
    items.map(({ id, children = [] }) => (children.length > 0 ? [id, shape(children)] : id));
  assert.deepEqual(shape(withMoved(roots, 't3', { parentId: 'a', position: 1 })), [
    ['a', ['t1', 't3', 't2', 'a1', 'a2']],
    'b',
    ['c', ['c1']],
  ]);
  assert.deepEqual(shape(withMoved(roots, 'c1', { parentId: null, position: 0 })), [
    'c1',
    ['a', ['t1', 't2', 'a1', ['a2', ['t3']]]],
    'b',
    'c',
  ]);
});
