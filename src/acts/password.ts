/** A person's password: set through a link, or changed by who knows the old one. */

import { insertAudit } from '../database/audit.ts';
import { passwordHashOf, savePasswordHash } from '../database/credential.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { dropLinks, readLink, takeLink } from '../database/one-time-link.ts';
import { personById } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { endSessionsOf } from '../database/session.ts';
import type { Id } from '../model/plan.ts';
import { passwordFault, PASSWORD_MAX, PASSWORD_MIN } from '../model/password.ts';
import { refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { tokenHash } from '../system/token.ts';
import { letterWords } from '../text/letter.ts';
import { isUnfit } from './acting.ts';
import type { Unfit } from './acting.ts';
import { admit, againCounters, forgive } from './attempt.ts';
import type { Identity, IdentityActing } from './identity.ts';
import { writeLetter } from './letter.ts';

/** Problems of a new password; `own` are words that it may not be made of. */
export function passwordProblems(
  password: string,
  own: readonly string[],
  field = 'password',
): readonly Problem[] {
  if (password === '') return [{ code: 'password-missing', place: { field }, values: {} }];
  const code = passwordFault(password, own);
  return code === null
    ? []
    : [{ code, place: { field }, values: { least: PASSWORD_MIN, most: PASSWORD_MAX } }];
}

export async function hashPassword(identity: Identity, password: string): Promise<string> {
  return (await identity.$context).password.hash(password);
}

/** Whose password the link may set; null when it works no more. */
export async function personOfReset(acting: IdentityActing, token: string): Promise<Person | null> {
  const link = { kind: 'reset', tokenHash: tokenHash(token) } as const;
  const personId = await readLink(acting.database, link, instant(acting.clock));
  const person = personId === null ? null : await personById(acting.database, personId);
  return person?.deactivatedAt === null ? person : null;
}

/** Every session ends: whoever had the old password is out. The link works once. */
export async function resetPassword(
  acting: IdentityActing,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Person | Refusal | Unfit> {
  const person = await personOfReset(acting, token);
  if (!person) return refusal('link-over');
  const problems = passwordProblems(password, [person.name, person.email]);
  if (problems.length > 0) return { problems };
  const hash = await hashPassword(acting.identity, password);
  const done = await transact(acting.database, async (tx) => {
    const link = { kind: 'reset', tokenHash: tokenHash(token) } as const;
    if ((await takeLink(tx, link, instant(acting.clock))) !== person.id) return false;
    await dropLinks(tx, 'reset', person.id);
    const ended = await savePassword(tx, acting, person.id, hash, null);
    await record(tx, acting, person.id, 'reset-password', ended);
    return true;
  });
  if (!done) return refusal('link-over');
  await tell(acting, person);
  return person;
}

/** The old password is asked; every other session ends. */
export async function changePassword(
  acting: IdentityActing,
  asks: { readonly person: Person; readonly sessionId: Id; readonly old: string; readonly password: string },
): Promise<'changed' | Unfit> {
  const { person } = asks;
  const problems = passwordProblems(asks.password, [person.name, person.email], 'newPassword');
  const proof = await proveAgain(acting, person.id, asks.old, 'oldPassword');
  if (isUnfit(proof)) return { problems: [...proof.problems, ...problems] };
  if (problems.length > 0) return { problems };
  const hash = await hashPassword(acting.identity, asks.password);
  await transact(acting.database, async (tx) => {
    const ended = await savePassword(tx, acting, person.id, hash, asks.sessionId);
    await record(tx, acting, person.id, 'change-password', ended);
  });
  await tell(acting, person);
  return 'changed';
}

/** Whether somebody who is signed in knows the password: asked before what matters is changed, and throttled. */
export async function proveAgain(
  acting: IdentityActing,
  personId: Id,
  password: string,
  field: string,
): Promise<true | Unfit> {
  const wrong = (code: string, values = {}): Unfit => ({ problems: [{ code, place: { field }, values }] });
  if (password === '') return wrong('old-password-missing');
  const seconds = await admit(acting, againCounters(personId));
  if (seconds > 0) return wrong('sign-in-slow', { seconds });
  const hash = await passwordHashOf(acting.database, personId);
  const context = await acting.identity.$context;
  if (hash === null || !(await context.password.verify({ hash, password }))) return wrong('password-wrong');
  await forgive(acting, againCounters(personId));
  return true;
}

/** Saves the hash and ends the person's sessions but `keep`; answers how many ended. */
export async function savePassword(
  tx: DatabaseTransaction,
  acting: IdentityActing,
  personId: Id,
  hash: string,
  keep: Id | null,
): Promise<number> {
  await savePasswordHash(tx, { id: acting.newId(), personId, hash, at: instant(acting.clock) });
  return (await endSessionsOf(tx, personId, null, keep)).length;
}

async function record(
  tx: DatabaseTransaction,
  acting: IdentityActing,
  personId: Id,
  act: 'reset-password' | 'change-password',
  sessionsEnded: number,
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
    after: { sessionsEnded },
  });
}

/** A letter after the fact, so that a change by somebody else is noticed. */
async function tell(acting: IdentityActing, person: Person): Promise<void> {
  const words = letterWords(person.locale).passwordChanged(`${acting.baseUrl}/office/forgotten`);
  await acting.outbox.send(writeLetter(person.email, person.locale, words));
}
