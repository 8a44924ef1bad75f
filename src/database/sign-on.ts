/** Persons' ties to the single sign-on, and the roles that its groups give in each city. */

import type { Id } from '../model/plan.ts';
import type { GroupRole } from '../model/role.ts';
import { SIGN_ON } from './credential.ts';
import type { SignOnTie } from './credential.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** A row of a city's mapping. */
export interface CityGroupRole extends GroupRole {
  readonly cityId: Id;
}

/** Of every city, the cities in one order. */
export async function groupRoles(db: Reader): Promise<readonly CityGroupRole[]> {
  const rows = await db.selectFrom('city').select(['id', 'policy']).orderBy('id').execute();
  return rows.flatMap(({ id, policy }) => (policy.signOn ?? []).map((one) => ({ ...one, cityId: id })));
}

/** The tie of the provider's own number for a person. */
export async function tieBySubject(db: Reader, subject: string): Promise<SignOnTie | null> {
  const row = await db
    .selectFrom('credential')
    .select(['id', 'userId as personId', 'confirmed_at as confirmedAt'])
    .where('providerId', '=', SIGN_ON)
    .where('accountId', '=', subject)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertTie(
  tx: DatabaseTransaction,
  tie: { readonly id: Id; readonly personId: Id; readonly subject: string },
): Promise<void> {
  await tx
    .insertInto('credential')
    .values({ id: tie.id, accountId: tie.subject, providerId: SIGN_ON, userId: tie.personId })
    .execute();
}

/** The provider answered for the person now. */
export async function confirmTie(tx: DatabaseTransaction, id: Id, at: string): Promise<void> {
  await tx.updateTable('credential').set({ confirmed_at: at, asked_at: at }).where('id', '=', id).execute();
}

/** What a question to the provider needs. Tokens are encrypted. */
export interface DueTie extends SignOnTie {
  readonly subject: string;
  readonly idToken: string | null;
  readonly hasRefreshToken: boolean;
  readonly accessTokenExpiresAt: string | null;
}

/** The person's tie when the provider was not asked since `before`; of several requests at once one gets it. */
export async function takeDueTie(
  db: Reader,
  personId: Id,
  now: string,
  before: string,
): Promise<DueTie | null> {
  const row = await db
    .updateTable('credential')
    .set({ asked_at: now })
    .where('userId', '=', personId)
    .where('providerId', '=', SIGN_ON)
    .where((eb) => eb.or([eb('asked_at', 'is', null), eb('asked_at', '<=', before)]))
    .returning([
      'id',
      'userId as personId',
      'accountId as subject',
      'confirmed_at as confirmedAt',
      'idToken',
      'refreshToken',
      'accessTokenExpiresAt',
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { refreshToken, ...tie } = row;
  return { ...tie, hasRefreshToken: refreshToken !== null };
}
