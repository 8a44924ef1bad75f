/** Failed attempts by a key (who was tried, from where), for throttling that ends by itself. */

import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Attempts {
  readonly failures: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** The row of the key, made when it is not there, held by this transaction until its end. */
export async function holdAttempts(tx: DatabaseTransaction, key: string, now: string): Promise<Attempts> {
  await tx
    .insertInto('attempt')
    .values({ key, failures: 0, first_at: now, last_at: now })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  return tx
    .selectFrom('attempt')
    .select(['failures', 'first_at as firstAt', 'last_at as lastAt'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveAttempts(tx: DatabaseTransaction, key: string, attempts: Attempts): Promise<void> {
  await tx
    .updateTable('attempt')
    .set({ failures: attempts.failures, first_at: attempts.firstAt, last_at: attempts.lastAt })
    .where('key', '=', key)
    .execute();
}

export async function hasAttempts(db: Reader, key: string): Promise<boolean> {
  const row = await db.selectFrom('attempt').select('key').where('key', '=', key).executeTakeFirst();
  return row !== undefined;
}

export async function forgetAttempts(tx: DatabaseTransaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await tx.deleteFrom('attempt').where('key', 'in', keys).execute();
}

/** Removes what nobody has touched since. */
export async function forgetAttemptsBefore(tx: DatabaseTransaction, moment: string): Promise<void> {
  await tx.deleteFrom('attempt').where('last_at', '<', moment).execute();
}
