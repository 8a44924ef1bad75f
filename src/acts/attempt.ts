/**
 * Throttling: a wrong password costs a growing wait, by e-mail and by address. The wait is a quarter of an hour at
 * most and refused attempts do not lengthen it; an address from which the person once signed in is counted by itself.
 * So nobody can lock somebody else out for ever.
 */

import { createHash } from 'node:crypto';
import {
  forgetAttempts,
  forgetAttemptsBefore,
  hasAttempts,
  holdAttempts,
  saveAttempts,
} from '../database/attempt.ts';
import { transact } from '../database/engine.ts';
import { instant } from '../system/clock.ts';
import type { Acting } from './acting.ts';

/** What is counted, and how many attempts are free of a wait. */
export interface Counter {
  readonly key: string;
  readonly free: number;
}

export const MAX_WAIT_SECONDS = 15 * 60;
/** Failures of an e-mail are forgotten after a day without one; of an address, behind which an office sits, sooner. */
const FORGET_SECONDS = 86_400;
const FORGET_ADDRESS_SECONDS = 3_600;
/** An address counts as known so long after the last sign-in from it. */
const KNOWN_SECONDS = 90 * 86_400;
const FREE = 5;
const FREE_OF_ADDRESS = 20;

/** Seconds that must pass after the last of so many failures: 1, 2, 4 … once the free ones are used. */
export function waitSeconds(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(MAX_WAIT_SECONDS, 2 ** Math.min(failures - free, 20));
}

/**
 * Counts one attempt before it is made, so that many at once are all counted. 0: go on; else the seconds to wait, and
 * nothing was counted.
 */
export function admit(acting: Acting, counters: readonly Counter[]): Promise<number> {
  const now = instant(acting.clock);
  return transact(acting.database, async (tx) => {
    const held = [];
    // Always in one order: two attempts never wait for each other.
    for (const counter of [...counters].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      const attempts = await holdAttempts(tx, counter.key, now);
      const forget = counter.key.startsWith('address:') ? FORGET_ADDRESS_SECONDS : FORGET_SECONDS;
      const over = secondsBetween(attempts.lastAt, now) >= forget;
      held.push({ ...counter, attempts: over ? { failures: 0, firstAt: now, lastAt: now } : attempts });
    }
    const waits = held.map(
      ({ attempts, free }) => waitSeconds(attempts.failures, free) - secondsBetween(attempts.lastAt, now),
    );
    const wait = Math.ceil(Math.max(0, ...waits));
    if (wait > 0) return wait;
    for (const { key, attempts } of held)
      await saveAttempts(tx, key, { ...attempts, failures: attempts.failures + 1, lastAt: now });
    return 0;
  });
}

/** Counters of a sign-in. Where the person signed in before, only that pair of person and address is counted. */
export async function signInCounters(
  acting: Acting,
  email: string,
  address: string,
): Promise<readonly Counter[]> {
  if (await hasAttempts(acting.database, knownKey(email, address)))
    return [{ key: `pair:${digest(email)}:${networkOf(address)}`, free: FREE }];
  return [
    { key: `e-mail:${digest(email)}`, free: FREE },
    { key: `address:${networkOf(address)}`, free: FREE_OF_ADDRESS },
  ];
}

/** Counters of asking for a letter: nobody's mailbox is filled, no address asks for hundreds. */
export function letterCounters(email: string, address: string): readonly Counter[] {
  return [
    { key: `letter:${digest(email)}`, free: 3 },
    { key: `address:letter:${networkOf(address)}`, free: FREE_OF_ADDRESS },
  ];
}

/** Somebody who is signed in proves again who they are. */
export function againCounters(personId: string): readonly Counter[] {
  return [{ key: `again:${personId}`, free: FREE }];
}

/** Codes of the second factor, whoever types them and from where: six digits alone must not be guessed. */
export function codeCounters(personId: string): readonly Counter[] {
  return [{ key: `code:${personId}`, free: FREE }];
}

/** After a right password: this person's failures are forgotten, the address is known from now on. */
export async function succeeded(acting: Acting, email: string, address: string): Promise<void> {
  const milliseconds = acting.clock.milliseconds();
  const now = instant(acting.clock);
  await transact(acting.database, async (tx) => {
    await forgetAttempts(tx, [`e-mail:${digest(email)}`, `pair:${digest(email)}:${networkOf(address)}`]);
    await forgetAttemptsBefore(tx, new Date(milliseconds - KNOWN_SECONDS * 1000).toISOString());
    const known = await holdAttempts(tx, knownKey(email, address), now);
    await saveAttempts(tx, knownKey(email, address), { ...known, lastAt: now });
  });
}

/** The counters start anew. */
export function forgive(acting: Acting, counters: readonly Counter[]): Promise<void> {
  return transact(acting.database, (tx) =>
    forgetAttempts(
      tx,
      counters.map(({ key }) => key),
    ),
  );
}

function knownKey(email: string, address: string): string {
  return `known:${digest(email)}:${networkOf(address)}`;
}

/** People type passwords into the field for the e-mail: what was typed is not kept. */
function digest(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32);
}

/** One subscriber has a whole /64 of IPv6. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, '').replace(/%.*$/u, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = plain.includes('::') ? 8 - groups.length - tail.split(':').filter(Boolean).length : 0;
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...tail.split(':').filter(Boolean)];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
