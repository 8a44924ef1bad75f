import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { askSocket, listenSocket } from './socket.ts';

const home = mkdtempSync(join(tmpdir(), 'horyzont-socket-'));
after(() => rmSync(home, { recursive: true, force: true }));

const deep = join(home, 'a-folder-with-a-rather-long-name'.repeat(3), 'and-another-one');
mkdirSync(deep, { recursive: true });

for (const [name, path] of [
  ['a short path', join(home, 'x.sock')],
  ['a path longer than the kernel takes', join(deep, 'x.sock')],
] as const) {
  test(`questions and answers over ${name}`, async () => {
    assert.equal(await askSocket(path, {}), null, 'nobody listens yet');
    writeFileSync(path, '');
    const listening = await listenSocket(path, async (question) => {
      if (question === 'bad') throw Object.assign(new Error('not that'), { code: '53100' });
      return { got: question };
    });
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const big = { text: 'ż\n'.repeat(400_000) };
    const answers = await Promise.all([askSocket(path, 1), askSocket(path, big), askSocket(path, null)]);
    assert.deepEqual(
      answers.map((answer) => answer?.answer),
      [{ got: 1 }, { got: big }, { got: null }],
    );
    await assert.rejects(askSocket(path, 'bad'), { message: 'not that', code: '53100' });
    await listening.close();
    assert.equal(await askSocket(path, 1), null);
  });
}

test('a running answer is finished before the socket closes', async () => {
  const path = join(home, 'slow.sock');
  const { promise, resolve } = Promise.withResolvers<string>();
  const asked = Promise.withResolvers<void>();
  const listening = await listenSocket(path, () => {
    asked.resolve();
    return promise;
  });
  const answer = askSocket(path, 1);
  await asked.promise;
  const closing = listening.close();
  resolve('done');
  assert.deepEqual(await answer, { answer: 'done' });
  await closing;
});
