import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, matchesTag } from './accept.ts';
import { variant, type Answer } from './answer.ts';
import { commonHeaders } from './headers.ts';
import { sendFrame } from './frame.ts';
import { tailOf, type Log, type RequestLine } from './log.ts';
import { parseRange } from './range.ts';

/** Longest address that is looked at; longer ones get 414. */
export const MAX_URL = 2048;

/** What the front asks for an address it does not hold. Null: not a public address, the application answers. */
export interface PublicPages {
  /** A kept answer, by the path without its query. Must be quick: it is asked for every request. */
  kept(path: string, request: IncomingMessage): Answer | undefined;
  /** Makes the answer. */
  make(path: string, query: string, request: IncomingMessage): Promise<Answer | null>;
}

export interface FrontOptions {
  readonly pages: PublicPages;
  readonly log: Log;
  readonly trustProxy: boolean;
  readonly secure: boolean;
  /** Everything that is not public: health, later the office. */
  readonly behind: (request: IncomingMessage, response: ServerResponse, id: string) => void;
}

const prefix = Math.floor(Math.random() * 0xffffff).toString(16);
let counter = 0;

/** The handler that stands before the framework: public pages are answered from memory, the rest is handed on. */
export function front(options: FrontOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const { pages, log } = options;
  const hand = (request: IncomingMessage, response: ServerResponse, id: string, began: number): void => {
    response.on('finish', () => {
      const url = (request.url ?? '/').slice(0, MAX_URL);
      log.request({
        id,
        method: request.method ?? '',
        url,
        status: response.statusCode,
        bytes: 0,
        ms: since(began),
        from: 'application',
      });
    });
    options.behind(request, response, id);
  };
  return (request, response) => {
    const url = request.url ?? '/';
    const method = request.method ?? 'GET';
    if (method !== 'GET' && method !== 'HEAD') {
      hand(request, response, requestId(request, options.trustProxy), performance.now());
      return;
    }
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const kept = pages.kept(path, request);
    // A query is looked at only where the page has one (search); elsewhere it changes nothing.
    if (kept) {
      const { status, bytes } = send(kept, request, response);
      if (log.enabled)
        log.hit(
          requestId(request, options.trustProxy),
          tailFor(kept, { method, url, status, bytes, from: 'memory' }),
        );
      return;
    }
    const id = requestId(request, options.trustProxy);
    const began = performance.now();
    if (url.length > MAX_URL) {
      refuse(response, 414, 'URI Too Long', options.secure, id);
      log.request({
        id,
        method,
        url: url.slice(0, 200),
        status: 414,
        bytes: 0,
        ms: since(began),
        from: 'front',
      });
      return;
    }
    pages.make(path, mark < 0 ? '' : url.slice(mark + 1), request).then(
      (made) => {
        if (!made) return hand(request, response, id, began);
        const { status, bytes } = send(made, request, response);
        log.request({ id, method, url, status, bytes, ms: since(began), from: 'made' });
      },
      (error: unknown) => {
        log.error('fault', {
          id,
          method,
          url,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        if (!response.headersSent)
          refuse(response, 500, `Internal error. Please quote: ${id}`, options.secure, id);
        else response.destroy();
        log.request({ id, method, url, status: 500, bytes: 0, ms: since(began), from: 'fault' });
      },
    );
  };
}

/** The end of the log line of an answer from memory, the same for every request that asks alike. */
function tailFor(kept: Answer, line: Omit<RequestLine, 'id'>): Uint8Array {
  const { logged } = kept;
  if (
    logged &&
    logged.url === line.url &&
    logged.status === line.status &&
    logged.bytes === line.bytes &&
    logged.method === line.method
  )
    return logged.tail;
  const tail = Buffer.from(tailOf(line));
  kept.logged = { url: line.url, method: line.method, status: line.status, bytes: line.bytes, tail };
  return tail;
}

/** Sends an answer as the request asks for it: 304, HEAD, one byte range, the best encoding. */
export function send(
  a: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): { status: number; bytes: number } {
  const { headers } = request;
  const range = a.ranges && a.status === 200 ? headers.range : undefined;
  const chosen = variant(a, range === undefined ? chooseEncoding(headers['accept-encoding']) : 'identity');
  const known = headers['if-none-match'];
  if (known !== undefined && a.status === 200 && matchesTag(known, chosen.etag)) {
    response.writeHead(304, chosen.headers304).end();
    return { status: 304, bytes: 0 };
  }
  if (a.status === 200 && range === undefined && sendFrame(chosen.frame, request, response))
    return { status: 200, bytes: chosen.body.length };
  const head = request.method === 'HEAD';
  if (range !== undefined && (headers['if-range'] === undefined || headers['if-range'] === chosen.etag)) {
    const part = parseRange(range, chosen.body.length);
    if (part === 'unsatisfiable') {
      response.writeHead(416, [...chosen.headers304, 'Content-Range', `bytes */${chosen.body.length}`]).end();
      return { status: 416, bytes: 0 };
    }
    if (part) {
      const body = chosen.body.subarray(part.first, part.last + 1);
      response.writeHead(206, [
        ...withLength(chosen.headers, body.length),
        'Content-Range',
        `bytes ${part.first}-${part.last}/${chosen.body.length}`,
      ]);
      response.end(head ? undefined : body);
      return { status: 206, bytes: head ? 0 : body.length };
    }
  }
  response.writeHead(a.status, chosen.headers);
  response.end(head ? undefined : chosen.body);
  return { status: a.status, bytes: head ? 0 : chosen.body.length };
}

/** A short plain refusal for what never reaches a page. */
export function refuse(
  response: ServerResponse,
  status: number,
  words: string,
  secure: boolean,
  id: string,
  extra: readonly string[] = [],
): void {
  const body = `${words}\n`;
  response.writeHead(status, [
    ...commonHeaders('none', secure),
    'Content-Type',
    'text/plain; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(body)),
    'X-Request-Id',
    id,
    ...extra,
  ]);
  response.end(body);
}

function withLength(headers: readonly string[], length: number): string[] {
  const at = headers.indexOf('Content-Length');
  return headers.with(at + 1, String(length));
}

function since(began: number): number {
  return Math.round((performance.now() - began) * 1000) / 1000;
}

/** The proxy's id when it may be trusted and is harmless, else one of our own. */
function requestId(request: IncomingMessage, trustProxy: boolean): string {
  if (trustProxy) {
    const given = request.headers['x-request-id'];
    if (typeof given === 'string' && /^[\w-]{1,64}$/.test(given)) return given;
  }
  counter += 1;
  return `${prefix}-${counter}`;
}
