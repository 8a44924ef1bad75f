/** One-time links of persons (a new password, another e-mail), kept by the hash of their token until used or over. */

import type { Id } from '../model/plan.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

/** `reset`: the value is the person. `e-mail`: the person, a space, the new address. */
export type LinkKind = 'reset' | 'e-mail';

export interface OneTimeLink {
  readonly kind: LinkKind;
  readonly tokenHash: string;
  readonly value: string;
}

export async function insertLink(
  tx: DatabaseTransaction,
  link: OneTimeLink & { readonly id: Id; readonly expiresAt: string },
): Promise<void> {
  await tx
    .insertInto('verification')
    .values({ id: link.id, identifier: identifier(link), value: link.value, expiresAt: link.expiresAt })
    .execute();
}

/** The value of a link that still works, without using it. */
export async function readLink(
  db: Reader,
  link: Omit<OneTimeLink, 'value'>,
  now: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('verification')
    .select('value')
    .where('identifier', '=', identifier(link))
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** Uses the link: the first of several at once gets its value, the others null. */
export async function takeLink(
  tx: DatabaseTransaction,
  link: Omit<OneTimeLink, 'value'>,
  now: string,
): Promise<string | null> {
  const row = await tx
    .deleteFrom('verification')
    .where('identifier', '=', identifier(link))
    .returning(['value', 'expiresAt'])
    .executeTakeFirst();
  return row && row.expiresAt > now ? row.value : null;
}

/** Every other link of this kind with this value stops working. */
export async function dropLinks(tx: DatabaseTransaction, kind: LinkKind, value: string): Promise<void> {
  await tx
    .deleteFrom('verification')
    .where('identifier', 'like', `${kind}:%`)
    .where('value', '=', value)
    .execute();
}

function identifier({ kind, tokenHash }: Omit<OneTimeLink, 'value'>): string {
  return `${kind}:${tokenHash}`;
}
