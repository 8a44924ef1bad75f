import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRange } from './range.ts';

const cases: readonly [string | undefined, unknown][] = [
  [undefined, null],
  ['bytes=0-9', { first: 0, last: 9 }],
  ['bytes=90-', { first: 90, last: 99 }],
  ['bytes=90-500', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-3', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes=-', null],
];

for (const [header, expected] of cases)
  test(`Range ${header}`, () => assert.deepEqual(parseRange(header, 100), expected));
