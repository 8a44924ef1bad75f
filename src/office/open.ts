/** Puts the office together: identity over the database, mail for its links. */

import type { Acting } from '../acts/acting.ts';
import { sendSignInLink } from '../acts/forgotten.ts';
import { openIdentity } from '../acts/identity.ts';
import type { Outbox } from '../acts/letter.ts';
import { outboxOf } from '../acts/mail.ts';
import type { Office } from './visit.ts';

export interface OpenOffice {
  readonly acting: Acting;
  readonly assets: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly secret: string;
  readonly published: () => Promise<void>;
  /** Left out: letters become jobs. */
  readonly outbox?: Outbox;
}

export function openOffice({ acting, assets, baseUrl, secret, published, outbox }: OpenOffice): Office {
  const sending = { database: acting.database, baseUrl, outbox: outbox ?? outboxOf(acting) };
  const identity = openIdentity({
    database: acting.database,
    clock: acting.clock,
    newId: acting.newId,
    secret,
    baseUrl,
    sendLink: (link) => sendSignInLink(sending, link),
  });
  return { ...sending, identity, acting, assets, published };
}
