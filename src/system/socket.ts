/**
 * Questions and answers over a Unix socket, one JSON object a line. The socket is the owner's alone (0600): who
 * may open the data folder may act.
 */

import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';

/** The kernel's limit for a socket's path, less its final zero. */
const LONGEST_PATH = 107;
/** Bytes of one line; a whole plan fits many times. */
const LONGEST_LINE = 64 * 1024 * 1024;

export interface Listening {
  /** Stops taking questions, waits for running answers, removes the socket. */
  readonly close: () => Promise<void>;
}

type Reply = { readonly answer: unknown } | { readonly fault: string; readonly code?: string };

/** Answers each line with what `handle` gives. A socket file left by a process that died is replaced. */
export async function listenSocket(
  path: string,
  handle: (question: unknown) => Promise<unknown>,
): Promise<Listening> {
  rmSync(path, { force: true });
  const running = new Set<Promise<void>>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    onLines(socket, (line) => {
      const work = reply(handle, line).then((text) => void socket.write(`${text}\n`));
      running.add(work);
      void work.finally(() => running.delete(work));
    });
  });
  const { short, done } = shorten(path);
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', resolve);
  });
  // The socket is made inside `listen`, so nobody else's file gets this mask.
  const mask = process.umask(0o177);
  try {
    server.listen(short);
  } finally {
    process.umask(mask);
    done();
  }
  await listening;
  chmodSync(path, 0o600);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.allSettled(running);
      for (const socket of sockets) socket.end();
      await closed;
      rmSync(path, { force: true });
    },
  };
}

/** The answer of whoever listens at `path`, or null when nobody does. Throws what the other side reports as a fault, with its code. */
export async function askSocket(
  path: string,
  question: unknown,
): Promise<{ readonly answer: unknown } | null> {
  const { short, done } = shorten(path);
  const socket = createConnection(short);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null;
    throw error;
  } finally {
    done();
  }
  try {
    const reply = await new Promise<Reply>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the server went away before it answered')));
      onLines(socket, (line) => resolve(JSON.parse(line) as Reply));
      socket.write(`${JSON.stringify(question)}\n`);
    });
    if ('fault' in reply) throw Object.assign(new Error(reply.fault), { code: reply.code });
    return { answer: reply.answer };
  } finally {
    socket.destroy();
  }
}

async function reply(handle: (question: unknown) => Promise<unknown>, line: string): Promise<string> {
  try {
    return JSON.stringify({ answer: (await handle(JSON.parse(line))) ?? null } satisfies Reply);
  } catch (error) {
    const { message = String(error), code } = error as { message?: string; code?: unknown };
    return JSON.stringify({ fault: message, ...(typeof code === 'string' && { code }) } satisfies Reply);
  }
}

function onLines(socket: Socket, take: (line: string) => void): void {
  let parts: string[] = [];
  let size = 0;
  socket.setEncoding('utf8');
  socket.on('data', (data: string) => {
    size += data.length;
    if (size > LONGEST_LINE) {
      socket.destroy(new Error('the line is too long'));
      return;
    }
    const [head = '', ...rest] = data.split('\n');
    parts.push(head);
    for (const next of rest) {
      const line = parts.join('');
      parts = [next];
      size = next.length;
      if (line !== '') take(line);
    }
  });
}

/** A path that is too long for a socket is reached through its folder's open handle (Linux). */
function shorten(path: string): { readonly short: string; readonly done: () => void } {
  if (Buffer.byteLength(path) <= LONGEST_PATH || process.platform !== 'linux')
    return { short: path, done: () => {} };
  const handle = openSync(dirname(path), 'r');
  return { short: join('/proc/self/fd', String(handle), basename(path)), done: () => closeSync(handle) };
}
