/** The one-time link through which the first administrator gets in. There is no default password. */

import { insertAudit } from '../database/audit.ts';
import { transact } from '../database/engine.ts';
import { firstLinkWorks, saveFirstLink } from '../database/first-link.ts';
import { lockInstallation } from '../database/installation.ts';
import { hasAdministrator, hasPersons } from '../database/person.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { newToken, tokenHash } from '../system/token.ts';
import type { Acting } from './acting.ts';

const FIRST_LINK_SECONDS = 86_400;

export interface FirstLinkRequest {
  /** Also while an administrator can sign in. */
  readonly force: boolean;
}

export interface FirstLinkAnswer {
  readonly token: string;
  readonly expiresAt: string;
}

/** For a start of the server: a new link while there is no person at all, else null. Earlier links stop working. */
export async function offerFirstLink(acting: Acting): Promise<FirstLinkAnswer | null> {
  const { token, link } = made(acting);
  const offered = await transact(acting.database, async (tx) => {
    await lockInstallation(tx);
    if (await hasPersons(tx)) return false;
    await saveFirstLink(tx, link);
    return true;
  });
  return offered ? { token, expiresAt: link.expiresAt } : null;
}

/** For who has the command line: a new link when no administrator can sign in any more. */
export async function makeFirstLink(
  acting: Acting,
  { force }: FirstLinkRequest,
): Promise<FirstLinkAnswer | Refusal> {
  const { token, link } = made(acting);
  const now = instant(acting.clock);
  return transact(acting.database, async (tx) => {
    await lockInstallation(tx);
    if (!force && (await hasAdministrator(tx, now.slice(0, 10)))) return refusal('administrator-there');
    await saveFirstLink(tx, link);
    // Before the first person there is nothing to record, and a restored backup still finds an empty installation.
    if (await hasPersons(tx))
      await insertAudit(tx, {
        id: acting.newId(),
        cityId: null,
        at: now,
        who: acting.who,
        act: 'make-first-link',
        thing: 'installation',
        thingId: null,
        before: null,
        after: { forced: force, expiresAt: link.expiresAt },
      });
    return { token, expiresAt: link.expiresAt };
  });
}

/** Whether the link works now. */
export function isFirstLink(acting: Acting, token: string): Promise<boolean> {
  return firstLinkWorks(acting.database, tokenHash(token), instant(acting.clock));
}

function made(acting: Acting): {
  readonly token: string;
  readonly link: { readonly tokenHash: string; readonly expiresAt: string };
} {
  const { token, hash } = newToken();
  const over = new Date(acting.clock.milliseconds() + FIRST_LINK_SECONDS * 1000).toISOString();
  return { token, link: { tokenHash: hash, expiresAt: over.replace(/\.\d{3}Z$/u, 'Z') } };
}
