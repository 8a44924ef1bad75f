/** A person's second factor: the authenticator with its recovery codes. Passkeys are added in `passkey.ts`. */

import { randomBytes, randomInt } from 'node:crypto';
import { insertAudit } from '../database/audit.ts';
import { passwordHashOf } from '../database/credential.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction, Reader } from '../database/engine.ts';
import { updatePerson } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import {
  authenticatorOf,
  deleteAuthenticator,
  deletePasskey,
  insertAuthenticator,
  passkeysOf,
  updateAuthenticator,
} from '../database/second-factor.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { isUnfit } from './acting.ts';
import type { Acting, Unfit } from './acting.ts';
import { admit, codeCounters, forgive } from './attempt.ts';
import type { IdentityActing } from './identity.ts';
import { seal, takeCode, unseal } from './one-time-code.ts';
import { proveAgain } from './password.ts';

const RECOVERY_CODES = 10;
/** Without characters that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Shown once. */
export interface NewCodes {
  readonly recoveryCodes: readonly string[];
}

/** A new secret, not yet asked for at sign-in. Asks the password, where there is one. */
export async function beginSecondFactor(
  acting: IdentityActing,
  person: Person,
  password: string,
): Promise<true | Refusal | Unfit> {
  const proof = await proveIfPassword(acting, person.id, password, 'beginPassword');
  if (isUnfit(proof)) return proof;
  // The characters themselves are the key: 24 of them, with 144 bits of chance.
  const secret = await seal(acting, randomBytes(18).toString('base64url'));
  const recoveryCodes = await seal(acting, '[]');
  return transact(acting.database, async (tx) => {
    const known = await authenticatorOf(tx, person.id);
    if (known?.verified) return refusal('second-factor-there');
    if (known) await updateAuthenticator(tx, known.id, { secret });
    else
      await insertAuthenticator(tx, person.id, {
        id: acting.newId(),
        secret,
        recoveryCodes,
        verified: false,
      });
    await recordFactor(tx, acting, person.id, 'begin-second-factor');
    return true;
  });
}

/** The first code proves that the authenticator has the secret. That code cannot be used again to sign in. */
export async function confirmSecondFactor(
  acting: IdentityActing,
  person: Person,
  typed: string,
): Promise<NewCodes | Refusal | Unfit> {
  if (typed === '') return unfitCode('required');
  const counters = codeCounters(person.id);
  const seconds = await admit(acting, counters);
  if (seconds > 0) return unfitCode('sign-in-slow', { seconds });
  const fresh = await newCodes(acting);
  const answer = await transact(acting.database, async (tx) => {
    const authenticator = await authenticatorOf(tx, person.id);
    if (!authenticator) return refusal('second-factor-gone');
    if (authenticator.verified) return refusal('second-factor-there');
    if (!(await takeCode(tx, acting, authenticator, typed))) return unfitCode('factor-code-wrong');
    // Somebody with a passkey has codes already: those keep working.
    const first = !person.twoFactorEnabled;
    await updateAuthenticator(tx, authenticator.id, {
      verified: true,
      ...(first ? { recoveryCodes: fresh.sealed } : {}),
    });
    await updatePerson(tx, person.id, { twoFactorEnabled: true });
    await recordFactor(tx, acting, person.id, 'add-authenticator');
    return { recoveryCodes: first ? fresh.plain : [] };
  });
  if ('recoveryCodes' in answer) await forgive(acting, counters);
  return answer;
}

/** Ten new ones; the ones before stop working. Asks the password, where there is one. */
export async function renewRecoveryCodes(
  acting: IdentityActing,
  person: Person,
  password: string,
): Promise<NewCodes | Refusal | Unfit> {
  const proof = await proveIfPassword(acting, person.id, password, 'renewPassword');
  if (isUnfit(proof)) return proof;
  const fresh = await newCodes(acting);
  return transact(acting.database, async (tx) => {
    const known = await authenticatorOf(tx, person.id);
    if (!known || !(await hasSecondFactor(tx, person.id))) return refusal('second-factor-gone');
    await updateAuthenticator(tx, known.id, { recoveryCodes: fresh.sealed });
    await recordFactor(tx, acting, person.id, 'renew-recovery-codes');
    return { recoveryCodes: fresh.plain };
  });
}

/** Takes one factor away: the authenticator, or a passkey. With the last one go the recovery codes. */
export async function dropSecondFactor(
  acting: IdentityActing,
  person: Person,
  asks: { readonly passkeyId: Id | null; readonly password: string },
): Promise<true | Refusal | Unfit> {
  const proof = await proveIfPassword(acting, person.id, asks.password, 'dropPassword');
  if (isUnfit(proof)) return proof;
  return transact(acting.database, async (tx) => {
    const known = await authenticatorOf(tx, person.id);
    if (asks.passkeyId === null) {
      if (!known?.verified) return refusal('second-factor-gone');
      await updateAuthenticator(tx, known.id, { verified: false });
    } else if (!(await deletePasskey(tx, person.id, asks.passkeyId))) return refusal('second-factor-gone');
    const left = await hasSecondFactor(tx, person.id);
    if (!left && known) await deleteAuthenticator(tx, known.id);
    await updatePerson(tx, person.id, { twoFactorEnabled: left });
    await recordFactor(
      tx,
      acting,
      person.id,
      asks.passkeyId === null ? 'remove-authenticator' : 'remove-passkey',
    );
    return true;
  });
}

/** An authenticator that was confirmed, or a passkey. */
export async function hasSecondFactor(db: Reader, personId: Id): Promise<boolean> {
  if ((await authenticatorOf(db, personId))?.verified) return true;
  return (await passkeysOf(db, personId)).length > 0;
}

/** Whoever has no password (single sign-on, links) is asked for none. */
export async function proveIfPassword(
  acting: IdentityActing,
  personId: Id,
  password: string,
  field: string,
): Promise<true | Unfit> {
  if ((await passwordHashOf(acting.database, personId)) === null) return true;
  return proveAgain(acting, personId, password, field);
}

/** Ten codes, and the same encrypted as the identity library reads them. */
export async function newCodes(
  acting: IdentityActing,
): Promise<{ readonly plain: readonly string[]; readonly sealed: string }> {
  const five = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const plain = Array.from({ length: RECOVERY_CODES }, () => `${five()}-${five()}`);
  return { plain, sealed: await seal(acting, JSON.stringify(plain)) };
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(acting: IdentityActing, personId: Id): Promise<number> {
  const known = await authenticatorOf(acting.database, personId);
  return known ? (JSON.parse(await unseal(acting, known.recoveryCodes)) as readonly string[]).length : 0;
}

/** The entry of what was done to one's own factors; nothing secret stands in it. */
export async function recordFactor(
  tx: DatabaseTransaction,
  acting: Acting,
  personId: Id,
  act: string,
  after: unknown = null,
): Promise<void> {
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: null,
    at: instant(acting.clock),
    who: 'person',
    act,
    thing: 'person',
    thingId: personId,
    personId,
    before: null,
    after,
  });
}

function unfitCode(code: string, values: Readonly<Record<string, number>> = {}): Unfit {
  return { problems: [{ code, place: { field: 'code' }, values }] };
}
