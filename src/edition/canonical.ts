/** Canonical bytes: RFC 8785 (JSON Canonicalization Scheme), and the SHA-256 of them. */
import { createHash } from 'node:crypto';
import type { Hash } from './edition.ts';

/**
 * The RFC 8785 text of a JSON value: no white space, members ordered by their names as UTF-16 code units, numbers
 * and strings as ECMAScript writes them. Throws on what I-JSON (RFC 7493) cannot hold: NaN, infinities, lone
 * surrogates, `undefined`, functions, bigints. Text is taken as it is: NFC is `freeze`'s matter.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('canonical JSON: a lone surrogate in a text');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is not a JSON number`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
      return `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => `${canonical(name)}:${canonical(member)}`)
        .join(',')}}`;
    default:
      throw new TypeError(`canonical JSON: ${typeof value} is not a JSON value`);
  }
}

/** UTF-8 bytes of `canonical`. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonical(value));
}

/** SHA-256 as 64 lower-case hexadecimal digits; a string is hashed as UTF-8. */
export function sha256(data: Uint8Array | string): Hash {
  return createHash('sha256').update(data).digest('hex');
}
