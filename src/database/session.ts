/** A person's running sessions: what the account page lists and ends. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface Session {
  readonly id: Id;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  /** Where from; '' when not known. */
  readonly address: string;
  readonly userAgent: string;
}

/** The newest first. Over or not: the caller knows the limits. */
export async function sessionsOf(db: Reader, personId: Id): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'createdAt', 'seen_at as seenAt', 'expiresAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', personId)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ ipAddress, userAgent, ...row }) => ({
    ...row,
    address: ipAddress ?? '',
    userAgent: userAgent ?? '',
  }));
}

/** Ends the person's sessions among `ids` (null: all of them) but `except`; answers which were ended. */
export async function endSessionsOf(
  tx: DatabaseTransaction,
  personId: Id,
  ids: readonly Id[] | null,
  except: Id | null = null,
): Promise<readonly Id[]> {
  if (ids?.length === 0) return [];
  const rows = await tx
    .deleteFrom('session')
    .where('userId', '=', personId)
    .$if(ids !== null, (q) => q.where('id', 'in', ids!))
    .$if(except !== null, (q) => q.where('id', '<>', except!))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
