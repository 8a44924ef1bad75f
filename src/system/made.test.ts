import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isRefusal } from '../problem.ts';
import { createMaker } from './made.ts';
import type { TypstSource } from './typst.ts';

const folder = await mkdtemp(join(tmpdir(), 'horyzont-made-'));
after(() => rm(folder, { recursive: true, force: true }));
const source: TypstSource = { main: '', files: {}, createdAt: '2026-01-01T00:00:00Z' };
const bytes = (n: number): Uint8Array => new Uint8Array(n).fill(7);

/** A compiler that waits until it is told to go on, and counts. */
function held() {
  const open: (() => void)[] = [];
  const seen = { calls: 0, most: 0, now: 0 };
  return {
    seen,
    release: () => open.splice(0).forEach((go) => go()),
    compile: async () => {
      seen.calls += 1;
      seen.most = Math.max(seen.most, ++seen.now);
      await new Promise<void>((resolve) => open.push(resolve));
      seen.now -= 1;
      return bytes(10);
    },
  };
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('two at once, twenty wait, the next is refused with a time to come back', async () => {
  const { compile, release, seen } = held();
  const maker = createMaker({ folder: null, compile });
  const asked = Array.from({ length: 23 }, (_, i) => maker.pdf([String(i)], () => source));
  await settled();
  assert.deepEqual({ calls: seen.calls, most: seen.most }, { calls: 2, most: 2 });
  const last = await asked[22]!;
  assert.ok(isRefusal(last) && last.refused === 'busy');
  assert.ok(Number(last.values['retryAfterSeconds']) > 0);
  const finished = Promise.all(asked.slice(0, 22));
  for (let i = 0; i < 11; i += 1) {
    release();
    await settled();
  }
  assert.ok((await finished).every((b) => b instanceof Uint8Array));
  assert.equal(seen.most, 2);
});

test('equal requests share one making; different ones do not', async () => {
  const { compile, release, seen } = held();
  const maker = createMaker({ folder: null, compile });
  const asked = [
    maker.pdf(['a'], () => source),
    maker.pdf(['a'], () => source),
    maker.pdf(['b'], () => source),
  ];
  await settled();
  release();
  await Promise.all(asked);
  assert.equal(seen.calls, 2);
});

test('what failed is not kept and does not hold its place', async () => {
  let calls = 0;
  const maker = createMaker({
    folder: null,
    atOnce: 1,
    compile: async () => {
      calls += 1;
      if (calls < 3) throw new Error('no');
      return bytes(3);
    },
  });
  await assert.rejects(
    maker.pdf(['a'], () => source),
    /no/,
  );
  await assert.rejects(
    maker.pdf(['a'], () => source),
    /no/,
  );
  assert.equal(((await maker.pdf(['a'], () => source)) as Uint8Array).length, 3);
});

test('the folder is read again after a start, keeps to its limit, drops the least recently used and damaged files', async () => {
  let calls = 0;
  const options = { folder, limitBytes: 25, compile: async () => ((calls += 1), bytes(10)) };
  const first = createMaker(options);
  await first.pdf(['a'], () => source);
  await first.pdf(['b'], () => source);
  await first.pdf(['a'], () => source);
  assert.equal(calls, 2);
  await first.pdf(['c'], () => source);
  assert.equal((await readdir(folder)).length, 2);
  await first.pdf(['a'], () => source);
  assert.equal(calls, 3, 'a was used after b, so b went');

  await writeFile(join(folder, 'left.tmp'), 'x');
  const second = createMaker(options);
  await second.pdf(['a'], () => source);
  assert.equal(calls, 3, 'a is still on disk');
  assert.ok(!(await readdir(folder)).includes('left.tmp'));

  const [name = ''] = await readdir(folder);
  await writeFile(join(folder, name), 'short');
  for (const key of ['a', 'c']) await second.pdf([key], () => source);
  assert.equal(calls, 4, 'the damaged one is made again');
});
