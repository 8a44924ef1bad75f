/** Letters for somebody who cannot or will not type the password: a link to set a new one, or a link that signs in. */

import { transact } from '../database/engine.ts';
import { dropLinks, insertLink } from '../database/one-time-link.ts';
import { personByEmail } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { newToken } from '../system/token.ts';
import { letterWords } from '../text/letter.ts';
import type { Unfit } from './acting.ts';
import { admit, letterCounters } from './attempt.ts';
import { askingHeaders, SIGN_IN_LINK_SECONDS } from './identity.ts';
import type { Asking, IdentityActing } from './identity.ts';
import { writeLetter } from './letter.ts';

export type LinkWish = 'reset' | 'sign-in';

const RESET_LINK_SECONDS = 3_600;

/**
 * Sends the link when the e-mail is somebody's who may sign in. The answer is the same when it is nobody's; the caller
 * takes care that it comes after the same time.
 */
export async function askForLink(
  acting: IdentityActing,
  { email: typed, wish, from }: { readonly email: string; readonly wish: LinkWish; readonly from: Asking },
): Promise<'asked' | Unfit> {
  const email = typed.toLowerCase();
  const seconds = await admit(acting, letterCounters(email, from.address));
  if (seconds > 0)
    return { problems: [{ code: 'sign-in-slow', place: { field: 'email' }, values: { seconds } }] };
  const person = await personByEmail(acting.database, email);
  if (!person || person.deactivatedAt !== null) return 'asked';
  if (wish === 'reset') await sendResetLink(acting, person);
  // The library makes the token and hands it to `sendSignInLink`.
  else await acting.identity.api.signInMagicLink({ body: { email }, headers: askingHeaders(from) });
  return 'asked';
}

/** The letter of a sign-in link that the library made. */
export async function sendSignInLink(
  acting: Pick<IdentityActing, 'database' | 'outbox' | 'baseUrl'>,
  { email, token }: { readonly email: string; readonly token: string },
): Promise<void> {
  const person = await personByEmail(acting.database, email);
  if (!person) return;
  const url = `${acting.baseUrl}/office/link?token=${token}`;
  const words = letterWords(person.locale).signIn(url, SIGN_IN_LINK_SECONDS / 60);
  await acting.outbox.send(writeLetter(person.email, person.locale, words));
}

async function sendResetLink(acting: IdentityActing, person: Person): Promise<void> {
  const { token, hash } = newToken();
  const now = acting.clock.milliseconds();
  await transact(acting.database, async (tx) => {
    await dropLinks(tx, 'reset', person.id);
    await insertLink(tx, {
      id: acting.newId(),
      kind: 'reset',
      tokenHash: hash,
      value: person.id,
      expiresAt: new Date(now + RESET_LINK_SECONDS * 1000).toISOString(),
    });
  });
  const url = `${acting.baseUrl}/office/reset?token=${token}`;
  await acting.outbox.send(
    writeLetter(person.email, person.locale, letterWords(person.locale).reset(url, RESET_LINK_SECONDS / 60)),
  );
}
