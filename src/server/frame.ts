import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A whole HTTP/1.1 answer in one buffer, head and body, with the Date to be set in place. Node's own way of writing a
 * head costs more than everything else a hit does (docs/decisions/0003-one-buffer-per-answer.md).
 */
export interface Frame {
  readonly bytes: Buffer;
  /** Where the 29 characters of the date stand. */
  readonly dateAt: number;
  readonly body: Buffer;
  /** The second for which the date was written. */
  second: number;
}

export const KEEP_ALIVE_SECONDS = 65;

/** Frames an answer of status 200. `headers` is the flat list without Date and Connection. */
export function frame(headers: readonly string[], body: Uint8Array): Frame {
  let head = 'HTTP/1.1 200 OK\r\n';
  for (let i = 0; i < headers.length; i += 2) head += `${headers[i]}: ${headers[i + 1]}\r\n`;
  head += 'Date: ';
  const dateAt = Buffer.byteLength(head, 'latin1');
  head += `${' '.repeat(29)}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_SECONDS}\r\n\r\n`;
  const headBytes = Buffer.from(head, 'latin1');
  const bytes = Buffer.concat([headBytes, body]);
  return { bytes, dateAt, body: bytes.subarray(headBytes.length), second: 0 };
}

let second = 0;
let date = '';

/** The members of a response that say that its head is written already; they are Node's own, and Node is pinned. */
interface Written {
  _header: string;
  _headerSent: boolean;
}

/**
 * Sends the frame through the response, so that pipelining, keep-alive and the end of the connection stay Node's work.
 * Answers false, having done nothing, where the request asks for anything but a plain kept-alive GET.
 */
export function sendFrame(framed: Frame, request: IncomingMessage, response: ServerResponse): boolean {
  // A pipelined request has no connection of its own yet: its answer must wait for its turn.
  const { socket } = response;
  if (!socket || request.method !== 'GET' || !response.shouldKeepAlive || request.httpVersionMinor !== 1)
    return false;
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    date = new Date(now * 1000).toUTCString();
  }
  if (framed.second !== now) {
    framed.bytes.write(date, framed.dateAt, 29, 'latin1');
    framed.second = now;
  }
  response.statusCode = 200;
  const written = response as unknown as Written;
  written._header = ' ';
  written._headerSent = true;
  socket.write(framed.bytes);
  response.end();
  return true;
}
