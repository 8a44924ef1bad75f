/** The second step of a sign-in: a code of the authenticator, or a recovery code. */

import { transact } from '../database/engine.ts';
import { authenticatorOf, personWaiting } from '../database/second-factor.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import type { Unfit } from './acting.ts';
import { admit, codeCounters, forgive } from './attempt.ts';
import { askingHeaders } from './identity.ts';
import type { IdentityActing } from './identity.ts';
import { digitsOf, takeCode } from './one-time-code.ts';
import { recordFactor, recoveryCodesLeft } from './second-factor.ts';
import { recordSignIn } from './sign-in.ts';
import type { SignedIn, SignInFrom } from './sign-in.ts';

/** The library's cookie between the two steps. Its signature adds nothing to a token that is looked up in a table. */
const WAITING = /(?:^|;\s*)((?:__Secure-)?horyzont\.two_factor=((?:2fa-)[A-Za-z0-9_-]{20})(?:\.|%2E)[^;]*)/u;

/** Who gave the right password in this browser and owes the second factor. */
export async function waitingPerson(acting: IdentityActing, cookie: string): Promise<Id | null> {
  const token = WAITING.exec(cookie)?.[2];
  return token === undefined ? null : personWaiting(acting.database, token, instant(acting.clock));
}

/** Refused when nobody waits here any more: the password is asked again. */
export async function signInByCode(
  acting: IdentityActing,
  { typed, from }: { readonly typed: string; readonly from: SignInFrom },
): Promise<SignedIn | Refusal | Unfit> {
  const personId = await waitingPerson(acting, from.cookie);
  if (personId === null) return refusal('second-step-over');
  if (typed === '') return unfit('required');
  const counters = codeCounters(personId);
  const seconds = await admit(acting, counters);
  if (seconds > 0) return unfit('sign-in-slow', { seconds });
  // The waiting cookie alone: a session that the browser has of somebody else must not be taken for this one.
  const headers = askingHeaders({ ...from, cookie: WAITING.exec(from.cookie)?.[1] ?? '' });
  const code = digitsOf(typed);
  const isOfAuthenticator = /^\d{6}$/u.test(code);
  let answer: Response;
  if (isOfAuthenticator) {
    if (!(await takeCodeOf(acting, personId, code))) return unfit('factor-code-wrong');
    answer = await acting.identity.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  } else {
    const recovery = code.toLowerCase().replace(/^(.{5})-?(.{5})$/u, '$1-$2');
    answer = await acting.identity.api.verifyBackupCode({
      body: { code: recovery },
      headers,
      asResponse: true,
    });
  }
  if (!answer.ok) return unfit('factor-code-wrong');
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) return refusal('second-step-over');
  await forgive(acting, counters);
  await recordSignIn(acting, token, 'second-factor', from);
  if (!isOfAuthenticator) await recordRecovery(acting, personId);
  return { cookies: answer.headers.getSetCookie(), secondFactor: false };
}

/** Before the library looks at the code: by itself it would take the same one twice. */
function takeCodeOf(acting: IdentityActing, personId: Id, code: string): Promise<boolean> {
  return transact(acting.database, async (tx) => {
    const authenticator = await authenticatorOf(tx, personId);
    return authenticator?.verified === true && (await takeCode(tx, acting, authenticator, code));
  });
}

async function recordRecovery(acting: IdentityActing, personId: Id): Promise<void> {
  const left = await recoveryCodesLeft(acting, personId);
  await transact(acting.database, (tx) => recordFactor(tx, acting, personId, 'use-recovery-code', { left }));
}

function unfit(code: string, values: Readonly<Record<string, number>> = {}): Unfit {
  return { problems: [{ code, place: { field: 'code' }, values }] };
}
