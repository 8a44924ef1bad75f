import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Encoding } from './accept.ts';
import { frame, type Frame } from './frame.ts';
import { commonHeaders, isOpenData, type Caching } from './headers.ts';

/** One fixed quality per product version, so that every node sends the same bytes and the same tag. */
export const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 7;

/** One encoding of an answer, with the headers made once. */
export interface Variant {
  readonly body: Uint8Array;
  readonly etag: string;
  readonly headers: string[];
  readonly headers304: string[];
  /** Head and body in one buffer, for the common request; `body` is a part of it. */
  readonly frame: Frame;
}

/** What is said at one address: the plain bytes, and the compressed ones as they are first asked for. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly plain: Uint8Array;
  readonly caching: Caching;
  readonly secure: boolean;
  /** More headers, flat. */
  readonly extra: readonly string[];
  /** `Range` is answered on files only. */
  readonly ranges: boolean;
  readonly variants: Map<Encoding, Variant>;
  /** The log line it had last, ready for the next request alike. */
  logged: { url: string; method: string; status: number; bytes: number; tail: Uint8Array } | null;
}

export interface AnswerInput {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly caching: Caching;
  readonly secure: boolean;
  readonly extra?: readonly string[];
  readonly ranges?: boolean;
}

export function answer(input: AnswerInput): Answer {
  const plain = typeof input.body === 'string' ? Buffer.from(input.body, 'utf8') : input.body;
  return {
    status: input.status ?? 200,
    type: input.type,
    plain,
    caching: input.caching,
    secure: input.secure,
    extra: input.extra ?? [],
    ranges: input.ranges ?? false,
    variants: new Map(),
    logged: null,
  };
}

/** Text compresses; pictures, fonts and PDF are compressed already, and under 200 bytes nothing is gained. */
function compressible(a: Answer): boolean {
  return (
    a.plain.length >= 200 &&
    /^(text\/|image\/svg|application\/(json|ld\+json|schema\+json|csvm\+json|xml|atom\+xml|javascript|manifest))/.test(
      a.type,
    )
  );
}

/** The answer in an encoding; made at the first request for it, then kept. */
export function variant(a: Answer, wanted: Encoding): Variant {
  const encoding = compressible(a) ? wanted : 'identity';
  const kept = a.variants.get(encoding);
  if (kept) return kept;
  const made = makeVariant(a, encoding);
  a.variants.set(encoding, made);
  return made;
}

function makeVariant(a: Answer, encoding: Encoding): Variant {
  const body = compress(a.plain, encoding);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const shared = [...commonHeaders(a.caching, a.secure), 'ETag', etag, ...a.extra];
  if (compressible(a)) shared.push('Vary', 'Accept-Encoding');
  const vary = mergeVary(shared);
  const headers = [...vary, 'Content-Type', a.type, 'Content-Length', String(body.length)];
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
  if (a.ranges && encoding === 'identity') headers.push('Accept-Ranges', 'bytes');
  if (isOpenData(a.type)) headers.push('Access-Control-Allow-Origin', '*');
  const framed = frame(headers, body);
  return { body: framed.body, etag, headers, headers304: vary, frame: framed };
}

function compress(plain: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'br')
    return brotliCompressSync(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    });
  return encoding === 'gzip' ? gzipSync(plain, { level: GZIP_LEVEL }) : plain;
}

/** `Vary` of the page (Accept-Language) and of the encoding become one header. */
function mergeVary(flat: readonly string[]): string[] {
  const merged: string[] = [];
  const vary: string[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    if (flat[i] === 'Vary') vary.push(flat[i + 1]!);
    else merged.push(flat[i]!, flat[i + 1]!);
  }
  if (vary.length > 0) merged.push('Vary', vary.join(', '));
  return merged;
}

/** Bytes that the answer holds, for the cache's limit. */
export function weightOf(a: Answer): number {
  let sum = 400 + a.plain.length;
  for (const v of a.variants.values()) sum += v.frame.bytes.length + 400;
  return sum;
}
