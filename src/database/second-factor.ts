/** Authenticators (one a person, as the identity library keeps them) with the recovery codes, and passkeys. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** Secret and codes are encrypted. Not `verified`: there are recovery codes, perhaps a secret that was never confirmed. */
export interface Authenticator {
  readonly id: Id;
  readonly secret: string;
  readonly recoveryCodes: string;
  readonly verified: boolean;
}

export interface Passkey {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: string | null;
}

export async function authenticatorOf(db: Reader, personId: Id): Promise<Authenticator | null> {
  const row = await db
    .selectFrom('second_factor')
    .select(['id', 'secret', 'backupCodes as recoveryCodes', 'verified'])
    .where('userId', '=', personId)
    .executeTakeFirst();
  return row ? { ...row, verified: row.verified === true } : null;
}

export async function insertAuthenticator(
  tx: DatabaseTransaction,
  personId: Id,
  { id, secret, recoveryCodes, verified }: Authenticator,
): Promise<void> {
  await tx
    .insertInto('second_factor')
    .values({ id, secret, backupCodes: recoveryCodes, userId: personId, verified })
    .execute();
}

export async function updateAuthenticator(
  tx: DatabaseTransaction,
  id: Id,
  { recoveryCodes, ...rest }: Partial<Omit<Authenticator, 'id'>>,
): Promise<void> {
  await tx
    .updateTable('second_factor')
    .set({ ...rest, ...(recoveryCodes === undefined ? {} : { backupCodes: recoveryCodes }) })
    .where('id', '=', id)
    .execute();
}

export async function deleteAuthenticator(tx: DatabaseTransaction, id: Id): Promise<void> {
  await tx.deleteFrom('second_factor').where('id', '=', id).execute();
}

/** Uses up the time step of a code: true for the first who asks, and for no earlier step afterwards (RFC 6238, 5.2). */
export async function takeStep(tx: DatabaseTransaction, id: Id, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('second_factor')
    .set({ last_used_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_step', 'is', null), eb('last_used_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function passkeysOf(db: Reader, personId: Id): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, name: row.name ?? '' }));
}

/** Of this person alone; false when there is none. */
export async function deletePasskey(tx: DatabaseTransaction, personId: Id, id: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom('passkey')
    .where('userId', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The person who gave the right password and owes the second factor; null when nobody does or the time is over. */
export async function personWaiting(db: Reader, token: string, now: string): Promise<Id | null> {
  const row = await db
    .selectFrom('verification')
    .select('value')
    .where('identifier', '=', token)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.value ?? null;
}
