/** Puts the office together: identity over the database, mail for its links. */

import type { Acting } from '../acts/acting.ts';
import { sendSignInLink } from '../acts/forgotten.ts';
import { openIdentity } from '../acts/identity.ts';
import type { Outbox } from '../acts/letter.ts';
import { outboxOf } from '../acts/mail.ts';
import { openSignOn } from '../acts/sign-on-provider.ts';
import type { SignOnSettings } from '../acts/sign-on-provider.ts';
import { admitBySignOn } from '../acts/sign-on-roles.ts';
import type { Office } from './visit.ts';

export interface OpenOffice {
  readonly acting: Acting;
  readonly assets: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly secret: string;
  readonly published: () => Promise<void>;
  readonly fault: Office['fault'];
  /** Left out: letters become jobs. */
  readonly outbox?: Outbox;
  /** Left out: people sign in here alone. */
  readonly signOn?: SignOnSettings | null;
}

export function openOffice(options: OpenOffice): Office {
  const { acting, assets, baseUrl, secret, published, fault, outbox, signOn = null } = options;
  const sending = { database: acting.database, baseUrl, outbox: outbox ?? outboxOf(acting) };
  const { database, clock, newId } = acting;
  const shared = { database, clock, newId, secret, baseUrl };
  return {
    ...sending,
    identity: openIdentity({ ...shared, sendLink: (link) => sendSignInLink(sending, link) }),
    signOn: signOn && openSignOn(shared, signOn, (claims) => admitBySignOn(acting, claims)),
    acting,
    assets,
    published,
    fault,
  };
}
