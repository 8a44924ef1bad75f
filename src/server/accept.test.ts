import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseEncoding, matchesTag } from './accept.ts';

const cases: readonly [string | undefined, string][] = [
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['br;q=nonsense', 'identity'],
  ['BR', 'br'],
  [`${'x,'.repeat(500)}br`, 'identity'],
];

for (const [header, expected] of cases)
  test(`Accept-Encoding ${String(header).slice(0, 40)} -> ${expected}`, () =>
    assert.equal(chooseEncoding(header), expected));

test('If-None-Match: one tag, a list, weak tags, a star', () => {
  assert.ok(matchesTag('"a"', '"a"'));
  assert.ok(matchesTag('"b", W/"a"', '"a"'));
  assert.ok(matchesTag('*', '"a"'));
  assert.ok(!matchesTag('"b"', '"a"'));
  assert.ok(!matchesTag('a', '"a"'));
});
