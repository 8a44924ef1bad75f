/** Puts the office together: identity over the database, mail for its links. */

import type { Acting } from '../acts/acting.ts';
import { openIdentity } from '../acts/identity.ts';
import type { Office } from './visit.ts';

export interface OpenOffice {
  readonly acting: Acting;
  readonly assets: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly secret: string;
  readonly published: () => Promise<void>;
}

export function openOffice({ acting, assets, baseUrl, secret, published }: OpenOffice): Office {
  const identity = openIdentity({
    database: acting.database,
    newId: acting.newId,
    secret,
    baseUrl,
    sendLink: async () => {},
  });
  return { database: acting.database, identity, acting, baseUrl, assets, published };
}
