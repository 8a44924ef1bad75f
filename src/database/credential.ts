/** Passwords, as the identity library keeps them: only their scrypt hash. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** The library's name for a password among a person's ways to sign in. */
const PASSWORD = 'credential';
/** Our name for the installation's single sign-on. */
export const SIGN_ON = 'sign-on';

/** The hash of the person's password; null when the person has none. */
export async function passwordHashOf(db: Reader, personId: Id): Promise<string | null> {
  const row = await db
    .selectFrom('credential')
    .select('password')
    .where('userId', '=', personId)
    .where('providerId', '=', PASSWORD)
    .executeTakeFirst();
  return row?.password ?? null;
}

/** Sets the password, the first or another one. `id` is for a new row. */
export async function savePasswordHash(
  tx: DatabaseTransaction,
  {
    id,
    personId,
    hash,
    at,
  }: { readonly id: Id; readonly personId: Id; readonly hash: string; readonly at: string },
): Promise<void> {
  const changed = await tx
    .updateTable('credential')
    .set({ password: hash, updatedAt: at })
    .where('userId', '=', personId)
    .where('providerId', '=', PASSWORD)
    .returning('id')
    .executeTakeFirst();
  if (changed) return;
  await tx
    .insertInto('credential')
    .values({ id, accountId: personId, providerId: PASSWORD, userId: personId, password: hash })
    .execute();
}

/** A person's tie to the single sign-on. */
export interface SignOnTie {
  readonly id: Id;
  readonly personId: Id;
  /** When the provider last answered for the person. */
  readonly confirmedAt: string | null;
}

export async function signOnOf(db: Reader, personId: Id): Promise<SignOnTie | null> {
  const row = await db
    .selectFrom('credential')
    .select(['id', 'userId as personId', 'confirmed_at as confirmedAt'])
    .where('userId', '=', personId)
    .where('providerId', '=', SIGN_ON)
    .executeTakeFirst();
  return row ?? null;
}
