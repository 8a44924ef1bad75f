/** Invitations into a city's office, found by the hash of their link. */

import type { Id } from '../model/plan.ts';
import type { Role } from '../model/role.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Invitation {
  readonly cityId: Id;
  readonly id: Id;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: Id | null;
  readonly invitedBy: Id | null;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
}

export async function insertInvitation(
  tx: DatabaseTransaction,
  tokenHash: string,
  invitation: Invitation,
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      city_id: invitation.cityId,
      id: invitation.id,
      token_hash: tokenHash,
      email: invitation.email.toLowerCase(),
      name: invitation.name,
      role: invitation.role,
      unit_id: invitation.unitId,
      invited_by: invitation.invitedBy,
      made_at: invitation.madeAt,
      expires_at: invitation.expiresAt,
      used_at: invitation.usedAt,
      revoked_at: invitation.revokedAt,
    })
    .execute();
}

/** The invitation behind a link, used or not. Read with the outer database: its reader has no city yet. */
export async function invitationByToken(db: Reader, tokenHash: string): Promise<Invitation | null> {
  const row = await db
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses the invitation: the first of several at once gets it, the others null, as when it is over or revoked. */
export async function takeInvitation(
  tx: DatabaseTransaction,
  tokenHash: string,
  now: string,
): Promise<Invitation | null> {
  const row = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
}

const COLUMNS = [
  'city_id as cityId',
  'id',
  'email',
  'name',
  'role',
  'unit_id as unitId',
  'invited_by as invitedBy',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'used_at as usedAt',
  'revoked_at as revokedAt',
] as const;

/** Invitations of a city that were neither used nor revoked, the newest first; those that are over too. */
export async function openInvitations(db: Reader, cityId: Id): Promise<readonly Invitation[]> {
  return db
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('city_id', '=', cityId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Gives the invitation a new link: the old one works no more. */
export async function renewInvitation(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  renewed: { readonly tokenHash: string; readonly expiresAt: string },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ token_hash: renewed.tokenHash, expires_at: renewed.expiresAt })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}

export async function revokeInvitation(
  tx: DatabaseTransaction,
  cityId: Id,
  id: Id,
  now: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute();
}
