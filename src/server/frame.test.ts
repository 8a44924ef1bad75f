import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { answer } from './answer.ts';
import { send } from './front.ts';

test('pipelined requests are answered in order, each whole', async () => {
  const bodies = new Map(
    ['/a', '/b', '/c'].map((path) => [
      path,
      answer({ type: 'text/html', body: path.repeat(2000), caching: 'page', secure: false }),
    ]),
  );
  const server = createServer((request, response) => void send(bodies.get(request.url!)!, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const paths = ['/a', '/b', '/c', '/b', '/a'];
  const text = await new Promise<string>((resolve) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
      const last = paths.length - 1;
      socket.write(
        paths
          .map((p, i) => `GET ${p} HTTP/1.1\r\nHost: x\r\n${i === last ? 'Connection: close\r\n' : ''}\r\n`)
          .join(''),
      );
    });
    let all = '';
    socket.on('data', (chunk) => (all += chunk.toString()));
    socket.on('close', () => resolve(all));
  });
  server.close();
  const answers = text.split('HTTP/1.1 200 OK\r\n').slice(1);
  assert.deepEqual(
    answers.map((a) => a.slice(a.indexOf('\r\n\r\n') + 4)),
    paths.map((p) => p.repeat(2000)),
  );
  for (const a of answers) assert.match(a, /\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
});
