import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, variant, weightOf } from './answer.ts';
import { AnswerCache } from './cache.ts';

const page = (n: number) =>
  answer({ type: 'text/html; charset=utf-8', body: 'x'.repeat(n), caching: 'page', secure: false });

test('the least recently used answers go first and the limit holds', () => {
  const cache = new AnswerCache(20_000);
  for (const path of ['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/h']) cache.put(path, page(2000));
  cache.touch('/b');
  for (const path of ['/i', '/j']) cache.put(path, page(2000));
  assert.ok(cache.size.bytes <= 20_000);
  assert.equal(cache.get('/a'), undefined);
  assert.ok(cache.get('/b'), 'used lately, so kept');
  assert.ok(cache.get('/j'));
});

test('an answer of more than an eighth of the limit is not kept', () => {
  const cache = new AnswerCache(8000);
  cache.put('/big', page(5000));
  assert.deepEqual(cache.size, { answers: 0, bytes: 0 });
});

test('weight follows the encodings that were made, and dropping gives it back', () => {
  const cache = new AnswerCache(1_000_000);
  const a = page(10_000);
  cache.put('/a', a);
  const before = cache.size.bytes;
  variant(a, 'br');
  cache.touch('/a');
  assert.ok(cache.size.bytes > before);
  assert.equal(cache.size.bytes, weightOf(a));
  assert.equal(
    cache.dropWhere((path) => path === '/a'),
    1,
  );
  assert.deepEqual(cache.size, { answers: 0, bytes: 0 });
});

test('each encoding has its own strong tag; pictures are not compressed', () => {
  const a = page(1000);
  assert.notEqual(variant(a, 'br').etag, variant(a, 'gzip').etag);
  assert.equal(variant(a, 'br').etag, variant(page(1000), 'br').etag, 'same bytes, same tag');
  const png = answer({ type: 'image/png', body: new Uint8Array(1000), caching: 'page', secure: false });
  assert.deepEqual(new Uint8Array(variant(png, 'br').body), png.plain);
  assert.ok(!variant(png, 'br').headers.includes('Content-Encoding'));
});
