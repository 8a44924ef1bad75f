/** Passkeys: one's own device or key that signs in by itself, and counts as a second factor after a password. */

import { transact } from '../database/engine.ts';
import { updatePerson } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { authenticatorOf, insertAuthenticator, updateAuthenticator } from '../database/second-factor.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { isUnfit } from './acting.ts';
import type { Unfit } from './acting.ts';
import { askingHeaders } from './identity.ts';
import type { Asking, Identity, IdentityActing } from './identity.ts';
import { seal } from './one-time-code.ts';
import { newCodes, proveIfPassword, recordFactor } from './second-factor.ts';
import type { NewCodes } from './second-factor.ts';
import { recordSignIn } from './sign-in.ts';
import type { SignedIn, SignInFrom } from './sign-in.ts';

const NAME_MOST = 60;

/** Not looked at here: the library checks every part of it. */
type AuthenticationResponse = NonNullable<
  Parameters<Identity['api']['verifyPasskeyAuthentication']>[0]
>['body']['response'];

/** What the browser needs to make a passkey or to use one, and the cookie that binds its answer to this question. */
export interface PasskeyQuestion {
  /** JSON of `PublicKeyCredentialCreationOptions` or `…RequestOptions`. */
  readonly options: string;
  readonly cookies: readonly string[];
}

/** Asks the password, where there is one. */
export async function askForNewPasskey(
  acting: IdentityActing,
  asks: {
    readonly person: Person;
    readonly name: string;
    readonly password: string;
    readonly from: Asking;
  },
): Promise<PasskeyQuestion | Unfit> {
  const problems = [];
  if (asks.name === '') problems.push({ code: 'required', place: { field: 'passkeyName' }, values: {} });
  if (asks.name.length > NAME_MOST) {
    const values = { most: NAME_MOST, given: asks.name.length };
    problems.push({ code: 'too-long', place: { field: 'passkeyName' }, values });
  }
  const proof = await proveIfPassword(acting, asks.person.id, asks.password, 'passkeyPassword');
  if (isUnfit(proof)) problems.push(...proof.problems);
  if (problems.length > 0) return { problems };
  const answer = await acting.identity.api.generatePasskeyRegistrationOptions({
    query: { name: asks.person.email },
    headers: askingHeaders(asks.from),
    asResponse: true,
  });
  if (!answer.ok) throw new Error(`the question for a new passkey failed with ${answer.status}`);
  return { options: await answer.text(), cookies: answer.headers.getSetCookie() };
}

/** The browser's answer. The first factor of a person comes with recovery codes. */
export async function addPasskey(
  acting: IdentityActing,
  asks: {
    readonly person: Person;
    readonly name: string;
    readonly response: string;
    readonly from: Asking;
  },
): Promise<NewCodes | Refusal> {
  const { person } = asks;
  const response = jsonOf(asks.response);
  if (response === null) return refusal('passkey-wrong');
  const name = asks.name.slice(0, NAME_MOST);
  const answer = await acting.identity.api.verifyPasskeyRegistration({
    body: { response, name },
    headers: askingHeaders(asks.from),
    asResponse: true,
  });
  if (!answer.ok) return refusal('passkey-wrong');
  const fresh = await newCodes(acting);
  const secret = await seal(acting, '');
  return transact(acting.database, async (tx) => {
    const first = !person.twoFactorEnabled;
    const known = await authenticatorOf(tx, person.id);
    const recoveryCodes = fresh.sealed;
    if (!known)
      await insertAuthenticator(tx, person.id, {
        id: acting.newId(),
        secret,
        recoveryCodes,
        verified: false,
      });
    else if (first) await updateAuthenticator(tx, known.id, { recoveryCodes });
    await updatePerson(tx, person.id, { twoFactorEnabled: true });
    await recordFactor(tx, acting, person.id, 'add-passkey', { name });
    return { recoveryCodes: first ? fresh.plain : [] };
  });
}

/** For whoever has a passkey of this office: the browser says whose. */
export async function askForPasskey(acting: IdentityActing, from: Asking): Promise<PasskeyQuestion> {
  const answer = await acting.identity.api.generatePasskeyAuthenticationOptions({
    headers: askingHeaders({ ...from, cookie: '' }),
    asResponse: true,
  });
  if (!answer.ok) throw new Error(`the question for a passkey failed with ${answer.status}`);
  const options = (await answer.json()) as Record<string, unknown>;
  // A passkey stands for both factors, so the device must have seen that it is the person.
  return {
    options: JSON.stringify({ ...options, userVerification: 'required' }),
    cookies: answer.headers.getSetCookie(),
  };
}

/** The same refusal whatever was wrong. */
export async function signInByPasskey(
  acting: IdentityActing,
  { response: sent, from }: { readonly response: string; readonly from: SignInFrom },
): Promise<SignedIn | Refusal> {
  const response = jsonOf(sent);
  if (response === null) return refusal('passkey-wrong');
  const answer = await acting.identity.api.verifyPasskeyAuthentication({
    body: { response },
    headers: askingHeaders(from),
    asResponse: true,
  });
  if (!answer.ok) return refusal('passkey-wrong');
  const { session } = (await answer.json()) as { session: { token: string } };
  await recordSignIn(acting, session.token, 'passkey', from);
  return { cookies: answer.headers.getSetCookie(), secondFactor: false };
}

function jsonOf(text: string): AuthenticationResponse | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as AuthenticationResponse) : null;
  } catch {
    return null;
  }
}
