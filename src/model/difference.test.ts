import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './difference.ts';

test('fields that differ, by their path', () => {
  const cases = [
    [{ title: { pl: 'A', en: 'B' }, code: '1' }, { title: { pl: 'C', en: 'B' }, code: '1' }, ['title.pl']],
    [null, { code: '1', note: null }, ['code']],
    [{ unitIds: ['a'] }, { unitIds: ['a', 'b'] }, ['unitIds']],
    [{ horizon: { endOn: '2030-12-31' } }, { horizon: null }, ['horizon']],
    [{ version: 1, code: '1' }, { version: 2, code: '1' }, []],
    ['x', 'y', ['']],
    [null, null, []],
  ] as const;
  for (const [before, after, fields] of cases)
    assert.deepEqual(
      differences(before, after).map(({ field }) => field),
      fields,
    );
});
