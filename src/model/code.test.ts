import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeKey, compareCodes, numericParts } from './code.ts';

test('takes codes apart', () => {
  const cases: readonly [string, string, readonly number[]][] = [
    ['2.10', '', [2, 10]],
    ['01', '', [1]],
    ['IV.2', '', [4, 2]],
    ['xiv', '', [14]],
    ['B', '', [2]],
    ['C.1', '', [3, 1]],
    ['1a', '', [1, 1]],
    ['LE1.2', 'LE', [1, 2]],
    ['CO-3', 'CO', [3]],
    ['IIII', 'IIII', []],
    ['', '', []],
  ];
  for (const [code, prefix, parts] of cases) assert.deepEqual(codeKey(code), { prefix, parts }, code);
  assert.deepEqual(numericParts('2.2'), [2, 2]);
});

test('orders codes by their parts', () => {
  const ordered = ['1', '1.1', '1.9', '1.10', '2', '2.2', '2.10', '2.10.1', 'LE1', 'LE2', 'LE10', null];
  assert.deepEqual([...ordered].reverse().sort(compareCodes), ordered);
  assert.deepEqual(['IX', 'V', 'X', 'II'].sort(compareCodes), ['II', 'V', 'IX', 'X']);
  assert.equal(compareCodes('1', '01') === 0, false, 'a total order');
});
