import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeKey, readCode, roman } from './code.ts';

const cases: readonly (readonly [text: string, code: string | undefined, key?: string])[] = [
  ['1. Title', '1', '1'],
  ['1.1. Title', '1.1', '1.1'],
  ['2.10 Title', '2.10', '2.10'],
  ['01 Title', '01', '1'],
  ['1) title', '1', '1'],
  ['IV. Title', 'IV', '4'],
  ['VI.1.1 Title', 'VI.1.1', '6.1.1'],
  ['І. Ціль', 'І', '1'],
  ['A.1 Title', 'A.1', 'A.1'],
  ['A1: Title', 'A1', 'A.1'],
  ['1A. Title', '1A', '1.A'],
  ['1.1a Title', '1.1a', '1.1.a'],
  ['I.1.a: Title', 'I.1.a', '1.1.a'],
  ['LE12: Title', 'LE12', '12'],
  ['CS-1 Title', 'CS-1', '1'],
  ['(3) Title', '3', '3'],
  ['1. 2. Title', '1. 2', '1.2'],
  ['1.Title', '1', '1'],
  ['1. 2. 3. Title', '1. 2. 3', '1.2.3'],
  ['1.2/3 Title', '1.2/3', '1.2.3'],
  ['2/ Titre', '2', '2'],
  ['1° Título', '1', '1'],
  ['b) title', 'b', 'b'],
  ['2030 goals', undefined],
  ['1.1.2020', undefined],
  ['12,5 mln', undefined],
  ['90% of', undefined],
  ['a title', undefined],
  ['Title', undefined],
  ['', undefined],
  ['3-4 years', undefined],
  ['CSz-1.1 Tytuł', 'CSz-1.1', '1.1'],
  ['CSz1.1 Tytuł', 'CSz1.1', '1.1'],
  ['Cel1 Tytuł', undefined],
  ['I-A. Title', 'I-A', '1.A'],
  ['II-B Title', 'II-B', '2.B'],
  ['2-C) Title', '2-C', '2.C'],
  ['1-2: Title', '1-2', '1.2'],
  ['1-2-3. Title', '1-2-3', '1.2.3'],
  ['7-15: open', undefined],
  ['3-D printing', '3'],
];

test('codes as printed', () => {
  for (const [text, code, key] of cases) {
    const read = readCode(text, 0);
    assert.equal(read?.text, code, text);
    if (read && key !== undefined) assert.equal(codeKey(read.parts), key, text);
  }
});

test('Roman numerals are written one way only', () => {
  assert.deepEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'iii'].map(roman), [1, 4, 9, 14, 40, 3]);
  assert.deepEqual(['IIII', 'VX', 'IC', 'MIX', ''].map(roman), [0, 0, 0, 0, 0]);
});
