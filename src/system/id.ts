/** Persistent ids: UUID version 7 (RFC 9562, 5.7), so that ids made later sort later. */

import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';

/** A maker of ids. Two calls never give the same id, and each sorts after the one before. */
export type NewId = () => string;

const COUNTER_LIMIT = 0x1000;

/** Ids by the clock with 62 random bits; within one millisecond the 12 bits of `rand_a` count. */
export function newIds(clock: Clock = systemClock): NewId {
  let last = 0;
  let counter = 0;
  return () => {
    const now = clock.milliseconds();
    if (now > last) [last, counter] = [now, 0];
    else if (++counter === COUNTER_LIMIT) [last, counter] = [last + 1, 0];
    return format(last, counter, randomBytes(8));
  };
}

/**
 * The same ids every time, for finished examples: one millisecond an id from `start` (an instant), with the
 * random bits taken from SHA-256 of `seed` and the number of the id.
 */
export function fixedIds(start: string, seed: string): NewId {
  const from = new Date(start).getTime();
  let made = 0;
  return () => {
    const bits = createHash('sha256').update(`${seed} ${made}`).digest().subarray(0, 8);
    return format(from + made++, 0, bits);
  };
}

function format(milliseconds: number, counter: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const count = counter.toString(16).padStart(3, '0');
  const variant = (0x80 | (random[0]! & 0x3f)).toString(16);
  const rest = Buffer.from(random.subarray(1, 8)).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
}
