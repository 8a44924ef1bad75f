import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignKind } from './foreign.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

for (const [source, kind] of [
  [bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
  [bytes('PK\u0003\u0004\u0014\u0000word/document.xml'), 'package'],
  [bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'), 'office'],
  [bytes('{\\rtf1\\ansi Cel 1}'), 'rtf'],
  [bytes('\u007fELF\u0002\u0001\u0001\u0000'), 'binary'],
  [bytes('Cel 1\u0000'), 'binary'],
  [bytes(''), null],
  [bytes('PKS: cele'), null],
  [Buffer.from('Cel 1. Zieleń'), null],
  [Buffer.from('\ufeffCel 1. Zieleń', 'utf16le'), null],
] as const)
  test(`${JSON.stringify(Buffer.from(source).toString('latin1'))}: ${kind ?? 'text'}`, () => {
    assert.equal(foreignKind(source), kind);
  });
