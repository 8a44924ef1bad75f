import { createHash } from 'node:crypto';
import type { Id } from '../../src/model/plan.ts';

/** 2022-06-23T10:00:00Z, when the invented council voted: the time part of every id. */
const VOTED_AT = Date.UTC(2022, 5, 23, 10);

/**
 * The id of the thing with this key: a UUID version 7 (RFC 9562, 5.7) with one fixed time, its random bits from
 * SHA-256 of the key. The same key gives the same id for ever, whatever is written before or after it.
 */
export function idOf(key: string): Id {
  const bits = createHash('sha256').update(`jasnogrod ${key}`).digest('hex');
  const time = VOTED_AT.toString(16).padStart(12, '0');
  const variant = (0x8 | (Number.parseInt(bits.charAt(3), 16) & 0x3)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${bits.slice(0, 3)}`,
    variant + bits.slice(4, 7),
    bits.slice(7, 19),
  ].join('-');
}
