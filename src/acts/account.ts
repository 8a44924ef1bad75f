/** What a person changes of their own account beside the password: name, language, notifications, e-mail, sessions. */

import { insertAudit } from '../database/audit.ts';
import { passwordHashOf } from '../database/credential.ts';
import { transact } from '../database/engine.ts';
import type { DatabaseTransaction } from '../database/engine.ts';
import { insertLink, readLink, takeLink } from '../database/one-time-link.ts';
import { personByEmail, personById, updatePerson } from '../database/person.ts';
import type { Person } from '../database/person.ts';
import { endSessionsOf } from '../database/session.ts';
import type { Id } from '../model/plan.ts';
import { refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { isAddress } from '../system/message.ts';
import { newToken, tokenHash } from '../system/token.ts';
import { letterWords } from '../text/letter.ts';
import { LOCALES } from '../text/locale.ts';
import { isUnfit } from './acting.ts';
import type { Acting, Unfit } from './acting.ts';
import { admit, letterCounters } from './attempt.ts';
import type { Asking, IdentityActing } from './identity.ts';
import { writeLetter } from './letter.ts';
import { proveAgain } from './password.ts';

export const NOTIFY = ['at-once', 'daily', 'none'] as const satisfies readonly Person['notify'][];
const NAME_MOST = 120;
const EMAIL_MOST = 254;
const EMAIL_LINK_SECONDS = 86_400;

export function nameProblems(name: string, field = 'name'): readonly Problem[] {
  if (name === '') return [{ code: 'name-missing', place: { field }, values: {} }];
  return name.length > NAME_MOST ? [tooLong(field, name, NAME_MOST)] : [];
}

/** Loose on purpose: only a letter that arrives proves an address. */
export function emailProblems(email: string, field = 'email'): readonly Problem[] {
  if (email === '') return [{ code: 'email-missing', place: { field }, values: {} }];
  if (email.length > EMAIL_MOST) return [tooLong(field, email, EMAIL_MOST)];
  return isAddress(email) && /@[^@]+\.[^@.]{2,}$/u.test(email)
    ? []
    : [{ code: 'not-an-email', place: { field }, values: {} }];
}

/** Name, language of the interface, and how often letters come. */
export async function changeProfile(
  acting: Acting,
  person: Person,
  wish: { readonly name: string; readonly locale: string; readonly notify: string },
): Promise<'changed' | 'unchanged' | Unfit> {
  const locale = LOCALES.find((one) => one === wish.locale);
  const notify = NOTIFY.find((one) => one === wish.notify);
  const problems = [
    ...nameProblems(wish.name),
    ...(locale ? [] : [notAChoice('locale')]),
    ...(notify ? [] : [notAChoice('notify')]),
  ];
  if (!locale || !notify || problems.length > 0) return { problems };
  const after = { name: wish.name, locale, notify };
  const before = { name: person.name, locale: person.locale, notify: person.notify };
  if (JSON.stringify(after) === JSON.stringify(before)) return 'unchanged';
  await transact(acting.database, async (tx) => {
    await updatePerson(tx, person.id, after);
    await record(tx, acting, person.id, 'change-profile', { before, after });
  });
  return 'changed';
}

/** Sends a link to the new address; the one before holds until it is used. Asks the password, where there is one. */
export async function askForNewEmail(
  acting: IdentityActing,
  asks: { readonly person: Person; readonly email: string; readonly password: string; readonly from: Asking },
): Promise<'asked' | Unfit> {
  const { person, from } = asks;
  const email = asks.email.toLowerCase();
  const problems = [...emailProblems(email, 'newEmail')];
  if (email === person.email) problems.push({ code: 'email-same', place: { field: 'newEmail' }, values: {} });
  if ((await passwordHashOf(acting.database, person.id)) !== null) {
    const proof = await proveAgain(acting, person.id, asks.password, 'emailPassword');
    if (isUnfit(proof)) problems.push(...proof.problems);
  }
  if (problems.length > 0) return { problems };
  const seconds = await admit(acting, letterCounters(email, from.address));
  if (seconds > 0)
    return { problems: [{ code: 'sign-in-slow', place: { field: 'newEmail' }, values: { seconds } }] };
  // An address that is somebody else's gets no letter, and who asked is not told.
  if (await personByEmail(acting.database, email)) return 'asked';
  const { token, hash } = newToken();
  const expiresAt = new Date(acting.clock.milliseconds() + EMAIL_LINK_SECONDS * 1000).toISOString();
  await transact(acting.database, async (tx) => {
    await insertLink(tx, {
      id: acting.newId(),
      kind: 'e-mail',
      tokenHash: hash,
      value: `${person.id} ${email}`,
      expiresAt,
    });
    await record(tx, acting, person.id, 'ask-for-e-mail', { before: null, after: null });
  });
  const url = `${acting.baseUrl}/office/new-e-mail?token=${token}`;
  await acting.outbox.send(
    writeLetter(email, person.locale, letterWords(person.locale).newEmail(url, EMAIL_LINK_SECONDS / 60)),
  );
  return 'asked';
}

/** The address that the link would set; null when it works no more. */
export async function newEmailOf(acting: Acting, token: string): Promise<string | null> {
  const value = await readLink(acting.database, emailLink(token), instant(acting.clock));
  return value?.split(' ')[1] ?? null;
}

/** Once. The address before gets a letter about it. */
export async function confirmNewEmail(acting: IdentityActing, token: string): Promise<Person | Refusal> {
  const done = await transact(acting.database, async (tx) => {
    const value = await takeLink(tx, emailLink(token), instant(acting.clock));
    const [personId, email] = value?.split(' ') ?? [];
    const person = personId === undefined ? null : await personById(tx, personId);
    if (!person || email === undefined || person.deactivatedAt !== null) return null;
    if (await personByEmail(tx, email)) return null;
    await updatePerson(tx, person.id, { email });
    // Addresses are not kept in the record: it outlives them.
    await record(tx, acting, person.id, 'change-e-mail', { before: null, after: null });
    return { person, email };
  });
  if (!done) return refusal('link-over');
  const { person, email } = done;
  await acting.outbox.send(
    writeLetter(person.email, person.locale, letterWords(person.locale).emailChanged(email)),
  );
  return { ...person, email };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Ends one of the person's sessions, or all but `except`; answers how many ended. */
export async function endSessions(
  acting: Acting,
  personId: Id,
  which: { readonly id: Id } | { readonly except: Id },
): Promise<number> {
  if ('id' in which && !ID.test(which.id)) return 0;
  return transact(acting.database, async (tx) => {
    const ended =
      'id' in which
        ? await endSessionsOf(tx, personId, [which.id])
        : await endSessionsOf(tx, personId, null, which.except);
    if (ended.length > 0)
      await record(tx, acting, personId, 'end-sessions', { before: null, after: { sessions: ended } });
    return ended.length;
  });
}

async function record(
  tx: DatabaseTransaction,
  acting: Acting,
  personId: Id,
  act: 'change-profile' | 'ask-for-e-mail' | 'change-e-mail' | 'end-sessions',
  { before, after }: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  await insertAudit(tx, {
    id: acting.newId(),
    cityId: null,
    at: instant(acting.clock),
    who: 'person',
    act,
    thing: act === 'end-sessions' ? 'session' : 'person',
    thingId: personId,
    personId,
    before,
    after,
  });
}

function emailLink(token: string): { readonly kind: 'e-mail'; readonly tokenHash: string } {
  return { kind: 'e-mail', tokenHash: tokenHash(token) };
}

function notAChoice(field: string): Problem {
  return { code: 'not-a-choice', place: { field }, values: {} };
}

function tooLong(field: string, given: string, most: number): Problem {
  return { code: 'too-long', place: { field }, values: { most, given: given.length } };
}
