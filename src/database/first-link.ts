/** The one-time link for the first administrator: one at a time for the whole installation. */

import { json } from './column.ts';
import type { DatabaseTransaction, Reader } from './engine.ts';

export interface FirstLink {
  readonly tokenHash: string;
  readonly expiresAt: string;
}

const NAME = 'first-link';

/** The one before stops working. */
export async function saveFirstLink(tx: DatabaseTransaction, link: FirstLink): Promise<void> {
  await tx
    .insertInto('installation')
    .values({ name: NAME, value: json<unknown>(link) })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: json<unknown>(link) }))
    .execute();
}

/** Whether the link of this token works now. */
export async function firstLinkWorks(db: Reader, tokenHash: string, now: string): Promise<boolean> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', NAME).executeTakeFirst();
  const link = row?.value as FirstLink | undefined;
  return link !== undefined && link.tokenHash === tokenHash && link.expiresAt > now;
}

/** After its use no link is left. */
export async function dropFirstLink(tx: DatabaseTransaction): Promise<void> {
  await tx.deleteFrom('installation').where('name', '=', NAME).execute();
}
