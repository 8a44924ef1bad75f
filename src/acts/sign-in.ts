/** Signing in, with a password or with a link from a letter, and out. */

import { insertAudit } from '../database/audit.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { sessionByToken } from '../database/person.ts';
import { endSessionsOf } from '../database/session.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { Acting, Unfit } from './acting.ts';
import { admit, signInCounters, succeeded } from './attempt.ts';
import { askingHeaders } from './identity.ts';
import type { Asking, IdentityActing } from './identity.ts';

export interface SignedIn {
  /** Set-Cookie headers of the new session, or of the wait for the second factor. */
  readonly cookies: readonly string[];
  /** The password was right; there is no session before the second factor. */
  readonly secondFactor: boolean;
}

/** Who signs in, and from which session of the same browser, which ends. */
export interface SignInFrom extends Asking {
  readonly endsSession: { readonly id: Id; readonly personId: Id } | null;
}

/** The same answer for a wrong password, an unknown e-mail and somebody deactivated, after the same work. */
export async function signIn(
  acting: IdentityActing,
  {
    email: typed,
    password,
    from,
  }: { readonly email: string; readonly password: string; readonly from: SignInFrom },
): Promise<SignedIn | Unfit> {
  const email = typed.toLowerCase();
  const counters = await signInCounters(acting, email, from.address);
  const seconds = await admit(acting, counters);
  if (seconds > 0) return unfit('sign-in-slow', { seconds });
  const answer = await acting.identity.api.signInEmail({
    body: { email, password },
    headers: askingHeaders(from),
    asResponse: true,
  });
  if (!answer.ok) return unfit('sign-in-wrong');
  await succeeded(acting, email, from.address);
  return entered(acting, answer, 'password', from);
}

/** A link works once and for a quarter of an hour. */
export async function signInByLink(
  acting: IdentityActing,
  { token, from }: { readonly token: string; readonly from: SignInFrom },
): Promise<SignedIn | Refusal> {
  const answer = await acting.identity.api.magicLinkVerify({
    query: { token },
    headers: askingHeaders(from),
    asResponse: true,
  });
  // A link that is over is answered with a redirect to an address that we do not have.
  return answer.ok ? entered(acting, answer, 'link', from) : refusal('link-over');
}

/** Ends the session; answers the Set-Cookie headers that clear the browser's. */
export async function signOut(
  acting: IdentityActing,
  session: { readonly id: Id; readonly personId: Id } | null,
  from: Asking,
): Promise<readonly string[]> {
  const answer = await acting.identity.api.signOut({ headers: askingHeaders(from), asResponse: true });
  if (session) {
    await transact(acting.database, async (tx) => {
      await endSessionsOf(tx, session.personId, [session.id]);
      await record(tx, acting, session.personId, 'sign-out', session.id, null);
    });
  }
  return answer.headers.getSetCookie();
}

async function entered(
  acting: IdentityActing,
  answer: Response,
  by: 'password' | 'link',
  from: SignInFrom,
): Promise<SignedIn> {
  const cookies = answer.headers.getSetCookie();
  const told = (await answer.json()) as { token?: string; twoFactorRedirect?: boolean };
  if (told.twoFactorRedirect === true || told.token === undefined) return { cookies, secondFactor: true };
  await recordSignIn(acting, told.token, by, from);
  return { cookies, secondFactor: false };
}

/** The entry of a sign-in that is complete, and the end of the session that the browser had before. */
export async function recordSignIn(
  acting: Acting,
  token: string,
  by: 'password' | 'link' | 'second-factor' | 'passkey' | 'single-sign-on',
  { endsSession }: Pick<SignInFrom, 'endsSession'>,
): Promise<void> {
  const session = await sessionByToken(acting.database, token);
  if (!session) return;
  await transact(acting.database, async (tx) => {
    if (endsSession) await endSessionsOf(tx, endsSession.personId, [endsSession.id], session.sessionId);
    await record(tx, acting, session.person.id, 'sign-in', session.sessionId, { by });
  });
}

async function record(
  tx: DatabaseTransaction,
  acting: Acting,
  personId: Id,
  act: 'sign-in' | 'sign-out',
  sessionId: Id,
  after: unknown,
): Promise<void> {
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: null,
    at: instant(acting.clock),
    who: 'person',
    act,
    thing: 'session',
    thingId: sessionId,
    personId,
    before: null,
    after,
  });
}

function unfit(code: 'sign-in-wrong' | 'sign-in-slow', values: Readonly<Record<string, number>> = {}): Unfit {
  return { problems: [{ code, place: { field: 'email' }, values }] };
}
